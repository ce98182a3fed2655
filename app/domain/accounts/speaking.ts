/** Under which name a member speaks: the choice on every form, and the one that is made already. */
import type { Reader } from "#db/connect.ts";
import { newestOfOwner } from "#db/queries/comments-writing.ts";
import { keyListAt } from "#db/queries/key-lists.ts";
import { penNamesById } from "#db/queries/pen-names.ts";
import { namesOfOwner } from "#db/queries/thread-names.ts";
import type { House } from "../house.ts";
import { keyListLocators } from "../identity/key-list.ts";
import { ownerMarks } from "../identity/marks.ts";
import { keysOf, ownNames } from "./own-names.ts";
import type { Account } from "./types.ts";

/** The value of `as` for a thread name, where the account's own key of thread names speaks. */
export const AS_THREAD_NAME = "thread";
/** Begins the value of `as` for a name of the old blog that was taken up. */
export const AS_CLAIMED_NAME = "claimed";

/** The choice of a reply's form for an essay: what is a name in one thread alone becomes another. */
export function asForEssay(as: string): string {
  const isOfThread = [AS_THREAD_NAME, AS_CLAIMED_NAME].some((begin) => as.startsWith(begin));
  return isOfThread ? AS_THREAD_NAME : as;
}

/** One name that a form offers. */
export interface Speaker {
  /** What the form's field `as` says. */
  as: string;
  kind: "pen_name" | "thread_name";
  /** Null: a thread name that is not chosen yet. */
  name: string | null;
  /** Null: no pen name. */
  penNameId: string | null;
  /** Owns what is written; never leaves the server. */
  key: string;
}

/** Who speaks in a form that is sent, with every key of theirs: a pause of one name binds all. */
export interface Speaking extends Speaker {
  keys: readonly string[];
  penNameIds: readonly string[];
}

export interface Speakers {
  /** Pen names first, then thread names. */
  all: Speaking[];
  /** The one that spoke last in this thread, so that nobody answers under the wrong name. */
  chosen: Speaking;
  /** Has one of them spoken in this thread? */
  hasSpoken: boolean;
}

/**
 * The names under which an account can speak.
 *
 * @param essayId the thread; null: an essay of its own
 */
export async function speakersIn(
  db: Reader,
  house: House,
  account: Account,
  { essayId }: { essayId: string | null },
): Promise<Speakers> {
  const keys = keysOf(account);
  const penNameIds = account.vault.names.map(({ id }) => id);
  const active = (await ownNames(db, account)).filter(({ retired }) => !retired);
  const pens = active.map(({ id, name, key }): Speaking => {
    return { as: id, kind: "pen_name", name, penNameId: id, key, keys, penNameIds };
  });
  const here = essayId === null ? null : await hereAlready(db, house, { keys, essayId });
  const threads = account.vault.threadKeys.flatMap((key, place): Speaking[] => {
    const name = here?.names.get(key) ?? null;
    if (place > 0 && name === null) return [];
    const as = place === 0 ? AS_THREAD_NAME : `${AS_THREAD_NAME}-${place}`;
    return [{ as, kind: "thread_name", name, penNameId: null, key, keys, penNameIds }];
  });
  // Whoever took up a name of the old blog goes on under it where it has spoken.
  const taken = account.vault.claimed.flatMap(({ key }, place): Speaking[] => {
    const name = here?.names.get(key) ?? null;
    const as = `${AS_CLAIMED_NAME}-${place}`;
    if (name === null) return [];
    return [{ as, kind: "thread_name", name, penNameId: null, key, keys, penNameIds }];
  });
  const all = [...pens, ...threads, ...taken];
  const last = all.find(({ key }) => key === here?.lastKey);
  const usual = all.find(({ as }) => as === account.vault.usual) ?? all[0];
  const chosen = last ?? usual;
  // An account always has its own key of thread names.
  if (!chosen) throw new Error("an account without a name to speak with");
  return { all, chosen, hasSpoken: last !== undefined };
}

/** The names that these keys have in a thread, and the key that wrote there last. */
async function hereAlready(
  db: Reader,
  house: House,
  { keys, essayId }: { keys: readonly string[]; essayId: string },
) {
  const keyOf = new Map(
    keys.flatMap((key) =>
      ownerMarks(house.secrets, key, [essayId]).map((mark) => [mark, key] as const),
    ),
  );
  const mine = { essayId, marks: [...keyOf.keys()] };
  const rows = await namesOfOwner(db, mine).execute();
  const names = new Map(rows.map((row) => [keyOf.get(row.owner_mark ?? ""), row.name] as const));
  if (rows.length === 0) return { names, lastKey: undefined };
  const newest = await newestOfOwner(db, mine).executeTakeFirst();
  // Who has a name here and no comment wrote the essay itself.
  const mark = newest?.owner_mark ?? rows.at(0)?.owner_mark ?? "";
  return { names, lastKey: keyOf.get(mark) };
}

/**
 * Does a name still speak? Asked again in the moment of writing: a pen name may have been retired,
 * and any name's account may have begun to leave.
 */
export async function stillSpeaks(
  db: Reader,
  { secrets }: Pick<House, "secrets">,
  { key, penNameId }: Speaker,
): Promise<boolean> {
  if (penNameId === null) {
    const list = await keyListAt(db, {
      locators: keyListLocators(secrets, key),
    }).executeTakeFirst();
    return list?.erase_at === null;
  }
  const row = await penNamesById(db, { ids: [penNameId] }).executeTakeFirst();
  return row !== undefined && row.retired === 0 && row.erase_at === null;
}
