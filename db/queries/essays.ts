import type { Reader } from "../connect.ts";

/** One essay with all that its page shows. */
export function essayBySlug(db: Reader, { slug }: { slug: string }) {
  return db.selectFrom("essays").selectAll().where("slug", "=", slug);
}

/** The same without its words: what a form for an answer needs to know. */
export function essayAnswered(db: Reader, { slug }: { slug: string }) {
  return db
    .selectFrom("essays")
    .select(["id", "slug", "state", "title", "note", "by_name", "by_kind", "demo", "reply_mode"])
    .where("slug", "=", slug);
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
  "essays.experience",
  "essays.debate",
  "essays.by_name",
  "essays.by_kind",
  "essays.published_on",
  "essay_links.relation",
  "comments.id as comment_id",
  "comments.essay_id as comment_essay_id",
  "comments.by_name as comment_name",
  "comments.state as comment_state",
] as const;

/** Essays that answer this one, oldest first, and the comments of it that they grew out of. */
export function responsesTo(db: Reader, { essayId }: { essayId: string }) {
  return db
    .selectFrom("essay_links")
    .innerJoin("essays", "essays.id", "essay_links.from_essay_id")
    .leftJoin("comments", "comments.id", "essay_links.to_comment_id")
    .select(LINKED)
    .where("essay_links.to_essay_id", "=", essayId)
    .where("essays.state", "=", "visible")
    .orderBy("essays.ordered_at")
    .orderBy("essays.id")
    .orderBy("essay_links.to_comment_id");
}

/** Essays that this one answers. */
export function respondedBy(db: Reader, { essayId }: { essayId: string }) {
  return db
    .selectFrom("essay_links")
    .innerJoin("essays", "essays.id", "essay_links.to_essay_id")
    .leftJoin("comments", "comments.id", "essay_links.to_comment_id")
    .select(LINKED)
    .where("essay_links.from_essay_id", "=", essayId)
    .where("essays.state", "=", "visible")
    .orderBy("essays.ordered_at")
    .orderBy("essays.id")
    .orderBy("essay_links.to_comment_id");
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
