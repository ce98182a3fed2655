import { sql } from "kysely";
import type { Store, Writer } from "#db/connect.ts";
import { essayRow } from "./rows.ts";

const START = Date.parse("2026-01-01T00:00:00Z");
const STANDINGS = [null, "lived", "beside"] as const;
/** One that tells only what was lived, and one that carries both. */
const RARE = [1, 4];
const FIRST = 100;

/** How `manyEssays` fills a list of every kind. */
export const MANY = {
  tag: "tea",
  /** One in fifty has it, so that no other index will do. */
  standing: "worked",
  /** Wrote every fifth. */
  penName: "Ada Fenwick",
} as const;

/**
 * A hundred essays of every kind there is (lead, both perspectives, standing, tagged, answered, of a
 * pen name, listed by search engines), all in one series.
 */
export async function aHundredEssays(store: Store): Promise<void> {
  const rows = Array.from({ length: FIRST }, (_, index) => {
    const lead = index % 3 === 0 ? "debate" : "story";
    const both = index % 4 === 0 ? 1 : 0;
    const experience = lead === "story" ? 1 : both;
    const day = {
      ordered_at: START + index * 1_000,
      active_at: START + ((index * 37) % 100) * 1_000,
    };
    return {
      ...essayRow(`e${index}`, { lead, ...day }),
      experience: experience as 0 | 1,
      debate: (lead === "debate" ? 1 : both) as 0 | 1,
      standing: RARE.includes(index)
        ? ("worked" as const)
        : experience === 1
          ? (STANDINGS[index % 3] ?? null)
          : null,
      comments_visible: index % 2,
      indexing: (index % 2) as 0 | 1,
      by_kind: index % 5 === 0 ? ("pen_name" as const) : ("thread_name" as const),
      by_name: index % 5 === 0 ? MANY.penName : "Quiet Heron",
    };
  });
  const tag = { slug: MANY.tag, name: "Tea", name_key: MANY.tag };
  const tags = rows.map(({ id }) => ({ essay_id: id, tag_slug: MANY.tag }));
  const unused = Array.from({ length: 500 }, (_, index) => {
    const name = `unused ${index}`;
    return { slug: `unused-${index}`, name, name_key: name };
  });
  const marks = { owner_mark: null, take_back_mark: null, secret_id: null };
  const parts = rows.map(({ id }, index) => ({
    series_id: "series",
    essay_id: id,
    position: index + 1,
  }));
  await store.write(async (trx) => {
    await trx.insertInto("essays").values(rows).execute();
    await trx
      .insertInto("tags")
      .values([tag, ...unused])
      .execute();
    await trx.insertInto("essay_tags").values(tags).execute();
    await trx
      .insertInto("series")
      .values({ id: "series", slug: "series", title: "A series", ...marks })
      .execute();
    await trx.insertInto("series_essays").values(parts).execute();
    await keepTags(trx);
  });
}

/** Doubles the essays so many times; what is like them in lists grows with them. */
export async function doubleEssays(store: Store, times: number): Promise<void> {
  for (let round = 0; round < times; round += 1) {
    const size = FIRST * 2 ** round;
    await store.write(
      async (trx) => {
        const copied = await trx
          .selectFrom("essays")
          .selectAll()
          .where("id", "=", "e0")
          .executeTakeFirstOrThrow();
        const columns = Object.keys(copied);
        const shift: Record<string, ReturnType<typeof sql>> = {
          id: sql`id || ${`.${round}`}`,
          slug: sql`slug || ${`.${round}`}`,
          ordered_at: sql`ordered_at + ${size * 1_000}`,
          active_at: sql`active_at + ${size * 1_000}`,
        };
        const list = (of: (column: string) => ReturnType<typeof sql>) =>
          sql.join(columns.map(of), sql`, `);
        await sql`insert into essays (${list((column) => sql.ref(column))})
          select ${list((column) => shift[column] ?? sql.ref(column))} from essays`.execute(trx);
        await sql`insert into series_essays (series_id, essay_id, position)
          select series_id, essay_id || ${`.${round}`}, position + ${size} from series_essays`.execute(
          trx,
        );
        await sql`insert into essay_tags (essay_id, tag_slug, listed, ordered_at, active_at,
            experience, debate, standing)
          select essay_id || ${`.${round}`}, tag_slug, listed, ordered_at + ${size * 1_000},
            active_at + ${size * 1_000}, experience, debate, standing from essay_tags`.execute(trx);
      },
      { deadlineMs: 120_000 },
    );
  }
  await store.write((trx) => countTags(trx), { deadlineMs: 120_000 });
  // SQLite plans without statistics, as in the house; PostgreSQL gathers them by itself, but later.
  if (store.dialect === "postgres") {
    await store.write((trx) => sql`analyze`.execute(trx), { deadlineMs: 120_000 });
  }
}

/** As db/queries/listings.ts does, for all at once. */
async function keepTags(trx: Writer): Promise<void> {
  await sql`update essay_tags
    set (listed, ordered_at, active_at, experience, debate, standing) = (
      select 1, ordered_at, active_at, experience, debate, standing
      from essays where essays.id = essay_tags.essay_id)`.execute(trx);
  await countTags(trx);
}

async function countTags(trx: Writer): Promise<void> {
  await sql`update tags set essays = (
    select count(*) from essay_tags where tag_slug = tags.slug)`.execute(trx);
}
