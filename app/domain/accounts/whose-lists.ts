import type { Reader } from "#db/connect.ts";
import type { House } from "../house.ts";
import { acceptedNames } from "./claimed-names.ts";
import { ownNames } from "./own-names.ts";
import { AS_CLAIMED_NAME, AS_THREAD_NAME } from "./speaking.ts";
import type { Account } from "./types.ts";

/** One of an account's names as its drafts and its inbox are listed: each name has its own. */
export interface ListedName {
  as: string;
  /** Null: all thread names together; they are other names in every thread. */
  name: string | null;
  keys: string[];
}

/** Every name of an account that can have pieces or drafts: pen names, claimed names, thread names. */
export async function listedNames(
  db: Reader,
  house: Pick<House, "secrets">,
  account: Account,
): Promise<ListedName[]> {
  const { threadKeys } = account.vault;
  const pens = (await ownNames(db, account)).map(({ id, name, key }) => {
    return { as: id, name, keys: [key] };
  });
  const taken = (await acceptedNames(db, house, account)).map(({ name, key }, place) => {
    return { as: `${AS_CLAIMED_NAME}-${place}`, name, keys: [key] };
  });
  return [...pens, ...taken, { as: AS_THREAD_NAME, name: null, keys: [...threadKeys] }];
}
