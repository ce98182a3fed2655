/** What leaves the store for good. */
import type { Reader, Writer } from "../connect.ts";

/** Taken-back comments whose day is over, the oldest first. */
export function commentsToErase(db: Reader, { now, limit }: { now: number; limit: number }) {
  return db
    .selectFrom("comments")
    .select(["id", "essay_id", "origin", "owner_mark", "by_name"])
    .where("erase_at", "is not", null)
    .where("erase_at", "<=", now)
    .where("state", "=", "taken_back")
    .orderBy("erase_at")
    .limit(limit);
}

/** Empties a comment: what is left is its empty place. */
export function emptyComment(trx: Writer, { id }: { id: string }) {
  return trx
    .updateTable("comments")
    .set({
      markdown: "",
      html: "",
      note: null,
      standpoint: null,
      by_name: null,
      by_kind: null,
      owner_mark: null,
      take_back_mark: null,
      secret_id: null,
      attempt_mark: null,
      experience: 0,
      debate: 0,
      standing: null,
      edited_on: null,
      state_before: null,
      erase_at: null,
    })
    .set((eb) => ({ revision: eb("revision", "+", 1) }))
    .where("id", "=", id);
}

export function deleteVersions(trx: Writer, { commentId }: { commentId: string }) {
  return trx.deleteFrom("comment_versions").where("comment_id", "=", commentId);
}

/** Whom an erased comment addressed beside its parent. */
export function deleteAddresses(trx: Writer, { commentId }: { commentId: string }) {
  return trx.deleteFrom("comment_addresses").where("comment_id", "=", commentId);
}

/** Has this owner anything left in the thread, the essay itself among it? */
export function anythingOfOwner(
  db: Reader,
  { essayId, ownerMark }: { essayId: string; ownerMark: string },
) {
  return db
    .selectFrom("comments")
    .select("id")
    .where("essay_id", "=", essayId)
    .where("owner_mark", "=", ownerMark)
    .unionAll(
      db
        .selectFrom("essays")
        .select("id")
        .where("id", "=", essayId)
        .where("owner_mark", "=", ownerMark),
    )
    .limit(1);
}

/** Is anything left in the thread under a name of the old blog, the essay itself among it? */
export function anythingImportedUnder(
  db: Reader,
  { essayId, name }: { essayId: string; name: string },
) {
  return db
    .selectFrom("comments")
    .select("id")
    .where("essay_id", "=", essayId)
    .where("by_name", "=", name)
    .where("by_kind", "=", "imported")
    .unionAll(
      db
        .selectFrom("essays")
        .select("id")
        .where("id", "=", essayId)
        .where("by_name", "=", name)
        .where("by_kind", "=", "imported"),
    )
    .limit(1);
}
