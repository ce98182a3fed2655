import { sql } from "kysely";
import type { Reader } from "../connect.ts";
import type { Schema } from "../schema.ts";

type WithSecret = {
  [Table in keyof Schema]: "secret_id" extends keyof Schema[Table] ? Table : never;
}[keyof Schema];

/** Every table whose rows name the secret that made them; the compiler knows when one is missing. */
const TABLES: Readonly<Record<WithSecret, true>> = {
  essays: true,
  comments: true,
  gone_addresses: true,
  thread_names: true,
  series: true,
  drafts: true,
  key_lists: true,
  sessions: true,
  accounts: true,
  passphrases: true,
  recovery_codes: true,
  recoveries: true,
  passkeys: true,
  join_links: true,
  pen_names: true,
  gone_names: true,
  claimed_names: true,
  name_claims: true,
  scheduled_pieces: true,
};

export interface SecretInUse {
  table: string;
  secretId: string;
  rows: number;
}

/** How many rows of each table name which secret. Looks through whole tables: for commands only. */
export async function secretsInUse(db: Reader): Promise<SecretInUse[]> {
  const found: SecretInUse[] = [];
  for (const table of Object.keys(TABLES)) {
    const { rows } = await sql<{ id: string; rows: number }>`
      select secret_id as id, count(*) as rows from ${sql.table(table)}
      where secret_id is not null group by secret_id`.execute(db);
    found.push(
      ...rows.map(({ id, rows: count }) => ({ table, secretId: id, rows: Number(count) })),
    );
  }
  return found;
}
