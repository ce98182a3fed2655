import { number } from "./grammar.ts";

/** What the house adds to a text, and why it refuses one. */
export const text = {
  footnotes: "Footnotes",
  /** Read aloud on the arrow behind a footnote; `mark` is the number as it stands in the text. */
  backToMark: (mark: string) => `Back to mark ${mark} in the text`,
  refused: {
    too_long: (limit: number) =>
      `This is too long. The limit is ${number(limit)} characters. Nothing is lost; you could publish it in parts.`,
    too_many_blocks: (limit: number) =>
      `This has too many paragraphs, list entries and table rows. The limit is ${number(limit)}.`,
    too_deep: (limit: number) =>
      `Quotations, lists or brackets stand too deep inside each other. The limit is ${number(limit)} levels.`,
    too_many_links: (limit: number) =>
      `This has too many links and footnotes. The limit is ${number(limit)}.`,
  },
};
