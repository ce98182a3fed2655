import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { en } from "#app/words/en.ts";
import type { Words } from "#app/words/words.ts";

/** Everything the pages say, between marks. */
export const pseudoWords = marked(en) as Words;

function marked(value: unknown): unknown {
  if (typeof value === "string") return value === "" ? "" : `⟦${value}⟧`;
  if (typeof value === "function") {
    return (...given: unknown[]) => marked(Reflect.apply(value, null, given));
  }
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, marked(one)]));
  }
  return value;
}

type Node = DefaultTreeAdapterTypes.Node;

const READ_OUT = new Set(["alt", "aria-label", "placeholder", "title", "data-column"]);

/**
 * What somebody would read or hear in a page that does not come from `app/words/`: not between
 * ⟦these marks⟧, and not a person's words, between «these».
 */
export function unmarked(html: string): string[] {
  const found: string[] = [];
  const text = textOf(parseFragment(html), found);
  return [...found, text].flatMap(lettersOutside);
}

function textOf(node: Node, attributes: string[]): string {
  if ("attrs" in node) {
    for (const { name, value } of node.attrs) if (READ_OUT.has(name)) attributes.push(value);
  }
  if (node.nodeName === "#text" && "value" in node) return node.value;
  if (!("childNodes" in node)) return "";
  return node.childNodes.map((child) => textOf(child, attributes)).join(" ");
}

function lettersOutside(text: string): string[] {
  let rest = text.replace(/«[^»]*»/g, "");
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, "");
  }
  return rest.match(/[\p{L}\p{N}][^⟦⟧«»]*/gu)?.map((piece) => piece.trim()) ?? [];
}
