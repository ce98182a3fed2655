import { sql } from "kysely";
import type { DialectName, Writer } from "../connect.ts";
import { aroundTables } from "./0001_ground/around.ts";
import { houseTables } from "./0001_ground/house.ts";
import { pieceTables } from "./0001_ground/pieces.ts";
import { columns } from "./columns.ts";

/** All tables of the ground floor; what each is for stands in db/schema.ts. */
export async function ground(trx: Writer, dialect: DialectName): Promise<void> {
  const words = columns(dialect);
  for (const statement of [...pieceTables(words), ...aroundTables(words), ...houseTables(words)]) {
    await sql.raw(statement).execute(trx);
  }
}
