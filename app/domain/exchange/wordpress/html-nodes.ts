/** All elements below a node, in the order of the text, as a list that later changes don't disturb. */
export function elementsOf(root: Element): Element[] {
  const found: Element[] = [];
  let node: Node | null = root.firstChild;
  while (node) {
    if (isElement(node)) found.push(node);
    node = following(node, root);
  }
  return found;
}

/** All text nodes below a node. */
export function textsOf(root: Element): Text[] {
  const found: Text[] = [];
  let node: Node | null = root.firstChild;
  while (node) {
    if (node.nodeType === 3) found.push(node as Text);
    node = following(node, root);
  }
  return found;
}

/** How deep elements stand inside each other; stops counting above `most`. */
export function depthOf(root: Element, most: number): number {
  let deepest = 0;
  let depth = 1;
  let node: Node | null = root.firstChild;
  while (node) {
    deepest = Math.max(deepest, depth);
    if (deepest > most) return deepest;
    if (node.firstChild) {
      depth += 1;
      node = node.firstChild;
      continue;
    }
    while (node && !node.nextSibling) {
      node = node.parentNode;
      depth -= 1;
      if (!node || node === root) return deepest;
    }
    node = node?.nextSibling ?? null;
  }
  return deepest;
}

/** The nearest element above (or itself) with one of these names (capitals), below `root`. */
export function nearest(from: Element, names: ReadonlySet<string>, root: Element): Element | null {
  let node: Element | null = from;
  while (node && node !== root) {
    if (names.has(node.nodeName)) return node;
    node = node.parentElement;
  }
  return null;
}

/** Puts a node's children in its place. */
export function unwrap(element: Element): void {
  const parent = element.parentNode;
  if (!parent) return;
  while (element.firstChild) parent.insertBefore(element.firstChild, element);
  parent.removeChild(element);
}

export function remove(node: Node): void {
  node.parentNode?.removeChild(node);
}

export function replace(node: Node, by: Node): void {
  node.parentNode?.replaceChild(by, node);
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function following(node: Node, root: Element): Node | null {
  if (node.firstChild) return node.firstChild;
  let at: Node | null = node;
  while (at && at !== root) {
    if (at.nextSibling) return at.nextSibling;
    at = at.parentNode;
  }
  return null;
}
