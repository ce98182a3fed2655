/**
 * How secrets are spelt that people copy by hand: Crockford's base32 with a check at the end. The
 * check is a sum over GF(32) in which every place has another weight, so that any one wrong
 * character and any two swapped ones are noticed.
 */

/** Crockford's alphabet: no I, L, O, U. https://www.crockford.com/base32.html */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Times x in GF(32) with x^5 + x^2 + 1, in which x has order 31. */
function timesX(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
}

function checkSum(values: readonly number[]): number {
  return values.reduce((sum, value) => timesX(sum) ^ value, 0);
}

/**
 * Spells bytes, five bits of each.
 *
 * @param length of the text, the check among it: at most 31, and one more than there are bytes
 */
export function spell(bytes: Uint8Array, length: number): string {
  const values = [...bytes.subarray(0, length - 1)].map((byte) => byte & 31);
  values.push(timesX(checkSum(values)));
  return values.map((value) => ALPHABET.charAt(value)).join("");
}

/** A text in groups that the eye can follow. */
export function grouped(characters: string, size: number): string {
  return (characters.match(new RegExp(`.{1,${size}}`, "g")) ?? []).join("-");
}

/** Capital letters and digits as Crockford reads them: O is 0, I and L are 1, U stays a fault. */
export function charactersOf(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Dash}\p{Default_Ignorable_Code_Point}.,:;_"'`]+/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
}

/** Is this text so long, in our letters, and does its check fit? */
export function isWhole(text: string, length: number): boolean {
  if (text.length !== length) return false;
  const values = [...text].map((character) => ALPHABET.indexOf(character));
  return !values.includes(-1) && checkSum(values) === 0;
}
