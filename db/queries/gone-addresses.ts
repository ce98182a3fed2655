/** Where essays stood whose words have left: keyed hashes of slugs and old paths. */
import type { Insertable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { GoneAddressesTable } from "../schema.ts";

/** The essay that had one of these addresses before its words left. */
export function essayAtGoneAddress(db: Reader, { marks }: { marks: readonly string[] }) {
  return db
    .selectFrom("gone_addresses")
    .innerJoin("essays", "essays.id", "gone_addresses.essay_id")
    .select(["essays.id", "essays.slug"])
    .where("gone_addresses.address_mark", "in", marks);
}

/** One that has led to another essay before leads to the one that left last. */
export function insertGoneAddresses(trx: Writer, rows: readonly Insertable<GoneAddressesTable>[]) {
  return trx
    .insertInto("gone_addresses")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column("address_mark")
        .doUpdateSet((eb) => ({ essay_id: eb.ref("excluded.essay_id") })),
    );
}
