import type { Insertable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { AccountsTable } from "../schema-accounts.ts";

/** An account, found under any of its marks. */
export function accountAt(db: Reader, { marks }: { marks: readonly string[] }) {
  return db.selectFrom("accounts").selectAll().where("account_mark", "in", marks);
}

export function insertAccount(trx: Writer, row: Insertable<AccountsTable>) {
  return trx.insertInto("accounts").values(row);
}

/** Puts a vault in the place of what was there. */
export function updateVault(
  trx: Writer,
  { mark, sealed, secretId }: { mark: string; sealed: string; secretId: string },
) {
  return trx
    .updateTable("accounts")
    .set({ sealed, secret_id: secretId })
    .where("account_mark", "=", mark);
}
