import { sql } from "kysely";
import type { Reader, Store, Writer } from "./connect.ts";
import { StoreError } from "./faults.ts";
import { type Migration, migrations } from "./migrations/list.ts";

/** A migration may take long; it isn't cut off like a write that somebody waits for. */
const MIGRATION_MS = 60 * 60 * 1_000;

/**
 * Brings the store to the newest schema. Each step is one transaction together with the note that
 * it has run, so that it can be killed at any moment and run again, and on several nodes at once.
 * @returns the names of the steps that this call has run.
 * @throws StoreError `store_unusable` where the store was made by a newer version of the house.
 */
export async function migrate(
  store: Store,
  steps: readonly Migration[] = migrations,
): Promise<string[]> {
  const pending = await pendingMigrations(store, steps);
  const ran: string[] = [];
  for (const step of steps.filter(({ name }) => pending.includes(name))) {
    const done = await store.write((trx) => runOnce(trx, store, step), {
      alone: true,
      deadlineMs: MIGRATION_MS,
    });
    if (done) ran.push(step.name);
  }
  return ran;
}

/**
 * The names of the steps that have not run yet; empty when the store can be served from.
 * @throws StoreError `store_unusable` where the store was made by a newer version of the house.
 */
export async function pendingMigrations(
  store: Store,
  steps: readonly Migration[] = migrations,
): Promise<string[]> {
  const ran = await ranMigrations(store.read);
  const unknown = [...ran].filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    throw new StoreError(
      "store_unusable",
      `This store was made by a newer version: it has had ${unknown.join(", ")}.`,
      { code: "NEWER" },
    );
  }
  return steps.map(({ name }) => name).filter((name) => !ran.has(name));
}

async function ranMigrations(db: Reader | Writer): Promise<Set<string>> {
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === "schema_migrations")) return new Set();
  const { rows } = await sql<{ name: string }>`select name from schema_migrations`.execute(db);
  return new Set(rows.map(({ name }) => name));
}

async function runOnce(trx: Writer, store: Store, step: Migration): Promise<boolean> {
  await sql`create table if not exists schema_migrations (name text not null primary key)`.execute(
    trx,
  );
  // Another node may have been quicker while we waited for our turn.
  if ((await ranMigrations(trx)).has(step.name)) return false;
  await step.up(trx, store.dialect);
  await sql`insert into schema_migrations (name) values (${step.name})`.execute(trx);
  return true;
}
