import type { Reader, Writer } from "#db/connect.ts";
import {
  anyVisibleOfOwner,
  insertVersion,
  lastVersion,
  updateComment,
} from "#db/queries/comments-writing.ts";
import { insertReview, reviewsOf } from "#db/queries/reviews.ts";
import type { PieceState } from "#db/schema.ts";
import { dayOf, type House } from "../house.ts";
import { readKey } from "../identity/key.ts";
import { findKeyList } from "../identity/key-list.ts";
import { ownerMarks } from "../identity/marks.ts";
import { newId } from "../ids.ts";
import type { WritesWith } from "../moderation/pause.ts";
import type { Rendered } from "../rendering/types.ts";
import { keepCounts, subjectsOf } from "./counts.ts";
import { type CommentRow, requireOwn } from "./own.ts";
import { pauseFaults, renderBody, wordColumns } from "./post.ts";
import { cleanWords, wordFaults } from "./rules.ts";
import type { CommentWords, EditOutcome, Fault } from "./types.ts";

/** States in which a writer may change the words. */
const EDITABLE: readonly PieceState[] = ["visible", "waiting", "folded"];

/** Who changes a piece: its key, and what else is theirs. */
export interface OwnChange {
  key: string;
  whose?: WritesWith | undefined;
}

/** A pause binds whoever changes words as well, or old words could become whatever is wanted. */
export async function pauseOfOwner(db: Reader, house: House, { key: typed, whose }: OwnChange) {
  const read = readKey(typed);
  return read.ok ? await pauseFaults(db, house, { key: read.key, speaker: whose }) : [];
}

/**
 * Changes the words of a comment. The version before is kept for its writer until the piece is
 * taken back; the same words again change nothing. Links that are brought into a first post make it
 * wait to be read, as they would have when it was posted. Whoever is paused changes nothing.
 *
 * @param whose everything that its writer writes with; left out: the key alone
 * @returns where it stands now, or every fault; `comment`/`cannot_be_changed`: removed or taken back
 * @throws DomainError notFound, notYours
 */
export async function editComment(
  house: House,
  { commentId, key, whose, ...sent }: CommentWords & OwnChange & { commentId: string },
): Promise<EditOutcome> {
  const words = cleanWords(sent);
  await requireOwn(house.store.read, house, { commentId, key });
  const faults: Fault[] = wordFaults(words);
  const text = await renderBody(house, { body: words.body, scope: commentId, faults });
  if (!text.ok || faults.length > 0) return { ok: false, faults };
  const outcome = await house.store.write(async (trx): Promise<EditOutcome> => {
    const row = await requireOwn(trx, house, { commentId, key });
    if (!EDITABLE.includes(row.state)) {
      return { ok: false, faults: [{ field: "comment", reason: "cannot_be_changed" }] };
    }
    const paused = await pauseOfOwner(trx, house, { key, whose });
    if (paused.length > 0) return { ok: false, faults: paused };
    const state = await change(trx, house, { row, words, rendered: text.rendered, key });
    return { ok: true, comment: { id: row.id, essayId: row.essay_id }, state };
  });
  if (outcome.ok) house.changed(subjectsOf(outcome.comment.essayId));
  return outcome;
}

async function change(
  trx: Writer,
  house: House,
  {
    row,
    words,
    rendered,
    key,
  }: { row: CommentRow; words: CommentWords; rendered: Rendered; key: string },
): Promise<PieceState> {
  const columns = wordColumns(words, rendered);
  const { html: _, renderer_version: __, ...said } = columns;
  const isSame = Object.entries(said).every(
    ([column, value]) => row[column as keyof typeof said] === value,
  );
  if (isSame) return row.state;
  const now = house.clock();
  const on = dayOf(now);
  if (row.markdown !== columns.markdown) {
    const last = await lastVersion(trx, { commentId: row.id }).executeTakeFirst();
    const version = (last?.version ?? 0) + 1;
    const kept = { comment_id: row.id, version, markdown: row.markdown, replaced_on: on };
    await insertVersion(trx, kept).execute();
  }
  const waits =
    row.state === "visible" &&
    (house.settings.guests === "all wait" ||
      (rendered.links > 0 &&
        row.markdown !== columns.markdown &&
        !(await isReadAlready(trx, house, { row, key }))));
  const state = waits ? "waiting" : row.state;
  await updateComment(trx, {
    id: row.id,
    set: { ...columns, perspective_source: "writer", edited_on: on, state },
  }).execute();
  if (waits) {
    const review = {
      id: newId(),
      comment_id: row.id,
      kind: kindOfWait(house),
      outcome: null,
    } as const;
    await insertReview(trx, { ...review, ordered_at: now.getTime(), asked_on: on }).execute();
  }
  await keepCounts(trx, { essayId: row.essay_id, from: row.state, to: state });
  return state;
}

/** Where everything is read before it is public, so is every change; else only links are looked at. */
function kindOfWait(house: House): "first_post" | "links" {
  return house.settings.guests === "all wait" ? "first_post" : "links";
}

/** Has a moderator let this piece through, or has its writer another one that is visible? */
async function isReadAlready(
  trx: Writer,
  house: House,
  { row, key }: { row: CommentRow; key: string },
): Promise<boolean> {
  const reviews = await reviewsOf(trx, { commentId: row.id }).execute();
  if (reviews.some(({ outcome }) => outcome === "let_through")) return true;
  const read = readKey(key);
  const list = read.ok ? await findKeyList(trx, house.secrets, read.key) : null;
  if (!read.ok || !list || list.threads.length === 0) return false;
  const marks = ownerMarks(house.secrets, read.key, list.threads);
  const other = await anyVisibleOfOwner(trx, { essayIds: list.threads, marks })
    .where("id", "!=", row.id)
    .executeTakeFirst();
  return other !== undefined;
}
