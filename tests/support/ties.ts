/**
 * What somebody who has a copy of the store could tie together: rows that share a value, whatever
 * column it stands in. Only what is listed here with its reason is left out.
 */
import { sql } from "kysely";
import type { Store } from "#db/connect.ts";

type Value = string | number | null;
export interface StoredRow {
  table: string;
  values: Readonly<Record<string, Value>>;
}

/** Columns in which equal values say nothing about who: `table.column`, or `*.column`. */
const SAYS_NOTHING: Readonly<Record<string, string>> = {
  "*.secret_id": "names a secret of the house, the same for all of a time",
  "*.essay_id": "the thread, in which everybody writes",
  "*.conversation_id": "essays that answer each other",
  "essays.id": "the thread, in which everybody writes",
  "comments.parent_id": "what somebody else wrote is answered",
  "comments.root_id": "what somebody else wrote is answered",
  "*.experience": "a choice of a few",
  "*.state": "a choice of a few",
  "*.state_before": "a choice of a few",
  "*.origin": "a choice of a few",
  "*.by_kind": "a choice of a few",
  "*.lead": "a choice of a few",
  "*.reply_mode": "a choice of a few",
  "*.perspective_source": "a choice of a few",
  "*.kind": "a choice of a few",
  "essays.active_at": "the newest comment under it, whoever wrote it",
  "*.works_cited": "empty in these essays",
  "*.markdown": "what was written; the words may tell",
  "*.html": "what was written; the words may tell",
  "*.first_lines": "what was written; the words may tell",
};
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Below it numbers are counts, depths, versions, yes and no; times and random ones are larger. */
const LEAST_NUMBER = 100_000;
/** A part of a longer value that can't be there by chance. */
const LEAST_PART = 16;

/** Every row of every table, in the order in which the store gives them. */
export async function storedRows({ read }: Pick<Store, "read">): Promise<StoredRow[]> {
  const found: StoredRow[] = [];
  for (const { name } of await read.introspection.getTables()) {
    const { rows } = await sql<Record<string, Value>>`select * from ${sql.table(name)}`.execute(
      read,
    );
    found.push(...rows.map((values) => ({ table: name, values })));
  }
  return found;
}

/** What of a row another row could have as well. */
function telling({ table, values }: StoredRow): string[] {
  return Object.entries(values).flatMap(([column, value]) => {
    if (`*.${column}` in SAYS_NOTHING || `${table}.${column}` in SAYS_NOTHING) return [];
    return partsOf(value);
  });
}

function partsOf(value: Value): string[] {
  if (value === null || value === "") return [];
  const number = Number(value);
  if (typeof value === "number" || /^\d+$/.test(value)) {
    return number < LEAST_NUMBER ? [] : [String(number)];
  }
  if (DAY.test(value)) return [];
  const parts = value.split(/[^\w-]+/).filter((part) => part.length >= LEAST_PART);
  return [...new Set([value, ...parts, ...insideJson(value)])];
}

function insideJson(text: string): string[] {
  if (!/^[[{]/.test(text)) return [];
  try {
    const found: string[] = [];
    JSON.stringify(JSON.parse(text), (_name, value: unknown) => {
      if (typeof value === "string" || typeof value === "number") found.push(...partsOf(value));
      return value;
    });
    return found;
  } catch {
    return [];
  }
}

/** Groups of rows that share a value, or share one with a row that shares one, and so on. */
export function tiedRows(rows: readonly StoredRow[]): StoredRow[][] {
  const groupOf = new Map<StoredRow, Set<StoredRow>>();
  const firstWith = new Map<string, StoredRow>();
  for (const row of rows) groupOf.set(row, new Set([row]));
  for (const row of rows) {
    for (const value of telling(row)) {
      const other = firstWith.get(value);
      if (other) join(groupOf, row, other);
      else firstWith.set(value, row);
    }
  }
  return [...new Set(groupOf.values())].map((group) => [...group]);
}

function join(groupOf: Map<StoredRow, Set<StoredRow>>, one: StoredRow, other: StoredRow): void {
  const [a, b] = [groupOf.get(one), groupOf.get(other)];
  if (!a || !b || a === b) return;
  const [large, small] = a.size >= b.size ? [a, b] : [b, a];
  for (const row of small) {
    large.add(row);
    groupOf.set(row, large);
  }
}
