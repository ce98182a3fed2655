import { expect, test } from "vitest";
import { makePenName } from "#app/domain/accounts/make-account.ts";
import { keysOf } from "#app/domain/accounts/own-names.ts";
import { changeVault } from "#app/domain/accounts/vault.ts";
import { takeBack } from "#app/domain/comments/take-back.ts";
import { runDueJobs } from "#app/domain/jobs/run-due-jobs.ts";
import { countsByPart, countsOf } from "#app/domain/leaving/own-counts.ts";
import { keysOfChoice } from "#app/domain/leaving/parts.ts";
import { bringBackTogether, takeBackTogether } from "#app/domain/leaving/take-back-together.ts";
import { checkIntegrity } from "#db/queries/integrity.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { DAY, HOUR, makeHouse, rotated } from "#tests/support/house.ts";
import { memberOf } from "#tests/support/member.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { commentAs, publishAs } from "#tests/support/speaking.ts";

eachDialect("taking back everything of a name", (open) => {
  /** An account with two pen names and thread names, and a stranger; both have written. */
  async function ready() {
    const store = await open();
    const house = makeHouse(store);
    await seedEssay(store, { id: "there" });
    const joined = await memberOf(house, { name: "Marsh Heron" });
    const second = await house.store.write((trx) => makePenName(trx, house, "Tin Kettle"));
    const account = await house.store.write((trx) =>
      changeVault(trx, house.secrets, joined, (vault) => ({
        ...vault,
        names: [...vault.names, second],
      })),
    );
    const stranger = await memberOf(house, { name: "Old Harbour" });
    const essay = await publishAs(house, account, {
      as: "Marsh Heron",
      title: "By the heron",
      tags: ["Wards"],
    });
    const essayId = essay.essay.id;
    await commentAs(house, stranger, { as: "Old Harbour", essayId });
    for (let count = 0; count < 130; count += 1) {
      await commentAs(house, account, {
        as: "Marsh Heron",
        essayId: "there",
        body: `No. ${count}`,
      });
    }
    await commentAs(house, account, { as: "Tin Kettle", essayId });
    await commentAs(house, account, { as: "thread", essayId: "there" });
    await commentAs(house, account, { as: "thread", essayId });
    const [heron = "", kettle = ""] = account.vault.names.map(({ key }) => key);
    house.told.length = 0;
    return { store, house, account, essayId, heron, kettle };
  }
  type Ready = Awaited<ReturnType<typeof ready>>;
  const states = async ({ store }: Pick<Ready, "store">) => {
    const rows = await store.read.selectFrom("comments").select(["by_name", "state"]).execute();
    const found: Record<string, number> = {};
    for (const { by_name, state } of rows) {
      const name = by_name === null || / /.test(by_name) === false ? "nobody" : by_name;
      found[`${name} ${state}`] = (found[`${name} ${state}`] ?? 0) + 1;
    }
    return found;
  };
  const eraseTimes = async ({ store }: Pick<Ready, "store">) => {
    const comments = await store.read
      .selectFrom("comments")
      .select("erase_at")
      .where("erase_at", "is not", null)
      .execute();
    return comments.map((row) => row.erase_at ?? 0);
  };

  test("goes in one go, at moments that tie nothing, and comes back as it was", async () => {
    const { store, house, account, essayId, heron } = await ready();
    const dump = async () => ({
      comments: await store.read.selectFrom("comments").selectAll().orderBy("id").execute(),
      essays: await store.read.selectFrom("essays").selectAll().orderBy("id").execute(),
    });
    const revised = <T extends { revision: number }>(rows: T[]) =>
      rows.map(({ revision: _, ...row }) => row);
    const before = await dump();
    const [mine] = await countsByPart(house, account);
    expect(mine).toMatchObject({ name: "Marsh Heron", essays: 1, comments: 130, undoable: 0 });

    expect(await takeBackTogether(house, { keys: [heron], together: "name" })).toBe(131);
    expect(new Set(house.told)).toEqual(new Set(["essay:there", `essay:${essayId}`, "fronts"]));
    expect(await checkIntegrity(store)).toEqual([]);
    expect(await states({ store })).toMatchObject({ "Marsh Heron taken_back": 130 });
    expect((await states({ store }))["Marsh Heron visible"]).toBeUndefined();
    expect((await states({ store }))["Tin Kettle visible"]).toBe(1);
    const now = house.clock().getTime();
    const times = await eraseTimes({ store });
    expect(new Set(times).size).toBe(times.length);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(now + 22 * HOUR);
    expect(Math.max(...times)).toBeLessThan(now + DAY);
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(HOUR);
    // Pressed again: nothing is left to do.
    expect(await takeBackTogether(house, { keys: [heron], together: "name" })).toBe(0);
    const counted = { essays: 0, comments: 0, undoable: 131 };
    expect(await countsOf(house, { keys: [heron], together: "name" })).toEqual(counted);

    house.pass(22 * HOUR);
    const other = { ...house, secrets: rotated(house.secrets) };
    expect(await bringBackTogether(other, { keys: [heron], together: "name" })).toBe(131);
    const after = await dump();
    expect(revised(after.comments)).toEqual(revised(before.comments));
    expect(revised(after.essays)).toEqual(revised(before.essays));
    expect(await checkIntegrity(store)).toEqual([]);
  });

  test("leaves what was taken back alone as it is when it comes back", async () => {
    const { store, house, account, heron } = await ready();
    const alone = await store.read
      .selectFrom("comments")
      .select("id")
      .where("by_name", "=", "Marsh Heron")
      .executeTakeFirstOrThrow();
    await takeBack(house, { commentId: alone.id, secret: heron });
    house.pass(HOUR);
    const keys = (await keysOfChoice(store.read, account, "everything")) ?? [];
    expect(keys).toEqual(keysOf(account));
    await takeBackTogether(house, { keys, together: "name" });
    expect(await bringBackTogether(house, { keys, together: "leaving" })).toBe(0);
    expect(await bringBackTogether(house, { keys, together: "name" })).toBe(133);
    const rows = store.read.selectFrom("comments").select("id").where("state", "=", "taken_back");
    expect(await rows.execute()).toEqual([{ id: alone.id }]);
    expect(await checkIntegrity(store)).toEqual([]);
  });

  test("is gone a day later, others' answers stay", async () => {
    const { store, house, account } = await ready();
    const keys = keysOf(account);
    await takeBackTogether(house, { keys, together: "name" });
    house.pass(DAY);
    await runDueJobs(house);
    expect(await states({ store })).toEqual({ "nobody taken_back": 133, "Old Harbour visible": 1 });
    expect(await store.read.selectFrom("thread_names").select("name").execute()).toEqual([
      { name: "Old Harbour" },
    ]);
    expect(await store.read.selectFrom("tags").selectAll().execute()).toEqual([]);
    expect(await checkIntegrity(store)).toEqual([]);
    expect(await bringBackTogether(house, { keys, together: "name" })).toBe(0);
  });

  test("offers names with what they have, and nobody else's", async () => {
    const { store, house, account } = await ready();
    const counted = await countsByPart(house, account);
    expect(counted.map(({ name, essays, comments }) => ({ name, essays, comments }))).toEqual([
      { name: "Marsh Heron", essays: 1, comments: 130 },
      { name: "Tin Kettle", essays: 0, comments: 1 },
      { name: null, essays: 0, comments: 2 },
    ]);
    for (const chosen of ["", "nonsense", "old-name-0"]) {
      expect(await keysOfChoice(store.read, account, chosen)).toBeNull();
    }
  });
});
