/** The store that is measured: 2,000 essays and 200,000 comments, built once and kept. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { connect, type Store, type Writer as Transaction } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";
import { lotFrom } from "./random.ts";
import { type ThreadShape, threadRows } from "./rows.ts";
import { Writer } from "./text.ts";

const ESSAYS = 2_000;
const COMMENTS = 200_000;
const WORDS_A_COMMENT = 95;

/** The thread of 74 comments and 7,000 words, and others like it that nobody has asked for yet. */
export const SEVENTY_FOUR = "seventy-four";
export const LIKE_IT = Array.from({ length: 40 }, (_, index) => `${SEVENTY_FOUR}-${index + 1}`);
export const FIVE_THOUSAND = "five-thousand";
/** The slugs of all other essays, in no order of size or age. */
export const OTHERS = Array.from(
  { length: ESSAYS - LIKE_IT.length - 2 },
  (_, index) => `essay-${index + 1}`,
);

/** Counted up whenever this folder makes other rows. */
const SEED = 1;

function shapes(): ThreadShape[] {
  const lot = lotFrom(SEED + 1);
  const measured = [SEVENTY_FOUR, ...LIKE_IT].map((slug) => ({ slug, comments: 74, words: 7_000 }));
  const fixed = [...measured, { slug: FIVE_THOUSAND, comments: 5_000, words: 5_000 * 60 }];
  let left = COMMENTS - fixed.reduce((sum, { comments }) => sum + comments, 0);
  const others = OTHERS.map((slug, index) => {
    const usual = left / (OTHERS.length - index);
    const comments =
      index === OTHERS.length - 1 ? left : Math.round(usual * (0.1 + 1.8 * lot.number()));
    left -= comments;
    return { slug, comments, words: comments * WORDS_A_COMMENT };
  });
  return [...fixed, ...others];
}

/**
 * The file of the store, built where it is missing or was built for another schema or seed.
 *
 * @param folder where it is kept
 * @param say told how far it is
 */
export async function keptStore(folder: string, say: (line: string) => void): Promise<string> {
  const stamp = await stampOf();
  const file = join(folder, "store.db");
  const stampFile = join(folder, "store.stamp");
  const kept = existsSync(file) && existsSync(stampFile);
  if (kept && (await readFile(stampFile, "utf8")) === stamp) return file;
  await mkdir(folder, { recursive: true });
  const next = join(folder, "next.db");
  for (const end of ["", "-wal", "-shm"]) await rm(`${next}${end}`, { force: true });
  await rm(stampFile, { force: true });
  const store = await connect(`sqlite:${next}`);
  try {
    await migrate(store);
    await fill(store, say);
    if (!(await store.forgetDeleted())) throw new Error("The log could not be written back.");
  } finally {
    await store.close();
  }
  await rename(next, file);
  await writeFile(stampFile, stamp);
  return file;
}

async function stampOf(): Promise<string> {
  const hash = createHash("sha256").update(String(SEED));
  const migrations = new URL("../../db/migrations/", import.meta.url);
  for (const entry of (await readdir(migrations, { recursive: true })).sort()) {
    if (entry.endsWith(".ts")) hash.update(await readFile(new URL(entry, migrations)));
  }
  return hash.digest("hex");
}

async function fill(store: Store, say: (line: string) => void): Promise<void> {
  const lot = lotFrom(SEED);
  const writer = new Writer(lot);
  const all = shapes();
  const tags = Array.from({ length: 40 }, (_, index) => ({
    slug: `tag-${index + 1}`,
    name: `Tag ${index + 1}`,
    name_key: `tag ${index + 1}`,
    essays: 0,
  }));
  await store.write((trx) => insertRows(trx, "tags", tags));
  for (let from = 0; from < all.length; from += 50) {
    const made = all.slice(from, from + 50).map((shape) => threadRows(lot, writer, shape));
    const essays = made.map(({ essay }) => essay);
    const carried = essays.map((essay) => ({ ...listing(essay), tag_slug: lot.of(tags).slug }));
    for (const { tag_slug } of carried) {
      const tag = tags.find(({ slug }) => slug === tag_slug);
      if (tag) tag.essays += 1;
    }
    const write = async (trx: Transaction) => {
      await insertRows(trx, "essays", essays);
      await insertRows(
        trx,
        "thread_names",
        made.flatMap(({ names }) => names),
      );
      for (const { comments } of made) await insertRows(trx, "comments", comments);
      await insertRows(trx, "essay_tags", carried);
    };
    await store.write(write, { deadlineMs: 120_000, alone: true });
    if (from % 500 === 0) say(`${from} of ${ESSAYS} essays`);
  }
  await store.write(async (trx) => {
    for (const { slug, essays } of tags) {
      await trx.updateTable("tags").set({ essays }).where("slug", "=", slug).execute();
    }
  });
}

function listing(essay: ReturnType<typeof threadRows>["essay"]) {
  const { ordered_at, active_at, experience, debate, standing } = essay;
  return { essay_id: essay.id, listed: 1, ordered_at, active_at, experience, debate, standing };
}

/** All rows in one statement whose text never changes: they come as one JSON value. */
async function insertRows(
  trx: Transaction,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  if (names.length === 0) return;
  const json = JSON.stringify(rows.map((row) => names.map((name) => row[name])));
  await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    select ${sql.join(names.map((_, place) => sql`value ->> ${sql.lit(place)}`))}
    from json_each(${json})`.execute(trx);
}
