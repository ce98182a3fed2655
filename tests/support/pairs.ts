import type { Store, Writer } from "#db/connect.ts";

/** Two rows that belong together, written by two statements. */
export async function writePair(trx: Writer, id: string): Promise<void> {
  await trx
    .insertInto("used_challenges")
    .values({ mark: `${id} one`, expires_at: 1 })
    .execute();
  await trx
    .insertInto("used_challenges")
    .values({ mark: `${id} two`, expires_at: 2 })
    .execute();
}

/** The pairs in a store: those that are whole, and those of which only a half is there. */
export async function readPairs({ read }: Store): Promise<{ whole: Set<string>; half: string[] }> {
  const rows = await read.selectFrom("used_challenges").select("mark").execute();
  const marks = new Set(rows.map(({ mark }) => mark));
  const whole = new Set<string>();
  const half: string[] = [];
  for (const id of new Set([...marks].map((mark) => mark.slice(0, -4)))) {
    if (marks.has(`${id} one`) && marks.has(`${id} two`)) whole.add(id);
    else half.push(id);
  }
  return { whole, half };
}
