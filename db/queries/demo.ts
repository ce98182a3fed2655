/** The invented examples: which they are, and how they go. */
import { type Insertable, sql } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { CommentsTable, EssaysTable } from "../schema.ts";

/** Under this source imported_items knows every invented piece, so that none is taken for a visitor's. */
export const DEMO_SOURCE = "demo";
/** Set with the first loading and never again unset: see CountersTable. */
const LOADED = "demo_loaded";

/** How many rows one statement names. */
const AT_ONCE = 500;
/** How many rows one statement inserts. */
const ROWS = 50;

/** The essays that are invented examples. */
export function demoEssays(db: Reader | Writer) {
  return db.selectFrom("essays").select(["id", "slug"]).where("demo", "=", 1);
}

/** An essay that is none of the examples, whatever its state, if there is any. */
export function anyRealEssay(db: Reader | Writer) {
  return db.selectFrom("essays").select("id").where("demo", "=", 0).limit(1);
}

/** Has anything ever been brought in from elsewhere? */
export function anythingImported(db: Reader | Writer) {
  return db.selectFrom("imported_items").select("local_id").limit(1);
}

/** Were the examples ever loaded? They don't come by themselves a second time. */
export function everLoaded(db: Reader | Writer) {
  return db.selectFrom("counters").select("value").where("name", "=", LOADED);
}

export async function noteLoaded(trx: Writer): Promise<void> {
  await trx
    .insertInto("counters")
    .values({ name: LOADED, value: 1 })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
}

/** An essay, or a comment, ready to be inserted. */
export type NewEssay = Insertable<EssaysTable>;
export type NewComment = Insertable<CommentsTable>;

export function insertDemoEssay(trx: Writer, row: NewEssay) {
  return trx.insertInto("essays").values(row);
}

/** Inserts the comments of one thread, parents first, and notes that they are invented. */
export async function insertDemoComments(
  trx: Writer,
  {
    comments,
    addresses,
  }: {
    comments: readonly NewComment[];
    addresses: readonly { comment_id: string; addressed_id: string }[];
  },
): Promise<void> {
  for (let from = 0; from < comments.length; from += ROWS) {
    const rows = comments.slice(from, from + ROWS);
    await trx.insertInto("comments").values(rows).execute();
    await trx
      .insertInto("imported_items")
      .values(
        rows.map(({ id }) => ({
          source: DEMO_SOURCE,
          kind: "comment" as const,
          foreign_id: id,
          local_id: id,
        })),
      )
      .execute();
  }
  if (addresses.length > 0) {
    await trx.insertInto("comment_addresses").values(addresses).execute();
  }
}

/** Every comment below these essays: where it hangs, whether it is invented, whether it has words. */
export function commentsBelow(db: Reader | Writer, { essayIds }: { essayIds: readonly string[] }) {
  return db
    .selectFrom("comments")
    .leftJoin("imported_items", (join) =>
      join
        .onRef("imported_items.local_id", "=", "comments.id")
        .on("imported_items.source", "=", DEMO_SOURCE)
        .on("imported_items.kind", "=", "comment"),
    )
    .select([
      "comments.id",
      "comments.essay_id",
      "comments.parent_id",
      "comments.depth",
      (eb) => eb("imported_items.local_id", "is not", null).as("invented"),
      (eb) => eb("comments.markdown", "<>", "").as("worded"),
    ])
    .where("comments.essay_id", "in", essayIds);
}

/** How many comments have words: after the examples have gone, those of visitors. */
export async function wordedComments(trx: Writer): Promise<number> {
  const { pieces } = await trx
    .selectFrom("comments")
    .select((eb) => eb.fn.countAll<number>().as("pieces"))
    .where("markdown", "<>", "")
    .executeTakeFirstOrThrow();
  return Number(pieces);
}

/** Deletes comments. `ids` come with the deepest first, and with everything below them. */
export async function deleteComments(trx: Writer, ids: readonly string[]): Promise<void> {
  for (const part of inParts(ids)) {
    await trx.deleteFrom("comments").where("id", "in", part).execute();
  }
}

/** Makes empty places of invented comments that visitors have answered. */
export async function emptyInvented(trx: Writer, ids: readonly string[]): Promise<void> {
  for (const part of inParts(ids)) {
    await trx.deleteFrom("comment_versions").where("comment_id", "in", part).execute();
    await trx.deleteFrom("comment_addresses").where("comment_id", "in", part).execute();
    await trx.deleteFrom("reviews").where("comment_id", "in", part).execute();
    await trx
      .updateTable("comments")
      .set({ ...NO_WORDS, state: "missing", experience: 0, debate: 0, old_number: null })
      .set((eb) => ({ revision: eb("revision", "+", 1) }))
      .where("id", "in", part)
      .execute();
  }
}

const NO_WORDS = {
  state_before: null,
  markdown: "",
  html: "",
  note: null,
  standpoint: null,
  standing: null,
  by_name: null,
  by_kind: null,
  edited_on: null,
  erase_at: null,
} as const;

/** Makes an empty place of an invented essay below which visitors have written; it is an example no more. */
export async function emptyDemoEssay(trx: Writer, { essayId }: { essayId: string }): Promise<void> {
  for (const table of ["essay_versions", "reviews", "source_notes", "redirects"] as const) {
    await trx.deleteFrom(table).where("essay_id", "=", essayId).execute();
  }
  await trx
    .deleteFrom("thread_names")
    .where("essay_id", "=", essayId)
    .where("owner_mark", "is", null)
    .execute();
  await trx
    .updateTable("essays")
    .set({
      ...NO_WORDS,
      state: "missing",
      title: "",
      first_lines: "",
      words: 0,
      works_cited: "[]",
      original_author: null,
      source: null,
      licence: null,
      demo: 0,
    })
    .set((eb) => ({ revision: eb("revision", "+", 1) }))
    .where("id", "=", essayId)
    .execute();
  await countAnew(trx, essayId);
}

/** Sets the kept counts and the activity of one thread by what is there. */
async function countAnew(trx: Writer, essayId: string): Promise<void> {
  const counted = (state: string) => sql`(select count(*) from comments
    where comments.essay_id = essays.id and comments.state = ${state})`;
  const newest = (column: string) => sql`coalesce((select ${sql.ref(column)} from comments
    where comments.essay_id = essays.id and comments.state = 'visible'
      and comments.ordered_at > essays.ordered_at
    order by comments.ordered_at desc limit 1), ${sql.ref(
      column === "ordered_at" ? "essays.ordered_at" : "essays.published_on",
    )})`;
  await sql`update essays set
    comments_visible = ${counted("visible")}, comments_waiting = ${counted("waiting")},
    comments_folded = ${counted("folded")}, comments_removed = ${counted("removed")},
    comments_taken_back = ${counted("taken_back")}, comments_missing = ${counted("missing")},
    active_at = ${newest("ordered_at")}, active_on = ${newest("written_on")}
    where id = ${essayId}`.execute(trx);
}

/** Links, conversations and series of the examples. */
export async function deleteDemoLinks(
  trx: Writer,
  { essayIds }: { essayIds: readonly string[] },
): Promise<void> {
  for (const table of ["essay_links", "proposed_links"] as const) {
    await trx
      .deleteFrom(table)
      .where((eb) =>
        eb.or([eb("from_essay_id", "in", essayIds), eb("to_essay_id", "in", essayIds)]),
      )
      .execute();
  }
  await trx
    .updateTable("essays")
    .set({ conversation_id: null })
    .where("id", "in", essayIds)
    .execute();
  await trx
    .deleteFrom("series")
    .where("id", "in", (eb) =>
      eb.selectFrom("series_essays").select("series_id").where("essay_id", "in", essayIds),
    )
    .execute();
}

/** Tags that stood at these essays. */
export function tagsOf(trx: Writer, { essayIds }: { essayIds: readonly string[] }) {
  return trx
    .selectFrom("essay_tags")
    .select("tag_slug")
    .distinct()
    .where("essay_id", "in", essayIds);
}

/** Those of these tags that no essay carries any more. */
export function deleteUnusedTags(trx: Writer, { slugs }: { slugs: readonly string[] }) {
  return trx
    .deleteFrom("tags")
    .where("slug", "in", slugs)
    .where("slug", "not in", (eb) => eb.selectFrom("essay_tags").select("tag_slug"));
}

export function deleteEssays(trx: Writer, { ids }: { ids: readonly string[] }) {
  return trx.deleteFrom("essays").where("id", "in", ids);
}

/** Forgets which pieces were invented. */
export function forgetInvented(trx: Writer) {
  return trx.deleteFrom("imported_items").where("source", "=", DEMO_SOURCE);
}

function* inParts<T>(list: readonly T[]): Generator<T[]> {
  for (let from = 0; from < list.length; from += AT_ONCE) yield list.slice(from, from + AT_ONCE);
}
