/**
 * Passkeys of an account: added, listed, named, removed. An authenticator keeps the account's user
 * handle, under which the account's key is sealed; the store keeps neither the handle nor the id by
 * which the authenticator knows the passkey (Web Authentication Level 3, https://www.w3.org/TR/webauthn-3).
 */
import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { Reader } from "#db/connect.ts";
import {
  deletePasskey,
  insertPasskey,
  lockAccount,
  passkeyAt,
  passkeysOf,
  updatePasskey,
} from "#db/queries/passkeys.ts";
import { cleanLine, lengthOf } from "../clean-text.ts";
import { DomainError } from "../errors.ts";
import type { House } from "../house.ts";
import type { SecretRing } from "../identity/secret-ring.ts";
import { makePasskeyChallenge, readPasskeyChallenge, spendChallenge } from "./passkey-challenge.ts";
import { readRegistration } from "./passkey-response.ts";
import { openLabel, passkeyMarks, relabelled, sealPasskey } from "./passkey-row.ts";
import {
  type AddRefusal,
  type OwnPasskey,
  PASSKEY_LABEL_LIMIT,
  PASSKEYS_LIMIT,
  type PasskeyPlace,
} from "./passkey-types.ts";
import type { Account } from "./types.ts";

/** EdDSA, ES256 and RS256: what every Node that runs us can check. */
const ALGORITHMS = [-8, -7, -257];
/** How long a browser waits for the authenticator. */
const TIMEOUT_MS = 5 * 60 * 1_000;

/** The passkeys of an account, in the order of their names. */
export async function ownPasskeys(
  db: Reader,
  ring: SecretRing,
  account: Account,
): Promise<OwnPasskey[]> {
  const known = await readable(db, ring, account);
  const passkeys = known.map(({ row, label: { label, rpId } }) => {
    return { id: row.credential_mark, label, rpId, lastUsedOn: row.last_used_on };
  });
  return passkeys.sort((a, b) => a.label.localeCompare(b.label) || (a.id < b.id ? -1 : 1));
}

async function readable(db: Reader, ring: SecretRing, { key, mark }: Account) {
  const rows = await passkeysOf(db, { accountMark: mark }).execute();
  return rows.flatMap((row) => {
    const label = openLabel(ring, row, key);
    return label ? [{ row, label }] : [];
  });
}

/** What the browser hands to the authenticator to make a new passkey. */
export async function askForPasskey(
  house: House,
  { account, place }: { account: Account; place: PasskeyPlace },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { signInName, passkeyHandle } = account.vault;
  const known = await readable(house.store.read, house.secrets, account);
  const here = known.filter(({ label }) => label.rpId === place.rpId);
  return await generateRegistrationOptions({
    rpName: house.settings.name,
    rpID: place.rpId,
    userName: signInName,
    userDisplayName: signInName,
    userID: new Uint8Array(Buffer.from(passkeyHandle, "base64url")),
    challenge: makePasskeyChallenge(house, { use: "add", of: account.mark }),
    timeout: TIMEOUT_MS,
    attestationType: "none",
    excludeCredentials: here.map(({ label: { credentialId: id, transports } }) => {
      return { id, transports };
    }),
    authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
    supportedAlgorithmIDs: ALGORITHMS,
  });
}

/**
 * Adds a passkey that an authenticator has made.
 *
 * @param response as JSON text, as the browser gave it
 * @param label what its owner calls it, as typed; may be empty
 */
export async function addPasskey(
  house: House,
  {
    account,
    place,
    response: text,
    label: typed,
  }: { account: Account; place: PasskeyPlace; response: string; label: string },
): Promise<{ ok: true } | { ok: false; reason: AddRefusal }> {
  const name = readLabel(typed);
  if (name === null) return { ok: false, reason: "label" };
  const read = readRegistration(text);
  const asked = { use: "add", of: account.mark } as const;
  const challenge = read && readPasskeyChallenge(house, read.challenge, asked);
  if (!read || !challenge) return { ok: false, reason: "unknown" };
  if (challenge === "old") return { ok: false, reason: "old" };
  const verified = await verifyRegistrationResponse({
    response: read.response,
    expectedChallenge: read.challenge,
    expectedOrigin: [...place.origins],
    expectedRPID: place.rpId,
    requireUserVerification: false,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => null);
  if (!verified?.verified) return { ok: false, reason: "unknown" };
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  const { transports = [] } = read.response.response;
  const columns = sealPasskey(house.secrets, {
    accountKey: account.key,
    handle: account.vault.passkeyHandle,
    label: { label: name, credentialId: id, transports, rpId: place.rpId },
  });
  return await house.store.write(async (trx) => {
    const locked = await lockAccount(trx, { accountMark: account.mark }).executeTakeFirst();
    if (locked.numUpdatedRows === 0n) throw new DomainError("notFound", "no such account");
    if (!(await spendChallenge(trx, challenge))) return { ok: false, reason: "old" };
    const marks = passkeyMarks(house.secrets, id);
    if (await passkeyAt(trx, { marks }).executeTakeFirst()) return { ok: false, reason: "known" };
    const present = await passkeysOf(trx, { accountMark: account.mark }).execute();
    if (present.length >= PASSKEYS_LIMIT) return { ok: false, reason: "many" };
    await insertPasskey(trx, {
      ...columns,
      account_mark: account.mark,
      public_key: Buffer.from(publicKey).toString("base64url"),
      counter,
      last_used_on: null,
    }).execute();
    return { ok: true };
  });
}

/** A name as it is kept; null: too long. */
function readLabel(typed: string): string | null {
  const line = cleanLine(typed) ?? "";
  return lengthOf(line) > PASSKEY_LABEL_LIMIT ? null : line;
}

/**
 * Gives a passkey of this account another name.
 *
 * @returns false where the name is too long
 * @throws DomainError notFound: this account has no such passkey
 */
export async function namePasskey(
  house: House,
  { account, id, label: typed }: { account: Account; id: string; label: string },
): Promise<boolean> {
  const label = readLabel(typed);
  if (label === null) return false;
  await house.store.write(async (trx) => {
    await lockAccount(trx, { accountMark: account.mark }).execute();
    const known = await readable(trx, house.secrets, account);
    const found = known.find(({ row }) => row.credential_mark === id);
    if (!found) throw noSuchPasskey();
    const named = { accountKey: account.key, label: { ...found.label, label } };
    const changed = relabelled(house.secrets, found.row, named);
    if (!changed) throw noSuchPasskey();
    await updatePasskey(trx, { accountMark: account.mark, mark: id }, changed).execute();
  });
  return true;
}

/**
 * Removes a passkey of this account: it opens nothing any more.
 *
 * @throws DomainError notFound: this account has no such passkey
 */
export async function removePasskey(
  house: House,
  { account, id }: { account: Account; id: string },
): Promise<void> {
  const asked = { accountMark: account.mark, mark: id };
  const gone = await house.store.write((trx) => deletePasskey(trx, asked).executeTakeFirst());
  if (gone.numDeletedRows === 0n) throw noSuchPasskey();
}

function noSuchPasskey(): DomainError {
  return new DomainError("notFound", "no such passkey");
}
