/** Names of the old blog that somebody here says are theirs. */
import type { Insertable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { ClaimedNamesTable, NameClaimsTable } from "../schema-accounts.ts";

export function insertNameClaim(trx: Writer, row: Insertable<NameClaimsTable>) {
  return trx
    .insertInto("name_claims")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doNothing());
}

export function nameClaimById(db: Reader, { id }: { id: string }) {
  return db.selectFrom("name_claims").selectAll().where("id", "=", id);
}

export function nameClaimsById(db: Reader, { ids }: { ids: readonly string[] }) {
  return db.selectFrom("name_claims").selectAll().where("id", "in", ids);
}

/** What waits for the operator's word, the oldest first. */
export function openNameClaims(db: Reader) {
  return db
    .selectFrom("name_claims")
    .selectAll()
    .where("outcome", "is", null)
    .orderBy("asked_on")
    .orderBy("id");
}

/** Writes down what was decided, and lets go of the key and of how it was to be shown. */
export function decideNameClaims(
  trx: Writer,
  { ids, outcome }: { ids: readonly string[]; outcome: "accepted" | "declined" },
) {
  return trx
    .updateTable("name_claims")
    .set({ outcome, sealed_key: null, shown_as: "imported", pen_name_id: null })
    .where("id", "in", ids)
    .where("outcome", "is", null);
}

export function deleteOpenNameClaims(trx: Writer, { ids }: { ids: readonly string[] }) {
  return trx.deleteFrom("name_claims").where("id", "in", ids).where("outcome", "is", null);
}

/** Names that were taken up and are this one, or look like it. */
export function claimedNamesLike(
  db: Reader,
  { nameKey, lookKey }: { nameKey: string; lookKey: string },
) {
  return db
    .selectFrom("claimed_names")
    .selectAll()
    .where((eb) =>
      eb.or([
        eb("name_key", "=", nameKey),
        eb.and([eb("look_key", "=", lookKey), eb("look_key", "<>", "")]),
      ]),
    );
}

/** The names that these marks own. */
export function claimedNamesByKey(db: Reader, { nameKeys }: { nameKeys: readonly string[] }) {
  return db.selectFrom("claimed_names").selectAll().where("name_key", "in", nameKeys);
}

export function insertClaimedName(trx: Writer, row: Insertable<ClaimedNamesTable>) {
  return trx
    .insertInto("claimed_names")
    .values(row)
    .onConflict((conflict) => conflict.column("name_key").doNothing());
}
