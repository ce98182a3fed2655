/** What stands behind keys, before and after they are taken up. */
import type { Reader } from "#db/connect.ts";
import { threadsOfOwner } from "#db/queries/claims.ts";
import type { House } from "../house.ts";
import { readSecret } from "../identity/key.ts";
import { findKeyList, type KeyList } from "../identity/key-list.ts";
import { ownerMarks } from "../identity/marks.ts";
import { marksOfRing } from "../identity/secret-ring.ts";
import type { ClaimableKey, ClaimableThread, KeyFault } from "./claim-types.ts";
import { keysOf } from "./own-names.ts";
import type { Account } from "./types.ts";

/** Keys that are taken up at once. */
const KEYS_AT_ONCE = 10;
/** Keys of thread names of one account: each is looked through for what is new. */
export const THREAD_KEYS_LIMIT = 100;
/** How many threads one query names. */
const AT_ONCE = 400;

/** What the key that takes over remembers the old one by. */
export const TAKEN_UP = "taken up";

interface FoundKey {
  key: string;
  /** Null: this account has taken it up already; `taken` is the key that has what it had. */
  list: KeyList | null;
  taken: { key: string; list: KeyList } | null;
}

/**
 * Reads keys as they were typed, one a line, each once; nothing is changed.
 *
 * @param typed one key a line; empty lines don't count
 * @returns the keys in use and those that are this account's already, or what is wrong, by line
 */
export async function readKeys(
  db: Reader,
  house: Pick<House, "secrets">,
  account: Account,
  typed: string,
): Promise<{ ok: true; keys: FoundKey[] } | { ok: false; faults: KeyFault[] }> {
  const faults: KeyFault[] = [];
  const keys: FoundKey[] = [];
  const lines = typed.slice(0, 10_000).split("\n");
  for (const [index, text] of lines.entries()) {
    const read = readSecret(text);
    const line = index + 1;
    if (!read.ok && read.reason === "empty") continue;
    if (keys.length + faults.length >= KEYS_AT_ONCE) {
      return { ok: false, faults: [{ reason: "too_many", limit: KEYS_AT_ONCE }] };
    }
    if (!read.ok || read.kind === "take_back_code") {
      faults.push({ reason: read.ok ? "code" : "typo", line });
      continue;
    }
    if (keys.some(({ key }) => key === read.key)) continue;
    const found = await lookUp(db, house, account, read.key);
    if (found === null) faults.push({ reason: "unknown", line });
    else if (found === "yours") faults.push({ reason: "yours", line });
    else keys.push(found);
  }
  if (faults.length === 0 && keys.length === 0) faults.push({ reason: "empty" });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, keys };
}

async function lookUp(
  db: Reader,
  { secrets }: Pick<House, "secrets">,
  account: Account,
  key: string,
): Promise<FoundKey | "yours" | null> {
  if (keysOf(account).includes(key)) return "yours";
  const list = await findKeyList(db, secrets, key);
  if (list) return { key, list, taken: null };
  const marks = marksOfRing(secrets, TAKEN_UP, key);
  for (const mine of account.vault.threadKeys.slice(1)) {
    const taken = await findKeyList(db, secrets, mine);
    if (taken && marks.includes(taken.replaces ?? "")) {
      return { key, list: null, taken: { key: mine, list: taken } };
    }
  }
  return null;
}

/** The threads in which a key has a name, by title. */
export async function threadsOfKey(
  db: Reader,
  { secrets }: Pick<House, "secrets">,
  { key, list }: { key: string; list: KeyList },
): Promise<ClaimableThread[]> {
  const threads: ClaimableThread[] = [];
  for (let at = 0; at < list.threads.length; at += AT_ONCE) {
    const essayIds = list.threads.slice(at, at + AT_ONCE);
    const marks = ownerMarks(secrets, key, essayIds);
    for (const row of await threadsOfOwner(db, { essayIds, marks }).execute()) {
      const { id: essayId, slug, name } = row;
      const ownEssay = row.essay_mark !== null && row.essay_mark === row.owner_mark;
      const title = row.state === "visible" || ownEssay ? row.title : "";
      threads.push({ essayId, slug, title: title === "" ? null : title, name, ownEssay });
    }
  }
  return threads.sort(
    (a, b) =>
      (a.title ?? "").localeCompare(b.title ?? "", "en") || (a.essayId < b.essayId ? -1 : 1),
  );
}

/**
 * What these keys would bring along.
 *
 * @param typed one key a line
 */
export async function lookAtKeys(
  house: House,
  account: Account,
  { typed }: { typed: string },
): Promise<{ ok: true; keys: ClaimableKey[] } | { ok: false; faults: KeyFault[] }> {
  const { read } = house.store;
  const found = await readKeys(read, house, account, typed);
  if (!found.ok) return found;
  const used = found.keys.filter(({ list }) => list === null);
  if (used.length > 0) {
    const lines = typed.split("\n").map((line) => readSecret(line));
    const faults = used.map(({ key }): KeyFault => {
      const line = lines.findIndex((one) => one.ok && one.key === key) + 1;
      return { reason: "yours", line };
    });
    return { ok: false, faults };
  }
  const keys: ClaimableKey[] = [];
  for (const { key, list } of found.keys) {
    if (!list) continue;
    const threads = await threadsOfKey(read, house, { key, list });
    keys.push({ threads, ...counted(list) });
  }
  return { ok: true, keys };
}

function counted(list: KeyList | null) {
  return { drafts: list?.drafts.length ?? 0, scheduled: list?.scheduled?.length ?? 0 };
}

/** What was taken up before and still stands under thread names, key by key. */
export async function takenUp(house: House, { vault }: Account): Promise<ClaimableKey[]> {
  const { read } = house.store;
  const keys: ClaimableKey[] = [];
  for (const key of vault.threadKeys.slice(1)) {
    const list = await findKeyList(read, house.secrets, key);
    const threads = list ? await threadsOfKey(read, house, { key, list }) : [];
    keys.push({ threads, ...counted(list) });
  }
  return keys;
}
