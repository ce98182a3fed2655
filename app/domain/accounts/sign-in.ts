/** Signing in with a pen name and its passphrase, and signing out. */
import type { House } from "../house.ts";
import { cleanName } from "../identity/names.ts";
import { forget, startSession } from "../identity/sessions.ts";
import { knownFor, knownNow } from "./known-browser.ts";
import { openWithPassphrase, PASSPHRASE_LIMIT, readPassphrase, saltOf } from "./passphrase.ts";
import { completeDueOf } from "./recover.ts";
import { bucketOf, forgetTries, secondsToWait, takeTry } from "./tries.ts";

export interface SignInForm {
  name: string;
  passphrase: string;
  /** What this browser keeps from having signed in before; null: nothing. */
  known: string | null;
  /** The session that this browser is signed in with; it ends. */
  earlier: string | null;
  /**
   * May one more try come from where this one comes from? Seconds to wait; 0: yes.
   *
   * @param of a mark: those who know a name are counted for it alone; left out: with everybody there
   */
  gate: (of?: string) => Promise<number>;
  /** False: tries are not counted (`RATE_LIMITS=off`). */
  limited: boolean;
}

export type SignInOutcome =
  | { ok: true /** For the cookies. */; session: string; known: string }
  /** `no_match`: no such name, one that signs nobody in, or another passphrase. */
  | { ok: false; reason: "empty" | "too_long" | "no_match" }
  | { ok: false; reason: "wait"; seconds: number };

/**
 * Signs in. For a name that nobody has, all is done and answered as for one that somebody has.
 *
 * @throws an error of kind `too_busy` where too many passphrases are being tried at once
 */
export async function signIn(house: House, form: SignInForm): Promise<SignInOutcome> {
  const { store } = house;
  const name = cleanName(form.name);
  if (form.passphrase.length > PASSPHRASE_LIMIT) return { ok: false, reason: "too_long" };
  const passphrase = readPassphrase(form.passphrase);
  if (name === "" || passphrase === null) return { ok: false, reason: "empty" };

  const browser = knownFor(house, form.known, name);
  const bucket = bucketOf(house, { name, browser });
  if (form.limited) {
    const seconds =
      (await secondsToWait(store.read, house, bucket)) ||
      // A browser that knows the name shares its address with whoever else is there. But who has an
      // account must not keep everybody else from signing in by signing in all the time.
      (await form.gate(
        browser === null ? undefined : bucketOf(house, { name, browser: null }).mark,
      )) ||
      (await store.write((trx) => takeTry(trx, house, bucket)));
    if (seconds > 0) return { ok: false, reason: "wait", seconds };
  }
  await completeDueOf(house, { name });
  const salt = await saltOf(store.read, house, name);
  const account = await openWithPassphrase(house, { name, passphrase });
  if (account === null) return { ok: false, reason: "no_match" };

  // Whatever session the browser brought is not this one.
  if (form.earlier !== null) await forget(house, form.earlier);
  const session = await store.write(async (trx) => {
    // While it was tried, another may have taken its place, and all sessions have ended.
    if ((await saltOf(trx, house, name)) !== salt) return null;
    await forgetTries(trx, bucket);
    return startSession(trx, house, { kind: "account", key: account.key, mark: account.mark });
  });
  if (session === null) return { ok: false, reason: "no_match" };
  return { ok: true, session, known: knownNow(house, form.known, name) };
}
