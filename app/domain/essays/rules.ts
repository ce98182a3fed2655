/** What may stand in the composer: pure rules, the same for publishing, preview and edit. */
import type { Lead } from "#db/schema.ts";
import { cleanLine, cleanText, hasWords, lengthOf } from "../clean-text.ts";
import type { SiteSettings } from "../settings.ts";
import type { Perspective } from "../threads/types.ts";
import { distinctTags } from "./tags.ts";
import type { EssayFault, EssayForm, EssayWords, LineField } from "./types.ts";

const BODY_LIMIT = 150_000;
const TAGS_LIMIT = 10;
const TAG_LENGTH = 60;
const WORKS_LIMIT = 200;
const WORK_LENGTH = 1_000;
const LINE_LIMITS: Readonly<Record<LineField, number>> = {
  title: 200,
  note: 120,
  standpoint: 120,
  original_author: 200,
  source: 500,
  licence: 200,
  series: 200,
};

/** What is longer than this is too long whatever it holds, and is not looked at any further. */
const NEVER_FITS = 4 * BODY_LIMIT;
const NEVER_FITS_LINE = 3_000;
/** Marks stacked on one letter take time that grows with their square, and there are many tags. */
const NEVER_FITS_TAG = 500;

const OWN_PERSPECTIVE: Readonly<Record<Lead, Perspective>> = {
  story: "experience",
  debate: "debate",
};

/** Signs that turn the direction of all that follows: titles stand in sentences, lists and tabs of ours. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/gu;

function shortLine(text: string | null): string | null {
  return cleanLine(text?.slice(0, NEVER_FITS_LINE).replace(TURNS, "") ?? null);
}

/** The words as they are kept: a lead and its perspective each follow from the other. */
export function cleanEssay<T extends EssayWords>(words: T): T {
  const perspectives = [...new Set(words.perspectives)].sort();
  const [only, second] = perspectives;
  const lead = words.lead ?? (only && !second ? leadOf(only) : null);
  return {
    ...words,
    title: shortLine(words.title) ?? "",
    body: cleanText(words.body.slice(0, NEVER_FITS + 1)).trimEnd(),
    lead,
    perspectives: perspectives.length === 0 && lead ? [OWN_PERSPECTIVE[lead]] : perspectives,
    note: shortLine(words.note),
    standpoint: shortLine(words.standpoint),
    tags: distinctTags(
      words.tags.slice(0, 100).flatMap((tag) => shortLine(tag.slice(0, NEVER_FITS_TAG)) ?? []),
    ),
    worksCited: words.worksCited.slice(0, 1_000).flatMap((work) => shortLine(work) ?? []),
    originalAuthor: shortLine(words.originalAuthor),
    source: shortLine(words.source),
    licence: shortLine(words.licence),
    series: shortLine(words.series),
  };
}

/** The form as it is kept. */
export function cleanEssayForm(form: EssayForm): EssayForm {
  return {
    ...cleanEssay(form),
    // Of a name, signs that nobody can see are refused and not dropped.
    name: cleanLine(form.name?.slice(0, NEVER_FITS_LINE) ?? null),
    responds: shortLine(form.responds),
    comment: shortLine(form.comment),
  };
}

function leadOf(perspective: Perspective): Lead {
  return perspective === "experience" ? "story" : "debate";
}

/** Faults of the words alone. */
export function essayFaults(words: EssayWords): EssayFault[] {
  return [...textFaults(words), ...choiceFaults(words), ...lineFaults(words), ...listFaults(words)];
}

function textFaults({ title, body }: EssayWords): EssayFault[] {
  const faults: EssayFault[] = [];
  if (!hasWords(title)) faults.push({ field: "title", reason: "empty" });
  if (!hasWords(body)) faults.push({ field: "body", reason: "empty" });
  if (lengthOf(body) > BODY_LIMIT) {
    faults.push({ field: "body", reason: "too_long", limit: BODY_LIMIT });
  }
  return faults;
}

function choiceFaults({ lead, perspectives, standing, replyMode }: EssayWords): EssayFault[] {
  const faults: EssayFault[] = [];
  if (lead === null) faults.push({ field: "lead", reason: "missing" });
  else if (!perspectives.includes(OWN_PERSPECTIVE[lead])) {
    faults.push({ field: "perspective", reason: "not_the_lead", lead });
  }
  if (standing !== null && !perspectives.includes("experience")) {
    faults.push({ field: "standing", reason: "only_with_experience" });
  }
  if (replyMode === "support" && lead === "debate") {
    faults.push({ field: "reply_mode", reason: "support_only_for_stories" });
  }
  return faults;
}

function lineFaults(words: EssayWords): EssayFault[] {
  const lines: Readonly<Record<LineField, string | null>> = {
    title: words.title,
    note: words.note,
    standpoint: words.standpoint,
    original_author: words.originalAuthor,
    source: words.source,
    licence: words.licence,
    series: words.series,
  };
  return (Object.keys(lines) as LineField[]).flatMap((field): EssayFault[] => {
    const limit = LINE_LIMITS[field];
    return lengthOf(lines[field] ?? "") > limit ? [{ field, reason: "too_long", limit }] : [];
  });
}

function listFaults({ tags, worksCited }: EssayWords): EssayFault[] {
  const faults: EssayFault[] = [];
  if (tags.length > TAGS_LIMIT) {
    faults.push({ field: "tags", reason: "too_many", limit: TAGS_LIMIT });
  }
  if (tags.some((tag) => lengthOf(tag) > TAG_LENGTH)) {
    faults.push({ field: "tags", reason: "too_long", limit: TAG_LENGTH });
  }
  if (tags.some((tag) => !/[\p{L}\p{N}]/u.test(tag))) {
    faults.push({ field: "tags", reason: "no_letters" });
  }
  if (worksCited.length > WORKS_LIMIT) {
    faults.push({ field: "works_cited", reason: "too_many", limit: WORKS_LIMIT });
  }
  if (worksCited.some((work) => lengthOf(work) > WORK_LENGTH)) {
    faults.push({ field: "works_cited", reason: "too_long", limit: WORK_LENGTH });
  }
  return faults;
}

/**
 * Does a new essay wait to be read by a moderator? Links alone are no reason, since essays cite; a
 * house that wants to look first says so in its settings.
 *
 * @param known its writer has a piece that is visible already
 */
export function essayWaits({
  guests,
  known,
  trusted,
}: {
  guests: SiteSettings["guests"];
  known: boolean;
  trusted: boolean;
}): boolean {
  if (trusted || guests === "open") return false;
  return guests === "all wait" || !known;
}

/** May search engines list it? The writer's word, or what is usual for its lead (product.md). */
export function mayBeIndexed(lead: Lead, asked: boolean | null): boolean {
  return asked ?? lead === "debate";
}
