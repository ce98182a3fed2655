import type { Reader, Writer } from "../connect.ts";
import type { ModerationLogTable } from "../schema-house.ts";

export function lastLogRow(db: Reader) {
  return db.selectFrom("moderation_log").selectAll().orderBy("seq", "desc").limit(1);
}

export function insertLogRow(trx: Writer, row: ModerationLogTable) {
  return trx.insertInto("moderation_log").values(row);
}

/** Rows in the order of writing, from after one of them. */
export function logRowsAfter(db: Reader, { seq, limit }: { seq: number; limit: number }) {
  return db
    .selectFrom("moderation_log")
    .selectAll()
    .where("seq", ">", seq)
    .orderBy("seq")
    .limit(limit);
}

/** Rows with the newest first; `before` null: from the newest. */
export function logRowsBefore(
  db: Reader,
  { before, limit }: { before: number | null; limit: number },
) {
  let list = db.selectFrom("moderation_log").selectAll();
  if (before !== null) list = list.where("seq", "<", before);
  return list.orderBy("seq", "desc").limit(limit);
}
