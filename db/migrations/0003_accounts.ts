import { sql } from "kysely";
import type { DialectName, Writer } from "../connect.ts";
import { accountTables } from "./0003_accounts/accounts.ts";
import { addedColumns } from "./0003_accounts/added.ts";
import { nameTables } from "./0003_accounts/names.ts";
import { columns } from "./columns.ts";

/** Accounts without an email, their pen names, and what is kept for later or on its way out. */
export async function accounts(trx: Writer, dialect: DialectName): Promise<void> {
  const words = columns(dialect);
  const unordered = dialect === "sqlite" ? `${words.end}, without rowid` : words.end;
  const statements = [
    ...accountTables(words, unordered),
    ...nameTables(words, unordered),
    ...addedColumns(words, unordered),
  ];
  for (const statement of statements) await sql.raw(statement).execute(trx);
}
