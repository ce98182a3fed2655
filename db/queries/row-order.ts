import { sql } from "kysely";
import type { Reader, Writer } from "../connect.ts";

const LAID_OUT = "names_laid_out";
/** So that one account more and one name less don't look like nothing. */
const APART = 1_000_003;

/**
 * Have accounts or names come or gone since the store was last laid out anew?
 *
 * @returns what to note once it has been laid out; null: none have
 */
export async function namesSinceLaidOut(db: Reader): Promise<number | null> {
  const { rows } = await sql<{ accounts: number; names: number; noted: number | null }>`select
    (select count(*) from accounts) as accounts,
    (select count(*) from pen_names) as names,
    (select value from counters where name = ${LAID_OUT}) as noted`.execute(db);
  const [{ accounts = 0, names = 0, noted = null } = {}] = rows;
  const now = Number(accounts) * APART + Number(names);
  return now === (noted ?? 0) ? null : now;
}

export function noteLaidOut(trx: Writer, { value }: { value: number }) {
  return trx
    .insertInto("counters")
    .values({ name: LAID_OUT, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }));
}
