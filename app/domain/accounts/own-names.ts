import type { Reader } from "#db/connect.ts";
import { penNamesById } from "#db/queries/pen-names.ts";
import type { Account, OwnPenName } from "./types.ts";

/** The pen names of an account, the oldest first, retired ones too. */
export async function ownNames(db: Reader, { vault }: Account): Promise<OwnPenName[]> {
  const ids = vault.names.map(({ id }) => id);
  const rows = await penNamesById(db, { ids }).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return vault.names.flatMap(({ id, key }) => {
    const row = byId.get(id);
    if (!row) return [];
    const { name, description, paused_until: pausedUntil } = row;
    return [{ id, name, description, retired: row.retired === 1, pausedUntil, key }];
  });
}

/** Every key that an account speaks with: of its pen names, thread names and claimed names. */
export function keysOf({ vault }: Account): string[] {
  const named = [...vault.names, ...vault.claimed].map(({ key }) => key);
  return [...named, ...vault.threadKeys];
}
