/** Signing in with a passkey: no name, no passphrase. */
import type { House } from "../house.ts";
import { forget, startSession } from "../identity/sessions.ts";
import { knownNow } from "./known-browser.ts";
import type { PasskeyPlace, PasskeyRefusal } from "./passkey-types.ts";
import { openByPasskey } from "./use-passkey.ts";

export interface PasskeySignIn {
  place: PasskeyPlace;
  /** As JSON text, as the browser gave it. */
  response: string;
  /** What this browser keeps from having signed in before; null: nothing. */
  known: string | null;
  /** The session that this browser is signed in with; it ends. */
  earlier: string | null;
}

/** Signs in; `session` and `known` are for the cookies. */
export async function signInByPasskey(
  house: House,
  { place, response, known, earlier }: PasskeySignIn,
): Promise<{ ok: true; session: string; known: string } | { ok: false; reason: PasskeyRefusal }> {
  const asked = { use: "sign_in" } as const;
  const opened = await openByPasskey(house, { place, asked, response }, (trx, { key, mark }) =>
    startSession(trx, house, { kind: "account", key, mark }),
  );
  if (!opened.ok) return opened;
  // Whatever session the browser brought is not this one.
  if (earlier !== null) await forget(house, earlier);
  const { signInName } = opened.account.vault;
  return { ok: true, session: opened.result, known: knownNow(house, known, signInName) };
}
