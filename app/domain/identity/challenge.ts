/**
 * A small piece of work for browsers that run JavaScript, instead of a wait: find the number whose
 * SHA-256 with the challenge's nonce begins as asked. By altcha-lib, https://altcha.org; nobody else
 * is contacted.
 */
import { createChallenge, randomInt, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/sha";
import { z } from "zod";
import { insertUsedChallenge } from "#db/queries/challenges.ts";
import type { House } from "../house.ts";
import { mark, type Secret, secretsOf } from "./secret-ring.ts";

/** Long enough to write a long answer; whoever takes longer waits a moment instead. */
const GOOD_FOR_MS = 6 * 60 * 60 * 1_000;
/** Some 10,000 hashes: under a second on an old phone. */
const LEAST_WORK = 5_000;
const MOST_WORK = 15_000;

function signingSecrets(secret: Secret) {
  return {
    hmacSignatureSecret: mark(secret, "challenge"),
    hmacKeySignatureSecret: mark(secret, "challenge key"),
  };
}

/** A fresh challenge as JSON, for the form's script. */
export async function makeChallenge(house: House): Promise<string> {
  const challenge = await createChallenge({
    algorithm: "SHA-256",
    cost: 1,
    counter: randomInt(LEAST_WORK, MOST_WORK),
    deriveKey,
    expiresAt: new Date(house.clock().getTime() + GOOD_FOR_MS),
    ...signingSecrets(house.secrets.current),
  });
  return JSON.stringify(challenge);
}

const PAYLOAD = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal("SHA-256"),
      nonce: z.string().max(64),
      salt: z.string().max(64),
      cost: z.literal(1),
      keyLength: z.number(),
      keyPrefix: z.string().max(64),
      keySignature: z.string().max(128),
      expiresAt: z.number(),
    }),
    signature: z.string().max(128),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string().max(128) }),
});

function readPayload(payload: string): z.infer<typeof PAYLOAD> | null {
  if (payload.length > 4_000) return null;
  try {
    return PAYLOAD.parse(JSON.parse(Buffer.from(payload, "base64").toString("utf8")));
  } catch {
    return null;
  }
}

/**
 * Is this the solution of a challenge of ours, in time, and for the first time?
 *
 * @param payload base64 of JSON `{challenge, solution: {counter, derivedKey}}`
 */
export async function verifyChallenge(
  house: House,
  { payload }: { payload: string },
): Promise<boolean> {
  const read = readPayload(payload);
  if (!read) return false;
  const { expiresAt } = read.challenge.parameters;
  if (expiresAt * 1_000 <= house.clock().getTime()) return false;
  for (const secret of secretsOf(house.secrets)) {
    const result = await verifySolution({ ...read, deriveKey, ...signingSecrets(secret) });
    if (!result.verified) continue;
    const used = { mark: mark(secret, "used challenge", read.challenge.signature) };
    const stored = await house.store.write((trx) =>
      insertUsedChallenge(trx, { ...used, expires_at: expiresAt * 1_000 }).executeTakeFirst(),
    );
    return stored !== undefined;
  }
  return false;
}
