/**
 * Bounds the guessing of recovery codes by the whole store, beside what bounds it by address. A code
 * can't be guessed anyway (85 bits); nobody has to wait longer than a minute.
 */
import { insertTries, triesAt, updateTries } from "#db/queries/sign-in-tries.ts";
import type { House } from "../house.ts";
import { mark } from "../identity/secret-ring.ts";

const MINUTE = 60 * 1_000;
/** Wrong codes of everybody together, in a minute. */
export const WRONG_CODES_LIMIT = 600;

function bucket({ secrets }: House): string {
  return mark(secrets, "tries of recovery codes");
}

/** Have too many wrong codes been typed in this minute? */
export async function tooManyWrongCodes(house: House): Promise<boolean> {
  const row = await triesAt(house.store.read, { mark: bucket(house) }).executeTakeFirst();
  const left = (row?.next_at ?? 0) - house.clock().getTime();
  // A clock that was turned back never makes it longer than a minute.
  return row !== undefined && row.failures >= WRONG_CODES_LIMIT && left > 0 && left <= MINUTE;
}

/** Counts a wrong code. */
export async function countWrongCode(house: House): Promise<void> {
  const now = house.clock().getTime();
  const name_mark = bucket(house);
  await house.store.write(async (trx) => {
    const was = await triesAt(trx, { mark: name_mark }).executeTakeFirst();
    if (!was) {
      await insertTries(trx, { name_mark, failures: 1, next_at: now + MINUTE }).execute();
      return;
    }
    const left = was.next_at - now;
    const same = left > 0 && left <= MINUTE;
    const failures = same ? was.failures + 1 : 1;
    await updateTries(trx, { was, failures, nextAt: same ? was.next_at : now + MINUTE }).execute();
  });
}
