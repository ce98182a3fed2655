/**
 * Keys and take-back codes: what they look like, and how they are read back from what people type.
 *
 * A key is 25 characters of Crockford's base32 in groups of five: 24 carry 120 bits, the last is a
 * check. A take-back code is "TB-" and 20 characters: 19 carry 95 bits, the last is a check
 * (spelling.ts).
 */
import { randomBytes } from "node:crypto";
import { markBytes, type Secret } from "./secret-ring.ts";
import { charactersOf, grouped, isWhole, spell } from "./spelling.ts";

const KEY_LENGTH = 25;
const CODE_LENGTH = 20;
const GROUP = 5;

/** The key that belongs to a nonce: the same again for a repeated request. */
export function keyFromNonce(secret: Secret, nonce: string): string {
  return grouped(spell(markBytes(secret, "key", nonce), KEY_LENGTH), GROUP);
}

/** The key that replaces an old one: the same again where the answer was lost. */
export function nextKey(secret: Secret, { nonce, key }: { nonce: string; key: string }): string {
  return grouped(spell(markBytes(secret, "next key", nonce, key), KEY_LENGTH), GROUP);
}

/** A key out of nothing. */
export function randomKey(): string {
  return grouped(spell(randomBytes(KEY_LENGTH), KEY_LENGTH), GROUP);
}

/** The take-back code of a key. It leads nowhere but to taking back. */
export function takeBackCodeFor(secret: Secret, key: string): string {
  return `TB-${grouped(spell(markBytes(secret, "take-back", key), CODE_LENGTH), GROUP)}`;
}

export type ReadKey =
  | { ok: true; kind: "key" | "take_back_code"; key: string }
  | { ok: false; reason: "empty" | "length" | "typo" };

/**
 * Reads what somebody typed as a key or a take-back code: in any case, with or without dashes and
 * spaces, with O for 0 and I or L for 1.
 *
 * @returns the one spelling under which it is known, or why it can't be one:
 *   `length` (too short or too long), `typo` (a character is wrong, or two are swapped)
 */
export function readSecret(typed: string): ReadKey {
  const text = charactersOf(typed.slice(0, 200));
  if (text === "") return { ok: false, reason: "empty" };
  const code = text.startsWith("TB") && text.length === CODE_LENGTH + 2 ? text.slice(2) : text;
  if (text.length === KEY_LENGTH) {
    if (isWhole(text, KEY_LENGTH)) return { ok: true, kind: "key", key: grouped(text, GROUP) };
    return { ok: false, reason: "typo" };
  }
  if (code.length !== CODE_LENGTH) return { ok: false, reason: "length" };
  if (!isWhole(code, CODE_LENGTH)) return { ok: false, reason: "typo" };
  return { ok: true, kind: "take_back_code", key: `TB-${grouped(code, GROUP)}` };
}

/** Reads a key and nothing else: a take-back code in its place counts as a typo. */
export function readKey(typed: string): { ok: true; key: string } | { ok: false } {
  const read = readSecret(typed);
  return read.ok && read.kind === "key" ? { ok: true, key: read.key } : { ok: false };
}
