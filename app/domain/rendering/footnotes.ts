import type { RendererThis, Token, TokenizerAndRendererExtension, Tokens } from "marked";
import { escapeText } from "./characters.ts";
import { pieceId } from "./piece-id.ts";
import type { Labels } from "./types.ts";

interface Note {
  tokens: Token[];
  /** 1, 2, 3 … in the order in which the notes are first named; 0 until then. */
  number: number;
  /** How often the text names it. */
  marks: number;
}

const DEFINITION = /^ {0,3}\[\^([^\][\s]{1,100})\]:[ \t]*/;
const MARK = /^\[\^([^\][\s]{1,100})\]/;

/**
 * Footnotes as GitHub writes them: `word[^1]` and `[^1]: the note`, going on in indented lines.
 * Numbers follow the order in the text, not the label. A note that the text never names stands at
 * the end without an arrow: nothing that somebody typed disappears. One instance serves one piece.
 */
export class Footnotes {
  private readonly byLabel = new Map<string, Note>();
  private readonly all: Note[] = [];
  private readonly ordered: Note[] = [];
  private inNote = false;

  private readonly workMarks = new Map<number, number>();

  constructor(
    private readonly scope: string,
    private readonly labels: Labels,
    /** How many works are cited below the piece. */
    private readonly works: number,
  ) {}

  /** What marked needs to know about footnotes. */
  extensions(): TokenizerAndRendererExtension[] {
    const footnotes = this;
    return [
      {
        name: "footnote",
        level: "block",
        start: nextDefinition,
        tokenizer(src) {
          if (footnotes.inNote) return undefined;
          const found = readDefinition(src);
          if (found === null) return undefined;
          footnotes.inNote = true;
          const tokens = this.lexer.blockTokens(found.body, []);
          footnotes.inNote = false;
          footnotes.define(found.label, tokens);
          return { type: "footnote", raw: found.raw, tokens: [] };
        },
        renderer: () => "",
      },
      {
        name: "footnoteMark",
        level: "inline",
        // No `start`: marked's own text ends before every bracket.
        tokenizer(src) {
          if (this.lexer.state.inLink) return undefined;
          const match = MARK.exec(src);
          const label = match?.[1]?.toLowerCase();
          if (match === null || label === undefined) return undefined;
          const work = footnotes.byLabel.has(label) ? 0 : footnotes.workOf(label);
          if (work === null) return undefined;
          return { type: "footnoteMark", raw: match[0], label, work };
        },
        renderer: (token) => footnotes.mark(token),
      },
    ];
  }

  /** The list of notes for the end of the piece; empty where there are none. */
  list(parser: RendererThis["parser"]): string {
    if (this.all.length === 0) return "";
    let items = "";
    // A note may name further notes, so this list can grow while it is written.
    for (let at = 0, unnamed: Note | undefined; ; ) {
      for (; at < this.ordered.length; at += 1) items += this.item(this.ordered[at], parser);
      unnamed = this.all.find((note) => note.number === 0);
      if (unnamed === undefined) break;
      this.number(unnamed);
    }
    const title = escapeText(this.labels.footnotes);
    return `<div class="footnotes"><p class="footnotes-title" dir="auto">${title}</p>\n<ol>\n${items}</ol>\n</div>\n`;
  }

  private define(label: string, tokens: Token[]): void {
    const note: Note = { tokens, number: 0, marks: 0 };
    this.all.push(note);
    const key = label.toLowerCase();
    if (!this.byLabel.has(key)) this.byLabel.set(key, note);
  }

  private number(note: Note): void {
    this.ordered.push(note);
    note.number = this.ordered.length;
  }

  /** The number of the cited work that a mark names; null: there is none of that number. */
  private workOf(label: string): number | null {
    const number = /^[1-9]\d{0,3}$/.test(label) ? Number(label) : 0;
    return number >= 1 && number <= this.works ? number : null;
  }

  /** In brackets, so that nobody takes it for the number of a note. */
  private workMark(work: number): string {
    const time = (this.workMarks.get(work) ?? 0) + 1;
    this.workMarks.set(work, time);
    const id = pieceId(this.scope, time === 1 ? `cite-${work}` : `cite-${work}-${time}`);
    const to = pieceId(this.scope, `work-${work}`);
    return `<sup class="work-mark"><a href="#${to}" id="${id}">[${work}]</a></sup>`;
  }

  private mark(token: Tokens.Generic): string {
    if (token["work"] > 0) return this.workMark(token["work"]);
    const note = this.byLabel.get(String(token["label"]));
    if (note === undefined) return escapeText(token.raw);
    if (note.number === 0) this.number(note);
    note.marks += 1;
    const id = this.markId(note, note.marks);
    const to = pieceId(this.scope, `note-${note.number}`);
    return `<sup class="footnote-mark"><a href="#${to}" id="${id}">${note.number}</a></sup>`;
  }

  private item(note: Note | undefined, parser: RendererThis["parser"]): string {
    if (note === undefined) return "";
    const body = parser.parse(note.tokens).trimEnd();
    const arrows = this.arrows(note);
    const id = pieceId(this.scope, `note-${note.number}`);
    const inside = body.endsWith("</p>")
      ? `${body.slice(0, -4)}${arrows}</p>`
      : `${body}${arrows === "" ? "" : `<p dir="auto">${arrows.trimStart()}</p>`}`;
    return `<li id="${id}">\n${inside}\n</li>\n`;
  }

  private arrows(note: Note): string {
    let arrows = "";
    for (let time = 1; time <= note.marks; time += 1) {
      const mark = time === 1 ? `${note.number}` : `${note.number}-${time}`;
      const label = escapeText(this.labels.backToMark.replace("{mark}", mark));
      const again = time === 1 ? "" : `<sup>${time}</sup>`;
      // U+FE0E keeps phones from drawing the arrow as a coloured picture.
      arrows += ` <a class="footnote-back" href="#${this.markId(note, time)}" aria-label="${label}">↩︎${again}</a>`;
    }
    return arrows;
  }

  private markId(note: Note, time: number): string {
    return pieceId(this.scope, time === 1 ? `mark-${note.number}` : `mark-${note.number}-${time}`);
  }
}

/** Where in `src` the next definition begins that would end a paragraph. */
function nextDefinition(src: string): number | undefined {
  for (let at = src.indexOf("[^"); at !== -1; at = src.indexOf("[^", at + 2)) {
    let lineStart = at;
    while (at - lineStart < 3 && src[lineStart - 1] === " ") lineStart -= 1;
    const begins = lineStart === 0 || src[lineStart - 1] === "\n";
    if (begins && DEFINITION.test(src.slice(lineStart, at + 110))) return lineStart;
  }
  return undefined;
}

/** Reads a definition with the indented and lazy lines that belong to it; linear in its length. */
function readDefinition(src: string): { label: string; raw: string; body: string } | null {
  const match = DEFINITION.exec(src);
  const label = match?.[1];
  if (match === null || label === undefined) return null;
  const body: string[] = [];
  let end = 0;
  let afterEmpty = false;
  for (let from = match[0].length, first = true; from <= src.length; first = false) {
    const newline = src.indexOf("\n", from);
    const to = newline === -1 ? src.length : newline;
    const line = src.slice(from, to);
    const empty = line.trim() === "";
    if (!first && !empty) {
      const indented = /^(?: {4}| {0,3}\t)/.exec(line);
      const lazy = !afterEmpty && !/^ {0,3}(?:\[\^|[>#]|[*+-] |\d{1,9}[.)] |`{3}|~{3})/.test(line);
      if (indented === null && !lazy) break;
      body.push(indented === null ? line : line.slice(indented[0].length));
    } else {
      body.push(line);
    }
    afterEmpty = empty;
    if (!empty || first) end = to;
    if (newline === -1) break;
    from = newline + 1;
  }
  const raw = src.slice(0, src[end] === "\n" ? end + 1 : end);
  return { label, raw, body: body.join("\n").trimEnd() };
}
