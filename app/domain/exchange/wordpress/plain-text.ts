import domino from "@mixmark-io/domino";

/** Bidirectional controls and other characters that are not seen and only disturb a line of text. */
const UNSEEN =
  /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+/gu;

const MOST_MARKUP = 5_000;

/** One line of text from HTML: no tags, entities read, no unseen characters, spaces single. */
export function oneLine(html: string): string {
  const short = html.slice(0, MOST_MARKUP);
  const text = /[<&]/.test(short) ? decodeEntities(withoutTags(short)) : short;
  return wellFormed(text).replace(UNSEEN, " ").replace(/\s+/g, " ").trim();
}

/** At most `length` characters as people count them, with an ellipsis where something was cut. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const letters = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)];
  if (letters.length <= length && text.length <= length * 4) return text;
  let cut = "";
  for (const { segment } of letters.slice(0, length - 1)) {
    if (cut.length + segment.length > length * 4) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}

/** HTML without its tags and comments, line by line; linear, whatever the text. */
export function withoutTags(html: string): string {
  const out: string[] = [];
  let from = 0;
  for (let at = html.indexOf("<"); at !== -1; at = html.indexOf("<", from)) {
    out.push(html.slice(from, at));
    const next = html[at + 1] ?? "";
    const comment = html.startsWith("<!--", at);
    const end = comment ? html.indexOf("-->", at) : html.indexOf(">", at);
    if (!/[a-zA-Z/!]/.test(next) || end === -1) {
      if (end === -1 && /[a-zA-Z/!]/.test(next)) return out.join("") + html.slice(at);
      out.push("<");
      from = at + 1;
      continue;
    }
    if (BREAKS.test(html.slice(at, at + 12))) out.push("\n\n");
    from = end + (comment ? 3 : 1);
  }
  out.push(html.slice(from));
  return out.join("");
}

const BREAKS = /^<\/?(?:p|br|div|h[1-6]|li|ul|ol|blockquote|tr|table|hr|pre)\b/i;

/** `&amp;` and its like as the characters they stand for. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/g, (entity) => {
    const known = COMMON[entity];
    if (known !== undefined) return known;
    return domino.createDocument(entity).body?.textContent ?? entity;
  });
}

const COMMON: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#039;": "'",
  "&#39;": "'",
  "&nbsp;": "\u00a0",
  "&hellip;": "…",
  "&rsquo;": "’",
  "&#8217;": "’",
  "&#8230;": "…",
};

/** Halves of characters, which no store takes, as the sign for "unknown". */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd");
}

/** Long runs of spaces as one: patterns that look for spaces at an end take the square of their length. */
export function shortSpaces(text: string): string {
  return text.replace(/[^\S\n]{100,}/g, " ");
}
