/** Where an account is signed in, as its owner sees and ends it. */
import { deleteSessionOf, deleteSessionsOf, sessionsOf } from "#db/queries/sessions.ts";
import { dayOf, type House } from "../house.ts";
import type { Account } from "./types.ts";

/** One browser that is signed in. Nothing else is known about it. */
export interface OwnSession {
  /** What it stands under in the store; ends it, and opens nothing. */
  mark: string;
  /** Is it the one that asks? */
  here: boolean;
  lastUsedOn: string;
}

/** Where an account is signed in: here first, then the latest used. */
export async function ownSessions(
  house: House,
  { account, tokenMark }: { account: Account; tokenMark: string },
): Promise<OwnSession[]> {
  const asked = { account: account.mark, today: dayOf(house.clock()) };
  const rows = await sessionsOf(house.store.read, asked).execute();
  const all = rows.map(({ token_mark: mark, last_used_on: lastUsedOn }) => {
    return { mark, here: mark === tokenMark, lastUsedOn };
  });
  return [...all.filter(({ here }) => here), ...all.filter(({ here }) => !here)];
}

/** Ends one session of an account; what is none of its own, or has ended, stays as it is. */
export async function endSession(
  house: House,
  { account, mark }: { account: Account; mark: string },
): Promise<void> {
  const ended = { account: account.mark, mark };
  await house.store.write((trx) => deleteSessionOf(trx, ended).execute());
}

/**
 * Ends all sessions of an account.
 *
 * @param but the mark of the one that stays; left out: none does
 */
export async function endSessions(
  house: House,
  { account, but = null }: { account: Account; but?: string | null },
): Promise<void> {
  const ended = { account: account.mark, but };
  await house.store.write((trx) => deleteSessionsOf(trx, ended).execute());
}
