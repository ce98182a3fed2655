import type { Subject } from "../../house.ts";
import type { ImportPlan } from "./plan-import.ts";
import { type NoteReason, type SkipReason, Tally } from "./tally.ts";
import { type Converted, type ConvertRequest, makeConverter } from "./to-markdown.ts";

/** What this run has brought in so far; each figure counts only what has been committed. */
export class ImportRun {
  essays = 0;
  comments = 0;
  placeholders = 0;
  waiting = 0;
  drafts = 0;
  redirects = 0;
  /** Links between essays that were proposed as responses. */
  proposals = 0;
  notes = 0;
  readonly skipped = new Tally<SkipReason>();
  readonly noted = new Tally<NoteReason>();
  /** Ids of the essays here, by their number on the old blog. */
  readonly essayIds = new Map<number, string>();
  private readonly converter = makeConverter();

  constructor(
    readonly plan: ImportPlan,
    readonly onBytes: (bytes: number) => void,
  ) {}

  /** Text of the blog as Markdown; what was lost in it is counted. */
  convert(request: Omit<ConvertRequest, "baseUrl">, line: number): string {
    const converted: Converted = this.converter({ ...request, baseUrl: this.plan.baseUrl });
    if (converted.markupLost) this.noted.add("markup let go", line);
    this.noted.add("removed shortcodes", line, converted.removedShortcodes);
    this.noted.add("removed blocks", line, converted.removedBlocks);
    this.noted.add("footnotes", null, converted.footnotes);
    return converted.markdown;
  }
}

/** Runs `work` over all entries, at most `most` at once; results in the order of the entries. */
export async function severalAtOnce<T, R>(
  entries: readonly T[],
  most: number,
  work: (entry: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    while (next < entries.length) {
      const index = next;
      next += 1;
      const entry = entries[index];
      if (entry !== undefined) results[index] = await work(entry);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, entries.length) }, worker));
  return results;
}

/** A list in parts, for statements that can't name everything at once. */
export function* inParts<T>(list: readonly T[], size: number): Generator<T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size);
}

/** The day with this count since 1970, as `YYYY-MM-DD`. */
export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export const DAY_MS = 86_400_000;

export function changesOf(essayIds: Iterable<string>): Subject[] {
  return [...[...essayIds].map((id): Subject => `essay:${id}`), "fronts"];
}
