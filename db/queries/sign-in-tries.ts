import type { Reader, Writer } from "../connect.ts";
import type { SignInTriesTable } from "../schema-accounts.ts";

export function triesAt(db: Reader, { mark }: { mark: string }) {
  return db.selectFrom("sign_in_tries").selectAll().where("name_mark", "=", mark);
}

/** Writes a first try; nothing where there has been one. */
export function insertTries(trx: Writer, row: SignInTriesTable) {
  return trx
    .insertInto("sign_in_tries")
    .values(row)
    .onConflict((conflict) => conflict.column("name_mark").doNothing())
    .returning("name_mark");
}

/** Writes a further try; nothing where another has come before it since `was` was read. */
export function updateTries(
  trx: Writer,
  { was, failures, nextAt }: { was: SignInTriesTable; failures: number; nextAt: number },
) {
  return trx
    .updateTable("sign_in_tries")
    .set({ failures, next_at: nextAt })
    .where("name_mark", "=", was.name_mark)
    .where("failures", "=", was.failures)
    .where("next_at", "=", was.next_at)
    .returning("name_mark");
}

export function deleteTries(trx: Writer, { mark }: { mark: string }) {
  return trx.deleteFrom("sign_in_tries").where("name_mark", "=", mark);
}

export function deleteTriesBefore(trx: Writer, { moment }: { moment: number }) {
  return trx.deleteFrom("sign_in_tries").where("next_at", "<", moment);
}
