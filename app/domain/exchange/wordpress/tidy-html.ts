import { words } from "#app/words/words.ts";
import { elementsOf, remove, replace, textsOf, unwrap } from "./html-nodes.ts";
import { shortSpaces } from "./plain-text.ts";
import { tidyTables } from "./tidy-tables.ts";

const DROPPED = new Set([
  ...["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "INPUT", "BUTTON", "SELECT", "TEXTAREA", "META"],
  ...["LINK", "SVG", "MATH", "TITLE", "HEAD"],
]);
const PLAYERS = new Set(["IFRAME", "EMBED", "OBJECT", "VIDEO", "AUDIO"]);
const NO_LINKS_IN = new Set(["A", "CODE", "PRE"]);
const ADDRESS = /https?:\/\/[^\s<>"'`\\{}|^]+/g;

/**
 * Makes of a blog's HTML what Markdown can say: images and players become links, tables made for
 * layout become their paragraphs, bare addresses become links, and what has no words goes.
 * @param baseUrl the blog's address, for links that are relative to it; may be empty.
 */
export function tidyHtml(body: HTMLElement, baseUrl: string): void {
  const document = body.ownerDocument;
  for (const text of textsOf(body)) {
    const value = text.nodeValue ?? "";
    const short = shortSpaces(value);
    if (short !== value) text.nodeValue = short;
  }
  for (const element of elementsOf(body)) if (DROPPED.has(element.nodeName)) remove(element);
  for (const element of elementsOf(body)) {
    if (element.nodeName === "IMG") tidyImage(element, baseUrl, document);
    else if (PLAYERS.has(element.nodeName)) tidyPlayer(element, baseUrl, document);
  }
  tidyTables(body);
  for (const element of elementsOf(body)) {
    if (element.nodeName === "A") tidyLink(element, baseUrl);
    else if (element.nodeName === "DT") boldChildren(element, document);
    else if (element.nodeName === "PRE") codeInside(element, document);
    else if (element.nodeName === "OL" || element.nodeName === "UL") markEntries(element);
  }
  linkAddresses(body, document);
}

/** An address as http(s), also where it was relative; null for anything else. */
export function absoluteAddress(address: string, baseUrl: string): string | null {
  try {
    const url = new URL(address.trim(), baseUrl || undefined);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

function tidyImage(image: Element, baseUrl: string, document: Document): void {
  const alt = (image.getAttribute("alt") ?? "").replace(/\s+/g, " ").trim();
  const source = absoluteAddress(image.getAttribute("src") ?? "", baseUrl);
  const isSmiley = /\b(?:wp-smiley|emoji)\b/.test(image.getAttribute("class") ?? "");
  const text = isSmiley ? alt : words().importing.image(alt);
  let around = image.parentElement;
  while (around && around.nodeName !== "A" && around !== document.body)
    around = around.parentElement;
  if (isSmiley || source === null || around?.nodeName === "A") {
    replace(image, document.createTextNode(isSmiley || source || around ? text : ""));
  } else replace(image, linkTo(source, text, document));
}

function tidyPlayer(player: Element, baseUrl: string, document: Document): void {
  const inside = elementsOf(player).find((element) => element.getAttribute("src"));
  const given =
    player.getAttribute("src") ?? player.getAttribute("data") ?? inside?.getAttribute("src") ?? "";
  const source = absoluteAddress(given, baseUrl);
  const youTube = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,20})/.exec(
    source ?? "",
  );
  const address = youTube ? `https://www.youtube.com/watch?v=${youTube[1]}` : source;
  if (address === null) {
    remove(player);
    return;
  }
  const title = (player.getAttribute("title") ?? "").replace(/\s+/g, " ").trim();
  const paragraph = document.createElement("p");
  paragraph.appendChild(linkTo(address, title || address, document));
  replace(player, paragraph);
}

function tidyLink(link: Element, baseUrl: string): void {
  const href = link.getAttribute("href") ?? "";
  const address = /^mailto:[^\s?]+@[^\s?]+$/i.test(href) ? href : absoluteAddress(href, baseUrl);
  link.removeAttribute("title");
  if (address === null || href.startsWith("#")) unwrap(link);
  else link.setAttribute("href", address);
}

function boldChildren(element: Element, document: Document): void {
  const bold = document.createElement("strong");
  while (element.firstChild) bold.appendChild(element.firstChild);
  element.appendChild(bold);
}

/** Turndown keeps the lines of a `pre` only where it holds `code`. */
function codeInside(element: Element, document: Document): void {
  const code = document.createElement("code");
  code.textContent = element.textContent;
  while (element.firstChild) remove(element.firstChild);
  element.appendChild(code);
}

/** The sign of each entry, told once here: counting from each entry anew costs the square of them. */
function markEntries(list: Element): void {
  const start = Number.parseInt(list.getAttribute("start") ?? "1", 10);
  let number = start >= 0 && start < 1_000_000 ? start : 1;
  for (let entry = list.firstElementChild; entry; entry = entry.nextElementSibling) {
    entry.setAttribute("data-sign", list.nodeName === "OL" ? `${number}. ` : "- ");
    number += 1;
  }
}

/** Bare addresses as links, so that Markdown's signs in them are no signs. */
function linkAddresses(body: HTMLElement, document: Document): void {
  for (const text of textsOf(body)) {
    const value = text.nodeValue ?? "";
    if (!/https?:\/\//.test(value) || inside(text, body)) continue;
    const parts = document.createDocumentFragment();
    let from = 0;
    for (const match of value.matchAll(ADDRESS)) {
      const address = withoutEnd(match[0]);
      if (absoluteAddress(address, "") === null) continue;
      parts.appendChild(document.createTextNode(value.slice(from, match.index)));
      parts.appendChild(linkTo(address, address, document));
      from = match.index + address.length;
    }
    parts.appendChild(document.createTextNode(value.slice(from)));
    replace(text, parts);
  }
}

/** Without the full stop or bracket that ends the sentence and not the address. */
function withoutEnd(address: string): string {
  let end = address.length;
  while (end > 0 && /[.,;:!?*_~…’”\])]/.test(address[end - 1] ?? "")) {
    if (address[end - 1] === ")" && address.slice(0, end).includes("(")) break;
    end -= 1;
  }
  return address.slice(0, end);
}

function inside(node: Node, root: Element): boolean {
  for (let at = node.parentNode; at && at !== root; at = at.parentNode) {
    if (NO_LINKS_IN.has(at.nodeName)) return true;
  }
  return false;
}

function linkTo(address: string, text: string, document: Document): Element {
  const link = document.createElement("a");
  link.setAttribute("href", address);
  link.textContent = text;
  return link;
}
