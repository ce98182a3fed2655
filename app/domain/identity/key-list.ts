import type { Reader, Writer } from "#db/connect.ts";
import { deleteKeyLists, keyListAt, putKeyList } from "#db/queries/key-lists.ts";
import { takeBackCodeFor } from "./key.ts";
import { mark, marksOfRing, open, type SecretRing, seal, secretById } from "./secret-ring.ts";

/** What a key holds. It stands in the store sealed under the key, and is found by a mark of it. */
export interface KeyList {
  takeBackCode: string;
  /** Essays in whose threads the key has a name. */
  threads: string[];
  drafts: string[];
  /** Pieces that become public at a random moment within a day; older lists have no such place. */
  scheduled?: string[];
  /** Its holder has said "I have written it down": no form shows it, or speaks for it, by itself. */
  writtenDown?: boolean;
  /** Mark of the key that this one has replaced, so that a lost answer can be given again. */
  replaces: string | null;
}

const LOCATOR = "list";
const PURPOSE = "key list";
/** Lengths are rounded up, so that they tell little about how much a key holds. */
const PAD = 1024;

/** The list of a key that has not been used yet. */
export function emptyKeyList(ring: SecretRing, key: string): KeyList {
  return {
    takeBackCode: takeBackCodeFor(ring.current, key),
    threads: [],
    drafts: [],
    replaces: null,
  };
}

/** The list of a key; null: no such key is in use. */
export async function findKeyList(
  db: Reader,
  ring: SecretRing,
  key: string,
): Promise<KeyList | null> {
  const rows = await keyListAt(db, { locators: marksOfRing(ring, LOCATOR, key) }).execute();
  for (const row of rows) {
    const secret = secretById(ring, row.secret_id);
    const text =
      secret && open(secret, { purpose: PURPOSE, key, bind: row.locator, sealed: row.sealed });
    // Sealed by us and unaltered, or it would not have opened.
    if (text) return JSON.parse(text) as KeyList;
  }
  return null;
}

/** Stores the list of a key, under the current secret, in the place of what was there. */
export async function saveKeyList(
  trx: Writer,
  ring: SecretRing,
  { key, list }: { key: string; list: KeyList },
): Promise<void> {
  const locator = mark(ring, LOCATOR, key);
  const older = marksOfRing(ring, LOCATOR, key).filter((one) => one !== locator);
  if (older.length > 0) await deleteKeyLists(trx, { locators: older }).execute();
  await putKeyList(trx, {
    locator,
    secret_id: ring.current.id,
    sealed: seal(ring.current, {
      purpose: PURPOSE,
      key,
      bind: locator,
      text: JSON.stringify(list),
      padTo: PAD,
    }),
  }).execute();
}

/** What the list of a key may stand under, by any secret of the ring. */
export function keyListLocators(ring: SecretRing, key: string): string[] {
  return marksOfRing(ring, LOCATOR, key);
}

/** Ends a key: nothing opens with it any more. */
export async function dropKeyList(trx: Writer, ring: SecretRing, key: string): Promise<void> {
  await deleteKeyLists(trx, { locators: marksOfRing(ring, LOCATOR, key) }).execute();
}
