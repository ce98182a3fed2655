/** A text as words, each with what its place and its first letter say. */
export interface Token {
  text: string;
  start: number;
  end: number;
  /** In small letters, without 's. */
  base: string;
  /** Begins with one capital letter; no abbreviation such as NHS. */
  capital: boolean;
  /** Begins a sentence, or stands in a heading: its capital says nothing. */
  first: boolean;
  /** What stands between the word before and this one. */
  gap: string;
  /** Followed by 's. */
  possessive: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const ENDS_SENTENCE = /[.!?…:;|]|\n\s*\n/;
const OPENS_QUOTE = /[“"«„]\s*$|[‘']$/;
const SHORT = new Set(["dr", "mr", "mrs", "ms", "st", "prof", "rev", "no", "nr"]);

/**
 * The text with all that is no word of its own (addresses of links, marks of Markdown) put out by
 * spaces, so that everything stands where it stood.
 */
export function masked(text: string): string {
  const blank = (found: string) => found.replace(/[^\n]/g, " ");
  return text
    .replace(/\]\([^()\s]{0,2000}(?:\s"[^"\n]{0,200}")?\)/g, blank)
    .replace(/<?https?:\/\/[^\s<>]{1,2000}>?/g, blank)
    .replace(/\S{1,64}@\S{1,253}/g, blank)
    .replace(/\[\^[^\]\s]{1,40}\]:?/g, blank)
    .replace(/^[ \t]*(?:[#>]+|[-+*]|\d{1,3}[.)])(?=[ \t])/gm, (mark) => `${blank(mark.slice(1))}|`)
    .replace(/[*`[\]~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, " ");
}

/** Words of a masked text. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  let before = "";
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    const gap = text.slice(end, match.index);
    const isShort = gap.startsWith(".") && SHORT.has(before) && !/[!?]|\n\s*\n/.test(gap);
    const possessive = /['’]s$/i.test(word);
    const base = word.toLowerCase().replace(/['’]s$/, "");
    const starts = tokens.length === 0 || (ENDS_SENTENCE.test(gap) && !isShort);
    tokens.push({
      ...{ text: word, start: match.index, end: match.index + word.length, base, gap, possessive },
      capital: /^\p{Lu}/u.test(word) && !/^[\p{Lu}\p{N}]{2,}(?:['’]s)?$/u.test(word),
      first: starts || OPENS_QUOTE.test(gap),
    });
    end = match.index + word.length;
    before = base;
  }
  markHeadings(text, tokens);
  return tokens;
}

/** In a line whose every longer word has a capital, no capital says anything. */
function markHeadings(text: string, tokens: Token[]): void {
  let line: Token[] = [];
  let lineEnd = -1;
  const close = () => {
    const long = line.filter(({ text: word }) => word.length > 3 && /^\p{L}/u.test(word));
    if (
      long.length > 2 &&
      long.every(({ capital, text: word }) => capital || /^\p{Lu}/u.test(word))
    )
      for (const token of line) token.first = true;
    line = [];
  };
  for (const token of tokens) {
    if (token.start > lineEnd) {
      close();
      const next = text.indexOf("\n", token.start);
      lineEnd = next === -1 ? text.length : next;
    }
    line.push(token);
  }
  close();
}

/** Are these two words parts of one name: nothing between them but a space or a line's end? */
export function isBeside(next: Token | undefined): next is Token {
  return next !== undefined && /^\.?[ \t]*\n?[ \t]*$/.test(next.gap) && next.gap !== "";
}
