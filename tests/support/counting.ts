import { sql } from "kysely";
import type { Store, Writer } from "#db/connect.ts";

/** Adds one to a counter by reading and writing it, as code that isn't careful would. */
export async function addOne(trx: Writer, name = "sum"): Promise<void> {
  const value = await counted(trx, name);
  if (value === null) await trx.insertInto("counters").values({ name, value: 1 }).execute();
  else {
    await trx
      .updateTable("counters")
      .set({ value: value + 1 })
      .where("name", "=", name)
      .execute();
  }
}

/** The value of a counter; null where there is none. */
export async function counted(db: Store["read"] | Writer, name = "sum"): Promise<number | null> {
  const row = await db
    .selectFrom("counters")
    .select("value")
    .where("name", "=", name)
    .executeTakeFirst();
  return row?.value ?? null;
}

/** A write that stays open until it is let go, so that others have to wait behind it. */
export async function holdWriter(store: Store): Promise<{ letGo: () => Promise<void> }> {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  let begun: () => void = () => undefined;
  const started = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const held = store.write(async (trx) => {
    await sql`select 1`.execute(trx);
    begun();
    await gate;
  });
  await Promise.race([started, held]);
  return {
    letGo: () => {
      open();
      return held;
    },
  };
}
