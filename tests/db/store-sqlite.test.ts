import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { sql } from "kysely";
import { afterEach, describe, expect, it } from "vitest";
import { connect, type Store, sqliteFile } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";
import { addOne, counted, holdWriter } from "#tests/support/counting.ts";
import { freshDatabaseUrl } from "#tests/support/databases.ts";

const run = promisify(execFile);
const leave: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const step of leave.splice(0).toReversed()) await step();
});

async function directory(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "firsthand-sqlite-"));
  leave.push(() => rm(made, { recursive: true, force: true }));
  return made;
}

async function opened(url: string, options?: Parameters<typeof connect>[1]): Promise<Store> {
  const store = await connect(url, options);
  leave.push(() => store.close());
  return store;
}

async function pragma(store: Store, name: string): Promise<unknown> {
  const { rows } = await store.write((trx) =>
    sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(trx),
  );
  return Object.values(rows[0] ?? {})[0];
}

/** A disk of a few megabytes: a real one where we may mount it, else a limit inside SQLite. */
async function smallDisk(at: string): Promise<"mounted" | "limited"> {
  try {
    await run("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", at]);
  } catch {
    return "limited";
  }
  leave.push(() => run("umount", [at]));
  return "mounted";
}

describe("the store on SQLite", () => {
  it("has a write-ahead log, full synchronisation, foreign keys and overwriting at its writer", async () => {
    const store = await opened(await freshDatabaseUrl("sqlite"));
    expect(await pragma(store, "journal_mode")).toBe("wal");
    expect(await pragma(store, "synchronous")).toBe(2);
    expect(await pragma(store, "foreign_keys")).toBe(1);
    expect(await pragma(store, "secure_delete")).toBe(1);
    expect(await pragma(store, "busy_timeout")).toBe(5_000);
  });

  it("makes its directory and file for the owner's eyes only", async () => {
    const home = join(await directory(), "deep", "data");
    const store = await opened(`sqlite:${home}/firsthand.db`);
    await migrate(store);
    expect((await stat(home)).mode & 0o777).toBe(0o700);
    for (const end of ["", "-wal", "-shm"]) {
      expect((await stat(`${home}/firsthand.db${end}`)).mode & 0o777).toBe(0o600);
    }
  });

  it("keeps all readers reading while a write is open", async () => {
    const store = await opened(await freshDatabaseUrl("sqlite"), { readers: 2 });
    await store.write((trx) => addOne(trx));
    const hold = await holdWriter(store);
    const reads = await Promise.all(Array.from({ length: 40 }, () => counted(store.read)));
    expect(new Set(reads)).toEqual(new Set([1]));
    await hold.letGo();
  });

  it("refuses the values that npm sqlite3 would silently store as null", async () => {
    const store = await opened(await freshDatabaseUrl("sqlite"));
    for (const value of [undefined, true, new Date(0), {}, 2n ** 60n]) {
      const write = store.write((trx) =>
        sql`insert into counters values ('x', ${value})`.execute(trx),
      );
      await expect(write).rejects.toThrow(TypeError);
    }
    await store.write((trx) => sql`insert into counters values ('x', ${5n})`.execute(trx));
    expect(await counted(store.read, "x")).toBe(5);
  });

  it("refuses the whole group when COMMIT fails, and goes on", async () => {
    const store = await opened(await freshDatabaseUrl("sqlite"), { groupMs: 10_000 });
    const hold = await holdWriter(store);
    const innocent = store.write((trx) => addOne(trx));
    const guilty = store.write(async (trx) => {
      await sql`pragma defer_foreign_keys = on`.execute(trx);
      await sql`insert into redirects values ('/old', 'nowhere')`.execute(trx);
    });
    const outcomes = Promise.allSettled([hold.letGo(), innocent, guilty]);
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({
        status: "rejected",
        reason: { kind: "store_unavailable", code: "SQLITE_CONSTRAINT" },
      });
    }
    expect(await counted(store.read)).toBeNull();
    await store.write((trx) => addOne(trx));
    expect(await counted(store.read)).toBe(1);
  });

  it("interrupts a statement that runs too long", async () => {
    const store = await opened(await freshDatabaseUrl("sqlite"), { deadlineMs: 300 });
    const endless = store.write(async (trx) => {
      await addOne(trx);
      await sql`with recursive c(x) as (select 1 union all select x + 1 from c)
        select count(*) from c`.execute(trx);
    });
    await expect(endless).rejects.toMatchObject({ kind: "store_unavailable" });
    await store.write((trx) => addOne(trx));
    expect(await counted(store.read)).toBe(1);
  });

  it("says 503 on a full disk, goes on reading, and recovers without a restart", async () => {
    const home = await directory();
    const disk = await smallDisk(home);
    const store = await opened(`sqlite:${home}/firsthand.db`);
    await migrate(store);
    await store.write((trx) => addOne(trx));
    const filler = join(home, "filler");
    if (disk === "mounted") {
      // Fills what is left, so that not even the log can grow.
      await run("dd", ["if=/dev/zero", `of=${filler}`, "bs=4096"]).catch(() => undefined);
    } else {
      const pages = Number(await pragma(store, "page_count"));
      await pragma(store, `max_page_count = ${pages + 8}`);
    }
    const large = (name: string) =>
      store.write((trx) =>
        trx
          .insertInto("drafts")
          .values({
            id: name,
            sealed: randomBytes(200_000).toString("hex"),
            secret_id: "s",
            saved_on: "2026-01-01",
          })
          .execute(),
      );
    for (const name of ["a", "b"]) {
      await expect(large(name)).rejects.toMatchObject({
        kind: "store_unavailable",
        code: expect.stringMatching(/^SQLITE_(FULL|IOERR)$/),
      });
      expect(await counted(store.read)).toBe(1);
    }
    if (disk === "mounted") await rm(filler);
    else await pragma(store, "max_page_count = 1000000");
    await large("c");
    await store.write((trx) => addOne(trx));
    expect(await counted(store.read)).toBe(2);
    expect(await store.read.selectFrom("drafts").select("id").execute()).toEqual([{ id: "c" }]);
    expect(await pragma(store, "integrity_check")).toBe("ok");
  });

  it("leaves nothing of what was deleted in its files", async () => {
    const url = await freshDatabaseUrl("sqlite");
    const store = await opened(url);
    const canary = "canary-that-was-taken-back";
    const found = async (): Promise<boolean> => {
      const files = ["", "-wal"].map((end) => readFile(sqliteFile(url) + end));
      return (await Promise.all(files)).some((bytes) => bytes.includes(canary));
    };
    await store.write((trx) =>
      trx
        .insertInto("drafts")
        .values({ id: "d", sealed: canary, secret_id: "s", saved_on: "2026-01-01" })
        .execute(),
    );
    expect(await found()).toBe(true);
    await store.write((trx) => trx.deleteFrom("drafts").execute());
    expect(await store.forgetDeleted()).toBe(true);
    expect(await found()).toBe(false);
  });

  it("names what is no address, and no database", async () => {
    const home = await directory();
    const url = `sqlite:${home}/firsthand.db`;
    await writeFile(
      `${home}/firsthand.db`,
      "this is no database, and long enough to be read as one",
    );
    await expect(connect(url)).rejects.toMatchObject({
      kind: "store_unavailable",
      code: "SQLITE_NOTADB",
    });
    await expect(connect("sqlite::memory:")).rejects.toMatchObject({ kind: "store_unusable" });
    await expect(connect("mysql://x")).rejects.toMatchObject({ kind: "store_unusable" });
  });
});
