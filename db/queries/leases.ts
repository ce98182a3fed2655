import type { Writer } from "../connect.ts";

/**
 * Takes, or prolongs, the sole right to do a piece of work (`name`) until a moment.
 * @param now and `until`: ms since 1970, by the caller's clock.
 * @returns whether `holder` has it; false while somebody else's has not run out.
 */
export async function takeLease(
  trx: Writer,
  { name, holder, now, until }: { name: string; holder: string; now: number; until: number },
): Promise<boolean> {
  const row = await trx
    .insertInto("leases")
    .values({ name, holder, expires_at: until })
    .onConflict((conflict) =>
      conflict
        .column("name")
        .doUpdateSet({ holder, expires_at: until })
        .where((eb) =>
          eb.or([eb("leases.holder", "=", holder), eb("leases.expires_at", "<=", now)]),
        ),
    )
    .returning("holder")
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives a lease back before its time; does nothing where somebody else holds it by now. */
export async function giveLeaseBack(
  trx: Writer,
  { name, holder }: { name: string; holder: string },
): Promise<void> {
  await trx.deleteFrom("leases").where("name", "=", name).where("holder", "=", holder).execute();
}
