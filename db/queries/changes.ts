import type { Reader, Writer } from "../connect.ts";

const COUNTER = "content_changes";

/**
 * Notes which subjects a write has changed, so that every process drops what it has cached of them.
 * To be called in the same transaction. Naming a subject twice is fine.
 * @param subjects `essay:<id>`, `fronts`, `site`; none at all does nothing.
 */
export async function recordChanges(trx: Writer, subjects: readonly string[]): Promise<void> {
  const named = [...new Set(subjects)];
  if (named.length === 0) return;
  const { value: seq } = await trx
    .insertInto("counters")
    .values({ name: COUNTER, value: 1 })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet((eb) => ({ value: eb("counters.value", "+", 1) })),
    )
    .returning("value")
    .executeTakeFirstOrThrow();
  await trx
    .insertInto("content_changes")
    .values(named.map((subject) => ({ subject, seq })))
    .onConflict((conflict) => conflict.column("subject").doUpdateSet({ seq }))
    .execute();
}

/**
 * What has changed after the change numbered `seq`, by any process; ask again with the number that
 * comes back. A number above the store's own (a store that was restored) gives every subject.
 */
export async function changesSince(
  db: Reader | Writer,
  seq: number,
): Promise<{ seq: number; subjects: string[] }> {
  const newer = db.selectFrom("content_changes").select(["subject", "seq"]);
  const rows = await newer.where("seq", ">", seq).execute();
  if (rows.length > 0) {
    return {
      seq: Math.max(...rows.map((row) => row.seq)),
      subjects: rows.map(({ subject }) => subject),
    };
  }
  const latest = await latestChange(db);
  if (latest >= seq) return { seq, subjects: [] };
  const all = await newer.execute();
  return { seq: latest, subjects: all.map(({ subject }) => subject) };
}

/** The number of the last change; a process that has cached nothing yet starts from here. */
export async function latestChange(db: Reader | Writer): Promise<number> {
  const row = await db
    .selectFrom("counters")
    .select("value")
    .where("name", "=", COUNTER)
    .executeTakeFirst();
  return row?.value ?? 0;
}
