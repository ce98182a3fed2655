import createDOMPurify, { type Config, type DOMPurify } from "dompurify";
import { JSDOM } from "jsdom";
import { withoutControls } from "./characters.ts";
import { ID_PREFIX, pieceId } from "./piece-id.ts";

/** Every element that a piece may hold, with every attribute it may carry there. */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  a: ["href", "title", "rel", "id", "class", "aria-label"],
  blockquote: ["dir"],
  br: [],
  code: [],
  del: [],
  div: ["class"],
  em: [],
  h2: ["id", "dir"],
  h3: ["id", "dir"],
  h4: ["id", "dir"],
  h5: ["id", "dir"],
  h6: ["id", "dir"],
  hr: [],
  li: ["id", "dir"],
  ol: ["start", "dir"],
  p: ["dir", "class"],
  pre: ["dir"],
  strong: [],
  sup: ["class"],
  table: ["dir"],
  tbody: [],
  td: ["align", "dir"],
  th: ["align", "dir"],
  thead: [],
  tr: [],
  ul: ["dir"],
};

// Maps and not objects: nothing a person types may find `constructor`.
const ALLOWED = new Map(Object.entries(ELEMENTS));

/** What the values of attributes must look like; others are addresses or free text. */
const VALUES = new Map([
  ["align", /^(?:left|center|right)$/],
  ["class", /^(?:footnotes|footnotes-title|footnote-mark|footnote-back|work-mark)$/],
  ["dir", /^(?:auto|rtl)$/],
  ["start", /^\d{1,9}$/],
]);

/** Where links may lead. Nothing relative: a piece is also read in feeds and exports. */
const ADDRESS = /^(?:https?:\/\/[^/]|mailto:[^/]|#)/i;

const CONFIG: Config = {
  // body is the frame DOMPurify works in and never part of a piece. Were it not allowed it would be
  // cut out, and jsdom would keep its whole document, some 180 KB a render, for good.
  ALLOWED_TAGS: [...ALLOWED.keys(), "body"],
  ALLOWED_ATTR: [...new Set([...ALLOWED.values()].flat())],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  ALLOWED_URI_REGEXP: ADDRESS,
  // These hold no address; without this DOMPurify measures every value by the pattern above.
  ADD_URI_SAFE_ATTR: ["align", "aria-label", "dir", "rel", "start"],
  SANITIZE_NAMED_PROPS: true,
};

/** Cleans HTML. Made once per worker: a window of jsdom takes its time. */
export interface Sanitizer {
  /** The piece as a DOM that holds nothing but what the allow-list names. */
  clean(html: string, scope: string): DocumentFragment;
  /** A clean DOM as text; control characters, which XML forbids, become U+FFFD. */
  serialize(piece: DocumentFragment): string;
}

/** Makes a sanitiser with a window of its own, in which nothing is loaded and no script runs. */
export function createSanitizer(): Sanitizer {
  const { window } = new JSDOM("<!doctype html>");
  const purify = createDOMPurify(window);
  let idPrefix = ID_PREFIX;
  purify.addHook("uponSanitizeAttribute", (element, attribute) => {
    const named = ALLOWED.get(element.nodeName.toLowerCase())?.includes(attribute.attrName);
    const value = VALUES.get(attribute.attrName);
    const foreignId = attribute.attrName === "id" && !attribute.attrValue.startsWith(idPrefix);
    if (!named || foreignId || (value !== undefined && !value.test(attribute.attrValue))) {
      attribute.keepAttr = false;
    }
  });
  purify.addHook("afterSanitizeAttributes", (element) => {
    if (element.nodeName !== "A") return;
    element.removeAttribute("rel");
    const href = element.getAttribute("href");
    if (href !== null && !href.startsWith("#")) {
      element.setAttribute("rel", "noopener noreferrer nofollow ugc");
    }
  });
  return {
    clean(html, scope) {
      idPrefix = pieceId(scope, "");
      return clean(purify, html, scope) ?? window.document.createDocumentFragment();
    },
    serialize(piece) {
      const holder = window.document.createElement("div");
      holder.append(piece.cloneNode(true));
      return withoutControls(holder.innerHTML).trim();
    },
  };
}

/** Null where nothing is left to read: HTML that begins with a frameset has no body. */
function clean(purify: DOMPurify, html: string, scope: string): DocumentFragment | null {
  const piece = purify.sanitize(html, { ...CONFIG, RETURN_DOM_FRAGMENT: true });
  if ((piece as DocumentFragment | null) === null) return null;
  const links: Element[] = [];
  const ids = new Set<string>();
  collect(piece, links, ids);
  for (const link of links) {
    const href = link.getAttribute("href");
    if (href === null || !ADDRESS.test(href)) {
      link.replaceWith(...link.childNodes);
    } else if (href.startsWith("#") && !href.startsWith(`#${ID_PREFIX}`)) {
      // A writer's own link to a heading of the piece: the heading has a longer name here.
      const id = pieceId(scope, `h-${decoded(href.slice(1)).toLowerCase()}`);
      if (ids.has(id)) link.setAttribute("href", `#${id}`);
    }
  }
  return piece;
}

/** A plain walk: selectors are slow in jsdom. */
function collect(node: Node, links: Element[], ids: Set<string>): void {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeName === "A") links.push(child as Element);
    else if (/^H[2-6]$/.test(child.nodeName)) ids.add((child as Element).id);
    collect(child, links, ids);
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
