/** The kept counts and the last activity of a thread, moved along with every change of state. */
import type { Writer } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import {
  countArrival,
  countMove,
  essayToAnswer,
  lastOrder,
  newestVisible,
  setActivity,
} from "#db/queries/comments-writing.ts";
import { keepActivity, keepListings } from "#db/queries/listings.ts";
import type { PieceState } from "#db/schema.ts";
import type { Subject } from "../house.ts";

/** What a cached page must forget when a thread has changed. */
export function subjectsOf(essayId: string): Subject[] {
  return [`essay:${essayId}`, "fronts"];
}

/**
 * The next place in the order of a thread: now, but always after what stands there, so that a clock
 * that goes backwards never puts an answer before what it answers.
 */
export async function nextOrder(
  trx: Writer,
  { essayId, now }: { essayId: string; now: Date },
): Promise<number> {
  const last = await lastOrder(trx, { essayId }).executeTakeFirst();
  return Math.max(now.getTime(), (last?.ordered_at ?? 0) + 1);
}

/**
 * Keeps counts, activity and revision of a thread right after comments of it went from one state to
 * another (the comments themselves have been written already), and records the change.
 *
 * @param from null: the comment is new
 * @param by how many comments
 */
export async function keepCounts(
  trx: Writer,
  move: { essayId: string; from: PieceState | null; to: PieceState; by?: number },
): Promise<void> {
  const { essayId, from, to } = move;
  await countMove(trx, move).execute();
  if (from !== to && (from === "visible" || to === "visible")) {
    const newest = await newestVisible(trx, { essayId }).executeTakeFirst();
    const essay = await essayToAnswer(trx, { essayId }).executeTakeFirstOrThrow();
    const of = newest && newest.ordered_at > essay.ordered_at ? newest : null;
    await setActivity(trx, {
      essayId,
      at: of?.ordered_at ?? essay.ordered_at,
      on: of?.written_on ?? essay.published_on,
    }).execute();
    await keepListings(trx, { essayId });
  }
  await recordChanges(trx, subjectsOf(essayId));
}

/**
 * The same for a new comment that stands last in the order of its thread (see `nextOrder`), which
 * takes half as many statements.
 *
 * @param at its place in the order
 * @param on its day
 */
export async function countNew(
  trx: Writer,
  {
    essay,
    state,
    at,
    on,
  }: { essay: { id: string; ordered_at: number }; state: PieceState; at: number; on: string },
): Promise<void> {
  const essayId = essay.id;
  const activity = state === "visible" && at > essay.ordered_at ? { at, on } : null;
  await countArrival(trx, { essayId, state, activity }).execute();
  if (activity) await keepActivity(trx, { essayId, at }).execute();
  await recordChanges(trx, subjectsOf(essayId));
}
