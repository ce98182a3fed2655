import type { Reader } from "../connect.ts";
import type { Schema } from "../schema.ts";

/** One essay with all that its page shows. */
export function essayBySlug(db: Reader, { slug }: { slug: string }) {
  return db.selectFrom("essays").selectAll().where("slug", "=", slug);
}

/** Tags of one essay, by name. */
export function tagsOfEssay(db: Reader, { essayId }: { essayId: string }) {
  return db
    .selectFrom("essay_tags")
    .innerJoin("tags", "tags.slug", "essay_tags.tag_slug")
    .select(["tags.slug", "tags.name"])
    .where("essay_tags.essay_id", "=", essayId)
    .orderBy("tags.name_key");
}

const LINKED = [
  "essays.slug",
  "essays.title",
  "essays.lead",
  "essays.state",
  "essays.by_name",
  "essay_links.relation",
] as const;

/** Essays that answer this one, oldest first. */
export function responsesTo(db: Reader, { essayId }: { essayId: string }) {
  return db
    .selectFrom("essay_links")
    .innerJoin("essays", "essays.id", "essay_links.from_essay_id")
    .select(LINKED)
    .where("essay_links.to_essay_id", "=", essayId)
    .where("essays.state", "=", "visible")
    .orderBy("essays.ordered_at")
    .orderBy("essays.id");
}

/** Essays that this one answers. */
export function respondedBy(db: Reader, { essayId }: { essayId: string }) {
  return db
    .selectFrom("essay_links")
    .innerJoin("essays", "essays.id", "essay_links.to_essay_id")
    .select(LINKED)
    .where("essay_links.from_essay_id", "=", essayId)
    .where("essays.state", "=", "visible")
    .orderBy("essays.ordered_at")
    .orderBy("essays.id");
}

/** Where else an essay was spoken of. */
export function sourceNotes(db: Reader, { essayId }: { essayId: string }) {
  return db
    .selectFrom("source_notes")
    .select(["title", "url", "noted_on"])
    .where("essay_id", "=", essayId)
    .orderBy("noted_on")
    .orderBy("id");
}

export interface FrontQuery {
  sort: "new" | "active";
  /** Only essays that carry this perspective. */
  perspective?: "experience" | "debate";
  /** Leave out those that carry both. */
  only?: boolean;
  standing?: Schema["essays"]["standing"];
  tag?: string;
  /** The last one already shown. */
  after?: { at: number; id: string };
  limit: number;
}

/** A page of visible essays for a front, newest or most recently active first, keyset-paged. */
export function frontEssays(db: Reader, query: FrontQuery) {
  const at = query.sort === "new" ? "ordered_at" : "active_at";
  let list = db
    .selectFrom("essays")
    .select([
      "id",
      "slug",
      "title",
      "lead",
      "experience",
      "debate",
      "perspective_source",
      "standing",
      "standpoint",
      "note",
      "first_lines",
      "by_name",
      "by_kind",
      "published_on",
      "active_on",
      "ordered_at",
      "active_at",
      "words",
      "comments_visible",
    ])
    .where("state", "=", "visible");
  if (query.perspective) {
    list = list.where(query.perspective, "=", 1);
    if (query.only) {
      list = list.where(query.perspective === "experience" ? "debate" : "experience", "=", 0);
    }
  }
  if (query.standing) list = list.where("standing", "=", query.standing);
  const { tag, after } = query;
  if (tag !== undefined) {
    list = list.where("id", "in", (eb) =>
      eb.selectFrom("essay_tags").select("essay_id").where("tag_slug", "=", tag),
    );
  }
  if (after) {
    list = list.where((eb) => eb(eb.refTuple(at, "id"), "<", eb.tuple(after.at, after.id)));
  }
  return list.orderBy(at, "desc").orderBy("id", "desc").limit(query.limit);
}

/** The newest essays with their words, for feeds. */
export function feedEssays(
  db: Reader,
  { perspective, limit }: { perspective?: "experience" | "debate"; limit: number },
) {
  let list = db.selectFrom("essays").selectAll().where("state", "=", "visible");
  if (perspective) list = list.where(perspective, "=", 1);
  return list.orderBy("ordered_at", "desc").orderBy("id", "desc").limit(limit);
}
