/** The ten recovery codes of an account: each opens it once, for whoever has lost the passphrase. */
import type { Reader, Writer } from "#db/connect.ts";
import {
  codesAt,
  countCodes,
  deleteCode,
  deleteCodesOf,
  insertCodes,
} from "#db/queries/recovery-codes.ts";
import type { House } from "../house.ts";
import { readNonce } from "../identity/nonce.ts";
import { mark, marksOfRing, open, seal, secretById } from "../identity/secret-ring.ts";
import { codesFrom, setOf } from "./recovery-code.ts";
import type { Account } from "./types.ts";
import { changeVault, openAccount } from "./vault.ts";

const PURPOSE = "recovery code";

/** Lays the codes of an account's seed into the store, in the place of those that were there. */
export async function storeCodes(trx: Writer, house: House, account: Account): Promise<void> {
  const secret = house.secrets.current;
  await deleteCodesOf(trx, { account: account.mark }).execute();
  const rows = codesFrom(account.vault.codes.seed).map((code) => {
    const codeMark = mark(secret, PURPOSE, code);
    const how = { purpose: PURPOSE, key: code, bind: codeMark };
    return {
      code_mark: codeMark,
      account_mark: account.mark,
      sealed: seal(secret, { ...how, text: account.key }),
      secret_id: secret.id,
    };
  });
  await insertCodes(trx, rows).execute();
}

/** Codes to be written down. */
export interface ShownCodes {
  /** Which ten they are of. */
  set: string;
  codes: string[];
}

/**
 * The codes to be written down, those used in the meantime left out; null: they have been written
 * down, and are not shown any more.
 */
export async function codesToShow(house: House, account: Account): Promise<ShownCodes | null> {
  const { read } = house.store;
  const { codes } = (await openAccount(read, house.secrets, account.key))?.vault ?? {};
  if (!codes || codes.writtenDown) return null;
  const all = codesFrom(codes.seed).map((code) => {
    return { code, marks: marksOfRing(house.secrets, PURPOSE, code) };
  });
  const marks = all.flatMap((one) => one.marks);
  const rows = await codesAt(read, { marks }).execute();
  const left = new Set(rows.map((row) => row.code_mark));
  const unused = all.filter((one) => one.marks.some((each) => left.has(each)));
  return { set: setOf(codes.seed), codes: unused.map(({ code }) => code) };
}

/**
 * "I have written them down": they are not shown again.
 *
 * @param set which ten were written down; others, made in the meantime, go on being shown
 */
export async function writeDown(
  house: House,
  account: Account,
  { set }: { set: string },
): Promise<void> {
  await house.store.write((trx) =>
    changeVault(trx, house.secrets, account, (vault) => {
      if (setOf(vault.codes.seed) !== set) return vault;
      return { ...vault, codes: { ...vault.codes, writtenDown: true } };
    }),
  );
}

/** How many codes an account has left. */
export async function codesLeft(house: House, account: Account): Promise<number> {
  const asked = { account: account.mark };
  const { left } = await countCodes(house.store.read, asked).executeTakeFirstOrThrow();
  return left;
}

/**
 * Ten new codes, to be shown until they are written down; the old ones end. The same nonce makes the
 * same codes, so that pressing twice ends none that have just been shown.
 *
 * @returns false: the nonce is none of ours
 */
export async function newCodes(
  house: House,
  account: Account,
  { nonce }: { nonce: string },
): Promise<boolean> {
  const read = readNonce(house, nonce);
  if (!read.ok) return false;
  const seed = mark(read.nonce.secret, "recovery codes", nonce, account.key).slice(0, 22);
  await house.store.write(async (trx) => {
    const now = await openAccount(trx, house.secrets, account.key);
    if (now?.vault.codes.seed === seed) return;
    const changed = await changeVault(trx, house.secrets, account, (vault) => {
      return { ...vault, codes: { seed, writtenDown: false } };
    });
    await storeCodes(trx, house, changed);
  });
  return true;
}

/** What a code opens, without using it up; null: nothing. */
export async function openCode(
  db: Reader,
  house: House,
  code: string,
): Promise<{ codeMark: string; account: Account } | null> {
  const marks = marksOfRing(house.secrets, PURPOSE, code);
  const row = await codesAt(db, { marks }).executeTakeFirst();
  const secret = row && secretById(house.secrets, row.secret_id);
  if (!row || !secret) return null;
  const how = { purpose: PURPOSE, key: code, bind: row.code_mark };
  const key = open(secret, { ...how, sealed: row.sealed });
  const account = key === null ? null : await openAccount(db, house.secrets, key);
  return account && { codeMark: row.code_mark, account };
}

/**
 * Uses a code up, within the transaction of what it is used for.
 *
 * @returns false: somebody was faster
 */
export async function spendCode(trx: Writer, { codeMark }: { codeMark: string }): Promise<boolean> {
  return (await deleteCode(trx, { mark: codeMark }).executeTakeFirst()) !== undefined;
}
