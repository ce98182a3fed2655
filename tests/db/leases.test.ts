import { expect, it } from "vitest";
import type { Store } from "#db/connect.ts";
import { giveLeaseBack, takeLease } from "#db/queries/leases.ts";
import { eachDialect } from "#tests/support/databases.ts";

function take(store: Store, holder: string, now: number): Promise<boolean> {
  return store.write((trx) => takeLease(trx, { name: "tidy", holder, now, until: now + 100 }));
}

eachDialect("leases", (open) => {
  it("are held by one at a time until they run out", async () => {
    const store = await open();
    expect(await take(store, "one", 1_000)).toBe(true);
    expect(await take(store, "two", 1_099)).toBe(false);
    expect(await take(store, "one", 1_099)).toBe(true);
    expect(await take(store, "two", 1_150)).toBe(false);
    expect(await take(store, "two", 1_199)).toBe(true);
    expect(await take(store, "one", 1_200)).toBe(false);
  });

  it("go to exactly one of many who ask at once", async () => {
    const store = await open();
    const asked = Array.from({ length: 20 }, (_, number) => take(store, `holder ${number}`, 1_000));
    expect((await Promise.all(asked)).filter((got) => got)).toHaveLength(1);
  });

  it("can be given back, by their holder only", async () => {
    const store = await open();
    await take(store, "one", 1_000);
    await store.write((trx) => giveLeaseBack(trx, { name: "tidy", holder: "two" }));
    expect(await take(store, "two", 1_001)).toBe(false);
    await store.write((trx) => giveLeaseBack(trx, { name: "tidy", holder: "one" }));
    expect(await take(store, "two", 1_001)).toBe(true);
  });
});
