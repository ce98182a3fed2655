import type { Reader } from "../connect.ts";

const STUB_COLUMNS = [
  "id",
  "parent_id",
  "root_id",
  "depth",
  "state",
  "ordered_at",
  "revision",
  "by_name",
  "by_kind",
  "experience",
  "debate",
  "standing",
] as const;

/** All comments of one thread without their words, oldest first: one query, read along an index. */
export function threadStubs(db: Reader, { essayId }: { essayId: string }) {
  return db
    .selectFrom("comments")
    .select(STUB_COLUMNS)
    .where("essay_id", "=", essayId)
    .orderBy("ordered_at")
    .orderBy("id");
}

const TEXT_COLUMNS = [
  "id",
  "perspective_source",
  "standpoint",
  "note",
  "written_on",
  "edited_on",
  "origin",
  "old_number",
  "html",
  "markdown",
] as const;

/** The words of the comments named, in no order: one query by primary key. */
export function commentTexts(db: Reader, { ids }: { ids: readonly string[] }) {
  return db.selectFrom("comments").select(TEXT_COLUMNS).where("id", "in", ids);
}

/** The words of all comments of a thread, for a thread shown whole. */
export function threadTexts(db: Reader, { essayId }: { essayId: string }) {
  return db.selectFrom("comments").select(TEXT_COLUMNS).where("essay_id", "=", essayId);
}

/** Whom comments of one thread address beside their parents. */
export function threadAddresses(db: Reader, { essayId }: { essayId: string }) {
  return db
    .selectFrom("comment_addresses")
    .innerJoin("comments", "comments.id", "comment_addresses.comment_id")
    .select(["comment_addresses.comment_id", "comment_addresses.addressed_id"])
    .where("comments.essay_id", "=", essayId)
    .orderBy("comment_addresses.comment_id")
    .orderBy("comment_addresses.addressed_id");
}

/** The same for the comments named, by primary key. */
export function commentAddresses(db: Reader, { ids }: { ids: readonly string[] }) {
  return db
    .selectFrom("comment_addresses")
    .select(["comment_id", "addressed_id"])
    .where("comment_id", "in", ids)
    .orderBy("comment_id")
    .orderBy("addressed_id");
}

/** Which thread a comment stands in, or undefined. */
export function threadOfComment(db: Reader, { id }: { id: string }) {
  return db
    .selectFrom("comments")
    .innerJoin("essays", "essays.id", "comments.essay_id")
    .select([
      "comments.id",
      "comments.root_id",
      "comments.state",
      "comments.origin",
      "essays.id as essay_id",
      "essays.slug",
      "essays.state as essay_state",
    ])
    .where("comments.id", "=", id);
}

/** The comment that had this number on the old blog, in this thread. */
export function commentByOldNumber(db: Reader, { slug, number }: { slug: string; number: number }) {
  return db
    .selectFrom("comments")
    .innerJoin("essays", "essays.id", "comments.essay_id")
    .select("comments.id")
    .where("essays.slug", "=", slug)
    .where("comments.old_number", "=", number);
}
