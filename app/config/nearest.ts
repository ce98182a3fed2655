/**
 * The known word that somebody probably meant: the nearest by edits (Levenshtein), and no farther
 * than a third of its letters.
 */
export function nearest(typed: string, known: readonly string[]): string | null {
  const tidy = (word: string) => word.toLowerCase().replace(/[-\s]/g, "_");
  const ranked = known
    .map((word) => ({ word, edits: edits(tidy(typed), tidy(word)) }))
    .filter(({ word, edits }) => edits <= Math.max(1, Math.ceil(word.length / 3)))
    .sort((a, b) => a.edits - b.edits);
  return ranked[0]?.word ?? null;
}

function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= to.length; column += 1) {
      const swapped = (row[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1);
      next.push(Math.min(swapped, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
