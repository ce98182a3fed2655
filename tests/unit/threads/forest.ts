import fc from "fast-check";
import type { CommentStub, Perspective } from "#app/domain/threads/types.ts";

const PERSPECTIVES: Perspective[][] = [[], ["experience"], ["debate"], ["experience", "debate"]];

/** Random threads: every comment answers the essay or some earlier comment. */
export const forests = fc
  .array(
    fc.record({
      parent: fc.option(fc.nat(), { nil: null, freq: 4 }),
      perspectives: fc.constantFrom(...PERSPECTIVES),
      state: fc.constantFrom("visible", "visible", "visible", "folded", "removed", "missing"),
      standing: fc.constantFrom("lived", "worked", null),
    }),
    { maxLength: 120 },
  )
  .map((picks) => {
    const stubs: CommentStub[] = [];
    for (const [index, pick] of picks.entries()) {
      const parent = pick.parent === null || index === 0 ? undefined : stubs[pick.parent % index];
      const readable = pick.state === "visible" || pick.state === "folded";
      stubs.push({
        id: `c${index}`,
        parentId: parent?.id ?? null,
        rootId: parent?.rootId ?? `c${index}`,
        depth: (parent?.depth ?? 0) + 1,
        state: pick.state as CommentStub["state"],
        orderedAt: index,
        revision: 1,
        by: readable ? { name: `Name ${index}`, kind: "thread_name" } : null,
        perspectives: readable ? pick.perspectives : [],
        standing: readable ? (pick.standing as CommentStub["standing"]) : null,
      });
    }
    return stubs;
  });

/** A chain in which every comment answers the one before. */
export function chain(length: number): CommentStub[] {
  return Array.from({ length }, (_, index) => ({
    id: `c${index}`,
    parentId: index === 0 ? null : `c${index - 1}`,
    rootId: "c0",
    depth: index + 1,
    state: "visible",
    orderedAt: index,
    revision: 1,
    by: { name: `Name ${index}`, kind: "thread_name" },
    perspectives: [],
    standing: null,
  }));
}
