/** Puts the figures of a run into docs/performance.md, between its two marks. */
import { readFile, writeFile } from "node:fs/promises";
import { parts, type Result } from "./report.ts";

const NOTE = new URL("../../docs/performance.md", import.meta.url);
const BEGIN = "<!-- figures: written by npm run bench -- --publish -->";
const END = "<!-- end of figures -->";

/** @throws where the note has lost its marks. */
export async function publish(result: Result): Promise<void> {
  const note = await readFile(NOTE, "utf8");
  const from = note.indexOf(BEGIN);
  const to = note.indexOf(END);
  if (from < 0 || to < from) throw new Error("docs/performance.md has no place for figures.");
  const figures = parts(result).map(
    ({ title, lines: [head = [], ...rows] }) =>
      `${title}:\n\n${row(head)}\n${row(head.map((_, at) => (at === 0 ? "---" : "--:")))}\n${rows.map(row).join("\n")}`,
  );
  const before = note.slice(0, from + BEGIN.length);
  await writeFile(NOTE, `${before}\n\n${figures.join("\n\n")}\n\n${note.slice(to)}`);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
