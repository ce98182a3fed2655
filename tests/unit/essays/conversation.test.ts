import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nest } from "#app/components/conversations/nest.ts";
import { connectedGroups } from "#app/domain/essays/connected-groups.ts";
import { readingOrderOf } from "#app/domain/essays/conversation.ts";

const idOf = (place: number) => `e${place}`;

/** Random essays and links, to later ones and in circles as well. */
const graphs = fc.integer({ min: 1, max: 40 }).chain((size) =>
  fc.record({
    essays: fc.constant(Array.from({ length: size }, (_, place) => ({ id: idOf(place) }))),
    links: fc.array(
      fc.record({
        from: fc.nat(size - 1).map(idOf),
        to: fc.nat(size).map(idOf),
      }),
      { maxLength: 3 * size },
    ),
  }),
);

describe("reading order of essays that answer each other", () => {
  test("has each essay once, after the one it stands under, which it answers", () => {
    fc.assert(
      fc.property(graphs, ({ essays, links }) => {
        const order = readingOrderOf(essays, links);
        expect(order.map(({ essay }) => essay.id).sort()).toEqual(
          essays.map(({ id }) => id).sort(),
        );
        const depths = new Map<string, number>();
        for (const { essay, parentId, depth } of order) {
          expect(depth).toBe(parentId === null ? 1 : (depths.get(parentId) ?? Number.NaN) + 1);
          if (parentId !== null) expect(links).toContainEqual({ from: essay.id, to: parentId });
          depths.set(essay.id, depth);
        }
      }),
    );
  });

  test("puts each under the oldest it answers, where no circle is in the way", () => {
    fc.assert(
      fc.property(graphs, ({ essays, links }) => {
        const place = (id: string) => Number(id.slice(1));
        for (const { essay, parentId } of readingOrderOf(essays, links)) {
          const older = links
            .filter(({ from, to }) => from === essay.id && place(to) < place(from))
            .map(({ to }) => place(to));
          if (older.length > 0) expect(parentId).toBe(idOf(Math.min(...older)));
        }
      }),
    );
  });

  test("leaves no essay of what hangs together at a top of its own, but the tops of circles", () => {
    fc.assert(
      fc.property(graphs, ({ essays, links }) => {
        const known = new Set(essays.map(({ id }) => id));
        const here = links.filter(({ from, to }) => from !== to && known.has(to));
        const tops = readingOrderOf(essays, here).filter(({ parentId }) => parentId === null);
        for (const { essay } of tops) {
          const targets = here.filter(({ from }) => from === essay.id).map(({ to }) => to);
          // Whatever a top answers hangs below it: else it would stand under it.
          const below = belowOf(essay.id, essays, here);
          expect(targets.filter((to) => !below.has(to))).toEqual([]);
        }
        const groups = connectedGroups(
          essays.map(({ id }) => id),
          here.map(({ from, to }) => [from, to] as const),
        );
        expect(tops.length).toBeGreaterThanOrEqual(groups.length);
      }),
    );
  });

  test("bears a chain of thousands and a circle of thousands", () => {
    const essays = Array.from({ length: 5_000 }, (_, place) => ({ id: idOf(place) }));
    const chain = essays.map(({ id }, place) => ({ from: id, to: idOf(place - 1) }));
    expect(readingOrderOf(essays, chain).at(-1)?.depth).toBe(5_000);
    const circle = essays.map(({ id }, place) => ({ from: id, to: idOf((place + 1) % 5_000) }));
    expect(readingOrderOf(essays, circle)).toHaveLength(5_000);
  });
});

function belowOf(
  id: string,
  essays: readonly { id: string }[],
  links: readonly { from: string; to: string }[],
): Set<string> {
  const below = new Set([id]);
  for (const { essay, parentId } of readingOrderOf(essays, links)) {
    if (parentId !== null && below.has(parentId)) below.add(essay.id);
  }
  return below;
}

describe("the list of a page", () => {
  const entry = (place: number, parentId: string | null) => ({ id: idOf(place), parentId });

  test("keeps reading order and stops nesting at twelve", () => {
    const entries = Array.from({ length: 60 }, (_, place) =>
      entry(place, place === 0 ? null : idOf(place - 1)),
    );
    const flat: string[] = [];
    let deepest = 0;
    const walk = (nodes: ReturnType<typeof nest<(typeof entries)[number]>>, level: number) => {
      for (const node of nodes) {
        flat.push(node.entry.id);
        deepest = Math.max(deepest, level);
        walk(node.answers, level + 1);
      }
    };
    walk(nest(entries), 1);
    expect(flat).toEqual(entries.map(({ id }) => id));
    expect(deepest).toBe(12);
  });

  test("puts at the top what answers something on another page, with what answers it", () => {
    const nested = nest([entry(5, "e1"), entry(6, "e5"), entry(7, "e2")]);
    expect(nested.map((node) => [node.entry.id, node.answers.length])).toEqual([
      ["e5", 1],
      ["e7", 0],
    ]);
  });
});
