import type { Reader, Writer } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import { essayIdBySlug, insertEssay } from "#db/queries/essays-writing.ts";
import { setTags } from "#db/queries/listings.ts";
import { insertReview } from "#db/queries/reviews.ts";
import { insertThreadName } from "#db/queries/thread-names.ts";
import type { Lead } from "#db/schema.ts";
import { chooseName } from "../comments/naming.ts";
import {
  hasVisible,
  keyNeeded,
  pauseFaults,
  rememberThread,
  type Who,
  whoPosts,
} from "../comments/post.ts";
import { clearDemo } from "../demo/clear.ts";
import { dayOf, type House, type Subject } from "../house.ts";
import { emptyKeyList, findKeyList } from "../identity/key-list.ts";
import { marksFor } from "../identity/marks.ts";
import { nameKey } from "../identity/names.ts";
import { newId } from "../ids.ts";
import type { Rendered } from "../rendering/types.ts";
import { type Answered, answeredBy } from "./answered.ts";
import { earlierEssay, essayAttemptMark } from "./attempt.ts";
import { slugOfGone } from "./gone-addresses.ts";
import { linkEssays } from "./links.ts";
import { cleanEssayForm, essayFaults, essayWaits, mayBeIndexed } from "./rules.ts";
import { placeInSeries } from "./series.ts";
import { freeSlug } from "./slug.ts";
import { essaySubjects } from "./states.ts";
import { tagSlugs } from "./tags.ts";
import type { EssayFault, EssayForm, EssayWords, PublishOutcome } from "./types.ts";

/**
 * Publishes an essay. The same nonce with the same words gives the same answer, however often and
 * however many at once; the same nonce with other words is a new attempt under the same key.
 *
 * @returns the essay with its name, key and take-back code, or every fault of the form
 */
export async function publishEssay(house: House, sent: EssayForm): Promise<PublishOutcome> {
  const form = cleanEssayForm(sent);
  const who = await whoPosts(house, form);
  if (!who.ok) return who;
  const attempt = essayAttemptMark(who.nonce, form);
  const earlier = await earlierEssay(house.store.read, house, { attempt, who });
  if (earlier) return earlier;

  const id = newId();
  const faults = essayFaults(form);
  const text = await renderEssay(house, { words: form, scope: id, faults });
  const done = await house.store.write(async (trx) => {
    // Another of fifty equal requests may have been quicker.
    const again = await earlierEssay(trx, house, { attempt, who });
    if (again) return { outcome: again, subjects: [] };
    const made = await insertAll(trx, house, { form, id, attempt, who, faults, text });
    if (!made.ok) return { outcome: made, subjects: [] };
    const outcome = await earlierEssay(trx, house, { attempt, who });
    if (!outcome) throw new Error("the essay that was just published is not there");
    return { outcome, subjects: made.subjects };
  });
  house.changed(done.subjects);
  return done.outcome;
}

/** Renders an essay that has no fault so far; why it is refused is put among the faults. */
export async function renderEssay(
  house: House,
  { words, scope, faults }: { words: EssayWords; scope: string; faults: EssayFault[] },
): Promise<{ ok: true; rendered: Rendered } | { ok: false }> {
  if (faults.some(({ field }) => field === "body" || field === "works_cited")) return { ok: false };
  const works = words.worksCited.length;
  const text = await house.renderer.render({ markdown: words.body, scope, works });
  if (!text.ok) faults.push({ field: "body", reason: text.reason, limit: text.limit });
  return text;
}

interface Making {
  form: EssayForm;
  id: string;
  attempt: string;
  who: Who;
  faults: readonly EssayFault[];
  text: { ok: true; rendered: Rendered } | { ok: false };
}

/** Who would speak, what would be answered, whether it would wait; the same for the preview. */
export async function lookAround(
  db: Reader,
  house: House,
  { form, id, who }: { form: EssayForm; id: string; who: Who },
) {
  const faults: EssayFault[] = [];
  const stored = await findKeyList(db, house.secrets, who.key);
  const { speaker } = form;
  faults.push(...keyNeeded(stored, who));
  faults.push(...(await pauseFaults(db, house, { key: who.key, speaker })));
  if (!stored && who.brought !== null && who.key !== who.derived) {
    faults.push({ field: "key", reason: "unknown" });
  }
  const list = stored ?? emptyKeyList(house.secrets, who.key);
  const named = await chooseName(db, house, {
    essay: { id, by_name: null, owner_mark: null },
    key: who.key,
    nonce: who.nonce,
    typed: form.name,
    speaker,
    // The same in the preview, and another one in every further essay.
    seed: `essay ${list.threads.length}`,
  });
  if (!named.ok) faults.push(named.fault);
  const place = await answeredBy(db, form);
  if (!place.ok) faults.push(place.fault);
  const waits = essayWaits({
    guests: house.settings.guests,
    known: await hasVisible(db, house, { key: who.key, list }),
    trusted: form.trusted === true,
  });
  return { faults, list, named, answered: place.ok ? place.answered : null, waits };
}

type Made = { ok: true; subjects: Subject[] } | { ok: false; faults: EssayFault[] };

/** Writes the essay with all that belongs to it; where there are faults, returns them instead. */
async function insertAll(trx: Writer, house: House, making: Making): Promise<Made> {
  const { form, id, attempt, who, text } = making;
  const around = await lookAround(trx, house, { form, id, who });
  const { list, named, waits } = around;
  const faults = [...making.faults, ...around.faults];
  const { lead } = form;
  if (faults.length > 0 || !named.ok || !text.ok || lead === null) return { ok: false, faults };

  // What waits is no piece to be read yet: the examples stay until it is let through.
  const forgotten = waits ? [] : await clearDemo(trx);
  const answered = around.answered?.demo ? null : around.answered;
  const now = house.clock();
  const orderedAt = Math.max(now.getTime(), (answered?.orderedAt ?? 0) + 1);
  const on = dayOf(now);
  const secret = house.secrets.current;
  const { takeBackCode } = list;
  const marks = marksFor(secret, { key: who.key, takeBackCode, essayId: id });
  await insertEssay(trx, {
    id,
    slug: await newSlug(trx, house, form.title),
    state: waits ? "waiting" : "visible",
    state_before: null,
    ...marks,
    attempt_mark: attempt,
    ...essayColumns({ ...form, lead }, text.rendered),
    perspective_source: "writer",
    by_name: named.name,
    by_kind: form.speaker?.kind ?? "thread_name",
    published_on: on,
    edited_on: null,
    ordered_at: orderedAt,
    active_at: orderedAt,
    active_on: on,
    erase_at: null,
  }).execute();
  await insertThreadName(trx, {
    essay_id: id,
    name_key: nameKey(named.name),
    name: named.name,
    owner_mark: marks.owner_mark,
    secret_id: marks.secret_id,
    // The key of a member's name is shown to nobody.
    key_written_down: form.speaker === undefined ? 0 : 1,
  }).execute();
  await setTags(trx, { essayId: id, slugs: await tagSlugs(trx, form.tags) });
  const series = await placeInSeries(trx, house, {
    ...{ essayId: id, title: form.series, key: who.key, takeBackCode, secret },
  });
  const joined = answered ? await link(trx, { id, answered, on }) : [];
  if (waits) {
    const review = { id: newId(), comment_id: null, essay_id: id, kind: "first_post" } as const;
    const asked = { ordered_at: now.getTime(), asked_on: on, outcome: null };
    await insertReview(trx, { ...review, ...asked }).execute();
  }
  const { draftId, scheduledId } = form;
  await rememberThread(trx, house, { key: who.key, list, essayId: id, draftId, scheduledId });
  const shown = await essaySubjects(trx, { essayId: id });
  const subjects = [...new Set([...shown, ...series, ...joined, ...forgotten])];
  await recordChanges(trx, subjects);
  return { ok: true, subjects };
}

async function link(
  trx: Writer,
  { id, answered, on }: { id: string; answered: Answered; on: string },
): Promise<Subject[]> {
  const { id: to, commentId: toComment, relation } = answered;
  return await linkEssays(trx, { from: id, to, toComment, relation, source: "writer", on });
}

/** A slug that no essay has, and none had whose words have left. */
async function newSlug(trx: Writer, house: House, title: string): Promise<string> {
  return freeSlug(title, async (slug) => {
    const taken = await essayIdBySlug(trx, { slug }).executeTakeFirst();
    return (
      taken !== undefined || (await slugOfGone(trx, house.secrets, { slugs: [slug] })) !== null
    );
  });
}

/** The columns that hold what the writer may change. */
export function essayColumns(words: EssayWords & { lead: Lead }, rendered: Rendered) {
  return {
    title: words.title,
    lead: words.lead,
    experience: words.perspectives.includes("experience") ? 1 : 0,
    debate: words.perspectives.includes("debate") ? 1 : 0,
    standing: words.standing,
    markdown: words.body,
    html: rendered.html,
    renderer_version: rendered.version,
    first_lines: rendered.firstLines,
    words: rendered.words,
    note: words.note,
    standpoint: words.standpoint,
    reply_mode: words.replyMode,
    indexing: mayBeIndexed(words.lead, words.indexing) ? 1 : 0,
    works_cited: JSON.stringify(words.worksCited),
    original_author: words.originalAuthor,
    source: words.source,
    licence: words.licence,
  } as const;
}
