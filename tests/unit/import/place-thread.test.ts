import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FATE, placeThread, type ThreadRows } from "#app/domain/exchange/wordpress/place-thread.ts";
import { model, rowsArbitrary } from "#tests/support/comment-forest.ts";

function placed(rows: ThreadRows) {
  const thread = placeThread(rows);
  return thread.ids.flatMap((id, node) => {
    if (thread.stands[node] === 0) return [];
    const parent = thread.parent[node] ?? -1;
    const parentId = parent === -1 ? 0 : (thread.ids[parent] ?? 0);
    const at = [thread.day[node] ?? 0, thread.rank[node] ?? 0] as const;
    return [{ id, parentId, depth: thread.depth[node] ?? 0, empty: thread.empty[node] === 1, at }];
  });
}

describe("where comments stand", () => {
  it("is what a simple model says, for any forest in any order", () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const found = placed(rows).sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
        const simple = found.map(({ id, parentId, depth, empty }) => ({
          id,
          parentId,
          depth,
          empty,
        }));
        expect(simple).toEqual(model(rows));
      }),
      { numRuns: 500 },
    );
  });

  it("needs no recursion: a chain of 200,000, each before its parent", () => {
    const count = 200_000;
    const ids = Array.from({ length: count }, (_, i) => count - i);
    const rows = {
      ids,
      parents: ids.map((id) => id - 1),
      days: ids.map(() => 1),
      fates: ids.map(() => FATE.visible),
    };
    const thread = placeThread(rows);
    expect(thread.depth[0]).toBe(count);
    expect(thread.depth[count - 1]).toBe(1);
    expect(thread.rank[0]).toBe(count - 1);
  });
});
