import type { Reader, Writer } from "../connect.ts";

export function draftsNamed(db: Reader, { ids }: { ids: readonly string[] }) {
  return db.selectFrom("drafts").selectAll().where("id", "in", ids);
}

/** Saves a draft, or puts its new words in the place of the old ones. */
export function saveDraft(
  trx: Writer,
  row: { id: string; sealed: string; secret_id: string; saved_on: string },
) {
  const { id: _, ...changed } = row;
  return trx
    .insertInto("drafts")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doUpdateSet(changed));
}

export function deleteDrafts(trx: Writer, { ids }: { ids: readonly string[] }) {
  return trx.deleteFrom("drafts").where("id", "in", ids);
}
