import type { Store } from "#db/connect.ts";
import { commentRow, seedComments, seedEssay } from "./seed.ts";

type Essay = Partial<Parameters<typeof seedEssay>[1]>;
type Row = ReturnType<typeof commentRow>;

const NAMES = ["Quiet Heron", "Tidewater", "Amber Finch", "Oak Ferry", "Slow River", "Grey Lamp"];
const MANY_WORDS = "It rained on the day, and nobody had told me what the form was for.";

function text(words: string) {
  return { markdown: words, html: `<p dir="auto">${words}</p>` };
}

/** What the nth comment speaks from: in turn experience, debate, both, neither. */
function speaksFrom(index: number): Pick<Row, "experience" | "debate"> {
  const turn = index % 4;
  return { experience: turn === 0 || turn === 2 ? 1 : 0, debate: turn === 1 || turn === 2 ? 1 : 0 };
}

/**
 * An essay with branches of the same shape: a top comment, a line of replies going `size / 2` deep
 * below it, and the rest beside each other. Ids are the essay's id, branch and place: `long00b03`.
 *
 * @returns the comments in reading order
 */
export async function seedThread(
  store: Store,
  { id, branches, size, ...essay }: { id: string; branches: number; size: number } & Essay,
): Promise<Row[]> {
  await seedEssay(store, { id, title: `An essay called ${id}`, ...essay });
  const rows: Row[] = [];
  for (let branch = 0; branch < branches; branch += 1) {
    const here: Row[] = [];
    for (let place = 0; place < size; place += 1) {
      const parent = place <= size / 2 ? here[place - 1] : here[0];
      const index = rows.length;
      const row = commentRow(id, {
        id: `${id}${String(branch).padStart(2, "0")}b${String(place).padStart(2, "0")}`,
        parent: parent ?? null,
        by_name: NAMES[index % NAMES.length] ?? "",
        ordered_at: Date.parse("2026-03-01T00:00:00Z") + index,
        ...speaksFrom(index),
        ...text(`Comment ${index} of ${id}. ${MANY_WORDS}`),
      });
      here.push(row);
      rows.push(row);
    }
  }
  await seedComments(store, id, rows);
  return rows;
}

/** Replies to replies, each answering the one before it, by "Name 1", "Name 2", …; ids are `chain1`, … */
export async function seedChain(
  store: Store,
  { id, length, ...essay }: { id: string; length: number } & Essay,
): Promise<Row[]> {
  await seedEssay(store, { id, title: `An essay called ${id}`, ...essay });
  const rows: Row[] = [];
  for (let level = 1; level <= length; level += 1) {
    rows.push(
      commentRow(id, {
        id: `${id}${level}`,
        parent: rows.at(-1) ?? null,
        by_name: `Name ${level}`,
        ordered_at: Date.parse("2026-03-01T00:00:00Z") + level,
        ...text(`Level ${level}.`),
      }),
    );
  }
  await seedComments(store, id, rows);
  return rows;
}
