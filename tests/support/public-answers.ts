import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { dataAddress } from "./address-map.ts";
import { ask } from "./ask.ts";

/** One thing that anybody can have: an answer of the server, or a file of an export. */
export interface Public {
  /** Its address, or its path. */
  at: string;
  type: "html" | "json" | "xml" | "data" | "text";
  /** Headers and body. */
  head: string;
  body: string;
}

const MOST = 3_000;
/** Every piece has the same forms beside it; so many of each are opened. */
const FORMS = 8;
const FORM = /\/(reply|edit|take-back|lost-key|my-words|versions|branch|feed\.xml)\b|^\/(write)\?/;

/** Everything that is reached from these addresses by links, as HTML, as `.data`, as JSON and feeds. */
export async function crawlPublic(origin: string, from: readonly string[]): Promise<Public[]> {
  const found = new Map<string, Public>();
  const opens = new Map<string, number>();
  const toRead = [...from];
  for (let path = toRead.pop(); path !== undefined; path = toRead.pop()) {
    if (found.has(path)) continue;
    const form = FORM.exec(path)?.slice(1).find(Boolean);
    const opened = opens.get(form ?? "") ?? 0;
    if (form !== undefined && opened >= FORMS) continue;
    opens.set(form ?? "", opened + 1);
    if (found.size > MOST) throw new Error("the crawl does not end");
    const { headers, text } = await ask(origin, path);
    const mime = String(headers["content-type"]);
    const head = JSON.stringify(headers);
    const type = typeOf(path, mime);
    found.set(path, { at: path, type, head, body: text });
    const essay = /^\/essays\/[^/?#.]+$/.exec(path)?.[0];
    if (essay) toRead.push(...[".json", ".md", "/feed.xml", "?flat=1"].map((end) => essay + end));
    if (type !== "html") continue;
    if (!path.includes("?")) toRead.push(dataAddress(path));
    for (const href of hrefsIn(text)) {
      const url = new URL(href, origin + path);
      if (url.origin === origin && !/\.(?:css|js|woff2|svg)$/.test(url.pathname)) {
        toRead.push(url.pathname + url.search);
      }
    }
  }
  return [...found.values()];
}

function typeOf(path: string, mime: string): Public["type"] {
  if (path.endsWith(".data")) return "data";
  if (mime.startsWith("text/html")) return "html";
  if (mime.includes("json")) return "json";
  return mime.includes("xml") ? "xml" : "text";
}

function hrefsIn(html: string): string[] {
  return [...html.matchAll(/\bhref="([^"#]*)/g)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&"),
  );
}

/** The files of an export. */
export async function filesOf(folder: string): Promise<Public[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        const type = name.endsWith(".json") ? ("json" as const) : ("text" as const);
        return {
          at: path.slice(folder.length),
          type,
          head: "",
          body: await readFile(path, "utf8"),
        };
      }),
  );
}

/**
 * The parts of an answer that speak of one piece each: articles and entries of a list, objects of a
 * JSON tree, entries of a feed, whole files.
 */
export function partsOf({ at, type, head, body }: Public): string[] {
  switch (type) {
    case "html":
      return htmlParts(body);
    case "json":
      return [head, ...jsonParts(JSON.parse(body))];
    case "xml":
      return [head, ...body.split(/(?=<entry>)/)];
    case "text":
      return [`${at} ${body}`];
    case "data":
      return [];
  }
}

function htmlParts(html: string): string[] {
  const { document } = new JSDOM(html).window;
  return [...document.querySelectorAll("article, li, section, header")].map((element) => {
    const copy = element.cloneNode(true) as Element;
    for (const inner of copy.querySelectorAll("article, ol, ul:not(.actions)")) inner.remove();
    return copy.outerHTML;
  });
}

function jsonParts(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(jsonParts);
  return Array.isArray(value) ? inner : [JSON.stringify(value), ...inner];
}

/** What could be an identifier: words of four signs or more. */
export function tokensIn(text: string): Set<string> {
  return new Set(text.split(/[^\p{L}\p{N}_-]+/u).filter((token) => token.length >= 4));
}
