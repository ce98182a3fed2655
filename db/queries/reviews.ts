import type { Insertable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { ReviewsTable } from "../schema-house.ts";

export function insertReview(trx: Writer, row: Insertable<ReviewsTable>) {
  return trx.insertInto("reviews").values(row);
}

export function reviewById(db: Reader, { id }: { id: string }) {
  return db.selectFrom("reviews").selectAll().where("id", "=", id);
}

/** What a question is about. */
export type AboutPiece = { commentId: string } | { essayId: string };

/** All that was ever asked about one piece. */
export function reviewsOf(db: Reader, about: AboutPiece) {
  const all = db.selectFrom("reviews").select(["id", "kind", "outcome"]);
  return "commentId" in about
    ? all.where("comment_id", "=", about.commentId)
    : all.where("essay_id", "=", about.essayId);
}

/** What waits for a moderator, comments and essays, the oldest first, keyset-paged. */
export function openReviews(
  db: Reader,
  { after, limit }: { after: { at: number; id: string } | null; limit: number },
) {
  let list = db
    .selectFrom("reviews")
    .leftJoin("comments", "comments.id", "reviews.comment_id")
    .innerJoin("essays", (join) =>
      join.on("essays.id", "=", (eb) => eb.fn.coalesce("reviews.essay_id", "comments.essay_id")),
    )
    .select([
      "reviews.id",
      "reviews.kind",
      "reviews.asked_on",
      "reviews.ordered_at",
      "reviews.comment_id",
      "comments.state as comment_state",
      "comments.by_name as comment_name",
      "comments.note as comment_note",
      "comments.html as comment_html",
      "comments.written_on",
      "comments.origin",
      "essays.id as essay_id",
      "essays.slug",
      "essays.title",
      "essays.state as essay_state",
    ])
    .where("reviews.outcome", "is", null)
    .where((eb) =>
      eb(eb.fn.coalesce("comments.state", "essays.state"), "in", ["visible", "waiting", "folded"]),
    );
  if (after) {
    list = list.where((eb) =>
      eb(eb.refTuple("reviews.ordered_at", "reviews.id"), ">", eb.tuple(after.at, after.id)),
    );
  }
  return list.orderBy("reviews.ordered_at").orderBy("reviews.id").limit(limit);
}

/** What a moderator reads of essays that wait, for one page of the list. */
export function essaysToLookAt(db: Reader, { ids }: { ids: readonly string[] }) {
  return db
    .selectFrom("essays")
    .select([
      "id",
      "by_name",
      "standpoint",
      "note",
      "html",
      "words",
      "works_cited",
      "published_on",
      "owner_mark",
    ])
    .where("id", "in", ids);
}

/** The tags of essays that wait. */
export function tagsToLookAt(db: Reader, { ids }: { ids: readonly string[] }) {
  return db
    .selectFrom("essay_tags")
    .innerJoin("tags", "tags.slug", "essay_tags.tag_slug")
    .select(["essay_tags.essay_id", "tags.name"])
    .where("essay_tags.essay_id", "in", ids)
    .orderBy("tags.name_key");
}

/** Closes everything that is open about one piece. */
export function closeReviews(
  trx: Writer,
  { outcome, ...about }: AboutPiece & { outcome: NonNullable<ReviewsTable["outcome"]> },
) {
  const open = trx.updateTable("reviews").set({ outcome }).where("outcome", "is", null);
  return "commentId" in about
    ? open.where("comment_id", "=", about.commentId)
    : open.where("essay_id", "=", about.essayId);
}
