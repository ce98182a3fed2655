import type { Insertable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { PassphrasesTable } from "../schema-accounts.ts";

/** The passphrase of a name that signs in, found under any of its marks. */
export function passphraseAt(db: Reader, { locators }: { locators: readonly string[] }) {
  return db.selectFrom("passphrases").selectAll().where("locator", "in", locators);
}

export function insertPassphrase(trx: Writer, row: Insertable<PassphrasesTable>) {
  return trx.insertInto("passphrases").values(row);
}

/** An account has one passphrase, or none. */
export function deletePassphraseOf(trx: Writer, { mark }: { mark: string }) {
  return trx.deleteFrom("passphrases").where("account_mark", "=", mark);
}
