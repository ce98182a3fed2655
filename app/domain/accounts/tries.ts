/**
 * Bounds guessing. Tries are counted by a mark of the name, whether somebody has that name or not,
 * in the store, so that every process counts the same. Nobody is ever shut out for good: the longest
 * wait is a minute.
 */
import type { Reader, Writer } from "#db/connect.ts";
import {
  deleteTries,
  deleteTriesBefore,
  insertTries,
  triesAt,
  updateTries,
} from "#db/queries/sign-in-tries.ts";
import type { SignInTriesTable } from "#db/schema-accounts.ts";
import type { House } from "../house.ts";
import { nameKey } from "../identity/names.ts";
import { mark } from "../identity/secret-ring.ts";

const SECOND = 1_000;
const LONGEST_WAIT = 60 * SECOND;
/** So many failures in a row and the next may follow at once. */
const AT_ONCE = 5;
/** After so long without a try, failures are forgotten. */
const FORGOTTEN_AFTER = 24 * 60 * 60 * SECOND;
/** Of all names together, in a minute: against one passphrase tried on every name. */
const OF_EVERYBODY = 120;

/** One person's tries, as far as we can tell people apart: a name, or a browser that knows it. */
interface Bucket {
  mark: string;
  /** Counted among everybody's as well. */
  shared: boolean;
}

/**
 * Where the tries of a name are counted.
 *
 * @param browser the token of a browser that has signed in with this name before
 */
export function bucketOf(
  { secrets }: House,
  { name, browser }: { name: string; browser: string | null },
): Bucket {
  const key = nameKey(name);
  if (browser === null) return { mark: mark(secrets, "tries", key), shared: true };
  return { mark: mark(secrets, "tries of a browser", browser, key), shared: false };
}

/** How long, after so many failures in a row, the next try has to wait; ms. */
export function waitAfter(failures: number): number {
  if (failures < AT_ONCE) return 0;
  return Math.min(LONGEST_WAIT, 2 ** Math.min(10, failures - AT_ONCE) * SECOND);
}

/** Milliseconds to wait; a clock that was turned back never makes it more than the longest. */
function leftOf(row: SignInTriesTable | undefined, now: number): number {
  const left = (row?.next_at ?? now) - now;
  return left > 0 && left <= LONGEST_WAIT ? left : 0;
}

function everybody({ secrets }: House): string {
  return mark(secrets, "tries of everybody");
}

/** Seconds until the next try may be made; 0: now. Counts nothing. */
export async function secondsToWait(db: Reader, house: House, bucket: Bucket): Promise<number> {
  const now = house.clock().getTime();
  const own = leftOf(await triesAt(db, bucket).executeTakeFirst(), now);
  if (own > 0 || !bucket.shared) return Math.ceil(own / SECOND);
  const all = await triesAt(db, { mark: everybody(house) }).executeTakeFirst();
  const left = all && all.failures >= OF_EVERYBODY ? leftOf(all, now) : 0;
  return Math.ceil(left / SECOND);
}

/**
 * Counts one try, as if it had failed already: of many at once, no more are let through than may be.
 *
 * @returns seconds to wait, where it may not be made; 0: it may
 */
export async function takeTry(trx: Writer, house: House, bucket: Bucket): Promise<number> {
  const now = house.clock().getTime();
  for (;;) {
    const wait = await secondsToWait(trx, house, bucket);
    if (wait > 0) return wait;
    const was = await triesAt(trx, bucket).executeTakeFirst();
    const before = was && was.next_at > now - FORGOTTEN_AFTER ? was.failures : 0;
    const failures = before + 1;
    const nextAt = now + waitAfter(failures);
    const written = was
      ? await updateTries(trx, { was, failures, nextAt }).executeTakeFirst()
      : await insertTries(trx, {
          name_mark: bucket.mark,
          failures,
          next_at: nextAt,
        }).executeTakeFirst();
    if (!written) continue; // on another node, somebody tried in the same moment
    if (bucket.shared) await countAmongAll(trx, house, now);
    return 0;
  }
}

/** Everybody's row counts to the end of its minute, then anew. */
async function countAmongAll(trx: Writer, house: House, now: number): Promise<void> {
  const name_mark = everybody(house);
  const was = await triesAt(trx, { mark: name_mark }).executeTakeFirst();
  const ends = now + LONGEST_WAIT;
  if (!was) await insertTries(trx, { name_mark, failures: 1, next_at: ends }).execute();
  else if (leftOf(was, now) === 0) {
    await updateTries(trx, { was, failures: 1, nextAt: ends }).execute();
  } else {
    const { failures, next_at: nextAt } = was;
    await updateTries(trx, { was, failures: failures + 1, nextAt }).execute();
  }
}

/** It was the right one: its failures count no more. */
export async function forgetTries(trx: Writer, bucket: Bucket): Promise<void> {
  await deleteTries(trx, bucket).execute();
}

/** Drops what has been forgotten anyway. */
export async function dropOldTries(trx: Writer, house: House): Promise<void> {
  const moment = house.clock().getTime() - FORGOTTEN_AFTER;
  await deleteTriesBefore(trx, { moment }).execute();
}
