/** Bumped whenever the same Markdown may give other HTML; stored pieces are then rendered again. */
export const RENDERER_VERSION = 1;

export interface RenderRequest {
  markdown: string;
  /** Makes ids of headings and footnotes unique on a page with many pieces, e.g. a comment's id. */
  scope: string;
  /** So many works are cited below it: `[^2]` without a note of its own leads to the second. */
  works?: number;
}

export interface Heading {
  level: number;
  id: string;
  text: string;
}

export interface Rendered {
  html: string;
  /** The first lines as plain text, at most 280 characters, cut at a word. */
  firstLines: string;
  /** All of it as plain text, blocks apart by an empty line; for search, feeds and descriptions. */
  text: string;
  words: number;
  headings: Heading[];
  /** Number of links that lead elsewhere. */
  links: number;
  /** RENDERER_VERSION, or 0 where the text was only escaped because rendering failed. */
  version: number;
}

/** Why a text is refused; the page says it in words and keeps what was typed. */
export type RefusalReason = "too_long" | "too_many_blocks" | "too_deep" | "too_many_links";

export type RenderResult =
  | { ok: true; rendered: Rendered }
  | { ok: false; reason: RefusalReason; limit: number };

/** Markdown to safe HTML, in worker threads. Never throws for what a person typed. */
export interface Renderer {
  render(request: RenderRequest): Promise<RenderResult>;
  close(): Promise<void>;
}

/** The few words that the house adds to a text; `{mark}` stands for a footnote's number. */
export interface Labels {
  footnotes: string;
  backToMark: string;
}
