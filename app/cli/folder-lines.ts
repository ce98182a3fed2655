import type { FolderCounts } from "#app/domain/exchange/folder/export-folder.ts";
import { asFolderFault } from "#app/domain/exchange/folder/faults.ts";
import { words } from "#app/words/words.ts";

/** What a folder holds, a line each; nothing of what it has none of. */
export function countLines(counts: FolderCounts): string[] {
  const say = words().exchange.counts;
  const { comments } = counts;
  const places = comments.waiting + comments.removed + comments.taken_back + comments.missing;
  const few = ["versions", "links", "series", "tags", "redirects", "log_rows"] as const;
  return [
    say.essays(counts.essays),
    say.comments(comments.visible + comments.folded),
    ...(places > 0 ? [say.places(places)] : []),
    ...few.filter((name) => counts[name] > 0).map((name) => say[name](counts[name])),
  ];
}

/**
 * Runs what works with a folder, and says in one line what is wrong with the folder.
 *
 * @returns the exit code
 * @throws all that isn't about the folder
 */
export async function tellingFaults(work: () => Promise<void>): Promise<number> {
  try {
    await work();
    return 0;
  } catch (error) {
    const found = asFolderFault(error);
    if (!found) throw error;
    const { faults, fault } = words().exchange;
    process.stderr.write(`${fault(faults[found.kind], found.detail, found.file, found.line)}\n`);
    return 1;
  }
}
