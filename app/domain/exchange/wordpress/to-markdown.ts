import domino from "@mixmark-io/domino";
import type TurndownService from "turndown";
import { prepareBlocks } from "./blocks.ts";
import { markFootnotes } from "./footnotes.ts";
import { depthOf } from "./html-nodes.ts";
import { markdownService } from "./markdown-rules.ts";
import { decodeEntities, shortSpaces, wellFormed, withoutTags } from "./plain-text.ts";
import { replaceShortcodes } from "./shortcodes.ts";
import { tidyHtml } from "./tidy-html.ts";

/** Above these the markup is let go and the words are kept: parsing it could take minutes. */
const MOST = { characters: 1_000_000, tags: 20_000, depth: 100, attributes: 100 };

export interface ConvertRequest {
  content: string;
  baseUrl: string;
  /** Comments have no shortcodes and no blocks: there a bracket is a bracket. */
  piece: "essay" | "comment";
  /** The block editor's footnotes; see footnotes.ts. */
  footnotes?: string;
}

export interface Converted {
  markdown: string;
  /** The markup was beyond the limits; only the words were kept. */
  markupLost: boolean;
  footnotes: number;
  removedBlocks: number;
  removedShortcodes: number;
}

/** Makes a converter; it is kept, since setting up Turndown's rules costs more than a comment. */
export function makeConverter(): (request: ConvertRequest) => Converted {
  const service = markdownService();
  return (request) => convert(service, request);
}

/** Turns what WordPress stored for a post or comment into Markdown. Never throws for a text. */
function convert(service: TurndownService, request: ConvertRequest): Converted {
  const content = shortSpaces(wellFormed(request.content));
  if (content.length > MOST.characters) {
    const nothing = { footnotes: 0, removedBlocks: 0, removedShortcodes: 0 };
    return { markdown: wordsOnly(content, service), markupLost: true, ...nothing };
  }
  const essay = request.piece === "essay";
  const shortcodes = essay ? replaceShortcodes(content) : { html: content, removed: 0 };
  const prepared = prepareBlocks(shortcodes.html);
  const counts = {
    removedBlocks: prepared.removedBlocks,
    removedShortcodes: shortcodes.removed,
  };
  const body = tooCostly(prepared.html) ? null : parse(prepared.html);
  if (!body) {
    const markdown = wordsOnly(content, service);
    return { markdown, markupLost: true, footnotes: 0, ...counts };
  }
  const footnotes = essay ? markFootnotes(body, request.footnotes ?? "") : 0;
  tidyHtml(body, request.baseUrl);
  const markdown = finish(service.turndown(body));
  return { markdown, markupLost: false, footnotes, ...counts };
}

function parse(html: string): HTMLElement | null {
  const { body } = domino.createDocument(`<!doctype html><body>${html}`);
  return depthOf(body, MOST.depth) > MOST.depth ? null : body;
}

const ENDS_ITSELF = new Set([
  ...[
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "track",
  ],
  ...["wbr", "param", "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot"],
  ...["option", "colgroup"],
]);

/** Counts tags, addresses, and how many tags are open at once, in one pass and without a parser. */
function tooCostly(html: string): boolean {
  if (html.length > MOST.characters) return true;
  const open = new Map<string, number>();
  let depth = 0;
  let tags = 0;
  for (const match of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]{0,20})([^>]*)|https?:\/\//g)) {
    tags += 1;
    if (tags > MOST.tags || tooManyAttributes(match[3] ?? "")) return true;
    if (match[2] === undefined) continue;
    const name = match[2].toLowerCase();
    if (ENDS_ITSELF.has(name)) continue;
    const before = open.get(name) ?? 0;
    if (match[1] === "") {
      open.set(name, before + 1);
      depth += 1;
      if (depth > MOST.depth) return true;
    } else if (before > 0) {
      open.set(name, before - 1);
      depth -= 1;
    }
  }
  return false;
}

function tooManyAttributes(tag: string): boolean {
  if (tag.length < MOST.attributes * 2) return false;
  const names = tag.replace(/"[^"]*"|'[^']*'/g, "").match(/[^\s/]+/g);
  return (names?.length ?? 0) > MOST.attributes;
}

/** The words as they stand, with paragraphs, and no character taken for a sign of Markdown. */
function wordsOnly(content: string, service: TurndownService): string {
  const text = shortSpaces(decodeEntities(withoutTags(content.replace(/\r\n?/g, "\n"))));
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) =>
    paragraph
      .split("\n")
      .map((line) => service.escape(line.trim()))
      .filter((line) => line !== "")
      .join("  \n"),
  );
  return finish(paragraphs.filter((paragraph) => paragraph !== "").join("\n\n"));
}

function finish(markdown: string): string {
  return wellFormed(markdown)
    .replaceAll("\u0000", "")
    .replace(/(?<![ \t])[ \t]+$/gm, (spaces) => (spaces.length >= 2 ? "  " : ""))
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
