import { Marked, Parser, type Token, type Tokens } from "marked";
import { escapeText } from "./characters.ts";
import { Footnotes } from "./footnotes.ts";
import { pieceId, slugOf } from "./piece-id.ts";
import type { Labels } from "./types.ts";

/**
 * CommonMark with tables, strikethrough, bare links and footnotes, as HTML that is **not yet
 * sanitised**: `sanitize.ts` comes after it, always. Raw HTML is shown as text, images become
 * links, headings begin at h2 and never skip a level. A pure function of what comes in. Throws
 * what marked throws (a stack that overflows, say).
 */
export function markdownToHtml(
  markdown: string,
  { scope, labels, works = 0 }: { scope: string; labels: Labels; works?: number },
): string {
  const footnotes = new Footnotes(scope, labels, works);
  const headings = new Headings(scope);
  const marked = new Marked({ gfm: true, breaks: false, async: false });
  let insideLink = 0;

  marked.use({
    extensions: footnotes.extensions(),
    tokenizer: {
      // There are no blocks of raw HTML: their lines are paragraphs, lists and so on.
      html: () => undefined,
      // A tag within a line is kept together, so that what was typed is shown as it was typed. The
      // slice keeps unclosed comments from being searched for to the end again and again.
      tag(src) {
        const raw = src.startsWith("<")
          ? this.rules.inline.tag.exec(src.slice(0, 1000))?.[0]
          : null;
        if (!raw) return undefined;
        return { type: "html", raw, text: raw, block: false, inLink: false, inRawBlock: false };
      },
      // One tilde is left alone: ~hugs~ and ~5 mg are not struck out.
      del: (src) => (src.startsWith("~~") ? false : undefined),
    },
    renderer: {
      html: (token) => escapeText(token.text),
      text(token) {
        if ("tokens" in token && token.tokens) return this.parser.parseInline(token.tokens);
        return escapeEncoded(token.text);
      },
      paragraph(token) {
        return `<p dir="auto">${trimSpaces(this.parser.parseInline(token.tokens))}</p>\n`;
      },
      heading(token) {
        const { level, id } = headings.next(token.depth, plainText(token.tokens));
        return `<h${level} id="${id}" dir="auto">${this.parser.parseInline(token.tokens)}</h${level}>\n`;
      },
      blockquote(token) {
        return `<blockquote${direction(token)}>\n${this.parser.parse(token.tokens)}</blockquote>\n`;
      },
      code(token) {
        const text = token.text === "" ? "" : `${token.text.replace(/\n$/, "")}\n`;
        return `<pre dir="auto"><code>${escapeText(text)}</code></pre>\n`;
      },
      list(token) {
        const tag = token.ordered ? "ol" : "ul";
        const start = token.ordered && token.start !== 1 ? ` start="${token.start}"` : "";
        const items = token.items.map((item) => this.listitem(item)).join("");
        return `<${tag}${start}${direction(token)}>\n${items}</${tag}>\n`;
      },
      listitem(item) {
        const dir = item.loose ? direction(item) : ' dir="auto"';
        return `<li${dir}>${this.parser.parse(item.tokens)}</li>\n`;
      },
      checkbox: (token) => escapeText(token.raw),
      table(token) {
        const row = (cells: Tokens.TableCell[]) =>
          `<tr>\n${cells.map((cell) => this.tablecell(cell)).join("")}</tr>\n`;
        const body = token.rows.map(row).join("");
        const rows = body === "" ? "" : `<tbody>${body}</tbody>`;
        return `<table${direction(token)}>\n<thead>\n${row(token.header)}</thead>\n${rows}</table>\n`;
      },
      tablecell(cell) {
        const tag = cell.header ? "th" : "td";
        const align = cell.align ? ` align="${cell.align}"` : "";
        return `<${tag}${align} dir="auto">${this.parser.parseInline(cell.tokens)}</${tag}>\n`;
      },
      link(token) {
        insideLink += 1;
        const inside = token.autolink
          ? escapeText(token.text)
          : this.parser.parseInline(token.tokens);
        insideLink -= 1;
        return anchor(token.href, token.title, inside, token.autolink === true);
      },
      image(token) {
        const alt = escapeEncoded(plainText(token.tokens));
        if (insideLink > 0) return alt;
        return anchor(token.href, token.title, alt.trim() === "" ? escapeEncoded(token.href) : alt);
      },
    },
  });

  const tokens = marked.lexer(markdown);
  const parser = new Parser(marked.defaults);
  return parser.parse(tokens) + footnotes.list(parser);
}

/** Keeps the outline of one piece: the first heading is h2, each deeper one a single step deeper. */
class Headings {
  private readonly outline: number[] = [];
  private readonly used = new Set<string>();

  constructor(private readonly scope: string) {}

  next(depth: number, text: string): { level: number; id: string } {
    while ((this.outline.at(-1) ?? 0) >= depth) this.outline.pop();
    this.outline.push(depth);
    const level = Math.min(6, this.outline.length + 1);
    const slug = slugOf(text.replace(/&(?:#\d+|#x[\da-f]+|\w+);/gi, " "));
    let name = slug;
    for (let n = 2; this.used.has(name); n += 1) name = `${slug}-${n}`;
    this.used.add(name);
    return { level, id: pieceId(this.scope, `h-${name}`) };
  }
}

function anchor(
  href: string,
  title: string | null | undefined,
  inside: string,
  literal = false,
): string {
  const address = encodeAddress(href);
  if (address === null) return inside;
  const hint = title ? ` title="${escapeEncoded(title)}"` : "";
  return `<a href="${literal ? escapeText(address) : escapeEncoded(address)}"${hint}>${inside}</a>`;
}

/** Percent-encodes as CommonMark's examples do; null for what can't be encoded (half characters). */
function encodeAddress(href: string): string | null {
  try {
    return encodeURI(href).replaceAll("%25", "%");
  } catch {
    return null;
  }
}

/** Escapes text in which character references already stand and are to stay. */
function escapeEncoded(text: string): string {
  return text
    .replace(/&(?!(?:#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g, "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Without spaces and line ends around it; a no-break space stays. */
function trimSpaces(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && " \t\n".includes(text.charAt(from))) from += 1;
  while (to > from && " \t\n".includes(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/** The words of inline tokens without their marks. Character references stay as they are. */
function plainText(tokens: readonly Token[]): string {
  let text = "";
  for (const token of tokens) {
    if (token.type === "br") text += "\n";
    else if (token.type === "footnoteMark") continue;
    else if (token.type === "codespan" || token.type === "html") {
      text += escapeText((token as Tokens.Codespan | Tokens.Tag).text);
    } else if ("tokens" in token && token.tokens !== undefined) text += plainText(token.tokens);
    else if ("text" in token && typeof token.text === "string") text += token.text;
  }
  return text;
}

const FIRST_LETTER = /\p{L}/u;
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * The direction of a block that holds blocks. `dir="auto"` alone would not see the words of inner
 * blocks that have a `dir` of their own, so a quotation in Arabic would have its line on the left.
 */
function direction(token: { raw: string }): string {
  const letter = FIRST_LETTER.exec(token.raw)?.[0] ?? "";
  return RIGHT_TO_LEFT.test(letter) ? ' dir="rtl"' : ' dir="auto"';
}
