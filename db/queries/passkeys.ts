import type { Insertable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { PasskeysTable } from "../schema-accounts.ts";

/** A passkey, found under any of its marks. */
export function passkeyAt(db: Reader, { marks }: { marks: readonly string[] }) {
  return db.selectFrom("passkeys").selectAll().where("credential_mark", "in", marks);
}

/** The passkeys of an account. */
export function passkeysOf(db: Reader, { accountMark }: { accountMark: string }) {
  return db.selectFrom("passkeys").selectAll().where("account_mark", "=", accountMark);
}

export function insertPasskey(trx: Writer, row: Insertable<PasskeysTable>) {
  return trx.insertInto("passkeys").values(row);
}

/** Changes a passkey of this account, and nobody else's. */
export function updatePasskey(
  trx: Writer,
  { accountMark, mark }: { accountMark: string; mark: string },
  changed: Partial<Insertable<PasskeysTable>>,
) {
  return trx
    .updateTable("passkeys")
    .set(changed)
    .where("account_mark", "=", accountMark)
    .where("credential_mark", "=", mark);
}

/** Removes a passkey of this account, and nobody else's. */
export function deletePasskey(
  trx: Writer,
  { accountMark, mark }: { accountMark: string; mark: string },
) {
  return trx
    .deleteFrom("passkeys")
    .where("account_mark", "=", accountMark)
    .where("credential_mark", "=", mark);
}

/**
 * Makes other transactions that change the same account's passkeys wait for this one. Changes no
 * row where the account has gone.
 */
export function lockAccount(trx: Writer, { accountMark }: { accountMark: string }) {
  return trx
    .updateTable("accounts")
    .set((eb) => ({ secret_id: eb.ref("secret_id") }))
    .where("account_mark", "=", accountMark);
}
