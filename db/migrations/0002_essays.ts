import { sql } from "kysely";
import type { DialectName, Writer } from "../connect.ts";
import { essayColumns } from "./0002_essays/essays.ts";
import { linkTables } from "./0002_essays/links.ts";
import { listings } from "./0002_essays/listings.ts";
import { columns } from "./columns.ts";

/** Essays that are written here and answer each other, and the lists in which they stand. */
export async function essays(trx: Writer, dialect: DialectName): Promise<void> {
  const words = columns(dialect);
  for (const statement of [...essayColumns(words), ...linkTables(words), ...listings(words)]) {
    await sql.raw(statement).execute(trx);
  }
}
