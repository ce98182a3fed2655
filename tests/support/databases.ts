import { randomBytes } from "node:crypto";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, describe, inject } from "vitest";
import { type ConnectOptions, connect, type DialectName, type Store } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";
import { BASE_DATABASE } from "./postgres.ts";

export const DIALECTS: readonly DialectName[] = ["sqlite", "postgres"];

/**
 * Opens a fresh store for one test, migrated; it is closed and removed after the test. Its tables
 * are not changed (use `url` for that), since its database may serve another test.
 */
export type Open = (options?: ConnectOptions) => Promise<Store>;

/**
 * A block of tests, once on each dialect. `open` and `url` (an address of a fresh database, for
 * tests that start processes or that migrate by themselves) hold until the end of the test.
 */
export function eachDialect(
  title: string,
  block: (
    open: Open,
    dialect: DialectName,
    url: (state?: DatabaseState) => Promise<string>,
  ) => void,
): void {
  describe.each(DIALECTS)(`${title} (%s)`, (dialect) => {
    const opened: { store: Store; address: string }[] = [];
    const used: string[] = [];
    const url = async (state: DatabaseState = "migrated"): Promise<string> => {
      const made = await makeDatabase(dialect, state);
      used.push(made);
      return made;
    };
    afterEach(async () => {
      for (const { store, address } of opened.splice(0)) {
        await store.close();
        await giveDatabaseBack(address);
      }
      for (const made of used.splice(0)) await removeDatabase(made);
    });
    block(
      async (options) => {
        const address = await takeDatabase(dialect);
        const store = await connect(address, options);
        opened.push({ store, address });
        return store;
      },
      dialect,
      url,
    );
  });
}

export type DatabaseState = "migrated" | "empty";

const untilTheEnd: string[] = [];
let base: Promise<string> | null = null;

/** The address of a fresh database that is removed after the last test of the file. */
export async function freshDatabaseUrl(
  dialect: DialectName,
  state: DatabaseState = "migrated",
): Promise<string> {
  const url = await makeDatabase(dialect, state);
  untilTheEnd.push(url);
  return url;
}

/** PostgreSQL takes half a second to make a database, so emptied ones are used again. */
const emptied: string[] = [];

async function takeDatabase(dialect: DialectName): Promise<string> {
  const again = dialect === "postgres" ? emptied.pop() : undefined;
  return again ?? makeDatabase(dialect, "migrated");
}

async function giveDatabaseBack(address: string): Promise<void> {
  if (address.startsWith("sqlite:")) return removeDatabase(address);
  await administer(
    `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid();
     set session_replication_role = replica;
     do $$ declare name text; begin
       for name in select tablename from pg_tables
         where schemaname = 'public' and tablename <> 'schema_migrations'
       loop execute format('delete from %I', name); end loop;
     end $$`,
    address,
  );
  emptied.push(address);
}

afterAll(async () => {
  for (const url of [...untilTheEnd.splice(0), ...emptied.splice(0)]) await removeDatabase(url);
  if (base) await removeDatabase(`sqlite:${await base}`);
  base = null;
});

async function makeDatabase(dialect: DialectName, state: DatabaseState): Promise<string> {
  if (dialect === "sqlite") {
    const file = join(await mkdtemp(join(tmpdir(), "firsthand-store-")), "firsthand.db");
    base ??= migratedFile();
    if (state === "migrated") await copyFile(await base, file);
    return `sqlite:${file}`;
  }
  const name = `test_${randomBytes(8).toString("hex")}`;
  await administer(
    `create database ${name}${state === "migrated" ? ` template ${BASE_DATABASE}` : ""}`,
  );
  return inject("postgresCluster") + name;
}

async function removeDatabase(url: string): Promise<void> {
  if (url.startsWith("sqlite:")) {
    await rm(join(url.slice("sqlite:".length), ".."), { recursive: true, force: true });
    return;
  }
  await administer(`drop database if exists ${url.split("/").at(-1)} with (force)`);
}

/** A migrated SQLite file, all of it in the one file, so that copying the file copies the store. */
async function migratedFile(): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), "firsthand-base-")), "firsthand.db");
  const store = await connect(`sqlite:${file}`);
  await migrate(store);
  await store.close();
  return file;
}

async function administer(
  statement: string,
  address = `${inject("postgresCluster")}postgres`,
): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
