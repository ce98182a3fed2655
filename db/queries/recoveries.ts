import type { Insertable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { RecoveriesTable } from "../schema-accounts.ts";

export function recoveryAt(db: Reader, { mark }: { mark: string }) {
  return db.selectFrom("recoveries").selectAll().where("recovery_mark", "=", mark);
}

/** What waits for an account, the first to be due first. */
export function recoveriesOf(db: Reader, { account }: { account: string }) {
  return db
    .selectFrom("recoveries")
    .selectAll()
    .where("account_mark", "=", account)
    .orderBy("due_at")
    .orderBy("recovery_mark");
}

/** What is due, the longest due first. */
export function recoveriesDue(db: Reader, { now, limit }: { now: number; limit: number }) {
  return db
    .selectFrom("recoveries")
    .selectAll()
    .where("due_at", "<=", now)
    .orderBy("due_at")
    .orderBy("recovery_mark")
    .limit(limit);
}

/** What is due of the account that signs in under any of these marks. */
export function recoveryDueFor(
  db: Reader,
  { locators, now }: { locators: readonly string[]; now: number },
) {
  return db
    .selectFrom("recoveries")
    .select("account_mark")
    .where("locator", "in", locators)
    .where("due_at", "<=", now);
}

export function insertRecovery(trx: Writer, row: Insertable<RecoveriesTable>) {
  return trx.insertInto("recoveries").values(row);
}

export function deleteRecoveriesOf(trx: Writer, { account }: { account: string }) {
  return trx.deleteFrom("recoveries").where("account_mark", "=", account);
}
