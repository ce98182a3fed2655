/**
 * Names as people type them: which may be taken, and when two are the same to the eye
 * (docs/decisions/0016).
 */
import { type LetterFault, letterFault } from "./one-script.ts";
import { skeleton } from "./skeleton.ts";

export const NAME_LIMIT = 40;
/** Marks stacked on few letters count too. */
const CODE_UNIT_LIMIT = 160;
/** What comes after is not looked at: such a name is far too long already. */
const TYPED_LIMIT = 2_000;

/**
 * A name as it is kept: NFKC, single spaces. Empty where nothing was typed. Signs that NFKC would
 * make into something that they don't look like (the long s, which passes for an f) stay as they
 * are, and are refused by the rule.
 */
export function cleanName(typed: string): string {
  const shown = typed.slice(0, TYPED_LIMIT).replace(/[\uFE0E\uFE0F]/g, "");
  return spaced(
    shown
      .normalize("NFC")
      .replace(/[^\0-\x7f]/gu, asItLooks)
      .normalize("NFC"),
  );
}

function asItLooks(sign: string): string {
  const plain = sign.normalize("NFKC");
  return plain === sign || skeleton(sign) !== skeleton(plain) ? sign : plain;
}

function spaced(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

function caseFolded(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().normalize("NFKC");
}

/** The name folded for comparison: NFKC, case folded, spaces collapsed. */
export function nameKey(name: string): string {
  return spaced(caseFolded(caseFolded(cleanName(name).normalize("NFKC"))));
}

/**
 * After folding: figures that pass for letters, and what the skeleton leaves apart because it takes
 * composed letters to pieces before it looks them up (a t with a cedilla passes for one with a hook).
 */
const PASSES_FOR: Readonly<Record<string, string>> = {
  ...{ "0": "o", "1": "l", "5": "s", i: "l" },
  ...{ "\u01ab": "t", "\u0272": "n", "\u0629": "o", "\u0674": "" },
};

/** Accents, lines through letters, the points of Hebrew, the hamza of Arabic. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0653-\u0655]/g;

/**
 * What is left of a name when all that looks alike is made one: the skeleton of UTS #39, then case,
 * accents, spaces and signs off. Names with the same skeleton always have the same value; two names
 * with the same value (and not an empty one) could be mistaken for one another.
 */
export function lookKey(name: string): string {
  const folded = caseFolded(skeleton(name)).normalize("NFD").replace(ACCENTS, "");
  return caseFolded(skeleton(folded))
    .normalize("NFD")
    .replace(ACCENTS, "")
    .replace(/[015i\u01ab\u0272\u0629\u0674]/g, (sign) => PASSES_FOR[sign] ?? sign)
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w");
}

export type NameRuleFault =
  | { reason: "too_long"; limit: number }
  | { reason: "only_digits" | "hidden_characters" | LetterFault };

/** Why a cleaned name can't be anybody's; null: it can. */
export function nameRuleFault(name: string): NameRuleFault | null {
  if (name.length > CODE_UNIT_LIMIT || graphemesOf(name) > NAME_LIMIT) {
    return { reason: "too_long", limit: NAME_LIMIT };
  }
  // Control, format, unassigned and lone halves; what is drawn as nothing; the empty Braille cell.
  if (/[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u.test(name)) {
    return { reason: "hidden_characters" };
  }
  if (!/[\p{L}\p{S}]/u.test(name)) return { reason: "only_digits" };
  const fault = letterFault(name);
  return fault && { reason: fault };
}

/** A name that is somebody's everywhere has letters, and no pictures. */
export function penNameRuleFault(name: string): NameRuleFault | null {
  const fault = nameRuleFault(name);
  if (fault) return fault;
  if (lookKey(name) === "") return { reason: "only_digits" };
  return /\p{S}/u.test(name) ? { reason: "odd_characters" } : null;
}

function graphemesOf(name: string): number {
  return [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(name)].length;
}

/**
 * Is a name one that only the house may use?
 *
 * @param words no part of the name may look like one of these
 * @param wholes the name as a whole may not look like one of these
 */
export function isReserved(
  name: string,
  { words, wholes }: { words: readonly string[]; wholes: readonly string[] },
): boolean {
  const reservedWords = new Set(words.map(lookKey));
  const parts = [...name.split(/[^\p{L}\p{M}\p{N}]+/u), name].map(lookKey);
  if (parts.some((part) => part !== "" && reservedWords.has(part))) return true;
  const whole = lookKey(name);
  return whole !== "" && wholes.some((reserved) => lookKey(reserved) === whole);
}
