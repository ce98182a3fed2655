import type { Reader } from "#db/connect.ts";
import { everyPenName } from "#db/queries/pen-names.ts";
import { lookKey, nameKey } from "../identity/names.ts";

/**
 * Pen names that this version of the program would compare by other letters than they are stored
 * with: a newer table of look-alikes would let somebody take a name that looks the same.
 */
export async function namesSeenOtherwise(db: Reader): Promise<string[]> {
  const rows = await everyPenName(db).execute();
  return rows
    .filter((row) => row.name_key !== nameKey(row.name) || row.look_key !== lookKey(row.name))
    .map(({ name }) => name);
}
