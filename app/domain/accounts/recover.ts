/**
 * A way back for whoever has lost the passphrase: a recovery code and a new passphrase. It waits for
 * a day, in which everybody who is signed in is told and may stop it; then the new passphrase takes
 * the old one's place, and all sessions end.
 */
import type { Writer } from "#db/connect.ts";
import {
  deleteRecoveriesOf,
  insertRecovery,
  recoveriesDue,
  recoveriesOf,
  recoveryAt,
  recoveryDueFor,
} from "#db/queries/recoveries.ts";
import { deleteSessionsOf } from "#db/queries/sessions.ts";
import { dayOf, type House } from "../house.ts";
import { readNonce } from "../identity/nonce.ts";
import { mark } from "../identity/secret-ring.ts";
import { openCode, spendCode } from "./codes.ts";
import {
  locatorsOf,
  openWay,
  PASSPHRASE_LIMIT,
  readPassphrase,
  type SealedWay,
  sealUnderPassphrase,
  storePassphrase,
} from "./passphrase.ts";
import { readCode } from "./recovery-code.ts";
import { countWrongCode, tooManyWrongCodes } from "./recovery-tries.ts";
import { type Weakness, weaknessOf } from "./strength.ts";
import { stretch } from "./stretch.ts";
import type { Account } from "./types.ts";
import { openAccount } from "./vault.ts";

/** So long a recovery waits, in milliseconds. */
const WAITS_MS = 24 * 60 * 60 * 1_000;
const BATCH = 50;

/** Why a new passphrase can't be one. */
export type PassphraseFault = "empty" | "too_long" | Weakness;

export type RecoverOutcome =
  /** The name that will sign in, and what the recovery stands under in the store; opens nothing. */
  | { ok: true; name: string; recovery: string }
  | { ok: false; field: "nonce" | "too_many" }
  | { ok: false; field: "code"; reason: "empty" | "typo" | "unknown" }
  | { ok: false; field: "passphrase"; reason: PassphraseFault };

/**
 * Uses a recovery code up and lays the new passphrase ready. The same form sent again gives the same
 * answer, so that a lost one loses nothing.
 *
 * @param code, passphrase as typed
 * @param limited false: wrong codes are not counted (`RATE_LIMITS=off`)
 * @throws an error of kind `too_busy`
 */
export async function askRecovery(
  house: House,
  typed: { code: string; passphrase: string; nonce: string; limited: boolean },
): Promise<RecoverOutcome> {
  const nonce = readNonce(house, typed.nonce);
  if (!nonce.ok) return { ok: false, field: "nonce" };
  const read = readCode(typed.code);
  if (!read.ok) return { ok: false, field: "code", reason: read.reason };
  const passphrase = readPassphrase(typed.passphrase);
  if (passphrase === null) return unreadable(typed.passphrase);
  const recoveryMark = mark(nonce.nonce.secret, "recovery", nonce.nonce.text, read.code);
  if (typed.limited && (await tooManyWrongCodes(house))) return { ok: false, field: "too_many" };
  const opened = await openCode(house.store.read, house, read.code);
  if (!opened) {
    const outcome = await askedBefore(house, { recoveryMark, passphrase });
    if (!outcome.ok && typed.limited) await countWrongCode(house);
    return outcome;
  }
  const { account, codeMark } = opened;
  const name = account.vault.signInName;
  const weakness = await weaknessOf(passphrase, { known: [name, house.settings.name] });
  if (weakness !== null) return { ok: false, field: "passphrase", reason: weakness };
  const way = await sealUnderPassphrase(house, { name, passphrase, accountKey: account.key });
  const laid = await house.store.write(async (trx) => {
    if (!(await spendCode(trx, { codeMark }))) return false;
    const now = house.clock();
    await insertRecovery(trx, {
      ...way,
      recovery_mark: recoveryMark,
      account_mark: account.mark,
      asked_on: dayOf(now),
      due_at: now.getTime() + WAITS_MS,
    }).execute();
    return true;
  });
  if (!laid) return await askedBefore(house, { recoveryMark, passphrase });
  return { ok: true, name, recovery: recoveryMark };
}

function unreadable(typed: string): RecoverOutcome {
  const reason = typed.length > PASSPHRASE_LIMIT ? "too_long" : "empty";
  return { ok: false, field: "passphrase", reason };
}

/** The answer to a form that was sent before: only its code and passphrase together know it. */
async function askedBefore(
  house: House,
  { recoveryMark, passphrase }: { recoveryMark: string; passphrase: string },
): Promise<RecoverOutcome> {
  const { read } = house.store;
  const row = await recoveryAt(read, { mark: recoveryMark }).executeTakeFirst();
  const stretched = row && (await stretch(passphrase, row.salt));
  const key = row && stretched !== undefined ? openWay(house, { way: row, stretched }) : null;
  const account = key === null ? null : await openAccount(read, house.secrets, key);
  if (!account) return { ok: false, field: "code", reason: "unknown" };
  return { ok: true, name: account.vault.signInName, recovery: recoveryMark };
}

/** What waits for an account. */
export interface WaitingRecovery {
  askedOn: string;
  /** The day on which the new passphrase takes the old one's place. */
  dueOn: string;
}

/**
 * The next recovery that waits for an account, for everybody who is signed in to it; null: none, or
 * it was due and has come into force by this.
 */
export async function waitingRecovery(
  house: House,
  account: Pick<Account, "mark">,
): Promise<WaitingRecovery | null> {
  const asked = { account: account.mark };
  const row = await recoveriesOf(house.store.read, asked).executeTakeFirst();
  if (!row) return null;
  if (row.due_at <= house.clock().getTime()) {
    await completeIfDue(house, account);
    return null;
  }
  return { askedOn: row.asked_on, dueOn: dayOf(new Date(row.due_at)) };
}

/**
 * "That was not me": what waits for an account is dropped, and the codes used for it stay used.
 *
 * @returns false: nothing waits, or a day has passed and it has come into force
 */
export async function stopRecovery(house: House, account: Pick<Account, "mark">): Promise<boolean> {
  return await house.store.write(async (trx) => {
    const asked = { account: account.mark };
    const first = await recoveriesOf(trx, asked).executeTakeFirst();
    if (!first) return false;
    if (first.due_at <= house.clock().getTime()) {
      await completeRecovery(trx, { recoveryMark: first.recovery_mark });
      return false;
    }
    await deleteRecoveriesOf(trx, asked).execute();
    return true;
  });
}

/**
 * Puts the new passphrase in the place of the old one, ends all sessions of the account, and drops
 * what else waits for it. Whether it may be done already is for the caller to know.
 *
 * @param which a recovery, or the first of an account
 * @returns false: there is none, or it has been done or stopped
 */
export async function completeRecovery(
  trx: Writer,
  which: { recoveryMark: string } | { account: Pick<Account, "mark"> },
): Promise<boolean> {
  const found =
    "account" in which
      ? recoveriesOf(trx, { account: which.account.mark })
      : recoveryAt(trx, { mark: which.recoveryMark });
  const row = await found.executeTakeFirst();
  if (!row) return false;
  const { locator, salt, sealed, secret_id, account_mark: account } = row;
  const way: SealedWay = { locator, salt, sealed, secret_id };
  await storePassphrase(trx, { account: { mark: account }, way });
  await deleteSessionsOf(trx, { account, but: null }).execute();
  await deleteRecoveriesOf(trx, { account }).execute();
  return true;
}

/**
 * What is due is done, the longest due first. Safe to do twice at once.
 *
 * @returns how many passphrases were replaced
 */
export async function completeDueRecoveries(house: House): Promise<number> {
  let done = 0;
  for (;;) {
    const due = { now: house.clock().getTime(), limit: BATCH };
    const rows = await recoveriesDue(house.store.read, due).execute();
    if (rows.length === 0) return done;
    for (const { recovery_mark: recoveryMark } of rows) {
      const one = await house.store.write((trx) => completeRecovery(trx, { recoveryMark }));
      if (one) done += 1;
    }
  }
}

/**
 * To be asked before somebody signs in by a passphrase, so that a recovery that is due holds without
 * waiting for the house's own work.
 *
 * @param name the pen name that signs in, as typed
 */
export async function completeDueOf(house: House, { name }: { name: string }): Promise<void> {
  const due = { locators: locatorsOf(house, name), now: house.clock().getTime() };
  const row = await recoveryDueFor(house.store.read, due).executeTakeFirst();
  if (row) await completeIfDue(house, { mark: row.account_mark });
}

/** The same for an account that is open; true: something was due, and its sessions have ended. */
async function completeIfDue(house: House, account: Pick<Account, "mark">): Promise<boolean> {
  return await house.store.write((trx) => completeDueIn(trx, house, account));
}

/** The same inside a transaction, before a session starts that is not to end by it. */
export async function completeDueIn(
  trx: Writer,
  house: House,
  account: Pick<Account, "mark">,
): Promise<boolean> {
  const first = await recoveriesOf(trx, { account: account.mark }).executeTakeFirst();
  if (!first || first.due_at > house.clock().getTime()) return false;
  return await completeRecovery(trx, { recoveryMark: first.recovery_mark });
}
