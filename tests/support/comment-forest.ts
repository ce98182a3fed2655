/** Random threads as an export may hold them, and a simple model of where everything stands. */
import fc from "fast-check";
import { FATE, type ThreadRows } from "#app/domain/exchange/wordpress/place-thread.ts";

export interface Row {
  id: number;
  parent: number;
  day: number;
  fate: number;
}

const fates = [FATE.visible, FATE.visible, FATE.visible, FATE.waiting, FATE.leftOut];

const row = fc.record({
  id: fc.integer({ min: 1, max: 25 }),
  // Some above 25 are never in the file; a comment may name itself, or one after it.
  parent: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 28 })),
  day: fc.integer({ min: 15_000, max: 15_004 }),
  fate: fc.constantFrom(...fates),
});

/** Rows of one thread with numbers of their own, in any order. */
export const rowList = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 25 });

export const rowsArbitrary = rowList.map(inColumns);

export function inColumns(list: readonly Row[]): ThreadRows {
  return {
    ids: list.map(({ id }) => id),
    parents: list.map(({ parent }) => parent),
    days: list.map(({ day }) => day),
    fates: list.map(({ fate }) => fate),
  };
}

export interface Standing {
  id: number;
  /** 0: answers the post. */
  parentId: number;
  depth: number;
  empty: boolean;
}

/** Slow and plain, to compare with: all that stands, in the order of writing. */
export function model(rows: ThreadRows): Standing[] {
  const parents = new Map<number, number>();
  const kept: { id: number; day: number }[] = [];
  for (const [index, id] of rows.ids.entries()) {
    parents.set(id, rows.parents[index] ?? 0);
    if (rows.fates[index] !== FATE.leftOut) kept.push({ id, day: rows.days[index] ?? 0 });
  }
  const up = (id: number) => parents.get(id) ?? 0;
  for (const start of [...parents.keys()].sort((a, b) => a - b)) {
    // The smallest number of a ring comes first, and is where it is cut.
    let at = up(start);
    for (let step = 0; step < 60 && at !== 0 && at !== start; step += 1) at = up(at);
    if (at === start) parents.set(start, 0);
  }
  const keptIds = new Set(kept.map(({ id }) => id));
  const depth = (id: number): number => (up(id) === 0 ? 1 : depth(up(id)) + 1);
  const out: Standing[] = [];
  const seen = new Set<number>();
  for (const { id } of kept.sort((a, b) => a.day - b.day || a.id - b.id)) {
    const line = [id];
    for (let at = up(id); at !== 0 && !keptIds.has(at) && !seen.has(at); at = up(at)) {
      seen.add(at);
      line.unshift(at);
    }
    for (const one of line) {
      out.push({ id: one, parentId: up(one), depth: depth(one), empty: !keptIds.has(one) });
    }
  }
  return out;
}
