/** What may stand in a comment form: pure rules, the same for posting, preview and edit. */
import type { PieceState } from "#db/schema.ts";
import { cleanLine, cleanText, hasWords, lengthOf } from "../clean-text.ts";
import { asId } from "../ids.ts";
import type { SiteSettings } from "../settings.ts";
import type { CommentForm, CommentWords, Fault } from "./types.ts";

const BODY_LIMIT = 20_000;
const NOTE_LIMIT = 120;
const STANDPOINT_LIMIT = 120;
const ADDRESSES_LIMIT = 10;

/** What is longer than this is too long whatever it holds, and is not looked at any further. */
const NEVER_FITS = 4 * BODY_LIMIT;

/** The words as they are kept. */
export function cleanWords<T extends CommentWords>(words: T): T {
  return {
    ...words,
    body: cleanText(words.body.slice(0, NEVER_FITS + 1)).trimEnd(),
    note: cleanLine(words.note),
    standpoint: cleanLine(words.standpoint),
    perspectives: [...new Set(words.perspectives)].sort(),
  };
}

/** The form as it is kept. */
export function cleanForm<T extends CommentForm>(form: T): T {
  return {
    ...cleanWords(form),
    name: cleanLine(form.name),
    essayId: asId(form.essayId),
    parentId: form.parentId === null ? null : asId(form.parentId),
    addresses: [...new Set(form.addresses.map(asId))].sort(),
  };
}

/** Faults of the words alone. */
export function wordFaults(words: CommentWords): Fault[] {
  const faults: Fault[] = [];
  if (!hasWords(words.body)) {
    faults.push({ field: "body", reason: "empty" });
  }
  if (lengthOf(words.body) > BODY_LIMIT) {
    faults.push({ field: "body", reason: "too_long", limit: BODY_LIMIT });
  }
  if (lengthOf(words.note ?? "") > NOTE_LIMIT) {
    faults.push({ field: "note", reason: "too_long", limit: NOTE_LIMIT });
  }
  if (lengthOf(words.standpoint ?? "") > STANDPOINT_LIMIT) {
    faults.push({ field: "standpoint", reason: "too_long", limit: STANDPOINT_LIMIT });
  }
  if (words.standing !== null && !words.perspectives.includes("experience")) {
    faults.push({ field: "standing", reason: "only_with_experience" });
  }
  return faults;
}

/** May a comment in this state be answered? */
function canBeAnswered(state: PieceState): boolean {
  return state === "visible" || state === "folded";
}

/** What the form is about, as the store has it. */
export interface Place {
  essay: { state: PieceState; reply_mode: string };
  /** Those named by the form, as far as they stand in this thread. */
  comments: readonly { id: string; state: PieceState }[];
}

/** Faults of where the comment would stand. */
export function placeFaults(form: CommentForm, { essay, comments }: Place): Fault[] {
  const faults: Fault[] = [];
  if (essay.state !== "visible") faults.push({ field: "essay", reason: "not_open" });
  else if (essay.reply_mode === "closed") faults.push({ field: "essay", reason: "closed" });
  const states = new Map(comments.map(({ id, state }) => [id, state]));
  const faultOf = (id: string) => {
    const state = states.get(id);
    if (state === undefined) return "not_here";
    return canBeAnswered(state) ? null : "cannot_be_answered";
  };
  const parent = form.parentId === null ? null : faultOf(form.parentId);
  if (parent) faults.push({ field: "parent", reason: parent });
  if (form.addresses.length > ADDRESSES_LIMIT) {
    faults.push({ field: "addresses", reason: "too_many", limit: ADDRESSES_LIMIT });
  } else if (form.parentId !== null && form.addresses.includes(form.parentId)) {
    faults.push({ field: "addresses", reason: "is_parent" });
  } else {
    const first = form.addresses.map(faultOf).find((reason) => reason !== null);
    if (first) faults.push({ field: "addresses", reason: first });
  }
  return faults;
}

/**
 * Why a comment has to wait to be read; null: it is visible at once.
 *
 * @param known its writer has a piece that is visible already
 * @param trusted its writer needs no reading (a moderator)
 */
export function whyWaits({
  guests,
  known,
  trusted,
  links,
}: {
  guests: SiteSettings["guests"];
  known: boolean;
  trusted: boolean;
  links: number;
}): "first_post" | "links" | null {
  if (trusted) return null;
  if (guests === "all wait") return "first_post";
  if (known) return null;
  if (guests === "first post waits") return "first_post";
  return links > 0 ? "links" : null;
}
