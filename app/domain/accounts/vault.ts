/** The sealed room of an account: what it has, readable with the account's key alone. */
import type { Reader, Writer } from "#db/connect.ts";
import { accountAt, insertAccount, updateVault } from "#db/queries/accounts.ts";
import { DomainError } from "../errors.ts";
import {
  mark,
  marksOfRing,
  open,
  type SecretRing,
  seal,
  secretById,
} from "../identity/secret-ring.ts";
import type { Account, Vault } from "./types.ts";

const PURPOSE = "account";
/** Lengths are rounded up, so that they tell little about how many names an account has. */
const PAD = 4_096;

/** The mark under which a new account's rows stand. */
export function accountMark(ring: SecretRing, key: string): string {
  return mark(ring, PURPOSE, key);
}

/** The account that a key opens; null: there is none, or not any more. */
export async function openAccount(
  db: Reader,
  ring: SecretRing,
  key: string,
): Promise<Account | null> {
  const rows = await accountAt(db, { marks: marksOfRing(ring, PURPOSE, key) }).execute();
  for (const row of rows) {
    const secret = secretById(ring, row.secret_id);
    const bound = { purpose: PURPOSE, key, bind: row.account_mark };
    const text = secret && open(secret, { ...bound, sealed: row.sealed });
    // Sealed by us and unaltered, or it would not have opened.
    if (text) return { mark: row.account_mark, key, vault: JSON.parse(text) as Vault };
  }
  return null;
}

function sealed(ring: SecretRing, { mark: bind, key, vault }: Account): string {
  const text = JSON.stringify(vault);
  return seal(ring.current, { purpose: PURPOSE, key, bind, text, padTo: PAD });
}

/** Lays a new account into the store. */
export async function storeAccount(trx: Writer, ring: SecretRing, account: Account): Promise<void> {
  await insertAccount(trx, {
    account_mark: account.mark,
    sealed: sealed(ring, account),
    secret_id: ring.current.id,
    erase_at: null,
  }).execute();
}

/**
 * Changes what an account has, read afresh within the transaction, so that of two changes at once
 * neither is lost.
 *
 * @param change gives the new vault
 * @returns the account as it is now
 * @throws DomainError notFound: the account has gone in the meantime
 */
export async function changeVault(
  trx: Writer,
  ring: SecretRing,
  { key }: Pick<Account, "key">,
  change: (vault: Vault) => Vault,
): Promise<Account> {
  const account = await openAccount(trx, ring, key);
  if (!account) throw new DomainError("notFound", "no such account");
  const changed = { ...account, vault: change(account.vault) };
  const row = { mark: account.mark, sealed: sealed(ring, changed), secretId: ring.current.id };
  await updateVault(trx, row).execute();
  return changed;
}
