import type { Insertable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { SessionsTable } from "../schema-house.ts";

export function sessionAt(db: Reader, { marks }: { marks: readonly string[] }) {
  return db.selectFrom("sessions").selectAll().where("token_mark", "in", marks);
}

export function insertSession(trx: Writer, row: Insertable<SessionsTable>) {
  return trx.insertInto("sessions").values(row);
}

/** @param until the last day on which it is good */
export function setSessionUsed(
  trx: Writer,
  { mark, day, until }: { mark: string; day: string; until: string },
) {
  return trx
    .updateTable("sessions")
    .set({ last_used_on: day, expires_on: until })
    .where("token_mark", "=", mark);
}

export function deleteSessions(trx: Writer, { marks }: { marks: readonly string[] }) {
  return trx.deleteFrom("sessions").where("token_mark", "in", marks);
}

export function deleteExpiredSessions(trx: Writer, { today }: { today: string }) {
  return trx.deleteFrom("sessions").where("expires_on", "<", today);
}

/** What is signed in to an account, the latest use first. */
export function sessionsOf(db: Reader, { account, today }: { account: string; today: string }) {
  return db
    .selectFrom("sessions")
    .select(["token_mark", "last_used_on"])
    .where("account_mark", "=", account)
    .where("expires_on", ">=", today)
    .orderBy("last_used_on", "desc")
    .orderBy("token_mark");
}

/** Ends one session of an account, and nobody else's. */
export function deleteSessionOf(trx: Writer, { account, mark }: { account: string; mark: string }) {
  return trx
    .deleteFrom("sessions")
    .where("account_mark", "=", account)
    .where("token_mark", "=", mark);
}

/** @param but the session that stays; null: none does */
export function deleteSessionsOf(
  trx: Writer,
  { account, but }: { account: string; but: string | null },
) {
  const all = trx.deleteFrom("sessions").where("account_mark", "=", account);
  return but === null ? all : all.where("token_mark", "!=", but);
}
