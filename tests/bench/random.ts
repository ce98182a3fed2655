/** Numbers that look drawn by lot and are the same in every run. */
export interface Lot {
  /** From 0 up to, but not including, 1. */
  number(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  /** One of a list that is not empty. */
  of<T>(list: readonly T[]): T;
  /** True in `share` of all cases. */
  chance(share: number): boolean;
  /** So many characters of an alphabet. */
  letters(alphabet: string, length: number): string;
}

/** mulberry32: small, quick, good enough to write essays that nobody reads. */
export function lotFrom(seed: number): Lot {
  let state = seed >>> 0;
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) =>
    least + Math.floor(number() * (most - least + 1));
  return {
    number,
    between,
    of: (list) => {
      const one = list[between(0, list.length - 1)];
      if (one === undefined) throw new Error("Nothing to draw from.");
      return one;
    },
    chance: (share) => number() < share,
    letters: (alphabet, length) => {
      let text = "";
      while (text.length < length) text += alphabet.charAt(between(0, alphabet.length - 1));
      return text;
    },
  };
}
