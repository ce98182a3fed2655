import { FAMILY_TITLES, FORMS_OF_ADDRESS, TITLES, WITHIN_NAMES } from "./cues.ts";
import { ORDINARY } from "./ordinary.ts";
import { isBeside, type Token } from "./tokens.ts";

/** Words with capitals that stand together: indices of the first and the last token. */
export interface Run {
  from: number;
  to: number;
}

const MOST_WORDS = 5;

/** The words with capitals from here on; null: none here. Titles are no part of a name. */
export function runAt(tokens: readonly Token[], from: number): Run | null {
  if (!isName(tokens[from])) return null;
  let to = from;
  while (to - from < MOST_WORDS) {
    const next = tokens[to + 1];
    const after = tokens[to + 2];
    if (tokens[to]?.possessive && !isSaint(tokens[to - 1])) break;
    if (isBeside(next) && isName(next) && !startsAnew(next)) to += 1;
    else if (isBeside(next) && WITHIN_NAMES.has(next.text) && isBeside(after) && isName(after))
      to += 2;
    else break;
  }
  return { from, to };
}

const startsAnew = (token: Token) => token.first && token.gap.includes(".");

function isName(token: Token | undefined): token is Token {
  return token?.capital === true && !/^\d/.test(token.text);
}

const isSaint = (token: Token | undefined) => token?.base === "st" || token?.base === "saint";

/** Is it a title such as Dr, Mrs, Aunt? */
export function isTitle({ base }: Token): boolean {
  return TITLES.has(base) || FORMS_OF_ADDRESS.has(base) || FAMILY_TITLES.has(base);
}

/** The run without ordinary words at either end, as "The" in "The Rosenhof"; null: nothing is left. */
export function withoutOrdinary(tokens: readonly Token[], { from, to }: Run): Run | null {
  const isPlain = (at: number) => ORDINARY.has(tokens[at]?.base ?? "");
  let [first, last] = [from, to];
  while (first <= last && isPlain(first)) first += 1;
  while (last >= first && isPlain(last)) last -= 1;
  return first > last ? null : { from: first, to: last };
}

/** The words of a run in small letters, as the lexicon has them. */
export function baseOf(tokens: readonly Token[], { from, to }: Run): string {
  return tokens
    .slice(from, to + 1)
    .map(({ base }) => base)
    .join(" ");
}
