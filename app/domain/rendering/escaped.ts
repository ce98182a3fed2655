import { escapeText, withoutControls } from "./characters.ts";
import { firstLines } from "./first-lines.ts";
import { countWords } from "./plain-text.ts";
import type { Rendered } from "./types.ts";

/**
 * A text as it was typed, as escaped paragraphs: what is stored and shown where rendering failed.
 * Its version is 0, so that it is rendered again later.
 */
export function escapedText(markdown: string): Rendered {
  const paragraphs = withoutControls(markdown)
    .split(/\n(?:[ \t]*\n)+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
  const text = paragraphs.join("\n\n");
  return {
    html: paragraphs
      .map((paragraph) => `<p dir="auto">${escapeText(paragraph).replaceAll("\n", "<br>\n")}</p>`)
      .join("\n"),
    firstLines: firstLines(text),
    text,
    words: countWords(text),
    headings: [],
    links: 0,
    version: 0,
  };
}
