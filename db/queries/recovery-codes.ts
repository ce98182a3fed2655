import type { Insertable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { RecoveryCodesTable } from "../schema-accounts.ts";

/** Codes that have not been used, found under any of their marks. */
export function codesAt(db: Reader, { marks }: { marks: readonly string[] }) {
  return db.selectFrom("recovery_codes").selectAll().where("code_mark", "in", marks);
}

/** How many codes an account has left. */
export function countCodes(db: Reader, { account }: { account: string }) {
  return db
    .selectFrom("recovery_codes")
    .select((eb) => eb.fn.countAll<number>().as("left"))
    .where("account_mark", "=", account);
}

export function insertCodes(trx: Writer, rows: readonly Insertable<RecoveryCodesTable>[]) {
  return trx.insertInto("recovery_codes").values(rows);
}

/** Uses a code up; of two who try at once, one finds a row to delete. */
export function deleteCode(trx: Writer, { mark }: { mark: string }) {
  return trx.deleteFrom("recovery_codes").where("code_mark", "=", mark).returning("code_mark");
}

export function deleteCodesOf(trx: Writer, { account }: { account: string }) {
  return trx.deleteFrom("recovery_codes").where("account_mark", "=", account);
}
