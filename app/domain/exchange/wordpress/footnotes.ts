import { elementsOf, isElement, nearest, remove, replace } from "./html-nodes.ts";

/**
 * Footnotes of three common kinds become marks that markdown-rules.ts writes as `[^1]`:
 * notes written where they are called (shortcodes; see shortcodes.ts), notes that link to each other
 * (`<sup><a href="#_ftn1">`, as Word, Jetpack's Markdown and most plugins write them), and the block
 * editor's own, whose texts stand beside the post.
 */

const REFERENCE = /^[[(]?(?:\d{1,3}|[ivxl]{1,6}|[*†‡§]{1,3})[\])]?$/i;
const BACK = /^(?:[[(]?(?:\d{1,3}|[ivxl]{1,6}|[*†‡§]{1,3})[\])]?\.?|(?:[↩↑⇑^⏎]\ufe0e?\ufe0f?)+)$/i;
const NOTE_BLOCKS = new Set(["LI", "P", "DD", "DIV"]);
const NOTE_HEADING = /^(?:foot|end)?notes?:?$|^references:?$/i;
const MOST_NOTES = 500;

/**
 * @param kept the block editor's notes, as the post's JSON has them; empty where there are none.
 * @returns how many notes were found.
 */
export function markFootnotes(body: HTMLElement, kept: string): number {
  const marker = new NoteMarker(body);
  marker.fromShortcodes();
  marker.fromBlocks(kept);
  marker.fromLinks();
  return marker.count;
}

class NoteMarker {
  count = 0;
  private readonly document: Document;

  constructor(private readonly body: HTMLElement) {
    this.document = body.ownerDocument;
  }

  fromShortcodes(): void {
    const texts = new Map<string, Element>();
    const calls: Element[] = [];
    for (const element of elementsOf(this.body)) {
      const text = element.getAttribute("data-note-text");
      if (text) texts.set(text, element);
      if (element.hasAttribute("data-note")) calls.push(element);
    }
    for (const call of calls) {
      const text = texts.get(call.getAttribute("data-note") ?? "");
      if (!text) continue;
      const label = this.define(text);
      replace(call, this.call(label));
    }
  }

  fromBlocks(kept: string): void {
    const notes = readKept(kept);
    if (notes.size === 0) return;
    const labels = new Map<string, number>();
    for (const element of elementsOf(this.body)) {
      const id = element.getAttribute("data-fn");
      const content = id ? notes.get(id) : undefined;
      if (!id || content === undefined) continue;
      let label = labels.get(id);
      if (label === undefined) {
        const holder = this.document.createElement("div");
        holder.innerHTML = content;
        label = this.define(holder);
        labels.set(id, label);
      }
      replace(element, this.call(label));
    }
  }

  fromLinks(): void {
    const elements = elementsOf(this.body);
    const position = new Map(elements.map((element, index) => [element, index]));
    const targets = new Map<string, Element>();
    for (const element of elements) {
      for (const name of [element.getAttribute("id"), element.getAttribute("name")]) {
        if (name && !targets.has(name)) targets.set(name, element);
      }
    }
    const labels = new Map<Element, number>();
    for (const link of elements) {
      if (this.count >= MOST_NOTES) return;
      const target = targets.get(fragment(link));
      if (!target || link.nodeName !== "A" || !REFERENCE.test(link.textContent?.trim() ?? ""))
        continue;
      if ((position.get(target) ?? 0) <= (position.get(link) ?? 0)) continue;
      if (!this.body.contains(link)) continue;
      const block = labels.has(target) ? null : this.noteBlock(target, link);
      if (block) labels.set(target, this.defineBlock(block));
      const label = labels.get(target);
      if (label === undefined) continue;
      const sup = link.parentElement;
      const whole = sup?.nodeName === "SUP" && sup.textContent?.trim() === link.textContent?.trim();
      replace(whole && sup ? sup : link, this.call(label));
    }
  }

  /** The block a note stands in: one that begins or ends with a way back, or is named as a note. */
  private noteBlock(target: Element, link: Element): Element | null {
    const own = /^_?(?:ft|fn|foot|end|note|easy-footnote)/i;
    let block = nearest(target, NOTE_BLOCKS, this.body);
    const around = block?.parentElement;
    if (around?.nodeName === "DIV" && /^(?:ftn|edn)\d+$/.test(around.id)) block = around;
    if (!block || block.contains(link)) return null;
    const name = target.getAttribute("id") ?? target.getAttribute("name") ?? "";
    const named = own.test(name);
    const back = elementsOf(block).some(
      (element) => element.nodeName === "A" && BACK.test(element.textContent?.trim() ?? ""),
    );
    return named || back ? block : null;
  }

  private defineBlock(block: Element): number {
    for (const element of elementsOf(block)) {
      const text = element.textContent?.trim() ?? "";
      const back = element.nodeName === "A" && fragment(element) !== "" && BACK.test(text);
      const empty = element.nodeName === "A" && text === "" && !element.firstElementChild;
      if (back || empty) remove(element);
    }
    for (const element of elementsOf(block)) {
      if (element.nodeName === "SUP" && (element.textContent ?? "").trim() === "") remove(element);
    }
    const list = block.nodeName === "LI" ? block.parentElement : null;
    const line = block.previousElementSibling;
    if (line?.nodeName === "HR") remove(line);
    const label = this.define(block);
    if (list && !list.firstElementChild) this.removeListOfNotes(list);
    return label;
  }

  private removeListOfNotes(list: Element): void {
    let before = list.previousElementSibling;
    remove(list);
    while (
      before &&
      (before.nodeName === "HR" || NOTE_HEADING.test(before.textContent?.trim() ?? ""))
    ) {
      const next = before.previousElementSibling;
      remove(before);
      before = next;
    }
  }

  private define(content: Element): number {
    this.count += 1;
    const note = this.document.createElement("div");
    note.setAttribute("data-footnote-text", String(this.count));
    while (content.firstChild) note.appendChild(content.firstChild);
    const first = note.firstChild;
    if (first && !isElement(first))
      first.nodeValue = (first.nodeValue ?? "").replace(/^[\s.:)\]]+/, "");
    remove(content);
    this.body.appendChild(note);
    return this.count;
  }

  private call(label: number): Element {
    const call = this.document.createElement("sup");
    call.setAttribute("data-footnote", String(label));
    call.textContent = String(label);
    return call;
  }
}

function fragment(element: Element): string {
  const href = element.getAttribute("href") ?? "";
  const hash = href.indexOf("#");
  return hash === -1 ? "" : href.slice(hash + 1);
}

function readKept(json: string): Map<string, string> {
  const notes = new Map<string, string>();
  if (json === "") return notes;
  try {
    const list: unknown = JSON.parse(json);
    if (!Array.isArray(list)) return notes;
    for (const note of list.slice(0, MOST_NOTES)) {
      if (typeof note?.id === "string" && typeof note?.content === "string") {
        notes.set(note.id, note.content);
      }
    }
  } catch {
    return notes;
  }
  return notes;
}
