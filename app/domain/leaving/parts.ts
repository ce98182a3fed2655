/** What an account can take out or take back by itself: one name, or everything. */
import type { Reader } from "#db/connect.ts";
import { keysOf, ownNames } from "../accounts/own-names.ts";
import type { Account } from "../accounts/types.ts";

/** The value of a form for all names together. */
export const EVERYTHING = "everything";
const THREAD_NAMES = "thread-names";

export interface Part {
  /** What a form says. */
  value: string;
  kind: "pen_name" | "thread_names" | "claimed";
  /** Null: thread names, of which there is another in each thread. */
  name: string | null;
  description: string | null;
  retired: boolean;
  /** Own what was written under it; never leave the server. */
  keys: readonly string[];
}

/** Pen names first, then thread names as one, then names of the old blog. */
export async function partsOf(db: Reader, account: Account): Promise<Part[]> {
  const pens = (await ownNames(db, account)).map(
    ({ id, name, description, retired, key }): Part => ({
      ...{ value: id, kind: "pen_name", name, description, retired, keys: [key] },
    }),
  );
  const threads: Part = {
    value: THREAD_NAMES,
    kind: "thread_names",
    name: null,
    description: null,
    retired: false,
    keys: account.vault.threadKeys,
  };
  const claimed = account.vault.claimed.map(
    ({ name, key }, place): Part => ({
      value: `old-name-${place}`,
      kind: "claimed",
      name,
      description: null,
      retired: false,
      keys: [key],
    }),
  );
  return [...pens, threads, ...claimed];
}

/** The keys of what a form chose; null: it chose nothing that there is. */
export async function keysOfChoice(
  db: Reader,
  account: Account,
  chosen: string,
): Promise<readonly string[] | null> {
  if (chosen === EVERYTHING) return keysOf(account);
  const part = (await partsOf(db, account)).find(({ value }) => value === chosen);
  return part?.keys ?? null;
}
