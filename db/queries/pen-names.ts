import type { Insertable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { PenNamesTable } from "../schema-accounts.ts";

/** Pen names by their ids, retired ones too. */
export function penNamesById(db: Reader, { ids }: { ids: readonly string[] }) {
  return db.selectFrom("pen_names").selectAll().where("id", "in", ids);
}

/** The pen name of that folded name, retired or not. */
export function penNameByKey(db: Reader, { nameKey }: { nameKey: string }) {
  return db.selectFrom("pen_names").selectAll().where("name_key", "=", nameKey);
}

/** What every pen name is compared by. For commands only. */
export function everyPenName(db: Reader) {
  return db.selectFrom("pen_names").select(["name", "name_key", "look_key"]).orderBy("name_key");
}

export function insertPenName(trx: Writer, row: Insertable<PenNamesTable>) {
  return trx.insertInto("pen_names").values(row);
}

export function setDescription(
  trx: Writer,
  { id, description }: { id: string; description: string | null },
) {
  return trx.updateTable("pen_names").set({ description }).where("id", "=", id);
}

/** 1: the name speaks no more. One that is on its way out stays as it is. */
export function setRetired(trx: Writer, { id, retired }: { id: string; retired: 0 | 1 }) {
  return trx
    .updateTable("pen_names")
    .set({ retired })
    .where("id", "=", id)
    .where("erase_at", "is", null);
}

/** What the page of a pen name says of it; nothing of one that is on its way out. */
export function penNamePage(db: Reader, { nameKey }: { nameKey: string }) {
  return db
    .selectFrom("pen_names")
    .select(["name", "description", "retired"])
    .where("name_key", "=", nameKey)
    .where("erase_at", "is", null);
}
