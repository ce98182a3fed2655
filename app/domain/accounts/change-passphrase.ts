/** Changing the passphrase, and the pen name that signs in with it. Both ask for the passphrase. */
import type { Writer } from "#db/connect.ts";
import { deleteRecoveriesOf } from "#db/queries/recoveries.ts";
import { deleteSessionsOf, sessionAt } from "#db/queries/sessions.ts";
import { DomainError } from "../errors.ts";
import type { House } from "../house.ts";
import { ownNames } from "./own-names.ts";
import {
  openWithPassphrase,
  PASSPHRASE_LIMIT,
  readPassphrase,
  saltOf,
  sealUnderPassphrase,
  storePassphrase,
} from "./passphrase.ts";
import type { PassphraseFault } from "./recover.ts";
import { weaknessOf } from "./strength.ts";
import { bucketOf, forgetTries, takeTry } from "./tries.ts";
import type { Account } from "./types.ts";
import { changeVault } from "./vault.ts";

interface SignedIn {
  account: Account;
  /** Of the session that asks. */
  tokenMark: string;
  /** False: tries are not counted (`RATE_LIMITS=off`). */
  limited: boolean;
}

/** Why the passphrase that somebody has now was not taken. */
export type OldRefusal =
  | { ok: false; field: "old"; reason: "empty" | "no_match" }
  | { ok: false; field: "wait"; seconds: number };

export type ChangeOutcome =
  | { ok: true }
  | OldRefusal
  | { ok: false; field: "passphrase"; reason: PassphraseFault };

/**
 * Changes the passphrase, ends all other sessions, and stops a recovery that waits. The same form
 * sent again gives the same answer.
 *
 * @param old, passphrase as typed
 * @throws an error of kind `too_busy`; DomainError notAllowed: this session has been ended
 */
export async function changePassphrase(
  house: House,
  signedIn: SignedIn,
  typed: { old: string; passphrase: string },
): Promise<ChangeOutcome> {
  const { account, tokenMark } = signedIn;
  const name = account.vault.signInName;
  const passphrase = readPassphrase(typed.passphrase);
  if (readPassphrase(typed.old) === null) return { ok: false, field: "old", reason: "empty" };
  if (passphrase === null) {
    const reason = typed.passphrase.length > PASSPHRASE_LIMIT ? "too_long" : "empty";
    return { ok: false, field: "passphrase", reason };
  }
  const weakness = await weaknessOf(passphrase, { known: [name, house.settings.name] });
  if (weakness !== null) return { ok: false, field: "passphrase", reason: weakness };
  const checked = await confirmPassphrase(house, signedIn, typed.old);
  if (!checked.ok) {
    const isNow = checked.field === "old" && (await opens(house, account, passphrase));
    return isNow ? { ok: true } : checked;
  }
  const way = await sealUnderPassphrase(house, { name, passphrase, accountKey: account.key });
  return await house.store.write(async (trx): Promise<ChangeOutcome> => {
    if (!(await standsStill(trx, house, { signedIn, salt: checked.salt }))) {
      return { ok: false, field: "old", reason: "no_match" };
    }
    await storePassphrase(trx, { account, way });
    await deleteSessionsOf(trx, { account: account.mark, but: tokenMark }).execute();
    await deleteRecoveriesOf(trx, { account: account.mark }).execute();
    return { ok: true };
  });
}

/**
 * Lets another of one's pen names sign in, with the same passphrase; the one before signs nobody in
 * any more.
 *
 * @param passphrase as typed
 * @throws an error of kind `too_busy`; DomainError notFound: not one's own, or retired; notAllowed:
 *   this session has been ended
 */
export async function changeSignInName(
  house: House,
  signedIn: SignedIn,
  { penNameId, passphrase: typed }: { penNameId: string; passphrase: string },
): Promise<{ ok: true } | OldRefusal> {
  const { account } = signedIn;
  const chosen = await activeName(house.store.read, account, penNameId);
  const checked = await confirmPassphrase(house, signedIn, typed);
  if (!checked.ok) return checked;
  const { passphrase, salt } = checked;
  const way = await sealUnderPassphrase(house, {
    name: chosen.name,
    passphrase,
    accountKey: account.key,
  });
  return await house.store.write(async (trx): Promise<{ ok: true } | OldRefusal> => {
    if (!(await standsStill(trx, house, { signedIn, salt }))) {
      return { ok: false, field: "old", reason: "no_match" };
    }
    const { name } = await activeName(trx, account, penNameId);
    await storePassphrase(trx, { account, way });
    await changeVault(trx, house.secrets, account, (vault) => ({ ...vault, signInName: name }));
    await deleteRecoveriesOf(trx, { account: account.mark }).execute();
    return { ok: true };
  });
}

async function activeName(db: Parameters<typeof ownNames>[0], account: Account, id: string) {
  const chosen = (await ownNames(db, account)).find((name) => name.id === id && !name.retired);
  if (!chosen) throw new DomainError("notFound", "no such pen name of one's own");
  return chosen;
}

/** Does this passphrase open this account now? Tries are counted for this browser alone. */
export async function confirmPassphrase(
  house: House,
  { account, tokenMark, limited }: SignedIn,
  typed: string,
): Promise<{ ok: true; passphrase: string; salt: string | null } | OldRefusal> {
  const passphrase = readPassphrase(typed);
  if (passphrase === null) return { ok: false, field: "old", reason: "empty" };
  const name = account.vault.signInName;
  const bucket = bucketOf(house, { name, browser: tokenMark });
  if (limited) {
    const seconds = await house.store.write((trx) => takeTry(trx, house, bucket));
    if (seconds > 0) return { ok: false, field: "wait", seconds };
  }
  const salt = await saltOf(house.store.read, house, name);
  if (!(await opens(house, account, passphrase))) {
    return { ok: false, field: "old", reason: "no_match" };
  }
  if (limited) await house.store.write((trx) => forgetTries(trx, bucket));
  return { ok: true, passphrase, salt };
}

async function opens(house: House, account: Account, passphrase: string): Promise<boolean> {
  const name = account.vault.signInName;
  return (await openWithPassphrase(house, { name, passphrase }))?.mark === account.mark;
}

/**
 * Is the passphrase that was checked still the account's?
 *
 * @throws DomainError notAllowed: the session that asks has been ended in the meantime
 */
async function standsStill(
  trx: Writer,
  house: House,
  { signedIn, salt }: { signedIn: SignedIn; salt: string | null },
): Promise<boolean> {
  const marks = [signedIn.tokenMark];
  if (!(await sessionAt(trx, { marks }).executeTakeFirst())) {
    throw new DomainError("notAllowed", "signed out");
  }
  return (await saltOf(trx, house, signedIn.account.vault.signInName)) === salt;
}
