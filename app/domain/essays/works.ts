/** Works cited: one a line, as people paste them. */
import { pieceId } from "../rendering/piece-id.ts";

/** A piece of a line: words, or words that lead somewhere. */
export interface WorkPart {
  text: string;
  href: string | null;
}

/** A work as the essay's page lists it. */
export interface CitedWork {
  /** What a mark in the text leads to. */
  id: string;
  /** The first mark that leads here; null: the text names it nowhere. */
  markId: string | null;
  parts: WorkPart[];
}

/** Numbers that people put before a line themselves: `1.`, `2)`, `[3]`, `[^4]:`. */
const OWN_NUMBER = /^\s*(?:\[\^?\d{1,4}\]:?|\d{1,3}[.)])(?=\s)\s*/;

/** A text field as works: one a line, without blank lines and without numbers of one's own. */
export function worksFromText(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.replace(OWN_NUMBER, "").trim())
    .filter((line) => line !== "");
}

/** `[words](address)` and `<address>`: what stands between the marks may hold spaces. */
const MARKED =
  /\[([^\][]{1,500})\]\(\s*<?(https?:\/\/[^()<>]{1,1500}(?:\([^()<>]{0,200}\)[^()<>]{0,500})?)>?\s*\)|<(https?:\/\/[^<>]{1,1500})>/gi;
/** A bare address. */
const BARE = /https?:\/\/[^\s<>"]{1,1500}/gi;
/** What goes on after a space and ends like the name of a file: still the address. */
const REST_OF_FILE =
  /^(?: [^\s<>"]{1,200}){1,12}?\.(?:pdf|html?|docx?|odt|rtf|txt|epub|pptx?|xlsx?|csv|mp3|mp4|jpe?g|png)\b(?![\w/])/i;

/**
 * A line as words and links. Links with spaces in them, as file names pasted from a browser or a
 * folder have, are understood in brackets, and bare where they end like a file. Only http and https.
 */
export function workParts(line: string): WorkPart[] {
  const parts: WorkPart[] = [];
  let at = 0;
  for (const match of line.matchAll(MARKED)) {
    const href = addressOf(match[2] ?? match[3] ?? "");
    if (href === null) continue;
    parts.push(...bareParts(line.slice(at, match.index)));
    parts.push({ text: (match[1] ?? match[3] ?? "").trim(), href });
    at = match.index + match[0].length;
  }
  parts.push(...bareParts(line.slice(at)));
  return parts.filter(({ text }) => text !== "");
}

/**
 * The works of an essay, numbered by their place, each with the way back to where it is cited.
 *
 * @param html the essay as rendered with `scope` and these works
 */
export function citedWorks(scope: string, lines: readonly string[], html: string): CitedWork[] {
  return lines.map((line, index) => {
    const mark = pieceId(scope, `cite-${index + 1}`);
    return {
      id: pieceId(scope, `work-${index + 1}`),
      markId: html.includes(`id="${mark}"`) ? mark : null,
      parts: workParts(line),
    };
  });
}

/** Where a piece stood before, as words and links. */
export function sourceParts(source: string | null): WorkPart[] {
  return source === null ? [] : workParts(source);
}

function bareParts(text: string): WorkPart[] {
  const parts: WorkPart[] = [];
  let at = 0;
  for (const match of text.matchAll(BARE)) {
    if (match.index < at) continue;
    const end = match.index + match[0].length;
    const ends = /(?:\.[a-z0-9]{2,5}|[.,;:!?)])$/i.test(match[0]);
    const more = ends ? null : REST_OF_FILE.exec(text.slice(end));
    const found = more && !/https?:\/\//i.test(more[0]) ? match[0] + more[0] : match[0];
    const shown = withoutPunctuation(found);
    const href = addressOf(shown);
    if (href === null) continue;
    parts.push({ text: text.slice(at, match.index), href: null }, { text: shown, href });
    at = match.index + shown.length;
  }
  parts.push({ text: text.slice(at), href: null });
  return parts;
}

const SENTENCE_MARKS = new Set(".,;:!?'\"”’»");

/** A sentence's own marks at the end of an address don't belong to it; a bracket that it opened does. */
function withoutPunctuation(address: string): string {
  const opened = address.split("(").length;
  let closed = address.split(")").length;
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1);
    if (last === ")" && closed > opened) closed -= 1;
    else if (!SENTENCE_MARKS.has(last)) break;
  }
  return address.slice(0, end);
}

/** The address as a browser takes it, spaces written as `%20`; null: it is none. */
function addressOf(typed: string): string | null {
  const address = typed.trim().replace(/\s+/g, "%20");
  try {
    const url = new URL(address);
    return /^https?:$/.test(url.protocol) && url.hostname !== "" ? url.href : null;
  } catch {
    return null;
  }
}
