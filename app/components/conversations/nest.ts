/** Lists stand in each other at most this deep, as in a thread; deeper answers follow as siblings. */
const NESTING_CAP = 12;

export interface Nested<T> {
  entry: T;
  answers: Nested<T>[];
}

/**
 * Puts the entries of a page under each other.
 *
 * @param entries in reading order; one whose parent is on another page stands at the top
 */
export function nest<T extends { id: string; parentId: string | null }>(
  entries: readonly T[],
): Nested<T>[] {
  const top: Nested<T>[] = [];
  const levels = new Map<string, number>();
  /** From the top down to the entry before. */
  const path: Nested<T>[] = [];
  for (const entry of entries) {
    const above = entry.parentId === null ? undefined : levels.get(entry.parentId);
    const level = above === undefined ? 1 : Math.min(above + 1, NESTING_CAP);
    const node = { entry, answers: [] };
    path.length = Math.min(path.length, level - 1);
    (path.at(-1)?.answers ?? top).push(node);
    path.push(node);
    levels.set(entry.id, level);
  }
  return top;
}
