import type { Reader, Writer } from "#db/connect.ts";
import {
  anyVisibleOfOwner,
  commentsToAnswer,
  insertAddresses,
  insertNewComment,
  threadToAnswer,
} from "#db/queries/comments-writing.ts";
import { deleteDrafts } from "#db/queries/drafts.ts";
import { anyVisibleEssayOf } from "#db/queries/essays-writing.ts";
import { insertReview } from "#db/queries/reviews.ts";
import { deleteScheduled } from "#db/queries/scheduled-pieces.ts";
import { insertThreadName } from "#db/queries/thread-names.ts";
import { DomainError } from "../errors.ts";
import { dayOf, type House } from "../house.ts";
import { keyFromNonce, readKey } from "../identity/key.ts";
import { emptyKeyList, findKeyList, type KeyList, saveKeyList } from "../identity/key-list.ts";
import { marksFor, ownerMarks } from "../identity/marks.ts";
import { nameKey } from "../identity/names.ts";
import { type Nonce, readNonce } from "../identity/nonce.ts";
import { secretById } from "../identity/secret-ring.ts";
import { newId } from "../ids.ts";
import { pausedUntil, type WritesWith } from "../moderation/pause.ts";
import type { Rendered } from "../rendering/types.ts";
import { attemptMark, earlierAnswer, isFirstOfOwner } from "./attempt.ts";
import { countNew, subjectsOf } from "./counts.ts";
import { chooseName } from "./naming.ts";
import { cleanForm, placeFaults, whyWaits, wordFaults } from "./rules.ts";
import type { CommentForm, CommentWords, Fault, PostOutcome } from "./types.ts";

/** How many of a key's threads are looked through for a piece that is visible already. */
const THREADS_LOOKED_AT = 200;

/** The comment form, and what posting needs beside it. */
export type PostForm = CommentForm & {
  /** Needs no reading before it is public (a moderator). */
  trusted?: boolean;
  /** The draft that this was, to be dropped in the same moment. */
  draftId?: string;
  /** The row of `scheduled_pieces` that it was, which ends in the same moment. */
  scheduledId?: string;
};

/**
 * Posts a comment. The same nonce with the same words gives the same answer, however often and
 * however many at once; the same nonce with other words is a new attempt under the same key.
 *
 * @returns the comment with its name, key and take-back code, or every fault of the form
 * @throws DomainError notFound: there is no such essay
 */
export async function postComment(house: House, sent: PostForm): Promise<PostOutcome> {
  const form = cleanForm(sent);
  const who = await whoPosts(house, form);
  if (!who.ok) return who;
  const attempt = attemptMark(who.nonce, form);
  const known = { attempt, brought: who.brought, derived: who.derived };
  const earlier = await earlierAnswer(house.store.read, house, known);
  if (earlier) return earlier;

  const id = newId();
  const faults = wordFaults(form);
  const text = await renderBody(house, { body: form.body, scope: id, faults });
  const { outcome, changed } = await house.store.write(async (trx) => {
    const made = await insertAll(trx, house, { form, id, attempt, who, faults, text });
    if (made?.ok) return { outcome: made, changed: true };
    // Another of fifty equal requests may have been quicker.
    const outcome = (await earlierAnswer(trx, house, known)) ?? made;
    if (!outcome) throw new Error("a comment was in the way and is not there");
    return { outcome, changed: false };
  });
  if (changed) house.changed(subjectsOf(form.essayId));
  return outcome;
}

/** Whose form it is, once its nonce and its key have been read. */
export interface Who {
  ok: true;
  nonce: Nonce;
  key: string;
  /** The key that was typed or kept on the device. */
  brought: string | null;
  /** The key that belongs to the nonce. */
  derived: string;
}

/** What may be wrong with a form's nonce or key. */
type KeyFault = Extract<Fault, { field: "nonce" | "key" }>;

/** Whose form is it? The same for comments and essays, posting and preview. */
export async function whoPosts(
  house: House,
  form: { nonce: string; key: string | null },
): Promise<Who | { ok: false; faults: KeyFault[] }> {
  const read = readNonce(house, form.nonce);
  if (!read.ok) return { ok: false, faults: [{ field: "nonce", reason: "not_ours" }] };
  const derived = keyFromNonce(read.nonce.secret, read.nonce.text);
  const who = { ok: true as const, nonce: read.nonce, derived };
  if (form.key === null || form.key.trim() === "") return { ...who, key: derived, brought: null };
  const brought = readKey(form.key);
  if (!brought.ok) return { ok: false, faults: [{ field: "key", reason: "typo" }] };
  const { key } = brought;
  const inUse = key === derived || (await findKeyList(house.store.read, house.secrets, key));
  if (!inUse) return { ok: false, faults: [{ field: "key", reason: "unknown" }] };
  return { ...who, key, brought: key };
}

/** Renders a text that has no fault so far; why it is refused is put among the faults. */
export async function renderBody(
  house: House,
  { body, scope, faults }: { body: string; scope: string; faults: Fault[] },
): Promise<{ ok: true; rendered: Rendered } | { ok: false }> {
  if (faults.some(({ field }) => field === "body")) return { ok: false };
  const text = await house.renderer.render({ markdown: body, scope });
  if (!text.ok) faults.push({ field: "body", reason: text.reason, limit: text.limit });
  return text;
}

interface Making {
  form: PostForm;
  id: string;
  attempt: string;
  who: Who;
  faults: readonly Fault[];
  text: { ok: true; rendered: Rendered } | { ok: false };
}

/**
 * Writes the comment with all that belongs to it. Everybody who writes waits behind this, so it
 * asks the database as little as it can (tests/db/comments/statements.test.ts counts).
 *
 * @returns the answer, or every fault; null where this attempt has been made already
 */
async function insertAll(trx: Writer, house: House, making: Making): Promise<PostOutcome | null> {
  const { form, id, attempt, who, text } = making;
  const { key } = who;
  const { essayId, parentId } = form;
  const essay = await threadToAnswer(trx, { essayId }).executeTakeFirst();
  if (!essay) throw new DomainError("notFound", "no such essay");
  const ids = parentId === null ? form.addresses : [parentId, ...form.addresses];
  const comments = ids.length === 0 ? [] : await commentsToAnswer(trx, { essayId, ids }).execute();
  const { speaker } = form;
  const naming = { essay, key, nonce: who.nonce, typed: form.name, speaker };
  const named = await chooseName(trx, house, naming);
  const faults = [...making.faults, ...placeFaults(form, { essay, comments })];
  if (!named.ok) faults.push(named.fault);
  const stored = await findKeyList(trx, house.secrets, key);
  faults.push(...keyNeeded(stored, who));
  // A key that is used for the first time has no name yet that could be paused.
  if (stored) faults.push(...(await pauseFaults(trx, house, { key, speaker })));
  if (!stored && who.brought !== null && key !== who.derived) {
    faults.push({ field: "key", reason: "unknown" });
  }
  if (faults.length > 0 || !named.ok || !text.ok) return { ok: false, faults };

  const list = stored ?? emptyKeyList(house.secrets, key);
  const known = await hasVisible(trx, house, { key, list });
  const wait = whyWaits({
    guests: house.settings.guests,
    known,
    trusted: form.trusted === true,
    links: text.rendered.links,
  });
  const state = wait === null ? "visible" : "waiting";
  const now = house.clock();
  const on = dayOf(now);
  // After a change of secrets a thread goes on under the marks it began with.
  const secret =
    (named.kept && secretById(house.secrets, named.kept.secretId)) ?? house.secrets.current;
  const marks = marksFor(secret, { key, takeBackCode: list.takeBackCode, essayId });
  const parent = comments.find((comment) => comment.id === parentId);
  const at = Math.max(now.getTime(), (essay.last_order ?? 0) + 1);
  const inserted = await insertNewComment(trx, {
    id,
    essay_id: essayId,
    parent_id: parentId,
    root_id: parent?.root_id ?? id,
    depth: (parent?.depth ?? 0) + 1,
    state,
    state_before: null,
    // A thread name tells nobody, the store neither, whether there is an account behind it.
    origin: speaker?.kind === "pen_name" ? "member" : "guest",
    ...marks,
    attempt_mark: attempt,
    ...wordColumns(form, text.rendered),
    perspective_source: "writer",
    by_name: named.name,
    by_kind: speaker?.kind ?? "thread_name",
    written_on: on,
    edited_on: null,
    ordered_at: at,
    erase_at: null,
    old_number: null,
  }).executeTakeFirst();
  if (!inserted) return null;
  if (form.addresses.length > 0) {
    await insertAddresses(trx, { commentId: id, ids: form.addresses }).execute();
  }
  if (!named.kept) {
    await insertThreadName(trx, {
      essay_id: essayId,
      name_key: nameKey(named.name),
      name: named.name,
      owner_mark: marks.owner_mark,
      secret_id: marks.secret_id,
      // The key of a member's name is shown to nobody.
      key_written_down: speaker === undefined ? 0 : 1,
    }).execute();
  }
  if (wait !== null) {
    const review = { id: newId(), comment_id: id, kind: wait, outcome: null };
    await insertReview(trx, { ...review, ordered_at: now.getTime(), asked_on: on }).execute();
  }
  const { draftId, scheduledId } = form;
  await rememberThread(trx, house, { key, list, essayId, draftId, scheduledId });
  await countNew(trx, { essay, state, at, on });
  const ofOwner = { essayId, commentId: id, marks: ownerMarks(house.secrets, key, [essayId]) };
  const isShown = async () => key === who.derived || isFirstOfOwner(trx, ofOwner);
  return {
    ok: true,
    comment: { id, essayId },
    name: named.name,
    state,
    key,
    takeBackCode: list.takeBackCode,
    showKey: speaker === undefined && !named.kept?.keyWrittenDown && (await isShown()),
  };
}

/** Whoever is paused under any name of theirs can't write under another. */
export async function pauseFaults(
  db: Reader,
  house: House,
  { key, speaker }: { key: string; speaker: WritesWith | undefined },
): Promise<{ field: "as"; reason: "paused"; until: string }[]> {
  const { keys, penNameIds } = speaker ?? { keys: [key], penNameIds: [] };
  const until = await pausedUntil(db, house, { keys, penNameIds });
  return until === null ? [] : [{ field: "as", reason: "paused", until }];
}

/**
 * A form may be sent again under its own key until that has been written down. After that it would
 * let whoever finds the form in a browser's history speak under the writer's name.
 */
export function keyNeeded(list: KeyList | null, who: { brought: string | null }): KeyFault[] {
  return list?.writtenDown && who.brought === null ? [{ field: "key", reason: "needed" }] : [];
}

/** The columns that hold what the writer may change. */
export function wordColumns(words: CommentWords, rendered: Rendered) {
  return {
    markdown: words.body,
    html: rendered.html,
    renderer_version: rendered.version,
    experience: words.perspectives.includes("experience") ? 1 : 0,
    debate: words.perspectives.includes("debate") ? 1 : 0,
    standing: words.standing,
    note: words.note,
    standpoint: words.standpoint,
  } as const;
}

/** Has this key a piece that is visible? Then it needs no further reading. */
export async function hasVisible(
  db: Reader,
  house: House,
  { key, list }: { key: string; list: KeyList },
): Promise<boolean> {
  const essayIds = list.threads.slice(-THREADS_LOOKED_AT);
  if (essayIds.length === 0) return false;
  const mine = { essayIds, marks: ownerMarks(house.secrets, key, essayIds) };
  const comment = await anyVisibleOfOwner(db, mine).executeTakeFirst();
  return (comment ?? (await anyVisibleEssayOf(db, mine).executeTakeFirst())) !== undefined;
}

/**
 * Puts a thread into a key's list, and ends the draft, or the waiting for its moment, that the piece
 * was.
 *
 * @throws DomainError gone: its writer has meanwhile decided that it is not to become public
 */
export async function rememberThread(
  trx: Writer,
  house: House,
  {
    key,
    list,
    essayId,
    draftId,
    scheduledId,
  }: {
    key: string;
    list: KeyList;
    essayId: string;
    draftId: string | undefined;
    scheduledId: string | undefined;
  },
): Promise<void> {
  if (scheduledId !== undefined) {
    const ended = await deleteScheduled(trx, { ids: [scheduledId] }).executeTakeFirst();
    if (ended.numDeletedRows === 0n) throw new DomainError("gone", "not to be published any more");
  }
  const dropped = draftId !== undefined && list.drafts.includes(draftId) ? [draftId] : [];
  if (dropped.length > 0) await deleteDrafts(trx, { ids: dropped }).execute();
  const threads = list.threads.includes(essayId) ? list.threads : [...list.threads, essayId];
  const drafts = list.drafts.filter((id) => !dropped.includes(id));
  const scheduled = (list.scheduled ?? []).filter((id) => id !== scheduledId);
  await saveKeyList(trx, house.secrets, { key, list: { ...list, threads, drafts, scheduled } });
}
