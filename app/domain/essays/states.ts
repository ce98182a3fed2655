/** An essay goes from one state to another: everything that has to move along with it. */
import type { Reader, Writer } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import { neighboursInSeries } from "#db/queries/erasing-essays.ts";
import { type essayById, updateEssay } from "#db/queries/essays-writing.ts";
import { keepListings } from "#db/queries/listings.ts";
import type { PieceState } from "#db/schema.ts";
import { clearDemo } from "../demo/clear.ts";
import { dayOf, type House, type Subject } from "../house.ts";
import { linkedSubjects } from "./links.ts";

export type EssayRow = NonNullable<
  Awaited<ReturnType<ReturnType<typeof essayById>["executeTakeFirst"]>>
>;

/** What cached pages must forget when an essay appears, changes its title or goes. */
export async function essaySubjects(
  db: Reader,
  { essayId }: { essayId: string },
): Promise<Subject[]> {
  const linked = await linkedSubjects(db, { essayId });
  const inSeries = await neighboursInSeries(db, { essayId }).execute();
  const all = new Set([...linked, ...inSeries.map(({ id }) => `essay:${id}` as const)]);
  return [...all, "fronts"];
}

interface Move {
  essay: EssayRow;
  to: PieceState;
  /** Of a take-back: the moment (ms) from which it can't be undone. */
  eraseAt?: number;
}

/** How many comments stand under it, whatever their state. */
function commentsUnder(essay: EssayRow): number {
  return (
    essay.comments_visible +
    essay.comments_waiting +
    essay.comments_folded +
    essay.comments_removed +
    essay.comments_taken_back +
    essay.comments_missing
  );
}

/**
 * Moves an essay to another state, with its lists and what is cached of it. What waited and is let
 * through is published now, so that it stands where readers look for what is new; what has answers
 * already (its change had to wait) stays before them. The first real piece ends the examples.
 *
 * @returns what to tell `house.changed` after the commit
 */
export async function moveEssay(
  trx: Writer,
  house: Pick<House, "clock">,
  { essay, to, eraseAt }: Move,
): Promise<Subject[]> {
  const { id: essayId, state } = essay;
  const now = house.clock();
  const isNew = state === "waiting" && to === "visible" && commentsUnder(essay) === 0;
  const at = Math.max(now.getTime(), essay.ordered_at);
  await updateEssay(trx, {
    id: essayId,
    set: {
      state: to,
      state_before: to === "taken_back" ? state : null,
      erase_at: eraseAt ?? null,
      ...(isNew && {
        ordered_at: at,
        active_at: at,
        published_on: dayOf(now),
        active_on: dayOf(now),
      }),
    },
  }).execute();
  await keepListings(trx, { essayId });
  const forgotten = isNew ? await clearDemo(trx) : [];
  const subjects = [...(await essaySubjects(trx, { essayId })), ...forgotten];
  await recordChanges(trx, subjects);
  return subjects;
}
