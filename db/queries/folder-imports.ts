/** Writing what a folder of an export holds. Each may be done twice: what is here stays as it is. */
import type { Insertable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { CommentsTable, EssayVersionsTable, PieceState, SourceNotesTable } from "../schema.ts";
import type { ModerationLogTable } from "../schema-house.ts";
import { DEMO_SOURCE } from "./demo.ts";
import { UNFINISHED_IMPORT } from "./exports.ts";

/** Notes that a folder is being brought in; it stays noted when the process dies. */
export function beginFolderImport(trx: Writer, { digest }: { digest: string }) {
  return trx
    .insertInto("leases")
    .values({ name: UNFINISHED_IMPORT, holder: digest, expires_at: Number.MAX_SAFE_INTEGER });
}

export function endFolderImport(trx: Writer) {
  return trx.deleteFrom("leases").where("name", "=", UNFINISHED_IMPORT);
}

/** Which of these comments are here already. */
export function commentsHere(db: Reader, { ids }: { ids: readonly string[] }) {
  return db.selectFrom("comments").select("id").where("id", "in", ids);
}

export function insertComments(trx: Writer, rows: readonly Insertable<CommentsTable>[]) {
  return trx.insertInto("comments").values(rows);
}

/** Adds to the kept counts of a thread. */
export function addToCounts(
  trx: Writer,
  { essayId, counts }: { essayId: string; counts: Readonly<Record<PieceState, number>> },
) {
  return trx
    .updateTable("essays")
    .set((eb) => ({
      comments_visible: eb("comments_visible", "+", counts.visible),
      comments_waiting: eb("comments_waiting", "+", counts.waiting),
      comments_folded: eb("comments_folded", "+", counts.folded),
      comments_removed: eb("comments_removed", "+", counts.removed),
      comments_taken_back: eb("comments_taken_back", "+", counts.taken_back),
      comments_missing: eb("comments_missing", "+", counts.missing),
    }))
    .where("id", "=", essayId);
}

export function addAddresses(
  trx: Writer,
  rows: readonly { comment_id: string; addressed_id: string }[],
) {
  return trx
    .insertInto("comment_addresses")
    .values(rows)
    .onConflict((conflict) => conflict.columns(["comment_id", "addressed_id"]).doNothing());
}

export function insertVersions(trx: Writer, rows: readonly EssayVersionsTable[]) {
  return trx.insertInto("essay_versions").values(rows);
}

export function insertSourceNotes(trx: Writer, rows: readonly SourceNotesTable[]) {
  return trx.insertInto("source_notes").values(rows);
}

export function insertTags(
  trx: Writer,
  rows: readonly { slug: string; name: string; name_key: string }[],
) {
  return trx
    .insertInto("tags")
    .values(rows)
    .onConflict((conflict) => conflict.column("slug").doNothing());
}

/** Remembers which comments are invented ones, so that they go with the examples. */
export function rememberInvented(trx: Writer, { ids }: { ids: readonly string[] }) {
  return trx
    .insertInto("imported_items")
    .values(
      ids.map((id) => ({
        source: DEMO_SOURCE,
        kind: "comment" as const,
        foreign_id: id,
        local_id: id,
      })),
    )
    .onConflict((conflict) => conflict.columns(["source", "kind", "foreign_id"]).doNothing());
}

/** Rows of the public log as they are, hashes included. */
export function insertLogRows(trx: Writer, rows: readonly ModerationLogTable[]) {
  return trx
    .insertInto("moderation_log")
    .values(rows)
    .onConflict((conflict) => conflict.column("seq").doNothing());
}
