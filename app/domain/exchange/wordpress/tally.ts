import type { importing } from "#app/words/en/importing.ts";

export type SkipReason = keyof typeof importing.skipped;
export type NoteReason = keyof typeof importing.noted;

export interface TallyRow<Reason> {
  reason: Reason;
  count: number;
  /** The first lines of the file where it was so; empty where no line can be told. */
  lines: readonly number[];
}

const LINES_KEPT = 5;

/** Counts reasons and remembers the first few lines of each. */
export class Tally<Reason extends string> {
  private readonly rows = new Map<Reason, { count: number; lines: number[] }>();

  add(reason: Reason, line: number | null = null, count = 1): void {
    if (count === 0) return;
    const row = this.rows.get(reason) ?? { count: 0, lines: [] };
    row.count += count;
    if (line !== null && row.lines.length < LINES_KEPT) row.lines.push(line);
    this.rows.set(reason, row);
  }

  list(): TallyRow<Reason>[] {
    return [...this.rows].map(([reason, row]) => ({ reason, ...row }));
  }
}
