import { readFile } from "node:fs/promises";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { forgetOrder } from "#app/domain/jobs/forget-order.ts";
import { runDueJobs } from "#app/domain/jobs/run-due-jobs.ts";
import { connect, type Store, sqliteFile } from "#db/connect.ts";
import { checkIntegrity } from "#db/queries/integrity.ts";
import { freshDatabaseUrl } from "#tests/support/databases.ts";
import { makeHouse } from "#tests/support/house.ts";
import { livelyHouse } from "#tests/support/lively-house.ts";
import { memberOf } from "#tests/support/member.ts";
import { storedRows } from "#tests/support/ties.ts";

/** Twelve that don't look alike. */
const NAMES = [
  ...["Amber Finch", "Brown Kettle", "Cold River", "Deep Hollow", "Early Thrush", "Far Meadow"],
  ...["Green Lantern", "High Ferry", "Idle Brook", "Jolly Wren", "Kind Harbour", "Late Winter"],
];

describe("a copy of the SQLite file", () => {
  test("keeps no order of what is sealed or belongs to an account", async () => {
    const store = await connect(await freshDatabaseUrl("sqlite"));
    const { people } = await livelyHouse(makeHouse(store));
    expect(await orderedTables(store)).toEqual([]);
    const order = (await storedRows(store)).flatMap(({ table, values }) =>
      table === "pen_names" ? [`${values["name"]}`] : [],
    );
    const made = [0, 1, 2].flatMap((place) => people.flatMap(({ names }) => names[place] ?? []));
    expect([...order].sort()).toEqual([...made].sort());
    expect(order).not.toEqual(made);
    await store.close();
  });

  test("finds a table that keeps the order", async () => {
    const address = await freshDatabaseUrl("sqlite");
    const store = await connect(address);
    await store.write((trx) =>
      sql`create table vaults (account_mark text primary key, sealed text)`.execute(trx),
    );
    expect(await orderedTables(store)).toEqual(["vaults"]);
    await store.close();
  });

  test("keeps no order in the bytes of its file either, once the house has done its work", async () => {
    const address = await freshDatabaseUrl("sqlite");
    const store = await connect(address);
    const house = makeHouse(store);
    for (const name of NAMES) await memberOf(house, { name });
    const order = async () => {
      expect(await store.forgetDeleted()).toBe(true);
      const file = await readFile(sqliteFile(address));
      return [...NAMES].sort((one, other) => file.indexOf(one) - file.indexOf(other));
    };
    // Planted by SQLite itself: rows are laid down from the end of a page, one after the other.
    expect(await order()).toEqual([...NAMES].reverse());
    await runDueJobs(house);
    const rows = await store.read.selectFrom("pen_names").select("name").orderBy("id").execute();
    expect(await order()).toEqual(rows.map(({ name }) => name).reverse());
    // Nothing has come since: nothing to do.
    expect(await forgetOrder(house)).toBe(false);
    await memberOf(house, { name: "Sandpiper" });
    expect(await forgetOrder(house)).toBe(true);
    expect(await checkIntegrity(store)).toEqual([]);
    await store.close();
  });

  test("has no page of the file on which an account and a name of it stand together", async () => {
    const address = await freshDatabaseUrl("sqlite");
    const store = await connect(address);
    const house = makeHouse(store);
    const { people } = await livelyHouse(house);
    const pens = await store.read.selectFrom("pen_names").selectAll().execute();
    const names = pens.flatMap(({ name, id, owner_mark }) => [name, id, owner_mark]);
    const marks = people.map(({ account }) => account.mark);
    expect(await store.forgetDeleted()).toBe(true);
    await store.close();
    const file = await readFile(sqliteFile(address));
    expect(pagesWith(file, marks, marks).length).toBeGreaterThan(0);
    expect(pagesWith(file, names, names).length).toBeGreaterThan(0);
    expect(pagesWith(file, marks, names)).toEqual([]);
    const planted = Buffer.concat([file, Buffer.from(`${marks[0]} ${names[0]}`.padEnd(PAGE))]);
    expect(pagesWith(planted, marks, names)).toHaveLength(1);
  });
});

/** Tables with what is sealed, or of an account or a name, that keep the order of their rows. */
async function orderedTables({ read }: Store): Promise<string[]> {
  const { rows } = await sql<{ name: string; text: string }>`
    select name, sql as text from sqlite_master where type = 'table'`.execute(read);
  const tables = rows.filter(({ text }) =>
    /\b(sealed|account_mark|look_key|look_mark)\b/.test(text),
  );
  expect(tables.length).toBeGreaterThan(10);
  return tables.filter(({ text }) => !/without rowid/i.test(text)).map(({ name }) => name);
}

const PAGE = 4_096;

/** The pages of a file on which one of these stands, and one of those. */
function pagesWith(file: Buffer, these: readonly string[], those: readonly string[]): number[] {
  const found: number[] = [];
  for (let at = 0; at < file.length; at += PAGE) {
    const page = file.subarray(at, at + PAGE);
    const has = (texts: readonly string[]) => texts.some((text) => page.includes(text));
    if (has(these) && has(those)) found.push(at / PAGE);
  }
  return found;
}
