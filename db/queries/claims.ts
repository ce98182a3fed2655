/** What somebody's key owns goes over to the account that claims it. */
import type { Reader, Writer } from "../connect.ts";

interface Mine {
  essayId: string;
  marks: readonly string[];
}

/** The threads in which an owner has a name, whatever has become of the essay. */
export function threadsOfOwner(
  db: Reader,
  { essayIds, marks }: { essayIds: readonly string[]; marks: readonly string[] },
) {
  return db
    .selectFrom("thread_names")
    .innerJoin("essays", "essays.id", "thread_names.essay_id")
    .select([
      "essays.id",
      "essays.slug",
      "essays.title",
      "essays.state",
      "essays.owner_mark as essay_mark",
      "thread_names.name",
      "thread_names.owner_mark",
    ])
    .where("thread_names.essay_id", "in", essayIds)
    .where("thread_names.owner_mark", "in", marks);
}

/** Everything that is kept about the names of one thread. */
export function namesWithOwners(db: Reader, { essayId }: { essayId: string }) {
  return db.selectFrom("thread_names").selectAll().where("essay_id", "=", essayId);
}

/** Who stands at the head of a thread. */
export function writerOfEssay(db: Reader, { essayId }: { essayId: string }) {
  return db.selectFrom("essays").select(["by_name", "owner_mark"]).where("id", "=", essayId);
}

/** Puts a pen name over all that an owner wrote in one thread, the essay among it. */
export function renamePieces(trx: Writer, { essayId, marks, name }: Mine & { name: string }) {
  const named = { by_name: name, by_kind: "pen_name" as const };
  return [
    trx
      .updateTable("comments")
      .set({ ...named, origin: "member" })
      .set((eb) => ({ revision: eb("revision", "+", 1) }))
      .where("essay_id", "=", essayId)
      .where("owner_mark", "in", marks)
      .where("by_name", "is not", null),
    trx
      .updateTable("essays")
      .set(named)
      .set((eb) => ({ revision: eb("revision", "+", 1) }))
      .where("id", "=", essayId)
      .where("owner_mark", "in", marks)
      .where("by_name", "is not", null),
  ];
}

/** Gives one row of a thread's names another name. */
export function renameInThread(
  trx: Writer,
  {
    essayId,
    nameKey,
    to,
  }: { essayId: string; nameKey: string; to: { name: string; name_key: string } },
) {
  return trx
    .updateTable("thread_names")
    .set({ ...to, key_written_down: 1 })
    .where("essay_id", "=", essayId)
    .where("name_key", "=", nameKey);
}

/** Takes one name out of a thread. */
export function dropFromThread(
  trx: Writer,
  { essayId, nameKey }: { essayId: string; nameKey: string },
) {
  return trx
    .deleteFrom("thread_names")
    .where("essay_id", "=", essayId)
    .where("name_key", "=", nameKey);
}

/** Until when somebody may not write in a thread. */
export function pauseInThread(
  trx: Writer,
  { essayId, nameKey, until }: { essayId: string; nameKey: string; until: string | null },
) {
  return trx
    .updateTable("thread_names")
    .set({ paused_until: until })
    .where("essay_id", "=", essayId)
    .where("name_key", "=", nameKey);
}
