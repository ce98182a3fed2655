/** Whether a name may become somebody's everywhere, and whether it is somebody's already. */
import { words } from "#app/words/words.ts";
import type { Reader } from "#db/connect.ts";
import { namesInTheWay } from "#db/queries/taken-names.ts";
import type { House } from "../house.ts";
import {
  cleanName,
  isReserved,
  lookKey,
  type NameRuleFault,
  nameKey,
  penNameRuleFault,
} from "../identity/names.ts";
import { mark, marksOfRing, type SecretRing } from "../identity/secret-ring.ts";

const GONE = "gone name";

export type FreeNameFault = NameRuleFault | { reason: "empty" | "reserved" | "taken" };

type Names = Pick<House, "secrets" | "settings">;

/**
 * Why a name can't become a pen name: the rule, or it is, or looks like, the house's own, a pen name
 * (also a retired one), a name whose account is gone, one of the old blog that was taken up, or a
 * moderator's. Null: it is free. In a race the unique indexes of `pen_names` decide.
 *
 * @param name as typed
 * @param mine a moderator's name that this person may have: the one that their link names
 */
export async function nameIsFree(
  db: Reader,
  house: Names,
  { name: typed, mine }: { name: string; mine?: string },
): Promise<FreeNameFault | null> {
  const name = cleanName(typed);
  if (name === "") return { reason: "empty" };
  const fault = penNameRuleFault(name);
  if (fault) return fault;
  if (isHouseName(house, name)) return { reason: "reserved" };
  return (await nameIsSomebodys(db, house, name, mine)) ? { reason: "taken" } : null;
}

/** Is a name one that only the house may use? */
export function isHouseName({ settings }: Pick<House, "settings">, name: string): boolean {
  const { reservedWords, reservedNames } = words().names;
  return isReserved(name, { words: reservedWords, wholes: [...reservedNames, settings.name] });
}

/**
 * Is a name somebody's everywhere, or does it look like one that is? One statement.
 *
 * @param name cleaned
 * @param mine a moderator's name that does not count
 */
export async function nameIsSomebodys(
  db: Reader,
  { secrets }: Pick<House, "secrets">,
  name: string,
  mine?: string,
): Promise<boolean> {
  const wanted = { nameKey: nameKey(name), lookKey: lookKey(name) };
  const lookMarks = marksOfRing(secrets, GONE, wanted.lookKey);
  const rows = await namesInTheWay(db, { ...wanted, lookMarks }).execute();
  return rows.some((row) => {
    if (row.of !== "moderator") return true;
    if (mine !== undefined && nameKey(row.name) === nameKey(mine)) return false;
    const isAlike = wanted.lookKey !== "" && lookKey(row.name) === wanted.lookKey;
    return isAlike || nameKey(row.name) === wanted.nameKey;
  });
}

/** The row that keeps a name taken after its account has gone, without saying what it was. */
export function goneName(
  ring: SecretRing,
  { lookKey: look }: { lookKey: string },
): { look_mark: string; secret_id: string } {
  return { look_mark: mark(ring, GONE, look), secret_id: ring.current.id };
}
