import type { Reader } from "#db/connect.ts";
import { mostUsedTags } from "#db/queries/tags-in-use.ts";

/** So many are offered beside the field for tags. */
const OFFERED = 24;

/** Names of tags to choose from, those first that most essays carry. */
export async function tagsInUse(db: Reader): Promise<string[]> {
  const rows = await mostUsedTags(db, { limit: OFFERED }).execute();
  return rows.map(({ name }) => name);
}
