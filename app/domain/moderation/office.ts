import type { Reader } from "#db/connect.ts";
import { moderatorsNamed } from "#db/queries/moderators.ts";
import { ownNames } from "../accounts/own-names.ts";
import type { Account } from "../accounts/types.ts";
import type { House } from "../house.ts";
import { nameKey } from "../identity/names.ts";
import { isInOffice } from "../identity/terms.ts";
import type { SignedInModerator } from "../identity/types.ts";

/** The office that one of an account's pen names holds at this moment; null: none does. */
export async function officeOf(
  db: Reader,
  house: House,
  account: Account,
): Promise<SignedInModerator | null> {
  const names = (await ownNames(db, account)).filter(({ retired }) => !retired);
  const nameKeys = names.map(({ name }) => nameKey(name));
  if (nameKeys.length === 0) return null;
  const rows = await moderatorsNamed(db, { nameKeys }).execute();
  const row = rows.find((one) => isInOffice(one, house.clock()));
  return row ? { id: row.id, name: row.name, until: row.until } : null;
}
