import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import sqlite3 from "sqlite3";
import { StoreError } from "../faults.ts";
import { NO_STREAMS, SavepointDriver, type WriterSession } from "./session.ts";
import { SqliteConnection } from "./sqlite-connection.ts";

const READ_WRITE = sqlite3.OPEN_READWRITE | sqlite3.OPEN_FULLMUTEX;
const READ_ONLY = sqlite3.OPEN_READONLY | sqlite3.OPEN_FULLMUTEX;

/** 64 MB in pages of 4 kB: less than a second, in which writers wait. */
const QUICKLY_LAID_OUT = 16_384;

export interface SqliteLimits {
  busyTimeoutMs: number;
  readers: number;
  /** How many reads may wait for a connection before the next is refused with `store_busy`. */
  maxWaitingReads: number;
}

/** A dialect of Kysely over npm `sqlite3` (Kysely's own expects better-sqlite3 and does nothing). */
function dialectOver(driver: Driver): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driver,
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/**
 * Opens the writer of a SQLite file, which is made where it is missing (its directory too, for the
 * owner's eyes only), and the readers beside it.
 * @throws StoreError `store_unavailable` or `store_unusable`.
 */
export async function openSqlite<DB>(file: string, limits: SqliteLimits) {
  await makeFile(file);
  const session = new SqliteWriter(file, limits.busyTimeoutMs);
  await session.open();
  const readers = new ReaderDriver(file, limits);
  const driver = new SavepointDriver(session);
  return {
    session,
    driver,
    write: new Kysely<DB>({ dialect: dialectOver(driver) }),
    read: new Kysely<DB>({ dialect: dialectOver(readers) }),
  };
}

class SqliteWriter implements WriterSession {
  readonly #file: string;
  readonly #busyTimeoutMs: number;
  #connection: SqliteConnection | null = null;

  constructor(file: string, busyTimeoutMs: number) {
    this.#file = file;
    this.#busyTimeoutMs = busyTimeoutMs;
  }

  /** Opens the file, which has to be there: one that has vanished is not silently begun anew. */
  async open(): Promise<SqliteConnection> {
    if (this.#connection) return this.#connection;
    const connection = await SqliteConnection.open(this.#file, READ_WRITE);
    try {
      await connection.command(`pragma busy_timeout = ${this.#busyTimeoutMs}`);
      const [mode] = await connection.command<{ journal_mode: string }>(
        "pragma journal_mode = wal",
      );
      if (mode?.journal_mode !== "wal") {
        throw new StoreError("store_unusable", "This file system can't keep a write-ahead log.", {
          code: "NO_WAL",
        });
      }
      // FULL: what we have said is posted survives a power failure.
      await connection.command("pragma synchronous = full");
      await connection.command("pragma foreign_keys = on");
      // What is deleted is overwritten.
      await connection.command("pragma secure_delete = on");
    } catch (error) {
      await connection.close();
      throw error;
    }
    this.#connection = connection;
    return connection;
  }

  async begin(): Promise<void> {
    await (await this.open()).command("begin immediate");
  }

  async commit(): Promise<void> {
    await this.#open().command("commit");
  }

  async rollback(): Promise<void> {
    await this.#open().command("rollback");
  }

  async command(sql: string): Promise<void> {
    await this.#open().command(sql);
  }

  async execute<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.#open().execute<R>(query);
  }

  async forgetDeleted(): Promise<boolean> {
    const connection = await this.open();
    const rows = await connection.command<{ busy: number }>("pragma wal_checkpoint(truncate)");
    return rows[0]?.busy === 0;
  }

  async forgetOrder(): Promise<boolean> {
    const connection = await this.open();
    const [pages] = await connection.command<{ page_count: number }>("pragma page_count");
    if ((pages?.page_count ?? 0) > QUICKLY_LAID_OUT) return false;
    try {
      // Not into a file beside: what is in it would lie about.
      await connection.command("pragma temp_store = memory");
      await connection.command("vacuum");
    } catch (error) {
      // Another process is writing, or the disk is full: the file is as it was.
      if (error instanceof StoreError) return false;
      throw error;
    } finally {
      await connection.command("pragma temp_store = default").catch(() => undefined);
    }
    await this.forgetDeleted();
    return true;
  }

  interrupt(): void {
    this.#connection?.interrupt();
  }

  async repair(): Promise<void> {
    const connection = this.#connection;
    if (!connection) return;
    // After some errors SQLite has rolled back by itself; then this fails, and that is fine.
    await connection.command("rollback").catch(() => undefined);
    if (connection.broken) await this.close().catch(() => undefined);
  }

  async close(): Promise<void> {
    const connection = this.#connection;
    this.#connection = null;
    await connection?.close();
  }

  #open(): SqliteConnection {
    if (this.#connection) return this.#connection;
    throw new StoreError("store_unavailable", "The writer is not open.", { code: "CLOSED" });
  }
}

/** Makes file and directory so that only their owner reads them; the log takes its mode from it. */
async function makeFile(file: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await (await open(file, "a", 0o600)).close();
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "SQLITE_CANTOPEN";
    const message = `The database file can't be opened: ${file} (${code})`;
    throw new StoreError("store_unavailable", message, { code, cause });
  }
}

class ReadConnection implements DatabaseConnection {
  readonly connection: SqliteConnection;

  constructor(connection: SqliteConnection) {
    this.connection = connection;
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.connection.execute<R>(query);
  }

  // biome-ignore lint/correctness/useYield: Kysely asks for a generator; there is nothing to yield.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error(NO_STREAMS);
  }
}

interface Reading {
  resolve: (connection: ReadConnection) => void;
  reject: (error: unknown) => void;
}

/** A few read-only connections, opened when they are first needed. */
class ReaderDriver implements Driver {
  readonly #file: string;
  readonly #limits: SqliteLimits;
  readonly #idle: ReadConnection[] = [];
  readonly #waiting: Reading[] = [];
  #opened = 0;
  #closed = false;

  constructor(file: string, limits: SqliteLimits) {
    this.#file = file;
    this.#limits = limits;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<ReadConnection> {
    if (this.#closed) {
      throw new StoreError("store_unavailable", "The store is closed.", { code: "CLOSED" });
    }
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#opened < this.#limits.readers) {
      this.#opened += 1;
      try {
        return new ReadConnection(await openReader(this.#file, this.#limits.busyTimeoutMs));
      } catch (error) {
        this.#opened -= 1;
        throw error;
      }
    }
    if (this.#waiting.length >= this.#limits.maxWaitingReads) {
      throw new StoreError("store_busy", "Too many reads are waiting.", { code: "QUEUE_FULL" });
    }
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  async beginTransaction(connection: ReadConnection): Promise<void> {
    await connection.connection.command("begin");
  }

  async commitTransaction(connection: ReadConnection): Promise<void> {
    await connection.connection.command("commit");
  }

  async rollbackTransaction(connection: ReadConnection): Promise<void> {
    await connection.connection.command("rollback").catch(() => undefined);
  }

  async releaseConnection(connection: ReadConnection): Promise<void> {
    if (this.#closed || connection.connection.broken) {
      this.#opened -= 1;
      await connection.connection.close().catch(() => undefined);
      const next = this.#waiting.shift();
      if (next) this.acquireConnection().then(next.resolve, next.reject);
      return;
    }
    const next = this.#waiting.shift();
    if (next) next.resolve(connection);
    else this.#idle.push(connection);
  }

  async destroy(): Promise<void> {
    this.#closed = true;
    for (const { connection } of this.#idle.splice(0)) await connection.close();
  }
}

async function openReader(file: string, busyTimeoutMs: number): Promise<SqliteConnection> {
  const connection = await SqliteConnection.open(file, READ_ONLY);
  await connection.command(`pragma busy_timeout = ${busyTimeoutMs}`);
  await connection.command("pragma query_only = on");
  return connection;
}
