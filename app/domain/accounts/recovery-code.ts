/**
 * Recovery codes: what they look like, and how they are read back from what people type. "RC-" and
 * 18 characters of Crockford's base32 in groups of six: 17 carry 85 bits, the last is a check. They
 * follow from a seed in the account's vault, so that they can be shown again until written down.
 */
import { createHmac } from "node:crypto";
import { charactersOf, grouped, isWhole, spell } from "../identity/spelling.ts";

const LENGTH = 18;
const GROUP = 6;

/** So many codes has an account. */
export const CODES = 10;

function written(characters: string): string {
  return `RC-${grouped(characters, GROUP)}`;
}

/** The ten codes of a seed, always the same. */
export function codesFrom(seed: string): string[] {
  return Array.from({ length: CODES }, (_, index) => {
    const bytes = createHmac("sha256", seed).update(`recovery code ${index}`).digest();
    return written(spell(bytes, LENGTH));
  });
}

/** What tells these ten from any other ten, and nothing about them. */
export function setOf(seed: string): string {
  return createHmac("sha256", seed).update("the ten").digest("base64url").slice(0, 16);
}

/**
 * Reads what somebody typed as a recovery code: in any case, with or without dashes, spaces and the
 * letters in front.
 *
 * @returns the one spelling under which it is known
 */
export function readCode(
  typed: string,
): { ok: true; code: string } | { ok: false; reason: "empty" | "typo" } {
  const text = charactersOf(typed.slice(0, 200));
  if (text === "") return { ok: false, reason: "empty" };
  const code = text.startsWith("RC") && text.length === LENGTH + 2 ? text.slice(2) : text;
  if (!isWhole(code, LENGTH)) return { ok: false, reason: "typo" };
  return { ok: true, code: written(code) };
}
