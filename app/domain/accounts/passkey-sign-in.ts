/** Signing in with a passkey, and confirming with one that a recovery is one's own. */
import type { Reader, Writer } from "#db/connect.ts";
import { passkeysOf } from "#db/queries/passkeys.ts";
import { recoveryAt } from "#db/queries/recoveries.ts";
import type { House } from "../house.ts";
import { forget, startSession } from "../identity/sessions.ts";
import { knownNow } from "./known-browser.ts";
import type { PasskeyPlace, PasskeyRefusal } from "./passkey-types.ts";
import { completeDueIn, completeRecovery } from "./recover.ts";
import type { Account } from "./types.ts";
import { openByPasskey } from "./use-passkey.ts";

/** What a browser brings. */
export interface PasskeyUse {
  place: PasskeyPlace;
  /** As JSON text, as the browser gave it. */
  response: string;
  /** What this browser keeps from having signed in before; null: nothing. */
  known: string | null;
  /** The session that this browser is signed in with; it ends. */
  earlier: string | null;
}

/** `session` and `known` are for the cookies. */
type SignedIn = { ok: true; session: string; known: string };

/** Signs in: no name, no passphrase. */
export async function signInByPasskey(
  house: House,
  use: PasskeyUse,
): Promise<SignedIn | { ok: false; reason: PasskeyRefusal }> {
  const asked = { use: "sign_in" } as const;
  const opened = await openByPasskey(house, { ...use, asked }, async (trx, account) => {
    await completeDueIn(trx, house, account);
    return await started(trx, house, account);
  });
  return opened.ok ? await signedIn(house, use, opened.account, opened.result) : opened;
}

/**
 * Confirms a recovery: its passphrase takes the old one's place without a day's wait, all sessions
 * end, and this browser is signed in. It must be this very recovery, since somebody else who has a
 * code may have asked for one too.
 *
 * @param recovery what it stands under in the store
 * @returns `none`: it has been done or stopped
 */
export async function confirmRecovery(
  house: House,
  { recovery, ...use }: PasskeyUse & { recovery: string },
): Promise<SignedIn | { ok: false; reason: PasskeyRefusal | "none" }> {
  const asked = { use: "recover", of: recovery } as const;
  const opened = await openByPasskey(house, { ...use, asked }, async (trx, account) => {
    const row = await recoveryAt(trx, { mark: recovery }).executeTakeFirst();
    if (!row) return "none" as const;
    if (row.account_mark !== account.mark) return "unknown" as const;
    await completeRecovery(trx, { recoveryMark: recovery });
    return { session: await started(trx, house, account) };
  });
  if (!opened.ok) return opened;
  const { account, result } = opened;
  if (typeof result === "string") return { ok: false, reason: result };
  return await signedIn(house, use, account, result.session);
}

/** Has the account of a recovery a passkey that could confirm it? */
export async function canBeConfirmed(
  db: Reader,
  { recovery }: { recovery: string },
): Promise<boolean> {
  const row = await recoveryAt(db, { mark: recovery }).executeTakeFirst();
  const asked = row && { accountMark: row.account_mark };
  return asked !== undefined && (await passkeysOf(db, asked).execute()).length > 0;
}

function started(trx: Writer, house: House, { key, mark }: Account): Promise<string> {
  return startSession(trx, house, { kind: "account", key, mark });
}

async function signedIn(
  house: House,
  { known, earlier }: PasskeyUse,
  { vault }: Account,
  session: string,
): Promise<SignedIn> {
  // Whatever session the browser brought is not this one.
  if (earlier !== null) await forget(house, earlier);
  return { ok: true, session, known: knownNow(house, known, vault.signInName) };
}
