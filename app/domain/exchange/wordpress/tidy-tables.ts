import { elementsOf, replace, unwrap } from "./html-nodes.ts";

/** A table with one of these in a cell was made for layout, or can't be told in Markdown. */
const NOT_IN_CELLS = new Set([
  ...["TABLE", "UL", "OL", "DL", "H1", "H2", "H3", "H4", "H5", "H6", "HR", "BLOCKQUOTE", "PRE"],
]);
const MOST_COLUMNS = 30;

/**
 * Gets tables ready for the rules of markdown-rules.ts: those made for layout (one column, or blocks
 * in the cells) become their paragraphs; in the others each cell becomes one line, and the first row
 * is told how many columns there are.
 *
 * We don't use Turndown's plugin for this: it counts rows and columns anew at every cell, and took
 * 100 seconds for a table of 8,000 cells.
 */
export function tidyTables(body: HTMLElement): void {
  const tables = elementsOf(body).filter((element) => element.nodeName === "TABLE");
  // From the innermost out, so that a layout table is judged by what is left in it.
  for (const table of tables.reverse()) {
    const inside = elementsOf(table);
    const rows = inside.filter((element) => element.nodeName === "TR").map((row) => cellsOf(row));
    const widest = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
    const forLayout = inside.some((element) => NOT_IN_CELLS.has(element.nodeName));
    if (widest < 2 || widest > MOST_COLUMNS || forLayout) takeApart(table, inside);
    else {
      oneLineCells(inside);
      markRows(rows, widest);
      captionAbove(table, inside);
    }
  }
}

function cellsOf(row: Element): Element[] {
  const cells: Element[] = [];
  for (let cell = row.firstElementChild; cell; cell = cell.nextElementSibling) cells.push(cell);
  return cells;
}

function takeApart(table: Element, inside: readonly Element[]): void {
  for (const element of inside) {
    if (/^(?:TD|TH|CAPTION)$/.test(element.nodeName)) {
      const block = table.ownerDocument.createElement("div");
      while (element.firstChild) block.appendChild(element.firstChild);
      replace(element, block);
    } else if (/^(?:TR|TBODY|THEAD|TFOOT|COLGROUP)$/.test(element.nodeName)) unwrap(element);
  }
  unwrap(table);
}

/** A cell is one line in Markdown: what began a new one is set off by a stroke. */
function oneLineCells(inside: readonly Element[]): void {
  for (const element of inside) {
    const stroke = () => element.ownerDocument.createTextNode(" / ");
    if (element.nodeName === "BR") replace(element, stroke());
    else if (element.nodeName === "P" || element.nodeName === "DIV") {
      if (element.nextElementSibling) element.appendChild(stroke());
      unwrap(element);
    }
  }
}

/** The first row says whether it is a heading, every row how many cells it lacks. */
function markRows(rows: readonly (readonly Element[])[], columns: number): void {
  for (const [index, cells] of rows.entries()) {
    const row = cells[0]?.parentElement;
    row?.setAttribute("data-lacks", String(columns - cells.length));
    if (index > 0 || !row) continue;
    const heading =
      row.parentElement?.nodeName === "THEAD" || cells.every((c) => c.nodeName === "TH");
    row.setAttribute(heading ? "data-heading-of" : "data-first-of", String(columns));
  }
}

function captionAbove(table: Element, inside: readonly Element[]): void {
  const caption = inside.find((element) => element.nodeName === "CAPTION");
  if (!caption) return;
  const paragraph = table.ownerDocument.createElement("p");
  while (caption.firstChild) paragraph.appendChild(caption.firstChild);
  caption.parentNode?.removeChild(caption);
  table.parentNode?.insertBefore(paragraph, table);
}
