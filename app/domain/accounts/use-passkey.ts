/** What a passkey opens: the account that it was made for. */
import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from "@simplewebauthn/server";
import type { Writer } from "#db/connect.ts";
import { lockAccount, passkeyAt, updatePasskey } from "#db/queries/passkeys.ts";
import { dayOf, type House } from "../house.ts";
import {
  type ChallengeFor,
  makePasskeyChallenge,
  readPasskeyChallenge,
  spendChallenge,
} from "./passkey-challenge.ts";
import { readAuthentication } from "./passkey-response.ts";
import { openLabel, openPasskey, passkeyMarks, sealPasskey } from "./passkey-row.ts";
import type { PasskeyPlace, PasskeyRefusal } from "./passkey-types.ts";
import type { Account } from "./types.ts";
import { openAccount } from "./vault.ts";

const TIMEOUT_MS = 5 * 60 * 1_000;

/** What the browser hands to the authenticator: any passkey of ours will do, no name is asked. */
export async function askPasskey(
  house: House,
  { place, asked }: { place: PasskeyPlace; asked: ChallengeFor },
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return await generateAuthenticationOptions({
    rpID: place.rpId,
    allowCredentials: [],
    userVerification: "preferred",
    challenge: makePasskeyChallenge(house, asked),
    timeout: TIMEOUT_MS,
  });
}

type Opened<T> = { ok: true; account: Account; result: T } | { ok: false; reason: PasskeyRefusal };

/**
 * Opens an account by a passkey, and does something in the same transaction. Which of the many
 * things that may be wrong with a passkey is wrong, nobody is told.
 *
 * @param response as JSON text, as the browser gave it
 * @param then what to do with the open account
 */
export async function openByPasskey<T>(
  house: House,
  { place, asked, response: text }: { place: PasskeyPlace; asked: ChallengeFor; response: string },
  then: (trx: Writer, account: Account) => Promise<T>,
): Promise<Opened<T>> {
  const read = readAuthentication(text);
  const challenge = read && readPasskeyChallenge(house, read.challenge, asked);
  if (!read || !challenge) return refused("unknown");
  if (challenge === "old") return refused("old");
  const { response } = read;
  const marks = passkeyMarks(house.secrets, response.id);
  const stored = await passkeyAt(house.store.read, { marks }).executeTakeFirst();
  if (!stored) return refused("unknown");
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: read.challenge,
    expectedOrigin: [...place.origins],
    expectedRPID: place.rpId,
    requireUserVerification: false,
    // What it counted last is compared where it is written, with the row as it then stands.
    credential: { id: response.id, publicKey: bytesOf(stored.public_key), counter: 0 },
  }).catch(() => null);
  if (!verified?.verified) return refused("unknown");
  const { newCounter } = verified.authenticationInfo;
  const { userHandle } = response.response;

  return await house.store.write(async (trx): Promise<Opened<T>> => {
    await lockAccount(trx, { accountMark: stored.account_mark }).execute();
    const row = await passkeyAt(trx, { marks }).executeTakeFirst();
    const key = row && openPasskey(house.secrets, row, userHandle);
    const account = key ? await openAccount(trx, house.secrets, key) : null;
    const label = row && key ? openLabel(house.secrets, row, key) : null;
    if (!row || !account || !label) return refused("unknown");
    if (!(await spendChallenge(trx, challenge))) return refused("old");
    if (!countsOn(row.counter, newCounter)) return refused("copied");
    const old = row.secret_id !== house.secrets.current.id;
    const accountMark = account.mark;
    const sealedAgain = { accountKey: account.key, handle: userHandle, label };
    await updatePasskey(
      trx,
      { accountMark, mark: row.credential_mark },
      {
        counter: newCounter,
        last_used_on: dayOf(house.clock()),
        ...(old && sealPasskey(house.secrets, sealedAgain)),
      },
    ).execute();
    return { ok: true, account, result: await then(trx, account) };
  });
}

/** Many count every use; those that live on several devices stay at 0 (6.1.1). */
function countsOn(before: number, now: number): boolean {
  return now > before || (now === 0 && before === 0);
}

function refused(reason: PasskeyRefusal): { ok: false; reason: PasskeyRefusal } {
  return { ok: false, reason };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, "base64url"));
}
