/** Reading and writing of comments by those who write, change and take them back. */
import type { Insertable, Updateable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { CommentsTable, PieceState } from "../schema.ts";

/** The essay that is answered: what decides whether and how it may be. */
export function essayToAnswer(db: Reader, { essayId }: { essayId: string }) {
  return db
    .selectFrom("essays")
    .select([
      "id",
      "slug",
      "title",
      "state",
      "reply_mode",
      "by_name",
      "owner_mark",
      "ordered_at",
      "published_on",
    ])
    .where("id", "=", essayId);
}

/** The same with the newest place in the order of its thread; null: nobody has answered yet. */
export function threadToAnswer(db: Reader, { essayId }: { essayId: string }) {
  return essayToAnswer(db, { essayId }).select((eb) =>
    eb
      .selectFrom("comments")
      .select("comments.ordered_at")
      .whereRef("comments.essay_id", "=", "essays.id")
      .orderBy("comments.ordered_at", "desc")
      .limit(1)
      .as("last_order"),
  );
}

/** Some comments of one thread, as far as answering them goes. */
export function commentsToAnswer(
  db: Reader,
  { essayId, ids }: { essayId: string; ids: readonly string[] },
) {
  return db
    .selectFrom("comments")
    .select(["id", "state", "depth", "root_id"])
    .where("essay_id", "=", essayId)
    .where("id", "in", ids.length > 0 ? ids : [""]); // PostgreSQL has no empty list
}

/** The comment that an attempt has made already. */
export function commentByAttempt(db: Reader, { attemptMark }: { attemptMark: string }) {
  return db
    .selectFrom("comments")
    .select(["id", "essay_id", "state", "by_name", "owner_mark", "secret_id", "ordered_at"])
    .where("attempt_mark", "=", attemptMark);
}

/** One comment with all its columns, and its essay's slug and title. */
export function commentWithEssay(db: Reader, { id }: { id: string }) {
  return db
    .selectFrom("comments")
    .innerJoin("essays", "essays.id", "comments.essay_id")
    .selectAll("comments")
    .select(["essays.slug", "essays.title", "essays.state as essay_state", "essays.demo"])
    .where("comments.id", "=", id);
}

/** All comments of one owner in one thread, oldest first. */
export function commentsOfOwner(
  db: Reader,
  { essayId, marks }: { essayId: string; marks: readonly string[] },
) {
  return db
    .selectFrom("comments")
    .innerJoin("essays", "essays.id", "comments.essay_id")
    .selectAll("comments")
    .select(["essays.slug", "essays.title", "essays.state as essay_state", "essays.demo"])
    .where("comments.essay_id", "=", essayId)
    .where("comments.owner_mark", "in", marks)
    .orderBy("comments.ordered_at")
    .orderBy("comments.id");
}

/** The newest comment of any of these owners in one thread, whatever its state. */
export function newestOfOwner(
  db: Reader,
  { essayId, marks }: { essayId: string; marks: readonly string[] },
) {
  return db
    .selectFrom("comments")
    .select("owner_mark")
    .where("essay_id", "=", essayId)
    .where("owner_mark", "in", marks)
    .orderBy("ordered_at", "desc")
    .limit(1);
}

/** A visible comment of an owner who has one mark in each of these threads, if there is any. */
export function anyVisibleOfOwner(
  db: Reader,
  { essayIds, marks }: { essayIds: readonly string[]; marks: readonly string[] },
) {
  return db
    .selectFrom("comments")
    .select("id")
    .where("essay_id", "in", essayIds)
    .where("owner_mark", "in", marks)
    .where("state", "=", "visible")
    .limit(1);
}

/** An answer to a comment, whatever its state, if there is any. */
export function anyAnswer(db: Reader, { essayId, id }: { essayId: string; id: string }) {
  return db
    .selectFrom("comments")
    .select("id")
    .where("essay_id", "=", essayId)
    .where("parent_id", "=", id)
    .limit(1);
}

/** The newest place in the order of a thread. */
export function lastOrder(db: Reader, { essayId }: { essayId: string }) {
  return db
    .selectFrom("comments")
    .select("ordered_at")
    .where("essay_id", "=", essayId)
    .orderBy("ordered_at", "desc")
    .limit(1);
}

/** The newest visible comment of a thread. */
export function newestVisible(db: Reader, { essayId }: { essayId: string }) {
  return db
    .selectFrom("comments")
    .select(["ordered_at", "written_on"])
    .where("essay_id", "=", essayId)
    .where("state", "=", "visible")
    .orderBy("ordered_at", "desc")
    .limit(1);
}

function insertComment(trx: Writer, row: Insertable<CommentsTable>) {
  return trx.insertInto("comments").values(row);
}

/** Inserts a comment that somebody has written; gives no row where its attempt has been made already. */
export function insertNewComment(trx: Writer, row: Insertable<CommentsTable>) {
  return insertComment(trx, row)
    .onConflict((conflict) => conflict.doNothing())
    .returning("id");
}

export function insertAddresses(
  trx: Writer,
  { commentId, ids }: { commentId: string; ids: readonly string[] },
) {
  return trx
    .insertInto("comment_addresses")
    .values(ids.map((id) => ({ comment_id: commentId, addressed_id: id })));
}

/** Changes one comment and counts its revision up. */
export function updateComment(
  trx: Writer,
  { id, set }: { id: string; set: Updateable<CommentsTable> },
) {
  return trx
    .updateTable("comments")
    .set(set)
    .set((eb) => ({ revision: eb("revision", "+", 1) }))
    .where("id", "=", id);
}

/** Moves comments from one kept count of their thread to another; null: they are new. */
export function countMove(
  trx: Writer,
  {
    essayId,
    from,
    to,
    by = 1,
  }: { essayId: string; from: PieceState | null; to: PieceState; by?: number },
) {
  let move = trx
    .updateTable("essays")
    .set((eb) => ({ revision: eb("revision", "+", 1) }))
    .where("id", "=", essayId);
  if (from !== to) {
    move = move.set((eb) => ({ [`comments_${to}`]: eb(`comments_${to}`, "+", by) }));
    if (from !== null) {
      move = move.set((eb) => ({ [`comments_${from}`]: eb(`comments_${from}`, "-", by) }));
    }
  }
  return move;
}

/** Counts a comment that is new, and sets when its thread was last active where that has changed. */
export function countArrival(
  trx: Writer,
  {
    essayId,
    state,
    activity,
  }: { essayId: string; state: PieceState; activity: { at: number; on: string } | null },
) {
  const arrival = countMove(trx, { essayId, from: null, to: state });
  return activity ? arrival.set({ active_at: activity.at, active_on: activity.on }) : arrival;
}

/** Sets when a thread was last active. */
export function setActivity(
  trx: Writer,
  { essayId, at, on }: { essayId: string; at: number; on: string },
) {
  return trx.updateTable("essays").set({ active_at: at, active_on: on }).where("id", "=", essayId);
}

/** The number of the newest kept version. */
export function lastVersion(db: Reader, { commentId }: { commentId: string }) {
  return db
    .selectFrom("comment_versions")
    .select("version")
    .where("comment_id", "=", commentId)
    .orderBy("version", "desc")
    .limit(1);
}

export function insertVersion(
  trx: Writer,
  row: { comment_id: string; version: number; markdown: string; replaced_on: string },
) {
  return trx.insertInto("comment_versions").values(row);
}
