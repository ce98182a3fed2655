import type { Insertable } from "kysely";
import type { Store } from "#db/connect.ts";
import { setTags } from "#db/queries/listings.ts";
import type { CommentsTable, EssaysTable } from "#db/schema.ts";

type Essay = Insertable<EssaysTable>;
type Comment = Insertable<CommentsTable>;

const DAY = "2026-03-01";
const AT = Date.parse(`${DAY}T00:00:00Z`);

/** Puts an essay straight into the store. */
export async function seedEssay(
  store: Store,
  { id, ...given }: { id: string } & Partial<Essay>,
): Promise<Essay> {
  const lead = given.lead ?? "story";
  const essay: Essay = {
    id,
    slug: id,
    title: `Title of ${id}`,
    state: "visible",
    state_before: null,
    lead,
    experience: lead === "story" ? 1 : 0,
    debate: lead === "debate" ? 1 : 0,
    perspective_source: "writer",
    standing: null,
    markdown: `Words of ${id}`,
    html: `<p dir="auto">Words of ${id}</p>`,
    renderer_version: 1,
    first_lines: `Words of ${id}`,
    words: 3,
    note: null,
    reply_mode: "open",
    indexing: 0,
    standpoint: null,
    works_cited: "[]",
    by_name: "Marsh Lantern",
    by_kind: "thread_name",
    owner_mark: null,
    take_back_mark: null,
    secret_id: null,
    published_on: DAY,
    edited_on: null,
    ordered_at: AT,
    active_at: AT,
    active_on: DAY,
    attempt_mark: null,
    erase_at: null,
    ...given,
  };
  await store.write((trx) => trx.insertInto("essays").values(essay).execute());
  return essay;
}

/** A comment as a row; `parent` is the row it answers. */
export function commentRow(
  essayId: string,
  { id, parent, ...given }: { id: string; parent?: Comment | null } & Partial<Comment>,
): Comment {
  return {
    id,
    essay_id: essayId,
    parent_id: parent?.id ?? null,
    root_id: parent?.root_id ?? id,
    depth: (parent?.depth ?? 0) + 1,
    state: "visible",
    state_before: null,
    origin: "guest",
    experience: 0,
    debate: 0,
    perspective_source: "writer",
    standing: null,
    note: null,
    standpoint: null,
    markdown: `Words of ${id}`,
    html: `<p dir="auto">Words of ${id}</p>`,
    renderer_version: 1,
    by_name: `Name ${id}`,
    by_kind: "thread_name",
    owner_mark: null,
    take_back_mark: null,
    secret_id: null,
    written_on: DAY,
    edited_on: null,
    ordered_at: AT + 1,
    attempt_mark: null,
    erase_at: null,
    old_number: null,
    ...given,
  };
}

/** Puts comments straight into the store and counts them, as posting does. */
export async function seedComments(
  store: Store,
  essayId: string,
  comments: readonly Comment[],
): Promise<void> {
  await store.write(async (trx) => {
    for (let from = 0; from < comments.length; from += 200) {
      await trx
        .insertInto("comments")
        .values(comments.slice(from, from + 200))
        .execute();
    }
    for (const state of [
      "visible",
      "waiting",
      "folded",
      "removed",
      "taken_back",
      "missing",
    ] as const) {
      const count = comments.filter((comment) => comment.state === state).length;
      await trx
        .updateTable("essays")
        .set((eb) => ({ [`comments_${state}`]: eb(`comments_${state}`, "+", count) }))
        .where("id", "=", essayId)
        .execute();
    }
  });
}

/** Tags essays; a tag's slug is its name with hyphens. */
export async function seedTags(
  store: Store,
  tagged: readonly { essayId: string; tags: readonly string[] }[],
): Promise<void> {
  const slugOf = (name: string) => name.replaceAll(" ", "-").toLowerCase();
  const names = [...new Set(tagged.flatMap(({ tags }) => tags))];
  const rows = names.map((name) => ({ slug: slugOf(name), name, name_key: name.toLowerCase() }));
  await store.write(async (trx) => {
    await trx
      .insertInto("tags")
      .values(rows)
      .onConflict((known) => known.doNothing())
      .execute();
    for (const { essayId, tags } of tagged) {
      await setTags(trx, { essayId, slugs: tags.map(slugOf) });
    }
  });
}

/** Puts essays into a series, in the order given. */
export async function seedSeries(
  store: Store,
  { slug, essays }: { slug: string; essays: readonly string[] },
): Promise<void> {
  const marks = { owner_mark: null, take_back_mark: null, secret_id: null };
  const parts = essays.map((essay_id, index) => ({
    series_id: slug,
    essay_id,
    position: index + 1,
  }));
  await store.write(async (trx) => {
    await trx
      .insertInto("series")
      .values({ id: slug, slug, title: `Title of ${slug}`, ...marks })
      .execute();
    await trx.insertInto("series_essays").values(parts).execute();
  });
}
