import type { Insertable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { ReviewsTable } from "../schema.ts";

export function insertReview(trx: Writer, row: Insertable<ReviewsTable>) {
  return trx.insertInto("reviews").values(row);
}

export function reviewById(db: Reader, { id }: { id: string }) {
  return db.selectFrom("reviews").selectAll().where("id", "=", id);
}

/** All that was ever asked about one comment. */
export function reviewsOf(db: Reader, { commentId }: { commentId: string }) {
  return db
    .selectFrom("reviews")
    .select(["id", "kind", "outcome"])
    .where("comment_id", "=", commentId);
}

/** What waits for a moderator, the oldest first, keyset-paged. */
export function openReviews(
  db: Reader,
  { after, limit }: { after: { at: number; id: string } | null; limit: number },
) {
  let list = db
    .selectFrom("reviews")
    .innerJoin("comments", "comments.id", "reviews.comment_id")
    .innerJoin("essays", "essays.id", "comments.essay_id")
    .select([
      "reviews.id",
      "reviews.kind",
      "reviews.asked_on",
      "reviews.ordered_at",
      "comments.id as comment_id",
      "comments.state",
      "comments.by_name",
      "comments.note",
      "comments.html",
      "comments.written_on",
      "comments.origin",
      "essays.slug",
      "essays.title",
    ])
    .where("reviews.outcome", "is", null)
    .where("comments.state", "in", ["visible", "waiting", "folded"]);
  if (after) {
    list = list.where((eb) =>
      eb(eb.refTuple("reviews.ordered_at", "reviews.id"), ">", eb.tuple(after.at, after.id)),
    );
  }
  return list.orderBy("reviews.ordered_at").orderBy("reviews.id").limit(limit);
}

/** Closes everything that is open about one comment. */
export function closeReviews(
  trx: Writer,
  { commentId, outcome }: { commentId: string; outcome: NonNullable<ReviewsTable["outcome"]> },
) {
  return trx
    .updateTable("reviews")
    .set({ outcome })
    .where("comment_id", "=", commentId)
    .where("outcome", "is", null);
}
