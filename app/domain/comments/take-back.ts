import type { Writer } from "#db/connect.ts";
import { commentWithEssay, updateComment } from "#db/queries/comments-writing.ts";
import type { PieceState } from "#db/schema.ts";
import { DomainError } from "../errors.ts";
import type { House } from "../house.ts";
import { readSecret } from "../identity/key.ts";
import { ownerMarks, takeBackMarks } from "../identity/marks.ts";
import { asId } from "../ids.ts";
import { UNDO_MS, WITH_WORDS } from "../taking-back.ts";
import { keepCounts, subjectsOf } from "./counts.ts";
import { requireOwn } from "./own.ts";

export interface TakenBack {
  essayId: string;
  slug: string;
  /** Until when (ms) it can be undone. */
  undoUntil: number;
}

/**
 * Puts a comment out of view at once; its words leave the store within a day. Repeating it changes
 * nothing.
 *
 * @throws DomainError gone: its words have left already
 */
export async function moveToTakenBack(
  trx: Writer,
  { id, now }: { id: string; now: Date },
): Promise<TakenBack> {
  const row = await commentWithEssay(trx, { id }).executeTakeFirst();
  if (!row) throw new DomainError("notFound", "no such comment");
  const { essay_id: essayId, slug } = row;
  if (row.state === "taken_back" && row.erase_at !== null) {
    return { essayId, slug, undoUntil: row.erase_at };
  }
  if (!WITH_WORDS.includes(row.state)) throw new DomainError("gone", "nothing is left of it");
  const undoUntil = now.getTime() + UNDO_MS;
  const set = { state: "taken_back", state_before: row.state, erase_at: undoUntil } as const;
  await updateComment(trx, { id, set }).execute();
  await keepCounts(trx, { essayId, from: row.state, to: "taken_back" });
  return { essayId, slug, undoUntil };
}

/**
 * Takes a comment back, by its key or by the take-back code.
 *
 * @param secret a key or a take-back code as typed
 * @throws DomainError notFound; notYours: neither its key nor its code; gone: erased already
 */
export async function takeBack(
  house: House,
  { commentId, secret }: { commentId: string; secret: string },
): Promise<TakenBack> {
  const read = readSecret(secret);
  const done = await house.store.write(async (trx) => {
    const row = await commentWithEssay(trx, { id: asId(commentId) }).executeTakeFirst();
    if (!row) throw new DomainError("notFound", "no such comment");
    if (row.state === "taken_back" && row.erase_at === null) {
      throw new DomainError("gone", "nothing is left of it");
    }
    const isOurs =
      read.ok &&
      (read.kind === "key"
        ? ownerMarks(house.secrets, read.key, [row.essay_id]).includes(row.owner_mark ?? "")
        : takeBackMarks(house.secrets, read.key, row.essay_id).includes(row.take_back_mark ?? ""));
    if (!isOurs) throw new DomainError("notYours", "neither its key nor its take-back code");
    return await moveToTakenBack(trx, { id: commentId, now: house.clock() });
  });
  house.changed(subjectsOf(done.essayId));
  return done;
}

/**
 * Brings back what was taken back less than a day ago, by its key only. What is not taken back stays
 * as it is.
 *
 * @throws DomainError notFound, notYours; gone: the day is over
 */
export async function undoTakeBack(
  house: House,
  { commentId, key }: { commentId: string; key: string },
): Promise<{ essayId: string; slug: string; state: PieceState }> {
  const done = await house.store.write(async (trx) => {
    const row = await requireOwn(trx, house, { commentId, key });
    const { essay_id: essayId, slug } = row;
    if (row.state !== "taken_back") return { essayId, slug, state: row.state };
    if (row.erase_at === null || row.erase_at <= house.clock().getTime()) {
      throw new DomainError("gone", "the day is over");
    }
    const state = row.state_before ?? "visible";
    const set = { state, state_before: null, erase_at: null };
    await updateComment(trx, { id: commentId, set }).execute();
    await keepCounts(trx, { essayId, from: "taken_back", to: state });
    return { essayId, slug, state };
  });
  house.changed(subjectsOf(done.essayId));
  return done;
}
