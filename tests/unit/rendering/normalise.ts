import { type DefaultTreeAdapterTypes, parseFragment, serialize } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const INLINE = new Set(["a", "code", "del", "em", "img", "strong", "sup", "#text"]);

/**
 * HTML with everything taken out in which this house's way of writing differs from CommonMark's
 * examples without a difference for readers: spaces around blocks, `dir`, ids, the class of code,
 * how an address is encoded, and which level headings begin with.
 */
export function normalise(html: string): string {
  const fragment = parseFragment(html);
  visit(fragment);
  return serialize(fragment);
}

function visit(node: Node, verbatim = false): void {
  if ("attrs" in node) simplify(node);
  if (!("childNodes" in node)) return;
  const asTyped = verbatim || node.nodeName === "pre";
  node.childNodes.forEach((child, at, children) => {
    if (asTyped || child.nodeName !== "#text" || !("value" in child)) return;
    child.value = child.value.replace(/[ \t]*\n[ \t]*/g, "\n");
    if (isEdge(children[at - 1], node)) child.value = child.value.trimStart();
    if (isEdge(children[at + 1], node)) child.value = child.value.trimEnd();
  });
  for (const child of node.childNodes) visit(child, asTyped);
}

function simplify(element: Element): void {
  element.attrs = element.attrs.filter(
    ({ name }) =>
      name !== "dir" && name !== "id" && !(name === "class" && element.tagName === "code"),
  );
  for (const attribute of element.attrs) {
    if (attribute.name !== "href") continue;
    try {
      attribute.value = new URL(attribute.value, "http://base.invalid/").href;
    } catch {
      // An address that is none stays as it is written.
    }
  }
  if (/^h[1-6]$/.test(element.tagName)) element.tagName = "h";
}

/** True where spaces next to `sibling`, or at the edge of `parent`, are not shown. */
function isEdge(sibling: Node | undefined, parent: Node): boolean {
  return !INLINE.has((sibling ?? parent).nodeName);
}
