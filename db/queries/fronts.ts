/** Lists of visible essays, each along an index in its own order (db/migrations/0002_essays/listings.ts). */
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Reader } from "../connect.ts";
import type { Lead, Standing } from "../schema.ts";

export interface FrontQuery {
  sort: "new" | "active";
  /** Only essays that carry this perspective. */
  perspective?: "experience" | "debate";
  /** Leave out those that carry both. Nothing carries debate alone and a standing. */
  only?: boolean;
  standing?: Standing;
  /** Slug of a tag. */
  tag?: string;
  /** The last one already shown. */
  after?: { at: number; id: string };
  limit: number;
}

/** What a list shows of an essay, and is ordered by. */
export const ESSAY_LINE = [
  "essays.id",
  "essays.slug",
  "essays.title",
  "essays.lead",
  "essays.experience",
  "essays.debate",
  "essays.perspective_source",
  "essays.standing",
  "essays.standpoint",
  "essays.note",
  "essays.first_lines",
  "essays.by_name",
  "essays.by_kind",
  "essays.indexing",
  "essays.demo",
  "essays.published_on",
  "essays.active_on",
  "essays.ordered_at",
  "essays.active_at",
  "essays.words",
  "essays.comments_visible",
] as const;

/** A page of essays for a front, newest or most recently active first, keyset-paged. */
export function frontEssays(db: Reader, query: FrontQuery) {
  const at = query.sort === "new" ? "ordered_at" : "active_at";
  const { tag, after } = query;
  if (tag === undefined) {
    const filters = filtersOf(query, "essays");
    if (after) filters.push(sql`(${sql.ref(`essays.${at}`)}, essays.id) < ${pair(after)}`);
    return db
      .selectFrom("essays")
      .select(ESSAY_LINE)
      .where(sql<SqlBool>`essays.state = 'visible'`)
      .where((eb) => eb.and(filters))
      .orderBy(`essays.${at}`, "desc")
      .orderBy("essays.id", "desc")
      .limit(query.limit);
  }
  const filters = filtersOf(query, "essay_tags");
  if (after)
    filters.push(sql`(${sql.ref(`essay_tags.${at}`)}, essay_tags.essay_id) < ${pair(after)}`);
  // On SQLite, a cross join is read in the order in which it is written: tags first.
  return db
    .selectFrom("essay_tags")
    .crossJoin("essays")
    .select(ESSAY_LINE)
    .whereRef("essays.id", "=", "essay_tags.essay_id")
    .where("essay_tags.tag_slug", "=", tag)
    .where(sql<SqlBool>`essay_tags.listed = 1`)
    .where((eb) => eb.and(filters))
    .orderBy(`essay_tags.${at}`, "desc")
    .orderBy("essay_tags.essay_id", "desc")
    .limit(query.limit);
}

/** Written out and not bound, so that the database sees which partial index holds. */
function filtersOf(query: FrontQuery, table: "essays" | "essay_tags"): RawBuilder<SqlBool>[] {
  const { perspective, only, standing } = query;
  const is = (column: "experience" | "debate", value: "0" | "1") =>
    sql<SqlBool>`${sql.ref(`${table}.${column}`)} = ${sql.raw(value)}`;
  const filters: RawBuilder<SqlBool>[] = [];
  // A standing goes with experience always (a check of the table), so it needn't be asked for.
  if (standing !== undefined) filters.push(sql`${sql.ref(`${table}.standing`)} = ${standing}`);
  else if (perspective === "experience" || (perspective === "debate" && only)) {
    filters.push(is("experience", perspective === "experience" ? "1" : "0"));
  }
  if (perspective === "debate") filters.push(is("debate", "1"));
  else if (perspective === "experience" && only) filters.push(is("debate", "0"));
  return filters;
}

function pair({ at, id }: { at: number; id: string }): RawBuilder<unknown> {
  return sql`(${at}, ${id})`;
}

/** The newest essays of one lead. */
export function newOfLead(db: Reader, { lead, limit }: { lead: Lead; limit: number }) {
  return db
    .selectFrom("essays")
    .select(ESSAY_LINE)
    .where(sql<SqlBool>`state = 'visible'`)
    .where("lead", "=", lead)
    .orderBy("ordered_at", "desc")
    .orderBy("id", "desc")
    .limit(limit);
}

/** Essays with answers, the one answered last first. */
export function answeredEssays(db: Reader, { limit }: { limit: number }) {
  return db
    .selectFrom("essays")
    .select(ESSAY_LINE)
    .where(sql<SqlBool>`state = 'visible' and comments_visible > 0`)
    .orderBy("active_at", "desc")
    .orderBy("id", "desc")
    .limit(limit);
}

/** What a pen name has published, newest first. Exactly that name; other kinds of names have no list. */
export function essaysOfPenName(
  db: Reader,
  { name, after, limit }: { name: string; after?: { at: number; id: string }; limit: number },
) {
  let list = db
    .selectFrom("essays")
    .select(ESSAY_LINE)
    .where(sql<SqlBool>`state = 'visible' and by_kind = 'pen_name'`)
    .where("by_name", "=", name);
  if (after) list = list.where(sql<SqlBool>`(ordered_at, id) < ${pair(after)}`);
  return list.orderBy("ordered_at", "desc").orderBy("id", "desc").limit(limit);
}

/** The newest essays with their words, for feeds; without invented ones. */
export function feedEssays(
  db: Reader,
  { perspective, limit }: { perspective?: "experience" | "debate"; limit: number },
) {
  const filters: RawBuilder<SqlBool>[] = [sql`state = 'visible'`, sql`demo = 0`];
  if (perspective) filters.push(sql`${sql.ref(perspective)} = 1`);
  return db
    .selectFrom("essays")
    .selectAll()
    .where((eb) => eb.and(filters))
    .orderBy("ordered_at", "desc")
    .orderBy("id", "desc")
    .limit(limit);
}
