import type { RefusalReason } from "./types.ts";

/**
 * What a text may cost. Checked before marked runs: 8,000 `>` would overflow its stack. Characters
 * are UTF-16 units, so that the sentence "the limit is 200,000 characters" is true in every
 * script; as UTF-8 that is 200 KB of English and 600 KB at the very most.
 */
export const LIMITS = {
  characters: 200_000,
  blocks: 2_000,
  depth: 20,
  links: 1_000,
} as const;

export type Verdict = { ok: true } | { ok: false; reason: RefusalReason; limit: number };

/**
 * Measures a text by a few linear scans, without parsing it. The scans look at marks, not at
 * meaning, so they may count a mark inside a code block too; the limits leave room for that.
 */
export function checkLimits(markdown: string): Verdict {
  if (markdown.length > LIMITS.characters) return refused("too_long", LIMITS.characters);
  const measured = measure(markdown);
  if (measured.depth > LIMITS.depth) return refused("too_deep", LIMITS.depth);
  if (measured.blocks > LIMITS.blocks) return refused("too_many_blocks", LIMITS.blocks);
  if (measured.links > LIMITS.links) return refused("too_many_links", LIMITS.links);
  return { ok: true };
}

function refused(reason: RefusalReason, limit: number): Verdict {
  return { ok: false, reason, limit };
}

/** Blocks, the deepest nesting and links of a text, as far as its marks show them. */
export function measure(markdown: string): { blocks: number; depth: number; links: number } {
  let blocks = 0;
  let depth = 0;
  let afterEmpty = true;
  /** Columns at which the content of the open list entries begins. */
  const entries: number[] = [];
  const inline = new InlineDepth();
  for (const line of markdown.replace(/\r\n?/g, "\n").split("\n")) {
    // Far beyond both limits the exact number tells nothing more.
    if (blocks > 2 * LIMITS.blocks || depth > 2 * LIMITS.depth) break;
    if (RULE.test(line)) {
      inline.paragraphEnds();
      blocks += 1;
      afterEmpty = true;
      continue;
    }
    const start = readLineStart(line, entries, afterEmpty);
    depth = Math.max(depth, start.depth);
    if (start.empty) {
      inline.paragraphEnds();
      afterEmpty = true;
      continue;
    }
    if (start.markers > 0) {
      inline.paragraphEnds();
      blocks += start.markers;
    } else if (afterEmpty || HEADING.test(line)) {
      blocks += 1;
    } else if (line.includes("|")) {
      // A row of a table is one block for every eight cells: a wide table costs what a long one does.
      blocks += Math.ceil(occurrences(line, "|") / 8);
    }
    afterEmpty = false;
    inline.line(line);
  }
  depth = Math.max(depth, inline.deepest);
  return { blocks, depth, links: countLinks(markdown) };
}

const HEADING = /^ {0,3}#{1,6}(?:\s|$)/;
const RULE = /^ {0,3}([-*_=])[ \t]*(?:\1[ \t]*){2,}$/;
const LIST_MARKER = /(?:[*+-]|\d{1,9}[.)])(?=[ \t]|$)/y;

function listMarker(line: string, at: number): string | undefined {
  if (!"*+-0123456789".includes(line.charAt(at))) return undefined;
  LIST_MARKER.lastIndex = at;
  return LIST_MARKER.exec(line)?.[0];
}

/**
 * Reads quotation and list marks at a line's start. `entries` is kept from line to line; a line
 * without a mark leaves the list only after an empty line, as in CommonMark.
 */
function readLineStart(line: string, entries: number[], afterEmpty: boolean) {
  let at = 0;
  let column = 0;
  let quotes = 0;
  let markers = 0;
  let deepest = 0;
  while (deepest <= 2 * LIMITS.depth) {
    while (at < line.length && (line[at] === " " || line[at] === "\t")) {
      column = line[at] === "\t" ? column + 4 - (column % 4) : column + 1;
      at += 1;
    }
    if (at === line.length) break;
    const marker = line[at] === ">" ? ">" : listMarker(line, at);
    if (marker !== undefined || afterEmpty) {
      while (entries.length > 0 && (entries.at(-1) ?? 0) > column) entries.pop();
    }
    if (marker === undefined) break;
    at += marker.length;
    column += marker.length;
    if (marker === ">") {
      quotes += 1;
    } else {
      markers += 1;
      entries.push(column + 1);
    }
    deepest = Math.max(deepest, quotes + entries.length);
  }
  return { empty: at === line.length && quotes + markers === 0, markers, depth: deepest };
}

const ANY_MARK = /[[\]*_~]/;

/** True before, between and after words. */
function isSpace(line: string, at: number): boolean {
  const character = line.charAt(at);
  return character === "" || character === " " || character === "\t";
}

/**
 * How deep brackets and emphasis stand inside each other, counting only what is closed again: ten
 * lines that begin with `*` and never close it are ten stars, not ten levels.
 */
class InlineDepth {
  deepest = 0;
  private open: { mark: string; inside: number }[] = [];

  paragraphEnds(): void {
    this.open = [];
  }

  line(line: string): void {
    if (!ANY_MARK.test(line)) return;
    for (let at = 0; at < line.length; at += 1) {
      const mark = line.charAt(at);
      if (mark === "\\") at += 1;
      else if (mark === "[") this.opens(mark);
      else if (mark === "]") this.close("[");
      else if (mark === "*" || mark === "_" || mark === "~") {
        const from = at;
        while (line.charAt(at + 1) === mark) at += 1;
        const run = mark + (at - from);
        if (!isSpace(line, from - 1) && this.close(run)) continue;
        if (!isSpace(line, at + 1)) this.opens(run);
      }
    }
  }

  private opens(mark: string): void {
    // Beyond a thousand it is too deep or never closed; either way it needs no more room.
    if (this.open.length < 1000) this.open.push({ mark, inside: 0 });
  }

  private close(opener: string): boolean {
    const last = this.open.at(-1);
    if (last?.mark !== opener) return false;
    this.open.pop();
    const height = last.inside + 1;
    this.deepest = Math.max(this.deepest, height);
    const outer = this.open.at(-1);
    if (outer !== undefined) outer.inside = Math.max(outer.inside, height);
    return true;
  }
}

/** Links and footnote marks: inline, by reference, autolinked. */
function countLinks(markdown: string): number {
  const definitions = /^ {0,3}\[[^\]\n]{1,999}\]:/m.test(markdown);
  const marks = definitions
    ? /\]\(\s*<?(?:https?:\/\/(?:www\.)?)?|\[|https?:\/\/(?:www\.)?|www\.|[^\s@]@[^\s@]/gi
    : /\]\(\s*<?(?:https?:\/\/(?:www\.)?)?|https?:\/\/(?:www\.)?|www\.|[^\s@]@[^\s@]/gi;
  return markdown.match(marks)?.length ?? 0;
}

function occurrences(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) found += 1;
  return found;
}
