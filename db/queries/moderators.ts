import type { Insertable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { ModeratorsTable } from "../schema-house.ts";

export function moderatorById(db: Reader, { id }: { id: string }) {
  return db.selectFrom("moderators").selectAll().where("id", "=", id);
}

/** The moderator of that folded name who has not been dismissed, whether or not the term is over. */
export function moderatorByName(db: Reader, { nameKey }: { nameKey: string }) {
  return db
    .selectFrom("moderators")
    .selectAll()
    .where("name_key", "=", nameKey)
    .where("dismissed_on", "is", null);
}

/** The moderators of these folded names who have not been dismissed. */
export function moderatorsNamed(db: Reader, { nameKeys }: { nameKeys: readonly string[] }) {
  return db
    .selectFrom("moderators")
    .selectAll()
    .where("name_key", "in", nameKeys)
    .where("dismissed_on", "is", null);
}

export function insertModerator(trx: Writer, row: Insertable<ModeratorsTable>) {
  return trx.insertInto("moderators").values(row);
}

export function setTerm(
  trx: Writer,
  { id, from, until }: { id: string; from: string; until: string },
) {
  return trx.updateTable("moderators").set({ appointed_on: from, until }).where("id", "=", id);
}

export function setDismissed(trx: Writer, { id, on }: { id: string; on: string }) {
  return trx.updateTable("moderators").set({ dismissed_on: on }).where("id", "=", id);
}
