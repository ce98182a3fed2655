import type { Insertable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { SessionsTable } from "../schema-house.ts";

export function sessionAt(db: Reader, { marks }: { marks: readonly string[] }) {
  return db.selectFrom("sessions").selectAll().where("token_mark", "in", marks);
}

export function insertSession(trx: Writer, row: Insertable<SessionsTable>) {
  return trx.insertInto("sessions").values(row);
}

export function setSessionUsed(trx: Writer, { mark, day }: { mark: string; day: string }) {
  return trx.updateTable("sessions").set({ last_used_on: day }).where("token_mark", "=", mark);
}

export function deleteSessions(trx: Writer, { marks }: { marks: readonly string[] }) {
  return trx.deleteFrom("sessions").where("token_mark", "in", marks);
}

export function deleteExpiredSessions(trx: Writer, { today }: { today: string }) {
  return trx.deleteFrom("sessions").where("expires_on", "<", today);
}
