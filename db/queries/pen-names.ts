import type { Insertable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { PenNamesTable } from "../schema-accounts.ts";

/** Pen names by their ids, retired ones too. */
export function penNamesById(db: Reader, { ids }: { ids: readonly string[] }) {
  return db.selectFrom("pen_names").selectAll().where("id", "in", ids);
}

export function insertPenName(trx: Writer, row: Insertable<PenNamesTable>) {
  return trx.insertInto("pen_names").values(row);
}
