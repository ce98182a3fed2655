import type { DialectName } from "../connect.ts";

/**
 * The few words in which the two dialects differ when a table is made. A migration never changes
 * once it has been released, so neither does this: later migrations may add to it.
 */
export interface Columns {
  /** Text, compared byte by byte, so that both dialects sort alike. */
  text: string;
  /** A count. */
  int: string;
  /** A time in ms, or a number that keeps growing. */
  big: string;
  /** 0 or 1. */
  bit(name: string): string;
  /** `YYYY-MM-DD`, or null where the column allows it. */
  day(name: string): string;
  /** One of a few words. */
  oneOf(name: string, words: readonly string[]): string;
  /** What stands after the closing bracket of a table. */
  end: string;
}

export function columns(dialect: DialectName): Columns {
  const shape =
    dialect === "sqlite"
      ? (name: string) => `${name} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`
      : (name: string) => `${name} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`;
  return {
    text: dialect === "sqlite" ? "text" : 'text collate "C"',
    int: "integer",
    big: dialect === "sqlite" ? "integer" : "bigint",
    bit: (name) => `check (${name} in (0, 1))`,
    day: (name) =>
      `check (${shape(name)} and substr(${name}, 6, 2) between '01' and '12'` +
      ` and substr(${name}, 9, 2) between '01' and '31')`,
    oneOf: (name, words) => `check (${name} in (${words.map((word) => `'${word}'`).join(", ")}))`,
    // Without it SQLite would keep a word in a number's column.
    end: dialect === "sqlite" ? "strict" : "",
  };
}
