import { renderPiece } from "#app/domain/rendering/render-piece.ts";
import { createSanitizer } from "#app/domain/rendering/sanitize.ts";
import type { Store } from "#db/connect.ts";
import { seedEssay } from "./seed.ts";

const SENTENCES =
  "It rained, and nobody had told me what the form was for. I sat down again and waited until they called my name. The clock over the door was slow, and everybody knew it.";
const NOTES = [
  "It was a Tuesday.",
  "The form has been changed since. It asked for the name of the nearest relative, and had no line for those who had none.",
  "See https://example.org/a/long/address/that/does/not/end/2011/report.pdf for what it said.",
];

/**
 * An essay with headings, a work that is cited, and so many footnotes: the first three in one
 * paragraph, so that they would stand on each other, the rest one in each.
 */
export async function seedNotedEssay(
  store: Store,
  { id, notes }: { id: string; notes: number },
): Promise<void> {
  const parts = ["## Where it began", `${SENTENCES}[^n1] And so on.[^n2] And on.[^n3]`];
  for (let note = 4; note <= notes; note += 1) parts.push(`${SENTENCES}[^n${note}]`);
  parts.push("## Where it ended", `${SENTENCES}[^1]`);
  for (let note = 1; note <= notes; note += 1) {
    parts.push(`[^n${note}]: ${NOTES[note % NOTES.length]}`);
  }
  const markdown = parts.join("\n\n");
  const labels = { footnotes: "Footnotes", backToMark: "Back to mark {mark}" };
  const piece = renderPiece(createSanitizer(), { markdown, scope: id, works: 1, labels });
  await seedEssay(store, {
    id,
    title: `An essay with ${notes} notes in its margin, and a title of two lines`,
    markdown,
    html: piece.html,
    words: piece.words,
    works_cited: JSON.stringify(["Ada Fenwick: The Kettle. Leeds 2011."]),
  });
}
