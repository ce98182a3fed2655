import type { Writer } from "../connect.ts";

/** Stores that a challenge has been used. Inserts nothing where it had been. */
export function insertUsedChallenge(trx: Writer, row: { mark: string; expires_at: number }) {
  return trx
    .insertInto("used_challenges")
    .values(row)
    .onConflict((conflict) => conflict.column("mark").doNothing())
    .returning("mark");
}

export function deleteExpiredChallenges(trx: Writer, { now }: { now: number }) {
  return trx.deleteFrom("used_challenges").where("expires_at", "<=", now);
}
