import type { Branch, CommentStub } from "./types.ts";

export type BranchOrder = "oldest" | "newest";

/**
 * Puts the comments of a thread under their parents.
 *
 * @param stubs oldest first; a parent may stand anywhere in the list
 * @param order which branch comes first; within a branch it is always the oldest
 * @returns the branches of the thread in reading order
 */
export function assemble<T extends CommentStub>(
  stubs: readonly T[],
  order: BranchOrder = "oldest",
): Branch<T>[] {
  const nodes = new Map(
    stubs.map((comment) => [comment.id, { comment, replies: [] } as Branch<T>]),
  );
  const branches: Branch<T>[] = [];
  for (const node of nodes.values()) {
    const parent = node.comment.parentId === null ? undefined : nodes.get(node.comment.parentId);
    (parent?.replies ?? branches).push(node);
  }
  return order === "newest" ? branches.reverse() : branches;
}

/** All comments of some branches in reading order. Iterative: a chain may be thousands deep. */
export function readingOrder<T>(branches: readonly Branch<T>[]): T[] {
  const found: T[] = [];
  const waiting = [...branches].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    found.push(node.comment);
    for (let i = node.replies.length - 1; i >= 0; i -= 1) {
      const reply = node.replies[i];
      if (reply) waiting.push(reply);
    }
  }
  return found;
}

/** How many comments a branch has, itself included. */
export function branchSize<T>(branch: Branch<T>): number {
  return readingOrder([branch]).length;
}

/** The comment, its parent, the parent's parent and so on up to the top, nearest first. */
export function ancestors<T extends CommentStub>(byId: ReadonlyMap<string, T>, comment: T): T[] {
  const line: T[] = [];
  let above = comment.parentId;
  while (above !== null) {
    const parent = byId.get(above);
    if (!parent) break;
    line.push(parent);
    above = parent.parentId;
  }
  return line;
}
