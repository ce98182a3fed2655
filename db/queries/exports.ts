/** All that is public, read for an export in orders that never differ. */
import { sql } from "kysely";
import type { Reader, Store } from "../connect.ts";
import { DEMO_SOURCE } from "./demo.ts";

/**
 * Reads everything as it was at one moment, whatever is written meanwhile: one read transaction, on
 * SQLite a snapshot of the write-ahead log, on PostgreSQL `repeatable read`.
 */
export function inSnapshot<T>(
  { read }: Pick<Store, "read">,
  work: (db: Reader) => Promise<T>,
): Promise<T> {
  return read.transaction().setIsolationLevel("repeatable read").execute(work);
}

/** Every essay that has a page, in the order of publication. */
export function publicEssays(db: Reader) {
  return db
    .selectFrom("essays")
    .select(["id", "slug", "state", "conversation_id"])
    .where("state", "<>", "waiting")
    .orderBy("ordered_at")
    .orderBy("id");
}

/** The same, the least recently active first. */
export function publicEssaysByActivity(db: Reader) {
  return db
    .selectFrom("essays")
    .select("id")
    .where("state", "<>", "waiting")
    .orderBy("active_at")
    .orderBy("id");
}

/** Comments of one thread with all that may be public, oldest first, keyset-paged. */
export function threadToExport(
  db: Reader,
  {
    essayId,
    after,
    limit,
  }: { essayId: string; after: { at: number; id: string } | null; limit: number },
) {
  let list = db
    .selectFrom("comments")
    .leftJoin("imported_items", (join) =>
      join
        .onRef("imported_items.local_id", "=", "comments.id")
        .on("imported_items.source", "=", DEMO_SOURCE)
        .on("imported_items.kind", "=", "comment"),
    )
    .selectAll("comments")
    .select((eb) =>
      eb.case().when("imported_items.local_id", "is", null).then(0).else(1).end().as("invented"),
    )
    .where("comments.essay_id", "=", essayId);
  if (after) {
    list = list.where((eb) =>
      eb(eb.refTuple("comments.ordered_at", "comments.id"), ">", eb.tuple(after.at, after.id)),
    );
  }
  return list.orderBy("comments.ordered_at").orderBy("comments.id").limit(limit);
}

/** Earlier versions that their writer keeps open, the oldest first. */
export function openVersions(db: Reader, { essayId }: { essayId: string }) {
  return db
    .selectFrom("essay_versions")
    .select(["version", "title", "markdown", "replaced_on"])
    .where("essay_id", "=", essayId)
    .where("open", "=", 1)
    .orderBy("version");
}

/** Tags that an essay carries which can be read, by slug. */
export function tagsInUse(db: Reader) {
  return db
    .selectFrom("tags")
    .select(["slug", "name"])
    .where("slug", "in", (eb) =>
      eb
        .selectFrom("essay_tags")
        .innerJoin("essays", "essays.id", "essay_tags.essay_id")
        .select("essay_tags.tag_slug")
        .where("essays.state", "in", ["visible", "folded"]),
    )
    .orderBy("slug");
}

/** Every link between essays, by where it begins and ends. */
export function allLinks(db: Reader) {
  return db
    .selectFrom("essay_links")
    .selectAll()
    .orderBy("from_essay_id")
    .orderBy("to_essay_id")
    .orderBy("to_comment_id");
}

/** Every part of every series, by the series' address and in their order. */
export function allSeriesParts(db: Reader) {
  return db
    .selectFrom("series")
    .innerJoin("series_essays", "series_essays.series_id", "series.id")
    .select(["series.slug", "series.title", "series_essays.position", "series_essays.essay_id"])
    .orderBy("series.slug")
    .orderBy("series_essays.position");
}

/** Every place elsewhere that spoke of an essay. */
export function allSourceNotes(db: Reader) {
  return db
    .selectFrom("source_notes")
    .select(["essay_id", "title", "url", "noted_on"])
    .orderBy("essay_id")
    .orderBy("noted_on")
    .orderBy("id");
}

/** Every address of the old blog that leads to an essay. */
export function allRedirects(db: Reader) {
  return db.selectFrom("redirects").selectAll().orderBy("old_path");
}

/** The folder of which an import has begun and not ended; see `beginFolderImport`. */
export function unfinishedFolderImport(db: Reader) {
  return db
    .selectFrom("leases")
    .select("holder as digest")
    .where("name", "=", UNFINISHED_IMPORT)
    .limit(1);
}

/** A lease that never runs out: its holder is the digest of the folder that was begun. */
export const UNFINISHED_IMPORT = "import firsthand";

/** Is there anything that an import of a whole site would have to be merged with? */
export async function holdsAnything(db: Reader): Promise<boolean> {
  const { rows } = await sql<{ found: number }>`select 1 as found where
    exists (select 1 from essays) or exists (select 1 from moderation_log)
    or exists (select 1 from series) or exists (select 1 from tags)`.execute(db);
  return rows.length > 0;
}
