import { AsyncLocalStorage } from "node:async_hooks";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { connect, type Writer } from "#db/connect.ts";
import { addOne, counted, holdWriter } from "#tests/support/counting.ts";
import { eachDialect } from "#tests/support/databases.ts";

const ON_PURPOSE = "rolled back on purpose";

eachDialect("the store", (open, _dialect, url) => {
  it("keeps fifty concurrent read-modify-writes exact when every fifth is rolled back", async () => {
    const store = await open();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, number) =>
        store.write(async (trx) => {
          await addOne(trx);
          if (number % 5 === 4) throw new Error(ON_PURPOSE);
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(10);
    expect(await counted(store.read)).toBe(40);
  });

  it("keeps them exact when two processes write", async () => {
    const address = await url();
    const nodes = [await connect(address), await connect(address)];
    await Promise.all(
      Array.from({ length: 60 }, (_, number) => nodes[number % 2]?.write((trx) => addOne(trx))),
    );
    expect(await Promise.all(nodes.map((node) => counted(node.read)))).toEqual([60, 60]);
    for (const node of nodes) await node.close();
  });

  it("keeps an acknowledged insert through another request's rollback", async () => {
    const store = await open();
    const hold = await holdWriter(store);
    const kept = store.write((trx) => addOne(trx, "kept"));
    const undone = store.write(async (trx) => {
      await addOne(trx, "undone");
      throw new Error(ON_PURPOSE);
    });
    const after = store.write(async (trx) => [
      await counted(trx, "kept"),
      await counted(trx, "undone"),
    ]);
    await hold.letGo();
    await kept;
    await expect(undone).rejects.toThrow(ON_PURPOSE);
    expect(await after).toEqual([1, null]);
    expect(await counted(store.read, "kept")).toBe(1);
    expect(await counted(store.read, "undone")).toBeNull();
  });

  it("commits a hundred that wait together in a few groups", async () => {
    const commits: number[] = [];
    const store = await open({ onCommit: (writes) => commits.push(writes), groupMs: 10_000 });
    const hold = await holdWriter(store);
    const writes = Array.from({ length: 100 }, () => store.write((trx) => addOne(trx)));
    expect(store.waiting).toBe(100);
    await hold.letGo();
    await Promise.all(writes);
    expect(commits.reduce((sum, size) => sum + size, 0)).toBe(101);
    expect(commits.length).toBeLessThanOrEqual(3);
    expect(await counted(store.read)).toBe(100);
  });

  it("tells nobody of a success before everybody else can see it", async () => {
    const address = await url();
    const store = await connect(address);
    const other = await connect(address);
    const seen = await Promise.all(
      Array.from({ length: 20 }, async (_, number) => {
        await store.write((trx) => addOne(trx, `write ${number}`));
        return counted(other.read, `write ${number}`);
      }),
    );
    expect(seen).toEqual(Array.from({ length: 20 }, () => 1));
    await store.close();
    await other.close();
  });

  it("does not acknowledge a write whose error was swallowed", async () => {
    const store = await open();
    await store.write((trx) => addOne(trx, "twice"));
    const write = store.write(async (trx) => {
      await addOne(trx, "half");
      const again = trx.insertInto("counters").values({ name: "twice", value: 1 }).execute();
      await again.catch(() => undefined);
      return "fine";
    });
    await expect(write).rejects.toMatchObject({ kind: "store_constraint", rule: "unique" });
    expect(await counted(store.read, "half")).toBeNull();
  });

  it("refuses a write within a write at once, and runs each in its caller's context", async () => {
    const store = await open();
    const nested = store.write(() => store.write((trx) => addOne(trx, "inner")));
    await expect(nested).rejects.toThrow("within a write");
    const request = new AsyncLocalStorage<number>();
    const seen = await Promise.all(
      [1, 2, 3].map((number) =>
        request.run(number, () =>
          store.write(async (trx) => {
            await addOne(trx, `request ${number}`);
            return request.getStore();
          }),
        ),
      ),
    );
    expect(seen).toEqual([1, 2, 3]);
    expect(await counted(store.read, "inner")).toBeNull();
  });

  it("cuts off a work that never ends, and what it does afterwards", async () => {
    const store = await open({ deadlineMs: 300 });
    let kept: Writer | null = null;
    const stuck = store.write(async (trx) => {
      kept = trx;
      await addOne(trx, "stuck");
      await new Promise(() => undefined);
    });
    const next = store.write((trx) => addOne(trx, "next"));
    await expect(stuck).rejects.toMatchObject({ kind: "store_unavailable", code: "DEADLINE" });
    await next;
    const late = kept as Writer | null;
    if (!late) throw new Error("The work was never begun.");
    await expect(addOne(late, "late")).rejects.toThrow(/has ended|already rolled back/);
    expect(await counted(store.read, "stuck")).toBeNull();
    expect(await counted(store.read, "next")).toBe(1);
  });

  it("refuses what would wait behind too many, and what has waited too long", async () => {
    const store = await open({ maxWaiting: 5, maxWaitMs: 200, groupMs: 10_000 });
    const hold = await holdWriter(store);
    const writes = Array.from({ length: 8 }, () => store.write((trx) => addOne(trx)));
    for (const write of writes.slice(5)) {
      await expect(write).rejects.toMatchObject({ kind: "store_busy", code: "QUEUE_FULL" });
    }
    const waiting = Promise.allSettled(writes.slice(0, 5));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await hold.letGo();
    for (const outcome of await waiting) {
      expect(outcome).toMatchObject({ reason: { kind: "store_busy", code: "WAITED" } });
    }
    await store.write((trx) => addOne(trx));
    expect(await counted(store.read)).toBe(1);
  });

  it("says that it is unavailable while another process keeps writing, then goes on", async () => {
    const address = await url();
    const other = await connect(address);
    const store = await connect(address, { busyTimeoutMs: 200, lockTimeoutMs: 200 });
    const hold = await holdWriter(other);
    const refused = Promise.allSettled([1, 2, 3].map(() => store.write((trx) => addOne(trx))));
    for (const outcome of await refused) {
      expect(outcome).toMatchObject({ reason: { kind: "store_unavailable" } });
    }
    expect(await counted(store.read)).toBeNull();
    await hold.letGo();
    await store.write((trx) => addOne(trx));
    expect(await counted(store.read)).toBe(1);
    await store.close();
    await other.close();
  });

  it("can't be written to through its readers", async () => {
    const store = await open();
    const insert = store.read.insertInto("counters").values({ name: "sum", value: 1 });
    await expect(insert.execute()).rejects.toThrow(/read-?only/);
    await expect(sql`delete from counters`.execute(store.read)).rejects.toThrow(/read-?only/);
    expect(await counted(store.read)).toBeNull();
  });

  it("counts the rows that a query changed, with and without returning", async () => {
    const store = await open();
    await store.write(async (trx) => {
      const rows = ["a", "b", "c"].map((name) => ({ name, value: 2 ** 40 }));
      const inserted = await trx.insertInto("counters").values(rows).executeTakeFirstOrThrow();
      expect(inserted.numInsertedOrUpdatedRows).toBe(3n);
      const updated = await trx
        .updateTable("counters")
        .set({ value: 7 })
        .where("name", "<>", "a")
        .executeTakeFirstOrThrow();
      expect(updated.numUpdatedRows).toBe(2n);
      const returned = await trx.deleteFrom("counters").where("value", "=", 7).returning("name");
      expect((await returned.execute()).map(({ name }) => name).toSorted()).toEqual(["b", "c"]);
      const none = await trx.deleteFrom("counters").where("name", "=", "z").executeTakeFirst();
      expect(none.numDeletedRows).toBe(0n);
    });
    const count = store.read.selectFrom("counters").select((eb) => eb.fn.countAll().as("rows"));
    expect(await count.executeTakeFirst()).toEqual({ rows: 1 });
    expect(await counted(store.read, "a")).toBe(2 ** 40);
  });

  it("refuses values that one of the databases would not keep", async () => {
    const store = await open();
    const write = (name: unknown) =>
      store.write((trx) => sql`insert into counters values (${name}, 1)`.execute(trx));
    await expect(write("a\0b")).rejects.toThrow();
    expect(await store.read.selectFrom("counters").selectAll().execute()).toEqual([]);
  });

  it("waits for the writes that are here when it closes, and refuses others", async () => {
    const address = await url();
    const store = await connect(address);
    const writes = Array.from({ length: 10 }, () => store.write((trx) => addOne(trx)));
    const closing = store.close();
    await expect(store.write((trx) => addOne(trx))).rejects.toMatchObject({ code: "CLOSED" });
    await Promise.all([...writes, closing]);
    const again = await connect(address);
    expect(await counted(again.read)).toBe(10);
    await again.close();
  });

  it("does not stream", async () => {
    const store = await open();
    const rows = store.read.selectFrom("counters").selectAll().stream();
    await expect(rows.next()).rejects.toThrow("Streaming is not supported");
  });
});
