/**
 * Everything of some keys is taken back, or brought back, in one go: by the hundred, so that others
 * write in between. What was interrupted goes on when it is called again.
 */
import type { Writer } from "#db/connect.ts";
import { updateComment } from "#db/queries/comments-writing.ts";
import { ownCommentStates, ownEssayStates } from "#db/queries/own-pieces.ts";
import type { PieceState } from "#db/schema.ts";
import { keepCounts, subjectsOf } from "../comments/counts.ts";
import { moveEssay } from "../essays/states.ts";
import type { House, Subject } from "../house.ts";
import { holdBack } from "../later/draft-again.ts";
import { WITH_WORDS } from "../taking-back.ts";
import { inBatches, type ThreadBatch, threadsOfKeys } from "./own-threads.ts";
import { isPartingTogether, partingMoment, type Together } from "./parting-moment.ts";

/** How many comments one transaction moves. */
const AT_ONCE = 100;

interface Moving {
  keys: readonly string[];
  together: Together;
}

interface Done {
  moved: number;
  subjects: Subject[];
  /** Is that all there was to do in these threads? */
  finished: boolean;
}

/**
 * Takes back everything of these keys that still has words: out of view at once, out of the store
 * within a day. What was to become public later is a draft again.
 *
 * @returns how many pieces went
 */
export async function takeBackTogether(house: House, { keys, together }: Moving): Promise<number> {
  for (const key of keys) await house.store.write((trx) => holdBack(trx, house, { key }));
  return await eachBatch(house, keys, (trx, batch) =>
    takeBackBatch(trx, house, { batch, together }),
  );
}

/**
 * Brings back what was taken back together and whose words are still there; what was taken back
 * alone stays so.
 *
 * @returns how many pieces came back
 */
export function bringBackTogether(house: House, { keys, together }: Moving): Promise<number> {
  return eachBatch(house, keys, (trx, batch) => bringBackBatch(trx, house, { batch, together }));
}

async function eachBatch(
  house: House,
  keys: readonly string[],
  work: (trx: Writer, batch: ThreadBatch) => Promise<Done>,
): Promise<number> {
  const threads = await threadsOfKeys(house.store.read, house.secrets, keys);
  let moved = 0;
  for (const batch of inBatches(house.secrets, threads)) {
    for (;;) {
      const done = await house.store.write((trx) => work(trx, batch));
      house.changed([...new Set(done.subjects)]);
      moved += done.moved;
      if (done.finished) break;
    }
  }
  return moved;
}

async function takeBackBatch(
  trx: Writer,
  house: House,
  { batch, together }: { batch: ThreadBatch; together: Together },
): Promise<Done> {
  const subjects: Subject[] = [];
  const momentOf = (row: { id: string; owner_mark: string | null }) => {
    const key = batch.keyOf.get(row.owner_mark ?? "") ?? "";
    return partingMoment(house, { together, key, id: row.id });
  };
  const asked = { essayIds: batch.essayIds, marks: batch.marks, states: WITH_WORDS };
  const essays = await ownEssayStates(trx, asked).execute();
  for (const essay of essays) {
    const move = { essay, to: "taken_back", eraseAt: momentOf(essay) } as const;
    subjects.push(...(await moveEssay(trx, house, move)));
  }
  const found = await ownCommentStates(trx, asked)
    .limit(AT_ONCE + 1)
    .execute();
  const comments = found.slice(0, AT_ONCE);
  for (const row of comments) {
    const set = { state: "taken_back", state_before: row.state, erase_at: momentOf(row) } as const;
    await updateComment(trx, { id: row.id, set }).execute();
  }
  const moves = comments.map((row) => ({ ...row, from: row.state, to: "taken_back" as const }));
  subjects.push(...(await keepAllCounts(trx, moves)));
  return {
    moved: essays.length + comments.length,
    subjects,
    finished: found.length <= AT_ONCE,
  };
}

async function bringBackBatch(
  trx: Writer,
  house: House,
  { batch, together }: { batch: ThreadBatch; together: Together },
): Promise<Done> {
  const subjects: Subject[] = [];
  const now = house.clock().getTime();
  const comesBack = (row: { id: string; owner_mark: string | null; erase_at: number | null }) => {
    const key = batch.keyOf.get(row.owner_mark ?? "") ?? "";
    if (row.erase_at === null || row.erase_at <= now) return false;
    return isPartingTogether(house.secrets, row.erase_at, { together, key, id: row.id });
  };
  const { essayIds, marks } = batch;
  const asked = { essayIds, marks, states: ["taken_back"] as const };
  const essays = (await ownEssayStates(trx, asked).execute()).filter(comesBack);
  for (const essay of essays) {
    const to = essay.state_before ?? "visible";
    subjects.push(...(await moveEssay(trx, house, { essay, to })));
  }
  const found = (await ownCommentStates(trx, asked).execute()).filter(comesBack);
  const comments = found.slice(0, AT_ONCE);
  const moves = comments.map((row) => {
    return { ...row, from: "taken_back" as const, to: row.state_before ?? ("visible" as const) };
  });
  for (const { id, to } of moves) {
    const set = { state: to, state_before: null, erase_at: null };
    await updateComment(trx, { id, set }).execute();
  }
  subjects.push(...(await keepAllCounts(trx, moves)));
  return {
    moved: essays.length + comments.length,
    subjects,
    finished: found.length <= AT_ONCE,
  };
}

interface CommentMove {
  essay_id: string;
  from: PieceState;
  to: PieceState;
}

/** Keeps the counts of each thread once for every kind of move, and not for every comment. */
async function keepAllCounts(trx: Writer, moves: readonly CommentMove[]): Promise<Subject[]> {
  const alike = new Map<string, CommentMove & { by: number }>();
  for (const { essay_id, from, to } of moves) {
    const name = `${essay_id} ${from} ${to}`;
    alike.set(name, { essay_id, from, to, by: (alike.get(name)?.by ?? 0) + 1 });
  }
  for (const { essay_id: essayId, from, to, by } of alike.values()) {
    await keepCounts(trx, { essayId, from, to, by });
  }
  return moves.flatMap(({ essay_id }) => subjectsOf(essay_id));
}
