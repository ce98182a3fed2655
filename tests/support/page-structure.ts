import { type DefaultTreeAdapterTypes, parse, parseFragment, serialize } from "parse5";
import { faultsOf } from "./allow-list.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const LANDMARKS = new Set(["html", "head", "body", "header", "nav", "main", "footer", "title"]);
const ADDRESSES = new Set(["href", "src", "action", "formaction"]);

/** What a page is made of, outside of the words that people wrote. Read by parse5. */
export interface Structure {
  /** Each kind of element with each of its attributes, `a@href`. */
  parts: Set<string>;
  /** Headers, navigation and the like, in order. */
  landmarks: string[];
  /** Elements that run or load something, with all that they carry. */
  loads: string[];
  /** What is not allowed, wherever it stands. */
  faults: string[];
}

/** Reads a page. People's words are what stands in `.words`; their ids are scoped by the piece. */
export function structureOf(html: string): Structure {
  const found: Structure = { parts: new Set(), landmarks: [], loads: [], faults: [] };
  const visit = (node: Node, inArticle: boolean) => {
    if ("tagName" in node) {
      const { tagName } = node;
      if (attribute(node, "class")?.split(" ").includes("words")) {
        found.faults.push(...wordFaults(serialize(node)));
        return;
      }
      // The header of an article is none of the page's.
      if (LANDMARKS.has(tagName) && !(inArticle && tagName === "header")) {
        found.landmarks.push(tagName);
      }
      note(node, found);
    }
    if (node.nodeName === "#comment") found.faults.push("a comment");
    const within = inArticle || node.nodeName === "article";
    if ("childNodes" in node) for (const child of node.childNodes) visit(child, within);
  };
  visit(parse(html), false);
  return found;
}

/** The words of each piece on a page, by HTML. */
function wordFaults(html: string): string[] {
  const scope = /id="user-content-([A-Za-z0-9]+)-/.exec(html)?.[1] ?? "none";
  const faults = faultsOf(html, scope);
  return serialize(parseFragment(html)) === html
    ? faults
    : [...faults, "words that are not stable"];
}

function note(element: Element, found: Structure): void {
  const { tagName, attrs } = element;
  found.parts.add(tagName);
  const loads = ["script", "link", "meta", "style", "iframe", "object", "embed", "base", "img"];
  if (loads.includes(tagName)) {
    // The address of a page differs from page to page, what it loads does not.
    const own = attrs.map(({ name, value }) => `${name}=${value}`).join(" ");
    const ofPage = ["alternate", "canonical"].includes(attribute(element, "rel") ?? "");
    if (tagName !== "meta" && !ofPage) {
      found.loads.push(`${tagName} ${own}`);
    }
  }
  for (const { name, value } of attrs) {
    found.parts.add(`${tagName}@${name}`);
    if (name.startsWith("on") || name === "style") found.faults.push(`${name} on <${tagName}>`);
    // Outside of people's words every address is one of ours, but for help lines and mail.
    if (ADDRESSES.has(name) && !/^(?:[/#?]|https?:\/\/|mailto:|tel:|sms:)/.test(value)) {
      found.faults.push(`${name}=${value} on <${tagName}>`);
    }
  }
}

function attribute(element: Element, wanted: string): string | undefined {
  return element.attrs.find(({ name }) => name === wanted)?.value;
}
