/** Reading and writing of essays by those who write, change and take them back. */
import type { Insertable, Updateable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { EssaysTable, EssayVersionsTable } from "../schema.ts";

export function insertEssay(trx: Writer, row: Insertable<EssaysTable>) {
  return trx.insertInto("essays").values(row);
}

/** Changes one essay and counts its revision up. */
export function updateEssay(
  trx: Writer,
  { id, set }: { id: string; set: Updateable<EssaysTable> },
) {
  return trx
    .updateTable("essays")
    .set(set)
    .set((eb) => ({ revision: eb("revision", "+", 1) }))
    .where("id", "=", id);
}

/** One essay with all its columns. */
export function essayById(db: Reader, { id }: { id: string }) {
  return db.selectFrom("essays").selectAll().where("id", "=", id);
}

/** The essay that an attempt has made already. */
export function essayByAttempt(db: Reader, { attemptMark }: { attemptMark: string }) {
  return db
    .selectFrom("essays")
    .select(["id", "slug", "state", "by_name", "owner_mark"])
    .where("attempt_mark", "=", attemptMark);
}

export function essayIdBySlug(db: Reader, { slug }: { slug: string }) {
  return db.selectFrom("essays").select("id").where("slug", "=", slug);
}

/** A visible essay of an owner who has one mark in each of these threads, if there is any. */
export function anyVisibleEssayOf(
  db: Reader,
  { essayIds, marks }: { essayIds: readonly string[]; marks: readonly string[] },
) {
  return db
    .selectFrom("essays")
    .select("id")
    .where("id", "in", essayIds)
    .where("owner_mark", "in", marks)
    .where("state", "=", "visible")
    .limit(1);
}

const ANSWERED = [
  "essays.id",
  "essays.slug",
  "essays.title",
  "essays.state",
  "essays.lead",
  "essays.experience",
  "essays.debate",
  "essays.by_name",
  "essays.by_kind",
  "essays.published_on",
  "essays.ordered_at",
  "essays.demo",
] as const;

/** What a new essay may answer: an essay by its slug. */
export function essayToRespond(db: Reader, { slug }: { slug: string }) {
  return db.selectFrom("essays").select(ANSWERED).where("slug", "=", slug);
}

/** What a new essay may grow out of: a comment with its essay. */
export function commentToRespond(db: Reader, { id }: { id: string }) {
  return db
    .selectFrom("comments")
    .innerJoin("essays", "essays.id", "comments.essay_id")
    .select(ANSWERED)
    .select([
      "comments.id as comment_id",
      "comments.state as comment_state",
      "comments.by_name as comment_name",
      "comments.ordered_at as comment_ordered_at",
    ])
    .where("comments.id", "=", id);
}

/** All earlier versions of an essay, the newest first. */
export function versionsOfEssay(db: Reader, { essayId }: { essayId: string }) {
  return db
    .selectFrom("essay_versions")
    .selectAll()
    .where("essay_id", "=", essayId)
    .orderBy("version", "desc");
}

export function insertEssayVersion(trx: Writer, row: EssayVersionsTable) {
  return trx.insertInto("essay_versions").values(row);
}

export function deleteEssayVersions(trx: Writer, { essayId }: { essayId: string }) {
  return trx.deleteFrom("essay_versions").where("essay_id", "=", essayId);
}

export function setVersionsOpen(
  trx: Writer,
  { essayId, open }: { essayId: string; open: boolean },
) {
  return trx
    .updateTable("essay_versions")
    .set({ open: open ? 1 : 0 })
    .where("essay_id", "=", essayId);
}
