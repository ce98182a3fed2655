import { type DefaultTreeAdapterTypes, parseFragment, serialize } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Written down a second time on purpose, apart from the sanitiser's own list. */
const TAGS: Readonly<Record<string, readonly string[]>> = {
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

const CLASSES = ["footnotes", "footnotes-title", "footnote-mark", "footnote-back"];
const REL = "noopener noreferrer nofollow ugc";
const HTML = "http://www.w3.org/1999/xhtml";

/**
 * What in a rendered piece is not allowed, one line a fault; empty for a clean piece. `html` is the
 * inside of a piece, `scope` what its ids must be scoped with. Uses parse5, not the sanitiser.
 */
export function faultsOf(html: string, scope: string): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  const anchors: string[] = [];
  const visit = (node: Node) => {
    if (node.nodeName === "#text") return;
    if ("tagName" in node) checkElement(node, scope, faults, ids, anchors);
    else if (node.nodeName !== "#document-fragment") faults.push(`a ${node.nodeName}`);
    if ("content" in node) faults.push("a template's content");
    if ("childNodes" in node) for (const child of node.childNodes) visit(child);
  };
  visit(parseFragment(html));
  for (const anchor of anchors) {
    if (anchor.startsWith(`user-content-${scope}-`) && !ids.has(anchor))
      faults.push(`no id ${anchor}`);
  }
  return faults;
}

/** True where the HTML means the same once it is parsed, written and parsed again. */
export function isStable(html: string): boolean {
  const once = serialize(parseFragment(html));
  const twice = serialize(parseFragment(once));
  return once === twice && once === html;
}

function checkElement(
  element: Element,
  scope: string,
  faults: string[],
  ids: Set<string>,
  anchors: string[],
): void {
  const tag = element.tagName;
  const allowed = Object.hasOwn(TAGS, tag) ? TAGS[tag] : undefined;
  if (element.namespaceURI !== HTML) faults.push(`<${tag}> in ${element.namespaceURI}`);
  if (allowed === undefined) faults.push(`<${tag}>`);
  for (const { name, value } of element.attrs) {
    if (!allowed?.includes(name)) faults.push(`${name} on <${tag}>`);
    const fault = valueFault(name, value, scope);
    if (fault !== null) faults.push(`${fault}: ${name}=${JSON.stringify(value)} on <${tag}>`);
    if (name === "id") {
      if (ids.has(value)) faults.push(`id ${value} twice`);
      ids.add(value);
    }
  }
  if (tag !== "a") return;
  const href = element.attrs.find((attribute) => attribute.name === "href")?.value;
  const rel = element.attrs.find((attribute) => attribute.name === "rel")?.value;
  if (href === undefined) faults.push("a link that leads nowhere");
  else if (href.startsWith("#")) anchors.push(href.slice(1));
  else if (rel !== REL) faults.push(`rel=${rel} on <a>`);
}

function valueFault(name: string, value: string, scope: string): string | null {
  if (name === "href" && !addressAllowed(value)) return "an address that is not allowed";
  if (name === "id" && !value.startsWith(`user-content-${scope}-`)) return "an id without scope";
  if (name === "class" && !CLASSES.includes(value)) return "a foreign class";
  if (name === "dir" && !["auto", "rtl"].includes(value)) return "a foreign direction";
  if (name === "align" && !["left", "center", "right"].includes(value)) return "a foreign align";
  if (name === "start" && !/^\d{1,9}$/.test(value)) return "a foreign start";
  return null;
}

/** Read as a browser would: control characters and spaces around and inside the scheme fall away. */
function addressAllowed(href: string): boolean {
  if (href.startsWith("#")) return true;
  try {
    const url = new URL(href); // relative addresses throw
    return ["http:", "https:", "mailto:"].includes(url.protocol);
  } catch {
    // What a browser can't resolve leads nowhere, as long as its scheme is one of these.
    return /^(?:https?:\/\/|mailto:)/i.test(href);
  }
}
