import type { Heading } from "./types.ts";

const HEADING = /<h([2-6]) id="([^"]*)"[^>]*>(.*?)<\/h\1>/gs;
const FOOTNOTE_MARK = /<sup class="footnote-mark">.*?<\/sup>/gs;
const REFERENCES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&nbsp;": "\u00A0",
};

/**
 * The headings of a stored piece, as `Rendered.headings` had them. Reads only HTML that this
 * renderer wrote, which has one way to write each thing; it is no parser for other HTML.
 */
export function headingsOf(html: string): Heading[] {
  return Array.from(html.matchAll(HEADING), ([, level = "", id = "", inside = ""]) => ({
    level: Number(level),
    id,
    text: inside
      .replace(FOOTNOTE_MARK, "")
      .replace(/<br>/g, "\n")
      .replace(/<[^>]*>/g, "")
      .replace(/&(?:amp|lt|gt|quot|nbsp);/g, (reference) => REFERENCES[reference] ?? reference)
      .replace(/[ \t\n]+/g, " ")
      .trim(),
  }));
}
