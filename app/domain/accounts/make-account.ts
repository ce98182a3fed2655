import { randomBytes } from "node:crypto";
import type { Writer } from "#db/connect.ts";
import { insertPenName } from "#db/queries/pen-names.ts";
import { dayOf, type House } from "../house.ts";
import { randomKey } from "../identity/key.ts";
import { emptyKeyList, saveKeyList } from "../identity/key-list.ts";
import { lookKey, nameKey } from "../identity/names.ts";
import { mark } from "../identity/secret-ring.ts";
import { newId } from "../ids.ts";
import type { Account, Vault } from "./types.ts";
import { accountMark, storeAccount } from "./vault.ts";

const PEN_NAME = "pen name";

/**
 * Lays an account with its first pen name into the store. Whether the name may be had is asked
 * before; the ways into the account (passphrase, codes, passkeys) come beside it.
 *
 * @param name cleaned, and free
 * @param key the account's key; left out: a random one
 */
export async function makeAccount(
  trx: Writer,
  house: House,
  { name, key = randomBytes(32).toString("base64url") }: { name: string; key?: string },
): Promise<Account> {
  const pen = await makePenName(trx, house, name);
  const vault: Vault = {
    signInName: name,
    names: [pen],
    threadKeys: [await freshKey(trx, house)],
    claimed: [],
    usual: pen.id,
    codes: { seed: randomBytes(16).toString("base64url"), writtenDown: false },
    passkeyHandle: randomBytes(32).toString("base64url"),
    joinedOn: dayOf(house.clock()),
    leaving: null,
  };
  const account = { mark: accountMark(house.secrets, key), key, vault };
  await storeAccount(trx, house.secrets, account);
  return account;
}

/**
 * Lays a pen name into the store, with a key of its own that owns what it will write.
 *
 * @param name cleaned, and free
 */
export async function makePenName(
  trx: Writer,
  house: House,
  name: string,
): Promise<{ id: string; key: string }> {
  const id = newId();
  const key = await freshKey(trx, house);
  await insertPenName(trx, {
    id,
    name,
    name_key: nameKey(name),
    look_key: lookKey(name),
    description: null,
    owner_mark: mark(house.secrets, PEN_NAME, key),
    secret_id: house.secrets.current.id,
    paused_until: null,
    erase_at: null,
  }).execute();
  return { id, key };
}

/** A key that nobody is shown, with a list of its own: one as long as every other's. */
export async function freshKey(trx: Writer, house: House): Promise<string> {
  const key = randomKey();
  const list = { ...emptyKeyList(house.secrets, key), writtenDown: true };
  await saveKeyList(trx, house.secrets, { key, list });
  return key;
}
