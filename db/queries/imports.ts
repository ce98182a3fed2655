import type { Insertable, Updateable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { CommentsTable, EssaysTable, SourceNotesTable } from "../schema.ts";
import type { ImportedItemsTable, OperatorDraftsTable } from "../schema-house.ts";

type Kind = ImportedItemsTable["kind"];

/** Which of these have been brought in already, and as what. At most some hundreds at once. */
export function importedItems(
  db: Reader | Writer,
  ask: { source: string; kinds: readonly Kind[]; foreignIds: readonly string[] },
) {
  return db
    .selectFrom("imported_items")
    .select(["kind", "foreign_id", "local_id"])
    .where("source", "=", ask.source)
    .where("kind", "in", ask.kinds)
    .where("foreign_id", "in", ask.foreignIds);
}

export function insertImportedItems(
  trx: Writer,
  { source, items }: { source: string; items: readonly Omit<ImportedItemsTable, "source">[] },
) {
  return trx.insertInto("imported_items").values(items.map((item) => ({ source, ...item })));
}

/** A comment has come to its empty place: it is one no more. */
export function forgetPlaceholders(
  trx: Writer,
  { source, foreignIds }: { source: string; foreignIds: readonly string[] },
) {
  return trx
    .deleteFrom("imported_items")
    .where("source", "=", source)
    .where("kind", "=", "placeholder")
    .where("foreign_id", "in", foreignIds);
}

/** Where comments stand that are here already. */
export function standingComments(db: Reader, { ids }: { ids: readonly string[] }) {
  return db
    .selectFrom("comments")
    .select(["id", "essay_id", "depth", "root_id"])
    .where("id", "in", ids);
}

export function essaysAmong(db: Reader, { ids }: { ids: readonly string[] }) {
  return db.selectFrom("essays").select("id").where("id", "in", ids);
}

export function essayWithSlug(trx: Writer, { slug }: { slug: string }) {
  return trx.selectFrom("essays").select("id").where("slug", "=", slug);
}

export function insertImportedEssay(trx: Writer, row: Insertable<EssaysTable>) {
  return trx.insertInto("essays").values(row);
}

export function insertImportedComments(trx: Writer, rows: readonly Insertable<CommentsTable>[]) {
  return trx.insertInto("comments").values(rows);
}

/** Puts words into an empty place; does nothing where a moderator has done something with it since. */
export function fillEmptyPlace(
  trx: Writer,
  { id, values }: { id: string; values: Updateable<CommentsTable> },
) {
  return trx
    .updateTable("comments")
    .set(values)
    .where("id", "=", id)
    .where("state", "=", "missing");
}

export function insertOperatorDraft(trx: Writer, row: Insertable<OperatorDraftsTable>) {
  return trx.insertInto("operator_drafts").values(row);
}

/** Moves the kept counts and the activity of a thread by what a batch has brought. */
export function growThread(
  trx: Writer,
  by: {
    essayId: string;
    visible: number;
    waiting: number;
    missing: number;
    /** The newest visible comment of the batch. */
    newest: { at: number; on: string } | null;
  },
) {
  const { newest } = by;
  return trx
    .updateTable("essays")
    .set((eb) => ({
      comments_visible: eb("comments_visible", "+", by.visible),
      comments_waiting: eb("comments_waiting", "+", by.waiting),
      comments_missing: eb("comments_missing", "+", by.missing),
      revision: eb("revision", "+", 1),
      ...(newest && {
        active_on: eb
          .case()
          .when("active_at", "<", newest.at)
          .then(newest.on)
          .else(eb.ref("active_on"))
          .end(),
        active_at: eb
          .case()
          .when("active_at", "<", newest.at)
          .then(newest.at)
          .else(eb.ref("active_at"))
          .end(),
      }),
    }))
    .where("id", "=", by.essayId);
}

/** Keeps names of the old blog for who had them; a name that is taken stays with its owner. */
export function reserveNames(
  trx: Writer,
  { essayId, names }: { essayId: string; names: readonly { key: string; name: string }[] },
) {
  return trx
    .insertInto("thread_names")
    .values(
      names.map(({ key, name }) => ({
        essay_id: essayId,
        name_key: key,
        name,
        owner_mark: null,
        secret_id: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(["essay_id", "name_key"]).doNothing());
}

/** Old addresses of an essay; one that leads somewhere already stays as it is. */
export function insertRedirects(
  trx: Writer,
  { essayId, paths }: { essayId: string; paths: readonly string[] },
) {
  return trx
    .insertInto("redirects")
    .values(paths.map((path) => ({ old_path: path, essay_id: essayId })))
    .onConflict((conflict) => conflict.column("old_path").doNothing())
    .returning("old_path");
}

/** The essay that an old address leads to. */
export function essayAtOldPath(db: Reader, { path }: { path: string }) {
  return db
    .selectFrom("redirects")
    .innerJoin("essays", "essays.id", "redirects.essay_id")
    .select("essays.slug")
    .where("redirects.old_path", "=", path);
}

export function insertSourceNote(trx: Writer, row: Insertable<SourceNotesTable>) {
  return trx.insertInto("source_notes").values(row);
}
