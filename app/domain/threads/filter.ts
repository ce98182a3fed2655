import type { Standing } from "#db/schema.ts";
import { ancestors, assemble, readingOrder } from "./assemble.ts";
import type { Branch, CommentStub, Perspective } from "./types.ts";

/** What a reader wants to see of a thread. */
export interface ThreadFilter {
  perspective: Perspective;
  /** Leave out pieces that carry both perspectives. */
  only: boolean;
  standing: Standing | null;
}

export interface FilteredThread<T> {
  branches: Branch<T>[];
  /** Ancestors of what matches, shown as one folded line each. */
  context: ReadonlySet<string>;
  /** Branches in which nothing matches. */
  hiddenBranches: number;
}

/** Does a comment match? Only visible and folded ones can: the others have neither words nor writer. */
export function matches(comment: CommentStub, filter: ThreadFilter): boolean {
  if (comment.state !== "visible" && comment.state !== "folded") return false;
  if (!comment.perspectives.includes(filter.perspective)) return false;
  if (filter.only && comment.perspectives.length > 1) return false;
  return filter.standing === null || comment.standing === filter.standing;
}

/** Keeps what matches and its ancestors, in the same shape and order. */
export function filterThread<T extends CommentStub>(
  branches: Branch<T>[],
  filter: ThreadFilter,
): FilteredThread<T> {
  const all = readingOrder(branches);
  const byId = new Map(all.map((comment) => [comment.id, comment]));
  const kept = new Set<string>();
  const context = new Set<string>();
  for (const comment of all) {
    if (!matches(comment, filter)) continue;
    kept.add(comment.id);
    for (const above of ancestors(byId, comment)) {
      if (kept.has(above.id) || context.has(above.id)) break;
      context.add(above.id);
    }
  }
  const shown = assemble(all.filter(({ id }) => kept.has(id) || context.has(id)));
  return { branches: shown, context, hiddenBranches: branches.length - shown.length };
}
