import { expect, it } from "vitest";
import { changesSince, latestChange, recordChanges } from "#db/queries/changes.ts";
import { eachDialect } from "#tests/support/databases.ts";

eachDialect("changes", (open) => {
  it("tells each subject once, after the number one has seen", async () => {
    const store = await open();
    expect(await changesSince(store.read, 0)).toEqual({ seq: 0, subjects: [] });
    await store.write((trx) => recordChanges(trx, ["essay:aaa", "fronts", "essay:aaa"]));
    const first = await changesSince(store.read, 0);
    expect(first.seq).toBe(1);
    expect(first.subjects.toSorted()).toEqual(["essay:aaa", "fronts"]);
    await store.write((trx) => recordChanges(trx, ["essay:bbb"]));
    await store.write((trx) => recordChanges(trx, ["essay:bbb", "site"]));
    const second = await changesSince(store.read, first.seq);
    expect(second.seq).toBe(3);
    expect(second.subjects.toSorted()).toEqual(["essay:bbb", "site"]);
    expect(await changesSince(store.read, second.seq)).toEqual({ seq: 3, subjects: [] });
  });

  it("notes nothing of a write that is rolled back, nor for no subjects", async () => {
    const store = await open();
    await expect(
      store.write(async (trx) => {
        await recordChanges(trx, ["site"]);
        throw new Error("rolled back on purpose");
      }),
    ).rejects.toThrow("on purpose");
    await store.write((trx) => recordChanges(trx, []));
    expect(await latestChange(store.read)).toBe(0);
  });

  it("gives everything to whoever has seen a number that the store has not reached", async () => {
    const store = await open();
    await store.write((trx) => recordChanges(trx, ["site", "fronts"]));
    const { seq, subjects } = await changesSince(store.read, 900);
    expect(seq).toBe(1);
    expect(subjects.toSorted()).toEqual(["fronts", "site"]);
  });

  it("loses no number when fifty record at once", async () => {
    const store = await open();
    await Promise.all(
      Array.from({ length: 50 }, (_, number) =>
        store.write((trx) => recordChanges(trx, [`essay:${number}`, "fronts"])),
      ),
    );
    const { seq, subjects } = await changesSince(store.read, 0);
    expect(seq).toBe(50);
    expect(subjects).toHaveLength(51);
  });
});
