import { sql } from "kysely";
import type { Store } from "../connect.ts";

/**
 * Does the writer keep what it acknowledges when the power fails?
 *
 * @returns the settings that say otherwise, e.g. `synchronous=1`; empty where it does
 */
export async function unsafeSettings(store: Store): Promise<string[]> {
  return store.write(async (trx) => {
    if (store.dialect === "sqlite") {
      const { rows: sync } = await sql<{ synchronous: number }>`pragma synchronous`.execute(trx);
      const { rows: mode } = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(trx);
      return [
        ...sync.filter((row) => row.synchronous < 2).map((row) => `synchronous=${row.synchronous}`),
        ...mode
          .filter((row) => row.journal_mode !== "wal")
          .map((row) => `journal_mode=${row.journal_mode}`),
      ];
    }
    const { rows } = await sql<{ name: string; setting: string }>`
      select name, setting from pg_settings
      where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting = 'off'
    `.execute(trx);
    return rows.map(({ name, setting }) => `${name}=${setting}`);
  });
}
