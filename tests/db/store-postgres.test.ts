import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import pg from "pg";
import { afterEach, describe, expect, inject, it } from "vitest";
import { connect, type Store } from "#db/connect.ts";
import { addOne, counted, holdWriter } from "#tests/support/counting.ts";
import { freshDatabaseUrl } from "#tests/support/databases.ts";

const stores: Store[] = [];

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

async function opened(options?: Parameters<typeof connect>[1]): Promise<Store> {
  const store = await connect(await freshDatabaseUrl("postgres"), options);
  stores.push(store);
  return store;
}

/** Ends every connection to the store's database from outside, as a restart would. */
async function endConnections(store: Store): Promise<number> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(
    store.read,
  );
  const client = new pg.Client({ connectionString: `${inject("postgresCluster")}postgres` });
  await client.connect();
  const ended = await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1",
    [rows[0]?.name],
  );
  await client.end();
  return ended.rowCount ?? 0;
}

describe("the store on PostgreSQL", () => {
  it("waits for the disk at every commit, and bounds statements, locks and idle transactions", async () => {
    const store = await opened();
    const setting = (name: string) =>
      store.write(async (trx) => {
        const { rows } = await sql<{
          value: string;
        }>`select current_setting(${name}) as value`.execute(trx);
        return rows[0]?.value;
      });
    expect(await setting("synchronous_commit")).toBe("on");
    expect(await setting("statement_timeout")).toBe("10s");
    expect(await setting("lock_timeout")).toBe("5s");
    expect(await setting("idle_in_transaction_session_timeout")).toBe("15s");
  });

  it("outlives the end of all its connections", async () => {
    const store = await opened();
    await store.write((trx) => addOne(trx));
    expect(await endConnections(store)).toBeGreaterThanOrEqual(2);
    const read = async () => (await counted(store.read)) === 1;
    const reading = sql`select pg_sleep(20)`.execute(store.read);
    const cut = expect(reading).rejects.toMatchObject({ kind: "store_unavailable" });
    await setTimeout(100);
    await endConnections(store);
    await cut;
    await expect.poll(() => read().catch(() => false)).toBe(true);
    await store.write((trx) => addOne(trx));
    expect(await counted(store.read)).toBe(2);
  });

  it("refuses the whole group when its connection ends in the middle", async () => {
    const store = await opened({ groupMs: 10_000 });
    const hold = await holdWriter(store);
    const first = store.write((trx) => addOne(trx, "first"));
    const second = store.write(async (trx) => {
      await endConnections(store);
      await addOne(trx, "second");
    });
    const outcomes = Promise.allSettled([hold.letGo(), first, second]);
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({ reason: { kind: "store_unavailable" } });
    }
    await expect.poll(() => counted(store.read, "first").catch(() => "gone")).toBeNull();
    await store.write((trx) => addOne(trx, "third"));
    expect(await counted(store.read, "third")).toBe(1);
  });

  it("cuts off a statement that runs too long", async () => {
    const store = await opened({ statementTimeoutMs: 300, deadlineMs: 250 });
    const endless = store.write(async (trx) => {
      await addOne(trx);
      await sql`select pg_sleep(30)`.execute(trx);
    });
    await expect(endless).rejects.toMatchObject({ kind: "store_unavailable" });
    await expect(sql`select pg_sleep(30)`.execute(store.read)).rejects.toMatchObject({
      kind: "store_unavailable",
      code: "57014",
    });
    await store.write((trx) => addOne(trx));
    expect(await counted(store.read)).toBe(1);
  });

  it("gives counts and sums as numbers", async () => {
    const store = await opened();
    await store.write((trx) => addOne(trx));
    const { rows } = await sql`select count(*) as c, sum(value) as s, max(value) as m
      from counters`.execute(store.read);
    expect(rows).toEqual([{ c: 1, s: 1, m: 1 }]);
  });

  it("says so when nobody answers", async () => {
    await expect(connect("postgres://x:y@127.0.0.1:1/none")).rejects.toMatchObject({
      kind: "store_unavailable",
      code: "ECONNREFUSED",
    });
  });
});
