/**
 * The passphrase of an account. The store holds no hash of it: only a salt, and the account's key
 * sealed under what argon2id makes of the passphrase. That it opens is the check.
 */
import { randomBytes } from "node:crypto";
import type { Reader, Writer } from "#db/connect.ts";
import { deletePassphraseOf, insertPassphrase, passphraseAt } from "#db/queries/passphrases.ts";
import type { House } from "../house.ts";
import { nameKey } from "../identity/names.ts";
import { mark, marksOfRing, open, seal, secretById } from "../identity/secret-ring.ts";
import { stretch } from "./stretch.ts";
import type { Account } from "./types.ts";
import { openAccount } from "./vault.ts";

const LOCATOR = "sign-in name";
const PURPOSE = "passphrase";
const SALT_BYTES = 16;
/** Longer ones are refused before any work is done for them. */
export const PASSPHRASE_LIMIT = 1_000;

/** What opens an account with a name and a passphrase, as it is stored. */
export interface SealedWay {
  locator: string;
  salt: string;
  sealed: string;
  secret_id: string;
}

/**
 * A passphrase as it counts: NFC, every space a plain one, none at the ends.
 *
 * @returns null: too long, or nothing
 */
export function readPassphrase(typed: string): string | null {
  if (typed.length > PASSPHRASE_LIMIT) return null;
  const text = typed.normalize("NFC").replace(/\s/gu, " ").trim();
  return text === "" ? null : text;
}

/** A fresh salt; base64url. */
function freshSalt(): string {
  return randomBytes(SALT_BYTES).toString("base64url");
}

/**
 * Seals an account's key under a passphrase; to be done before a transaction, never in it.
 *
 * @param name the pen name that will sign in
 * @param passphrase as `readPassphrase` gives it
 * @throws an error of kind `too_busy`
 */
export async function sealUnderPassphrase(
  house: House,
  { name, passphrase, accountKey }: { name: string; passphrase: string; accountKey: string },
): Promise<SealedWay> {
  const salt = freshSalt();
  const stretched = await stretch(passphrase, salt);
  return sealUnderStretched(house, { name, salt, stretched, accountKey });
}

/** The same where the passphrase has been stretched already. */
export function sealUnderStretched(
  { secrets }: House,
  given: { name: string; salt: string; stretched: string; accountKey: string },
): SealedWay {
  const { name, salt, stretched, accountKey } = given;
  const locator = mark(secrets, LOCATOR, nameKey(name));
  const how = { purpose: PURPOSE, key: stretched, bind: locator };
  const sealed = seal(secrets.current, { ...how, text: accountKey });
  return { locator, salt, sealed, secret_id: secrets.current.id };
}

/**
 * Lays it into the store, in the place of the account's old one.
 *
 * @throws StoreError store_constraint: that name signs in to another account
 */
export async function storePassphrase(
  trx: Writer,
  { account, way }: { account: Pick<Account, "mark">; way: SealedWay },
): Promise<void> {
  await deletePassphraseOf(trx, account).execute();
  await insertPassphrase(trx, { ...way, account_mark: account.mark }).execute();
}

/** What the passphrase of a name may stand under, by any secret of the ring. */
export function locatorsOf({ secrets }: House, name: string): string[] {
  return marksOfRing(secrets, LOCATOR, nameKey(name));
}

/** Tells one passphrase of a name from the next; null: the name signs nobody in. */
export async function saltOf(db: Reader, house: House, name: string): Promise<string | null> {
  const asked = { locators: locatorsOf(house, name) };
  return (await passphraseAt(db, asked).executeTakeFirst())?.salt ?? null;
}

/** Is this passphrase still the account's? Another may have taken its place since it was read. */
async function opensStill(
  trx: Writer,
  { account, way }: { account: Pick<Account, "mark">; way: Pick<SealedWay, "locator" | "salt"> },
): Promise<boolean> {
  const row = await passphraseAt(trx, { locators: [way.locator] }).executeTakeFirst();
  return row?.salt === way.salt && row.account_mark === account.mark;
}

/** The account key that a stretched passphrase opens; null: it is for another passphrase. */
export function openWay(
  { secrets }: House,
  { way, stretched }: { way: SealedWay; stretched: string },
): string | null {
  const secret = secretById(secrets, way.secret_id) ?? secrets.current;
  return open(secret, { purpose: PURPOSE, key: stretched, bind: way.locator, sealed: way.sealed });
}

/**
 * The account that a name and a passphrase open; null: none. For a name that nobody has, or that
 * signs nobody in, the same is done as for one that somebody has. Tries are counted elsewhere
 * (tries.ts), before this is asked.
 *
 * @param passphrase as `readPassphrase` gives it
 * @throws an error of kind `too_busy`
 */
export async function openWithPassphrase(
  house: House,
  { name, passphrase }: { name: string; passphrase: string },
): Promise<Account | null> {
  const { secrets, store } = house;
  const locators = locatorsOf(house, name);
  const row = await passphraseAt(store.read, { locators }).executeTakeFirst();
  // Made in any case, so that it takes no time of its own for an unknown name.
  const nobody = nobodys(house, locators[0] ?? "");
  const way = row ?? nobody;
  const stretched = await stretch(passphrase, way.salt);
  const accountKey = openWay(house, { way, stretched });
  // A key that opens nothing stands for nobody, so that as much is looked up for an unknown name.
  const account = await openAccount(store.read, secrets, accountKey ?? way.salt);
  if (!account || accountKey === null) return null;
  if (way.secret_id !== secrets.current.id) {
    const renewed = sealUnderStretched(house, { name, salt: way.salt, stretched, accountKey });
    await store.write(async (trx) => {
      if (await opensStill(trx, { account, way })) {
        await storePassphrase(trx, { account, way: renewed });
      }
    });
  }
  return account;
}

/** Does a name still sign in with the passphrase that was stored with this salt? */
export async function stillSignsIn(
  db: Reader,
  house: House,
  { name, salt }: { name: string; salt: string },
): Promise<boolean> {
  return (await saltOf(db, house, name)) === salt;
}

/** What stands in for the row of a name that signs nobody in: the same salt each time, and no key. */
function nobodys({ secrets }: House, locator: string): SealedWay {
  const salt = mark(secrets, "salt of nobody", locator).slice(0, 22);
  const how = { purpose: "nobody", key: salt, text: mark(secrets, "nobody", locator) };
  const sealed = seal(secrets.current, how);
  return { locator, salt, sealed, secret_id: secrets.current.id };
}
