import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { connect, type Store } from "#db/connect.ts";
import { migrate, pendingMigrations } from "#db/migrate.ts";
import { type Migration, migrations } from "#db/migrations/list.ts";
import { addOne, counted } from "#tests/support/counting.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { fullSchema } from "#tests/support/schema-description.ts";

const NAMES = migrations.map(({ name }) => name);
const PROCESS = fileURLToPath(new URL("../support/migrate-and-die.ts", import.meta.url));

interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  errors: string;
}

async function migrateInProcess(address: string, step = "", at = ""): Promise<Ended> {
  const child = spawn(process.execPath, ["--import", "tsx", PROCESS, address, step, at]);
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const [code, signal] = await once(child, "close");
  return { code, signal, errors };
}

eachDialect("migrations", (open, _dialect, url) => {
  async function withStore<T>(address: string, work: (store: Store) => Promise<T>): Promise<T> {
    const store = await connect(address);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }

  it("run once, in their order, and say what they did", async () => {
    await withStore(await url("empty"), async (store) => {
      expect(await pendingMigrations(store)).toEqual(NAMES);
      expect(await migrate(store)).toEqual(NAMES);
      expect(await migrate(store)).toEqual([]);
      expect(await pendingMigrations(store)).toEqual([]);
    });
  });

  it.each(NAMES)(
    "killed before, within and after the statements of %s, run again",
    async (name) => {
      const fresh = await fullSchema(await open());
      for (const at of ["1", "7", "last"]) {
        const address = await url("empty");
        const ended = await migrateInProcess(address, name, at);
        expect(ended).toMatchObject({ signal: "SIGKILL", errors: "" });
        await withStore(address, async (store) => {
          const left = NAMES.slice(NAMES.indexOf(name));
          expect(await pendingMigrations(store)).toEqual(left);
          expect(await migrate(store)).toEqual(left);
          expect(await fullSchema(store)).toEqual(fresh);
        });
      }
    },
    60_000,
  );

  it("run on several nodes at once", async () => {
    const fresh = await fullSchema(await open());
    const address = await url("empty");
    const ended = await Promise.all([1, 2, 3].map(() => migrateInProcess(address)));
    for (const end of ended) expect(end).toEqual({ code: 0, signal: null, errors: "" });
    await withStore(address, async (store) => expect(await fullSchema(store)).toEqual(fresh));
  }, 60_000);

  it("lead from every earlier version with rows in it to what a fresh store has", async () => {
    const fresh = await fullSchema(await open());
    for (let earlier = 1; earlier <= migrations.length; earlier += 1) {
      await withStore(await url("empty"), async (store) => {
        await migrate(store, migrations.slice(0, earlier));
        await store.write((trx) => addOne(trx, "before"));
        expect(await migrate(store)).toEqual(NAMES.slice(earlier));
        expect(await fullSchema(store)).toEqual(fresh);
        expect(await counted(store.read, "before")).toBe(1);
      });
    }
  });

  it("leave nothing of a step that fails, and keep the steps before it", async () => {
    const failing: Migration = {
      name: "9999_fails",
      up: async (trx) => {
        await sql`create table half (id integer)`.execute(trx);
        await sql`create table half (id integer)`.execute(trx);
      },
    };
    await withStore(await url("empty"), async (store) => {
      await expect(migrate(store, [...migrations, failing])).rejects.toThrow(/already exists/);
      expect(await pendingMigrations(store)).toEqual([]);
      expect((await fullSchema(store)).filter((line) => line.includes("half"))).toEqual([]);
    });
  });

  it("refuse a store that a newer version has made", async () => {
    const newer: Migration = { name: "9999_newer", up: async () => undefined };
    await withStore(await url(), async (store) => {
      await migrate(store, [...migrations, newer]);
      await expect(migrate(store)).rejects.toMatchObject({ kind: "store_unusable", code: "NEWER" });
    });
  });
});
