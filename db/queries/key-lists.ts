import type { Reader, Writer } from "../connect.ts";

/** The sealed list of a key, found under any of its locators. */
export function keyListAt(db: Reader, { locators }: { locators: readonly string[] }) {
  return db.selectFrom("key_lists").selectAll().where("locator", "in", locators);
}

/** Stores a list at its locator, in the place of what was there. */
export function putKeyList(
  trx: Writer,
  row: { locator: string; sealed: string; secret_id: string },
) {
  const { sealed, secret_id } = row;
  return trx
    .insertInto("key_lists")
    .values(row)
    .onConflict((conflict) => conflict.column("locator").doUpdateSet({ sealed, secret_id }));
}

export function deleteKeyLists(trx: Writer, { locators }: { locators: readonly string[] }) {
  return trx.deleteFrom("key_lists").where("locator", "in", locators);
}

interface Marks {
  owner_mark: string;
  take_back_mark: string;
  secret_id: string;
}

/** Gives everything that an owner has in one thread to another key of the same person. */
export function remarkThread(
  trx: Writer,
  { essayId, marks, to }: { essayId: string; marks: readonly string[]; to: Marks },
) {
  const { owner_mark, secret_id } = to;
  return [
    trx
      .updateTable("comments")
      .set(to)
      .where("essay_id", "=", essayId)
      .where("owner_mark", "in", marks),
    trx
      .updateTable("thread_names")
      .set({ owner_mark, secret_id })
      .where("essay_id", "=", essayId)
      .where("owner_mark", "in", marks),
    trx.updateTable("essays").set(to).where("id", "=", essayId).where("owner_mark", "in", marks),
  ];
}

/** The series that these essays are parts of, with whose they are. */
export function seriesOfEssays(db: Reader, { essayIds }: { essayIds: readonly string[] }) {
  return db
    .selectFrom("series")
    .select(["id", "owner_mark"])
    .where("owner_mark", "is not", null)
    .where("id", "in", (eb) =>
      eb.selectFrom("series_essays").select("series_id").where("essay_id", "in", essayIds),
    );
}

/** Gives a series to another key of the same person. */
export function remarkSeries(trx: Writer, { id, to }: { id: string; to: Marks }) {
  return trx.updateTable("series").set(to).where("id", "=", id);
}
