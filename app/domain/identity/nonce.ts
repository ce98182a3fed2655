import { randomBytes, timingSafeEqual } from "node:crypto";
import type { House } from "../house.ts";
import { mark, type Secret, secretById } from "./secret-ring.ts";

/** A nonce of ours, read back. */
export interface Nonce {
  text: string;
  /** Milliseconds since 1970. */
  issuedAt: number;
  /** The secret of the ring that signed it, from which its key derives. */
  secret: Secret;
}

function signature(secret: Secret, random: string, issued: string): string {
  return mark(secret, "nonce", random, issued).slice(0, 22);
}

/** A fresh signed nonce for one form: 128 random bits and when it was issued. It never grows too old. */
export function makeNonce(house: Pick<House, "secrets" | "clock">): string {
  const secret = house.secrets.current;
  const random = randomBytes(16).toString("base64url");
  const issued = house.clock().getTime().toString(36);
  return [secret.id, random, issued, signature(secret, random, issued)].join(".");
}

/** Reads a nonce. `ok: false`: not one that this house has made. */
export function readNonce(
  house: Pick<House, "secrets">,
  text: string,
): { ok: true; nonce: Nonce; issuedAt: number } | { ok: false } {
  const [id, random, issued, signed, ...more] = text.slice(0, 300).split(".");
  if (!id || !random || !issued || !signed || more.length > 0) return { ok: false };
  const secret = secretById(house.secrets, id);
  if (!secret) return { ok: false };
  const right = Buffer.from(signature(secret, random, issued));
  const given = Buffer.from(signed);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return { ok: false };
  const issuedAt = Number.parseInt(issued, 36);
  return { ok: true, issuedAt, nonce: { text, issuedAt, secret } };
}

/** How long a form must have been open where no script has shown its work, in milliseconds. */
export const SHORT_DELAY = 4_000;

/**
 * How many milliseconds a post without a solved challenge still has to wait; 0: none. A clock that
 * went backwards never makes it longer than the delay itself.
 */
export function delayStillNeeded(nonceIssuedAt: number, now: number): number {
  return Math.min(SHORT_DELAY, Math.max(0, nonceIssuedAt + SHORT_DELAY - now));
}
