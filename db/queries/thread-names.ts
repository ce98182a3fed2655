import type { Insertable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { ThreadNamesTable } from "../schema.ts";

/** The name that an owner has in one thread. */
export function nameOfOwner(
  db: Reader,
  { essayId, marks }: { essayId: string; marks: readonly string[] },
) {
  return db
    .selectFrom("thread_names")
    .selectAll()
    .where("essay_id", "=", essayId)
    .where("owner_mark", "in", marks);
}

/** The names that several owners have in one thread. */
export function namesOfOwner(
  db: Reader,
  { essayId, marks }: { essayId: string; marks: readonly string[] },
) {
  return db
    .selectFrom("thread_names")
    .select(["name", "owner_mark"])
    .where("essay_id", "=", essayId)
    .where("owner_mark", "in", marks);
}

/** Who has a name in one thread, found by the folded name. */
export function nameByKey(db: Reader, { essayId, nameKey }: { essayId: string; nameKey: string }) {
  return db
    .selectFrom("thread_names")
    .selectAll()
    .where("essay_id", "=", essayId)
    .where("name_key", "=", nameKey);
}

/** All names of one thread. */
export function namesOfThread(db: Reader, { essayId }: { essayId: string }) {
  return db
    .selectFrom("thread_names")
    .select(["name", "name_key", "owner_mark"])
    .where("essay_id", "=", essayId);
}

export function insertThreadName(trx: Writer, row: Insertable<ThreadNamesTable>) {
  return trx.insertInto("thread_names").values(row);
}

/** Remembers that the key has been written down, so that this thread doesn't show it again. */
export function setKeyWrittenDown(
  trx: Writer,
  { essayId, marks }: { essayId: string; marks: readonly string[] },
) {
  return trx
    .updateTable("thread_names")
    .set({ key_written_down: 1 })
    .where("essay_id", "=", essayId)
    .where("owner_mark", "in", marks);
}

export function deleteNameOfOwner(
  trx: Writer,
  { essayId, ownerMark }: { essayId: string; ownerMark: string },
) {
  return trx
    .deleteFrom("thread_names")
    .where("essay_id", "=", essayId)
    .where("owner_mark", "=", ownerMark);
}

/** Gives a name of the old blog free. */
export function deleteReservedName(
  trx: Writer,
  { essayId, nameKey }: { essayId: string; nameKey: string },
) {
  return trx
    .deleteFrom("thread_names")
    .where("essay_id", "=", essayId)
    .where("name_key", "=", nameKey)
    .where("owner_mark", "is", null);
}
