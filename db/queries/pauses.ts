import type { Reader, Writer } from "../connect.ts";

/** A pen name by its folded form. */
export function penNameByKey(db: Reader, { nameKey }: { nameKey: string }) {
  return db
    .selectFrom("pen_names")
    .select(["id", "name", "paused_until"])
    .where("name_key", "=", nameKey)
    .where("erase_at", "is", null);
}

/** The thread in which a thread name is looked for, by the address of its essay. */
export function threadNameAt(db: Reader, { slug, nameKey }: { slug: string; nameKey: string }) {
  return db
    .selectFrom("thread_names")
    .innerJoin("essays", "essays.id", "thread_names.essay_id")
    .select([
      "thread_names.essay_id",
      "thread_names.name_key",
      "thread_names.owner_mark",
      "thread_names.paused_until",
    ])
    .where("essays.slug", "=", slug)
    .where("thread_names.name_key", "=", nameKey);
}

/** Null ends the pause. */
export function setPenNamePaused(trx: Writer, { id, until }: { id: string; until: string | null }) {
  return trx.updateTable("pen_names").set({ paused_until: until }).where("id", "=", id);
}

export function setThreadNamePaused(
  trx: Writer,
  { essayId, nameKey, until }: { essayId: string; nameKey: string; until: string | null },
) {
  return trx
    .updateTable("thread_names")
    .set({ paused_until: until })
    .where("essay_id", "=", essayId)
    .where("name_key", "=", nameKey);
}

/** The pauses of these pen names that are not over on a day. */
export function pausesOfPenNames(
  db: Reader,
  { ids, day }: { ids: readonly string[]; day: string },
) {
  return db
    .selectFrom("pen_names")
    .select(["id", "paused_until"])
    .where("id", "in", ids)
    .where("paused_until", ">=", day);
}

/** Every thread name whose pause is not over on a day; there are few. */
export function pausedThreadNames(db: Reader, { day }: { day: string }) {
  return db
    .selectFrom("thread_names")
    .select(["essay_id", "name_key", "owner_mark", "paused_until"])
    .where("paused_until", ">=", day)
    .where("owner_mark", "is not", null);
}
