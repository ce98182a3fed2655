import { expect, test } from "vitest";
import { ownNames } from "#app/domain/accounts/own-names.ts";
import {
  ALL_NAMES_LIMIT,
  bringNameBack,
  chooseUsual,
  describeName,
  makeName,
  retireName,
} from "#app/domain/accounts/pen-names.ts";
import { speakersIn } from "#app/domain/accounts/speaking.ts";
import type { Account } from "#app/domain/accounts/types.ts";
import { openAccount } from "#app/domain/accounts/vault.ts";
import { readPerson } from "#app/domain/discovery/person.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { makeHouse } from "#tests/support/house.ts";
import { memberOf } from "#tests/support/member.ts";

eachDialect("pen names", (open) => {
  async function ready() {
    const store = await open();
    const house = makeHouse(store);
    const account = await memberOf(house, { name: "Quiet Heron" });
    const now = async (): Promise<Account> => {
      const found = await openAccount(store.read, house.secrets, account.key);
      if (!found) throw new Error("the account is gone");
      return found;
    };
    const names = async () => ownNames(store.read, await now());
    const idOf = async (name: string) =>
      (await names()).find((one) => one.name === name)?.id ?? "nobody's";
    const make = (...all: string[]) =>
      Promise.all(all.map((name) => makeName(house, { account, name })));
    return { store, house, account, now, names, idOf, make };
  }
  const WORDS = ["Amber", "Birch", "Cedar", "Dune", "Ember", "Fern", "Glade", "Heath", "Isle"];

  test("up to five are made, each with a key of its own, and nothing in a row ties them", async () => {
    const { store, house, names, make } = await ready();
    for (const name of WORDS.slice(0, 4)) expect(await make(name)).toEqual([{ ok: true, name }]);
    expect(await make("Quiet Heron")).toEqual([{ ok: true, name: "Quiet Heron" }]);
    expect(await make("One More")).toEqual([
      { ok: false, fault: { reason: "too_many", limit: 5 } },
    ]);
    const all = await names();
    expect(all.map(({ name }) => name)).toEqual(["Quiet Heron", ...WORDS.slice(0, 4)]);
    expect(new Set(all.map(({ key }) => key)).size).toBe(5);
    const rows = await store.read.selectFrom("pen_names").selectAll().execute();
    const shared = (column: string) =>
      new Set(rows.map((row) => Reflect.get(row, column))).size < 5;
    const columns = Object.keys(rows[0] ?? {}).filter(shared);
    expect(columns.sort()).toEqual([
      ...["description", "erase_at", "paused_until", "retired", "secret_id"],
    ]);
    expect(house.told).toContain("fronts");
  });

  test("of two sessions that take the last place at once, one does", async () => {
    const { make, names } = await ready();
    await make("Amber", "Birch", "Cedar");
    const made = await make("Dune", "Ember", "Fern");
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    expect(made.filter(({ ok }) => !ok)).toEqual([
      { ok: false, fault: { reason: "too_many", limit: 5 } },
      { ok: false, fault: { reason: "too_many", limit: 5 } },
    ]);
    expect(await names()).toHaveLength(5);
  });

  test("of many members who want one name, one gets it", async () => {
    const { store, house } = await ready();
    const members = await Promise.all(
      WORDS.slice(0, 5).map((name) => memberOf(house, { name: `${name} Finch` })),
    );
    const alike = ["Tidewater", "tidewater", "T1dewater", "Tídewater", "TIDEWATER"];
    const made = await Promise.all(
      members.map((account, at) => makeName(house, { account, name: alike[at] ?? "" })),
    );
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    expect(made.filter(({ ok }) => !ok)).toEqual(
      Array.from({ length: 4 }, () => ({ ok: false, fault: { reason: "taken" } })),
    );
    const rows = await store.read.selectFrom("pen_names").select("look_key").execute();
    expect(rows.filter(({ look_key }) => look_key === "tldewater")).toHaveLength(1);
  });

  test("one is described in a line, on its page and nowhere else", async () => {
    const { store, house, account, idOf } = await ready();
    const id = await idOf("Quiet Heron");
    const describe = (description: string) => describeName(house, { account, id, description });
    expect(await describe("  eleven years\n in and out \0")).toEqual({ ok: true });
    const person = () => readPerson(store.read, { name: "Quiet Heron" });
    expect(await person()).toEqual({ description: "eleven years in and out", retired: false });
    expect(await describe("é".repeat(301))).toEqual({ ok: false, reason: "too_long", limit: 300 });
    expect(await describe("😀".repeat(300))).toEqual({ ok: true });
    expect(await describe(" ")).toEqual({ ok: true });
    expect(await person()).toEqual({ description: null, retired: false });
    expect(await readPerson(store.read, { name: "quiet heron" })).toBeNull();
    expect(await readPerson(store.read, { name: "Nobody" })).toBeNull();
  });

  test("a retired one speaks no more, stays taken, and comes back where there is room", async () => {
    const { store, house, account, idOf, make, now } = await ready();
    const id = await idOf("Quiet Heron");
    const speaking = async () => {
      const { all, chosen } = await speakersIn(store.read, house, await now(), { essayId: null });
      return { all: all.map(({ name }) => name), chosen: chosen.name };
    };
    expect(await speaking()).toEqual({ all: ["Quiet Heron", null], chosen: "Quiet Heron" });
    expect(await retireName(house, { account, id })).toEqual({ ok: true });
    expect(await speaking()).toEqual({ all: [null], chosen: null });
    expect((await now()).vault.usual).toBe("thread");
    expect(await readPerson(store.read, { name: "Quiet Heron" })).toMatchObject({ retired: true });
    const other = await memberOf(house, { name: "Somebody" });
    const wanted = await makeName(house, { account: other, name: "Quiet Heron" });
    expect(wanted).toEqual({ ok: false, fault: { reason: "taken" } });
    await make(...WORDS.slice(0, 5));
    expect(await bringNameBack(house, { account, id })).toEqual({
      ...{ ok: false, reason: "too_many", limit: 5 },
    });
    await retireName(house, { account, id: await idOf("Amber") });
    const back = await Promise.all(
      [id, await idOf("Amber")].map((one) => bringNameBack(house, { account, id: one })),
    );
    expect(back.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await speaking()).all).toHaveLength(6);
  });

  test("retired names don't make room for ever", async () => {
    const { house, account, idOf } = await ready();
    let made = 1;
    for (let i = 0; i < ALL_NAMES_LIMIT + 2; i += 1) {
      const name = `${WORDS[i % WORDS.length]} ${"abcdefghijklmnopqrstuvwxyz".charAt(i)}`;
      const outcome = await makeName(house, { account, name });
      if (!outcome.ok) {
        expect(outcome.fault).toEqual({ reason: "too_many", limit: ALL_NAMES_LIMIT });
        continue;
      }
      made += 1;
      await retireName(house, { account, id: await idOf(name) });
    }
    expect(made).toBe(ALL_NAMES_LIMIT);
  });

  test("the one that usually speaks is chosen among one's own that speak", async () => {
    const { store, house, account, idOf, make, now } = await ready();
    await make("Amber");
    const amber = await idOf("Amber");
    await chooseUsual(house, { account, usual: amber });
    const { chosen } = await speakersIn(store.read, house, await now(), { essayId: null });
    expect(chosen.name).toBe("Amber");
    await chooseUsual(house, { account, usual: "thread" });
    expect((await now()).vault.usual).toBe("thread");
    await retireName(house, { account, id: amber });
    const other = await memberOf(house, { name: "Somebody" });
    const theirs = other.vault.names[0]?.id ?? "";
    for (const usual of [amber, theirs, "", "nonsense"]) {
      await expect(chooseUsual(house, { account, usual })).rejects.toMatchObject({
        kind: "notFound",
      });
    }
  });

  test("nobody changes another's", async () => {
    const { store, house, account } = await ready();
    const other = await memberOf(house, { name: "Somebody" });
    const id = other.vault.names[0]?.id ?? "";
    const attempts = [
      () => describeName(house, { account, id, description: "mine" }),
      () => retireName(house, { account, id }),
      () => bringNameBack(house, { account, id }),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toMatchObject({ kind: "notFound" });
    }
    const gone = { key: "no such key" };
    await expect(makeName(house, { account: gone, name: "Amber" })).rejects.toMatchObject({
      kind: "notFound",
    });
    expect(await readPerson(store.read, { name: "Somebody" })).toEqual({
      ...{ description: null, retired: false },
    });
  });
});
