/** Making an account: a pen name, a passphrase, and nothing else. */
import type { House } from "../house.ts";
import { cleanName } from "../identity/names.ts";
import { readNonce } from "../identity/nonce.ts";
import { mark } from "../identity/secret-ring.ts";
import { forget, startSession } from "../identity/sessions.ts";
import { spendJoinLink } from "../moderation/join-link.ts";
import { storeCodes } from "./codes.ts";
import { type FreeNameFault, nameIsFree } from "./free-name.ts";
import { knownNow } from "./known-browser.ts";
import { makeAccount } from "./make-account.ts";
import {
  PASSPHRASE_LIMIT,
  readPassphrase,
  type SealedWay,
  sealUnderStretched,
  stillSignsIn,
  storePassphrase,
} from "./passphrase.ts";
import { type Weakness, weaknessOf } from "./strength.ts";
import { stretch } from "./stretch.ts";
import type { Account } from "./types.ts";
import { openAccount } from "./vault.ts";

export interface JoinForm {
  name: string;
  passphrase: string;
  nonce: string;
  /** The token of the link that keeps this name for a founding moderator; null: none. */
  link: string | null;
  /** What this browser keeps from having signed in before; null: nothing. */
  known: string | null;
  /** The session that this browser is signed in with; it ends. */
  earlier: string | null;
  /** May one more account be made from where this one comes from? Seconds to wait; 0: yes. */
  gate: () => Promise<number>;
}

export type JoinFault =
  | { field: "name"; fault: FreeNameFault }
  | { field: "passphrase"; reason: "empty" | "too_long" | Weakness }
  | { field: "nonce" }
  /** Used up, too old, or none of ours. */
  | { field: "link" };

export type JoinOutcome =
  | { ok: true; name: string /** For the cookies. */; session: string; known: string }
  | { ok: false; faults: JoinFault[] }
  /** Too many accounts from one place: seconds to wait. */
  | { ok: false; faults: []; seconds: number };

/**
 * Makes an account and signs in to it. The same nonce with the same name and passphrase gives the
 * same account, however often it is sent, until the passphrase is changed; with another one the name
 * is taken.
 *
 * @throws an error of kind `too_busy` where too many passphrases are being worked on at once
 */
export async function join(house: House, form: JoinForm): Promise<JoinOutcome> {
  const read = readNonce(house, form.nonce);
  const name = cleanName(form.name);
  const passphrase = readPassphrase(form.passphrase);
  if (!read.ok) return { ok: false, faults: [{ field: "nonce" }] };
  if (passphrase === null) {
    const reason = form.passphrase.length > PASSPHRASE_LIMIT ? "too_long" : "empty";
    const faults = [await nameFault(house, form), { field: "passphrase", reason } as const];
    return { ok: false, faults: faults.filter((fault) => fault !== null) };
  }
  const seconds = await form.gate();
  if (seconds > 0) return { ok: false, faults: [], seconds };

  const { secret, text } = read.nonce;
  // By the name as well: two accounts made with one form must not share it.
  const salt = mark(secret, "salt of an attempt", text, name).slice(0, 22);
  const stretched = await stretch(passphrase, salt);
  const weakness = await weaknessOf(passphrase, { known: [name, house.settings.name] });
  const faults = [
    await nameFault(house, form),
    weakness && ({ field: "passphrase", reason: weakness } as const),
  ].filter((fault) => fault !== null);

  // An attempt that was answered before is known by what its nonce, name and passphrase lead to.
  // Looked for last: where the name was found taken by this very form, the account is there by now.
  const key = mark(secret, "account of an attempt", text, name, stretched);
  const earlier = await openAccount(house.store.read, house.secrets, key);
  const again = earlier && (await signedIn(house, form, { account: earlier, name, salt }));
  if (again) return again;
  if (faults.length > 0) return { ok: false, faults };
  const way = sealUnderStretched(house, { name, salt, stretched, accountKey: key });
  const made = await makeOnce(house, { name, key, way, link: form.link });
  if ("field" in made) return { ok: false, faults: [made] };
  const joined = await signedIn(house, form, { account: made, name, salt });
  return joined ?? { ok: false, faults: [{ field: "name", fault: { reason: "taken" } }] };
}

async function nameFault(house: House, { name, link }: JoinForm): Promise<JoinFault | null> {
  const asked = { name, ...(link !== null && { mine: name }) };
  const fault = await nameIsFree(house.store.read, house, asked);
  return fault && { field: "name", fault };
}

interface Making {
  name: string;
  key: string;
  way: SealedWay;
  link: string | null;
}

/** Lays the account into the store, once; of two people who want one name, one gets it. */
async function makeOnce(house: House, making: Making): Promise<Account | JoinFault> {
  const { name, key, way, link } = making;
  try {
    return await house.store.write(async (trx): Promise<Account | JoinFault> => {
      const there = await openAccount(trx, house.secrets, key);
      if (there) return there;
      const mine = link === null ? null : await spendJoinLink(trx, house, { token: link, name });
      if (link !== null && mine === null) return { field: "link" };
      const fault = await nameIsFree(trx, house, { name, ...(mine && { mine: mine.name }) });
      if (fault) return { field: "name", fault };
      const account = await makeAccount(trx, house, { name, key });
      await storePassphrase(trx, { account, way });
      await storeCodes(trx, house, account);
      return account;
    });
  } catch (error) {
    // On another node: the same form at the same moment, or somebody else with this name.
    const there = await openAccount(house.store.read, house.secrets, key);
    const fault = there ? null : await nameIsFree(house.store.read, house, { name });
    if (there) return there;
    if (fault?.reason !== "taken") throw error;
    return { field: "name", fault };
  }
}

/** Null: the name signs in with another passphrase by now, or not at all. */
async function signedIn(
  house: House,
  form: JoinForm,
  { account, name, salt }: { account: Account; name: string; salt: string },
): Promise<JoinOutcome | null> {
  const { key, mark: of } = account;
  const session = await house.store.write(async (trx) => {
    if (!(await stillSignsIn(trx, house, { name, salt }))) return null;
    return startSession(trx, house, { kind: "account", key, mark: of });
  });
  if (session === null) return null;
  // Whatever session the browser brought is not this one.
  if (form.earlier !== null) await forget(house, form.earlier);
  return { ok: true, name, session, known: knownNow(house, form.known, name) };
}
