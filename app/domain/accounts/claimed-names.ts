import type { Reader } from "#db/connect.ts";
import { claimedNamesByKey } from "#db/queries/name-claims.ts";
import type { House } from "../house.ts";
import { nameKey } from "../identity/names.ts";
import { mark, marksOfRing, type SecretRing } from "../identity/secret-ring.ts";
import type { Account, Vault } from "./types.ts";

const CLAIMED_NAME = "claimed name";

/** The mark of the key that owns a name of the old blog. */
export function claimedNameMark(ring: SecretRing, key: string): string {
  return mark(ring, CLAIMED_NAME, key);
}

/** The same under every secret of the ring. */
export function claimedNameMarks(ring: SecretRing, key: string): string[] {
  return marksOfRing(ring, CLAIMED_NAME, key);
}

/** Every name of the old blog that an account asked for, with the key that owns it, or would. */
export function askedNames({ claimed, claims = [] }: Vault): { name: string; key: string }[] {
  return [...claimed, ...claims.map(({ name, key }) => ({ name, key }))];
}

/** The names of the old blog that the operator has confirmed, and that stand as they were printed. */
export async function acceptedNames(
  db: Reader,
  { secrets }: Pick<House, "secrets">,
  { vault: { claimed } }: Account,
): Promise<{ name: string; key: string }[]> {
  if (claimed.length === 0) return [];
  const nameKeys = claimed.map(({ name }) => nameKey(name));
  const rows = await claimedNamesByKey(db, { nameKeys }).execute();
  return claimed.filter(({ name, key }) =>
    rows.some(
      (row) =>
        row.name_key === nameKey(name) && claimedNameMarks(secrets, key).includes(row.owner_mark),
    ),
  );
}
