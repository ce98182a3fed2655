/** Lists by tag repeat what an essay is ordered and filtered by; here they are kept in step. */
import { sql } from "kysely";
import type { Writer } from "../connect.ts";

/**
 * Brings the tags of one essay into step with it, and their kept counts. To be called in the same
 * transaction, after anything of it has changed that a list shows it by: its tags, state, order,
 * activity, perspective or standing.
 */
export async function keepListings(trx: Writer, { essayId }: { essayId: string }): Promise<void> {
  const before = await trx
    .selectFrom("essay_tags")
    .select(["tag_slug", "listed"])
    .where("essay_id", "=", essayId)
    .execute();
  if (before.length === 0) return;
  await sql`update essay_tags
    set (listed, ordered_at, active_at, experience, debate, standing) = (
      select case when state = 'visible' then 1 else 0 end,
        ordered_at, active_at, experience, debate, standing
      from essays where essays.id = essay_tags.essay_id)
    where essay_id = ${essayId}`.execute(trx);
  const { state } = await trx
    .selectFrom("essays")
    .select("state")
    .where("id", "=", essayId)
    .executeTakeFirstOrThrow();
  const listed = state === "visible" ? 1 : 0;
  const moved = before.filter((row) => row.listed !== listed).map((row) => row.tag_slug);
  await countTags(trx, { slugs: moved, by: listed === 1 ? 1 : -1 });
}

/** The same where nothing but the activity of a listed essay has changed: one statement. */
export function keepActivity(trx: Writer, { essayId, at }: { essayId: string; at: number }) {
  return trx.updateTable("essay_tags").set({ active_at: at }).where("essay_id", "=", essayId);
}

/** Sets the tags of one essay, whatever they were. The tags themselves are there already. */
export async function setTags(
  trx: Writer,
  { essayId, slugs }: { essayId: string; slugs: readonly string[] },
): Promise<void> {
  const before = await trx
    .deleteFrom("essay_tags")
    .where("essay_id", "=", essayId)
    .returning(["tag_slug", "listed"])
    .execute();
  const listed = before.filter((row) => row.listed === 1).map((row) => row.tag_slug);
  await countTags(trx, { slugs: listed, by: -1 });
  const rows = [...new Set(slugs)].map((tag_slug) => ({ essay_id: essayId, tag_slug }));
  if (rows.length > 0) await trx.insertInto("essay_tags").values(rows).execute();
  await keepListings(trx, { essayId });
}

async function countTags(
  trx: Writer,
  { slugs, by }: { slugs: readonly string[]; by: 1 | -1 },
): Promise<void> {
  if (slugs.length === 0) return;
  await trx
    .updateTable("tags")
    .set((eb) => ({ essays: eb("essays", "+", by) }))
    .where("slug", "in", slugs)
    .execute();
}
