import { withoutControls } from "./characters.ts";
import { FIRST_LINES, firstLines } from "./first-lines.ts";
import type { Heading } from "./types.ts";

/** What is told about a piece beside its HTML; see `Rendered`. */
export interface Outline {
  firstLines: string;
  text: string;
  words: number;
  headings: Heading[];
  links: number;
}

const HEADINGS = new Set(["H2", "H3", "H4", "H5", "H6"]);
const LEAVES = new Set([...HEADINGS, "P", "LI", "PRE", "TD", "TH"]);
const HOLDERS = new Set(["UL", "OL", "BLOCKQUOTE", "DIV", "TABLE", "THEAD", "TBODY", "TR"]);
const MARKS = new Set(["footnote-mark", "footnote-back", "work-mark"]);
const TEXT_NODE = 3;

/** Reads the plain text, the first lines, the headings and the links of a clean piece. */
export function readOutline(piece: DocumentFragment): Outline {
  const reading: Reading = { own: [], all: [], ownLength: 0, headings: [], links: 0 };
  for (const child of piece.childNodes) read(child, true, reading);
  const text = reading.all.join("\n\n");
  return {
    firstLines: firstLines(reading.own.length > 0 ? reading.own.join(" ") : text),
    text,
    words: countWords(text),
    headings: reading.headings,
    links: reading.links,
  };
}

interface Reading {
  /** The beginning of what the writer says: without headings, quotations and footnotes. */
  own: string[];
  ownLength: number;
  all: string[];
  headings: Heading[];
  links: number;
}

function read(node: Node, own: boolean, reading: Reading): void {
  const name = node.nodeName;
  if (name === "P" && (node as Element).className === "footnotes-title") return;
  if (LEAVES.has(name)) {
    const text = leafText(node, name === "PRE");
    if (text !== "") reading.all.push(text);
    if (HEADINGS.has(name)) {
      reading.headings.push({ level: Number(name.slice(1)), id: (node as Element).id, text });
    } else if (own && text !== "" && reading.ownLength <= FIRST_LINES) {
      reading.own.push(text);
      reading.ownLength += text.length + 1;
    }
  }
  if (name === "A" && !(node as Element).getAttribute("href")?.startsWith("#")) reading.links += 1;
  // Of divs there is one only, around the footnotes.
  const stillOwn = own && name !== "BLOCKQUOTE" && name !== "DIV";
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    read(child, stillOwn, reading);
  }
}

/** The text of a block without that of the blocks inside it and without footnote marks. */
function leafText(leaf: Node, keepLines: boolean): string {
  const parts: string[] = [];
  collect(leaf, parts);
  const text = withoutControls(parts.join(""));
  return (keepLines ? text : text.replace(/[ \t\n]+/g, " ")).trim();
}

function collect(node: Node, parts: string[]): void {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    const name = child.nodeName;
    if (child.nodeType === TEXT_NODE) parts.push(child.nodeValue ?? "");
    else if (name === "BR") parts.push("\n");
    else if (LEAVES.has(name) || HOLDERS.has(name)) parts.push(" ");
    else if (!MARKS.has((child as Element).className)) collect(child, parts);
  }
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+(?:['’\-.,][\p{L}\p{N}\p{M}]+)*/gu;

/** Counts words; in scripts without spaces, characters. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
