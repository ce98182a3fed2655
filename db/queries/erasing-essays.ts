/** What of an essay leaves the store for good. */
import type { Reader, Writer } from "../connect.ts";

/** Taken-back essays whose day is over, the oldest first. */
export function essaysToErase(db: Reader, { now, limit }: { now: number; limit: number }) {
  return db
    .selectFrom("essays")
    .select(["id", "slug", "owner_mark", "by_name", "by_kind"])
    .where("erase_at", "is not", null)
    .where("erase_at", "<=", now)
    .where("state", "=", "taken_back")
    .orderBy("erase_at")
    .limit(limit);
}

/** Empties an essay: what is left is its empty place, under a slug that tells nothing. */
export function emptyEssay(trx: Writer, { id, slug }: { id: string; slug: string }) {
  return trx
    .updateTable("essays")
    .set({
      slug,
      title: "",
      markdown: "",
      html: "",
      first_lines: "",
      words: 0,
      note: null,
      standpoint: null,
      works_cited: "[]",
      original_author: null,
      source: null,
      licence: null,
      by_name: null,
      by_kind: null,
      owner_mark: null,
      take_back_mark: null,
      secret_id: null,
      attempt_mark: null,
      standing: null,
      indexing: 0,
      edited_on: null,
      state_before: null,
      erase_at: null,
    })
    .set((eb) => ({ revision: eb("revision", "+", 1) }))
    .where("id", "=", id);
}

/** Addresses of the old blog that led to an essay; they lead nowhere from then on. */
export function deleteRedirects(trx: Writer, { essayId }: { essayId: string }) {
  return trx.deleteFrom("redirects").where("essay_id", "=", essayId).returning("old_path");
}

/** What spoke of it elsewhere, and links that were proposed only. */
export function deleteAroundEssay(trx: Writer, { essayId }: { essayId: string }) {
  return [
    trx.deleteFrom("source_notes").where("essay_id", "=", essayId),
    trx
      .deleteFrom("proposed_links")
      .where((eb) => eb.or([eb("from_essay_id", "=", essayId), eb("to_essay_id", "=", essayId)])),
  ];
}

export function tagsOf(db: Reader, { essayId }: { essayId: string }) {
  return db.selectFrom("essay_tags").select("tag_slug").where("essay_id", "=", essayId);
}

/** Those of these tags that no essay carries any more. */
export function deleteUnusedTags(trx: Writer, { slugs }: { slugs: readonly string[] }) {
  return trx
    .deleteFrom("tags")
    .where("slug", "in", slugs)
    .where("slug", "not in", (eb) =>
      eb.selectFrom("essay_tags").select("tag_slug").where("tag_slug", "in", slugs),
    );
}

/** Essays that stand in the same series. */
export function neighboursInSeries(db: Reader, { essayId }: { essayId: string }) {
  return db
    .selectFrom("series_essays as mine")
    .innerJoin("series_essays as other", "other.series_id", "mine.series_id")
    .select("other.essay_id as id")
    .where("mine.essay_id", "=", essayId)
    .where("other.essay_id", "<>", essayId);
}
