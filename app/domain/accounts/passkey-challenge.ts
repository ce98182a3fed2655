/**
 * What an authenticator is asked to sign: random, signed by us, good for a while, for one purpose
 * and once. Asking stores nothing; using it does (`used_challenges`), together with what it is for.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Writer } from "#db/connect.ts";
import { insertUsedChallenge } from "#db/queries/challenges.ts";
import type { House } from "../house.ts";
import { mark, markBytes, type Secret, secretsOf } from "../identity/secret-ring.ts";

/** Time enough to fetch the phone from the other room. */
const GOOD_FOR_MS = 15 * 60 * 1_000;

const RANDOM = 16;
/** Milliseconds since 1970 in 48 bits. */
const EXPIRY = 6;
const SIGNED = RANDOM + EXPIRY;
const SIGNATURE = 16;

/** What a challenge is for: used for anything else, it is none. */
export type ChallengeFor =
  /** To the account with this mark. */
  | { use: "add"; of: string }
  | { use: "sign_in" }
  /** To confirm the recovery with this mark. */
  | { use: "recover"; of: string };

/** A challenge of ours that is still good. */
export interface ReadChallenge {
  usedMark: string;
  expiresAt: number;
}

function signature(secret: Secret, asked: ChallengeFor, head: Uint8Array): Buffer {
  const bound = "of" in asked ? asked.of : "";
  return markBytes(secret, "passkey challenge", asked.use, bound, head).subarray(0, SIGNATURE);
}

export function makePasskeyChallenge(
  house: Pick<House, "secrets" | "clock">,
  asked: ChallengeFor,
): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(SIGNED);
  randomBytes(RANDOM).copy(head);
  head.writeUIntBE(house.clock().getTime() + GOOD_FOR_MS, RANDOM, EXPIRY);
  return new Uint8Array([...head, ...signature(house.secrets.current, asked, head)]);
}

/**
 * Reads a challenge that came back.
 *
 * @param text base64url, as the browser writes it into what is signed
 * @returns `old`: it was ours, and has expired; null: it is not ours, or for something else
 */
export function readPasskeyChallenge(
  house: Pick<House, "secrets" | "clock">,
  text: string,
  asked: ChallengeFor,
): ReadChallenge | "old" | null {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length !== SIGNED + SIGNATURE) return null;
  const head = bytes.subarray(0, SIGNED);
  const given = bytes.subarray(SIGNED);
  const secret = secretsOf(house.secrets).find((one) =>
    timingSafeEqual(given, signature(one, asked, head)),
  );
  if (!secret) return null;
  const expiresAt = head.readUIntBE(RANDOM, EXPIRY);
  if (expiresAt <= house.clock().getTime()) return "old";
  return { usedMark: mark(secret, "used challenge", bytes), expiresAt };
}

/** Stores that a challenge has been used; false: it had been. */
export async function spendChallenge(
  trx: Writer,
  { usedMark, expiresAt }: ReadChallenge,
): Promise<boolean> {
  const row = { mark: usedMark, expires_at: expiresAt };
  return (await insertUsedChallenge(trx, row).executeTakeFirst()) !== undefined;
}
