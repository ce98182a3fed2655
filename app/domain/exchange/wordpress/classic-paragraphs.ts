/**
 * Paragraphs for what the classic editor and comment forms saved without them: an empty line ends a
 * paragraph, a single line break is a line break, as WordPress shows it (its `wpautop`). One pass
 * over the text, no look-back, so that no text can make it slow.
 */

const BLOCKS = new Set([
  ...["address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dir", "div"],
  ...["dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4"],
  ...["h5", "h6", "header", "hr", "html", "legend", "li", "main", "map", "math", "menu", "nav"],
  ...[
    "ol",
    "option",
    "p",
    "pre",
    "script",
    "section",
    "select",
    "style",
    "summary",
    "svg",
    "table",
  ],
  ...["tbody", "td", "textarea", "tfoot", "th", "thead", "tr", "ul", "caption", "col", "colgroup"],
]);
/** Their text is left exactly as it is. */
const VERBATIM = new Set(["pre", "script", "style", "textarea", "svg", "math"]);
/** Their first paragraph stays bare, so that a plain list stays one. */
const BARE = new Set(["li", "td", "th", "dd", "dt", "p", "figcaption", "caption", "summary"]);
/** No paragraphs in them: they hold other blocks, or one line. */
const CLOSED = new Set([
  ...["h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "menu", "dir", "table", "tbody"],
  ...["thead", "tfoot", "tr", "colgroup", "select"],
]);

/** HTML with paragraphs and line breaks for a text that may have none. */
export function classicParagraphs(html: string): string {
  const maker = new ParagraphMaker();
  for (const token of tokens(html.replace(/\r\n?/g, "\n"))) {
    if (token.startsWith("<")) maker.tag(token);
    else maker.text(token);
  }
  return maker.finish();
}

/** Tags (and comments) and the text between them. A `<` that begins no tag is text. */
function* tokens(html: string): Generator<string> {
  let from = 0;
  let at = html.indexOf("<");
  while (at !== -1) {
    if (!/[a-zA-Z/!]/.test(html[at + 1] ?? "")) {
      at = html.indexOf("<", at + 1);
      continue;
    }
    const comment = html.startsWith("<!--", at);
    const end = comment ? html.indexOf("-->", at + 4) : html.indexOf(">", at);
    if (end === -1) break;
    if (at > from) yield html.slice(from, at);
    from = end + (comment ? 3 : 1);
    yield html.slice(at, from);
    at = html.indexOf("<", from);
  }
  if (from < html.length) yield html.slice(from);
}

class ParagraphMaker {
  private readonly out: string[] = [];
  private paragraph: string[] = [];
  private readonly open: { name: string; paragraphs: number }[] = [];
  private verbatim: string | null = null;

  tag(tag: string): void {
    const name = /^<\/?([a-zA-Z][a-zA-Z0-9]*)/.exec(tag)?.[1]?.toLowerCase() ?? "";
    const closing = tag.startsWith("</");
    if (this.verbatim !== null) {
      this.out.push(tag);
      if (closing && name === this.verbatim) {
        this.verbatim = null;
        this.leave(name);
      }
      return;
    }
    if (!BLOCKS.has(name)) {
      this.paragraph.push(tag);
      return;
    }
    this.flush();
    this.out.push(tag);
    if (closing) this.leave(name);
    else if (name !== "hr" && name !== "col" && !tag.endsWith("/>")) {
      this.open.push({ name, paragraphs: 0 });
      if (VERBATIM.has(name)) this.verbatim = name;
    }
  }

  text(text: string): void {
    if (this.verbatim !== null) {
      this.out.push(text);
      return;
    }
    const paragraphs = text.split(/\n[ \t]*\n\s*/);
    for (const [index, paragraph] of paragraphs.entries()) {
      if (index > 0) this.flush();
      if (paragraph !== "") this.paragraph.push(paragraph);
    }
  }

  finish(): string {
    this.flush();
    return this.out.join("");
  }

  /** Unclosed elements inside end with the one that ends; a tag that closes nothing changes nothing. */
  private leave(name: string): void {
    const depth = this.open.findLastIndex((block) => block.name === name);
    if (depth !== -1) this.open.length = depth;
  }

  private flush(): void {
    const text = this.paragraph.join("").trim();
    const blank = this.paragraph.every((part) => part.trim() === "" || part.startsWith("<!--"));
    this.paragraph = [];
    if (blank) return;
    const around = this.open.at(-1);
    if (around && CLOSED.has(around.name)) {
      this.out.push(text);
      return;
    }
    const broken = text.replace(/(<br\s{0,3}\/?>)?[ \t]*\n[ \t]*/gi, "<br>\n");
    const bare = around && BARE.has(around.name) && around.paragraphs === 0;
    if (around) around.paragraphs += 1;
    if (around?.name === "p" && !bare) this.out.push("</p><p>", broken);
    else this.out.push(bare ? broken : `<p>${broken}</p>`);
  }
}
