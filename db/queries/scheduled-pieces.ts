/** Pieces that become public later. Each row is sealed for the house. */
import type { Insertable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { ScheduledPiecesTable } from "../schema-accounts.ts";

export function scheduledNamed(db: Reader, { ids }: { ids: readonly string[] }) {
  return db.selectFrom("scheduled_pieces").selectAll().where("id", "in", ids);
}

/** Those whose moment has come, the earliest first. */
export function scheduledDue(db: Reader, { now, limit }: { now: number; limit: number }) {
  return db
    .selectFrom("scheduled_pieces")
    .selectAll()
    .where("due_at", "<=", now)
    .orderBy("due_at")
    .limit(limit);
}

/** Keeps a piece for its moment; new words of the same piece leave the moment as it was. */
export function putScheduled(trx: Writer, row: Insertable<ScheduledPiecesTable>) {
  const { sealed, secret_id } = row;
  return trx
    .insertInto("scheduled_pieces")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ sealed, secret_id }));
}

export function deleteScheduled(trx: Writer, { ids }: { ids: readonly string[] }) {
  return trx.deleteFrom("scheduled_pieces").where("id", "in", ids);
}
