import { SaxesParser } from "saxes";
import {
  emptyComment,
  emptyItem,
  fillComment,
  fillItem,
  own,
  type Place,
  wanted,
} from "./wxr-fields.ts";
import { ImportError, type ImportFaultKind, type WxrLimits } from "./wxr-limits.ts";
import type { WxrComment, WxrEvent, WxrItem } from "./wxr-types.ts";

interface ParserOptions {
  limits: WxrLimits;
  keepUrl: (commentId: number) => boolean;
  emit: (event: WxrEvent) => void;
}

/** Characters that XML 1.0 forbids. WordPress writes them out all the same where somebody typed them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const VERSIONS = new Set(["1.0", "1.1", "1.2"]);
const LABEL_DOMAINS = new Set(["category", "post_tag", "tag", ""]);

/** Turns pieces of XML into events. Fed by read-wxr.ts; keeps the open item and comment, no more. */
export class WxrParser {
  private readonly sax = new SaxesParser({ xmlns: false });
  private readonly open: { name: string; place: Place }[] = [];
  private lastEventAt = 0;
  private field: string | null = null;
  private parts: string[] = [];
  private version = "";
  private link = "";
  private blogUrl = "";
  private siteUrl = "";
  private readonly authors = new Map<string, string>();
  private author = { login: "", name: "" };
  private channelSent = false;
  private items = 0;
  private comments = 0;
  private item: WxrItem | null = null;
  private comment: WxrComment | null = null;
  private metaKey = "";
  private labelDomain = "";

  constructor(private readonly options: ParserOptions) {
    const { sax } = this;
    sax.on("error", (error) => this.fail("malformed", error.message.replace(/^\d+:\d+: /, "")));
    sax.on("doctype", () => this.fail("doctype", ""));
    sax.on("xmldecl", ({ encoding }) => {
      if (encoding && !/^(utf-?8|us-ascii)$/i.test(encoding)) this.fail("encoding", encoding);
    });
    sax.on("opentag", (tag) => {
      if (Object.keys(tag.attributes).length > options.limits.attributes) {
        this.fail("too_many_attributes", String(options.limits.attributes));
      }
      this.opened(tag.name, tag.attributes);
    });
    sax.on("closetag", (tag) => this.closed(tag.name));
    sax.on("text", (text) => this.text(text));
    sax.on("cdata", (text) => this.text(text));
  }

  get line(): number {
    return this.sax.line;
  }

  /** @throws ImportError */
  write(chunk: string): void {
    // Also before the root's doctype ends: a part of any kind that never ends is not collected.
    this.sax.write(chunk.replace(FORBIDDEN, ""));
    if (this.sax.position - this.lastEventAt > this.options.limits.textLength) {
      this.fail("text_too_long", String(this.options.limits.textLength));
    }
  }

  /** @throws ImportError where the file ends too early, or is no export. */
  end(): void {
    this.sax.close();
    this.sendChannel();
  }

  private fail(kind: ImportFaultKind, detail: string): never {
    throw new ImportError({ kind, detail, line: this.sax.line });
  }

  private opened(name: string, attributes: Record<string, string>): void {
    this.lastEventAt = this.sax.position;
    const parent = this.open.at(-1);
    if (this.open.length >= this.options.limits.depth) {
      this.fail("too_deep", String(this.options.limits.depth));
    }
    if (!parent && name !== "rss") this.fail("not_wordpress", name.slice(0, 40));
    const place = this.enter(name, parent?.place ?? "outside");
    this.open.push({ name, place });
    this.parts = [];
    this.field = wanted(name, parent?.place ?? "outside") ? name : null;
    if (name === "category") this.labelDomain = attributes["domain"] ?? "";
    if (name === "wp:comment_author_url" && !this.mayKeepUrl()) this.field = null;
  }

  private enter(name: string, parent: Place): Place {
    if (parent === "outside") return name === "channel" ? "channel" : "outside";
    if (parent === "channel" && name === "item") {
      this.sendChannel();
      this.items += 1;
      if (this.items > this.options.limits.items) {
        this.fail("too_many_items", String(this.options.limits.items));
      }
      this.item = emptyItem(this.items - 1, this.sax.line);
      return "item";
    }
    if (parent === "channel" && name === "wp:author") {
      this.author = { login: "", name: "" };
      return "author";
    }
    if (parent === "item" && name === "wp:postmeta") {
      this.metaKey = "";
      return "meta";
    }
    if (parent === "item" && name === "wp:comment") {
      this.comments += 1;
      if (this.comments > this.options.limits.comments) {
        this.fail("too_many_items", String(this.options.limits.comments));
      }
      this.comment = emptyComment(this.items - 1, this.sax.line);
      return "comment";
    }
    return "passed";
  }

  private mayKeepUrl(): boolean {
    const id = this.comment?.id;
    return id !== null && id !== undefined && this.options.keepUrl(id);
  }

  private text(text: string): void {
    this.lastEventAt = this.sax.position;
    if (this.field !== null) this.parts.push(text);
  }

  private closed(name: string): void {
    this.lastEventAt = this.sax.position;
    this.open.pop();
    const place = this.open.at(-1)?.place ?? "outside";
    if (this.field === name) this.fill(name, place, own(this.parts.join("")));
    this.field = null;
    this.parts = [];
    if (place === "channel" && name === "wp:author" && this.author.login) {
      this.authors.set(this.author.login, this.author.name || this.author.login);
    } else if (place === "item" && name === "wp:comment" && this.comment) {
      this.options.emit({ kind: "comment", comment: this.comment });
      this.comment = null;
    } else if (place === "channel" && name === "item" && this.item) {
      this.options.emit({ kind: "item", item: this.item });
      this.item = null;
    }
  }

  private fill(name: string, place: Place, text: string): void {
    if (place === "channel") this.fillChannel(name, text.trim());
    else if (place === "author") {
      if (name === "wp:author_login") this.author.login = text.trim();
      else this.author.name = text.trim();
    } else if (place === "item" && this.item) {
      if (name !== "category") fillItem(this.item, name, text);
      else if (LABEL_DOMAINS.has(this.labelDomain) && text.trim())
        this.item.labels.push(text.trim());
    } else if (place === "meta" && this.item) {
      if (name === "wp:meta_key") this.metaKey = text;
      else if (this.metaKey === "footnotes") this.item.footnotes = text;
    } else if (place === "comment" && this.comment) fillComment(this.comment, name, text);
  }

  private fillChannel(name: string, text: string): void {
    if (name === "wp:wxr_version") {
      if (!VERSIONS.has(text)) this.fail("version", text.slice(0, 20));
      this.version = text;
    } else if (name === "link") this.link = text;
    else if (name === "wp:base_blog_url") this.blogUrl = text;
    else this.siteUrl = text;
  }

  /** Before the first item, so that nothing is made of a file that is something else. */
  private sendChannel(): void {
    if (this.channelSent) return;
    if (!this.version) this.fail("not_wordpress", "wp:wxr_version");
    this.channelSent = true;
    const baseUrl = this.blogUrl || this.link || this.siteUrl;
    const { version, authors } = this;
    this.options.emit({ kind: "channel", channel: { version, baseUrl, authors } });
  }
}
