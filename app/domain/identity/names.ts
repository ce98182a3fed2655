/** Names as people type them: which may be taken, and when two are the same to the eye. */

export const NAME_LIMIT = 40;
/** Marks stacked on few letters count too. */
const CODE_UNIT_LIMIT = 160;

/** A name as it is kept: NFKC, single spaces. Empty where nothing was typed. */
export function cleanName(typed: string): string {
  return typed
    .slice(0, 2_000)
    .normalize("NFKC")
    .replace(/[\uFE0E\uFE0F]/g, "")
    .replace(/\s+/gu, " ")
    .trim();
}

function caseFolded(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().normalize("NFKC");
}

/** The name folded for comparison: NFKC, case folded, spaces collapsed. */
export function nameKey(name: string): string {
  return caseFolded(caseFolded(cleanName(name)));
}

/** Letters of other alphabets, and figures, that pass for Latin letters (after folding). */
const LOOKS_LIKE: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["авеѕіјкмнорстухԁԛԝһӏ", "abesijkmhopctyxdqwhl"],
    ["αβεζηικμνορτυχγ", "abezhlkmvoptuxy"],
    ["ıłøđɑɡ015", "llodagols"],
  ].flatMap(([from = "", to = ""]) =>
    [...from].map((letter, place) => [letter, to.charAt(place)] as const),
  ),
);

/**
 * What is left of a name when letters that look alike are made one: accents off, spaces and signs
 * out. Two names with the same value (and not an empty one) could be mistaken for one another.
 */
export function lookKey(name: string): string {
  return [
    ...nameKey(name)
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, ""),
  ]
    .map((letter) => LOOKS_LIKE[letter] ?? letter)
    .join("")
    .replace(/i/g, "l")
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w");
}

export type NameRuleFault =
  | { reason: "too_long"; limit: number }
  | { reason: "only_digits" | "hidden_characters" | "mixed_letters" };

const CONFUSABLE_SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Greek}/u, /\p{Script=Cyrillic}/u];

/** Why a cleaned name can't be anybody's; null: it can. */
export function nameRuleFault(name: string): NameRuleFault | null {
  const graphemes = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(name)].length;
  if (graphemes > NAME_LIMIT || name.length > CODE_UNIT_LIMIT) {
    return { reason: "too_long", limit: NAME_LIMIT };
  }
  // Control, format, unassigned and lone halves; what is drawn as nothing; the empty Braille cell.
  if (/[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u.test(name)) {
    return { reason: "hidden_characters" };
  }
  if (!/[\p{L}\p{S}]/u.test(name)) return { reason: "only_digits" };
  if (CONFUSABLE_SCRIPTS.filter((script) => script.test(name)).length > 1) {
    return { reason: "mixed_letters" };
  }
  return null;
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
