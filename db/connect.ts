import { resolve } from "node:path";
import type { Kysely, Transaction } from "kysely";
import { openPostgres, type PostgresLimits } from "./dialects/postgres.ts";
import { openSqlite, type SqliteLimits } from "./dialects/sqlite.ts";
import { type WriteLimits, type WriteOptions, WriteQueue } from "./dialects/write-queue.ts";
import { StoreError } from "./faults.ts";
import type { Schema } from "./schema.ts";

/** For reading only; the database itself refuses writes through it. */
export type Reader = Kysely<Schema>;

/** Inside `Store.write` only; of no more use when that has ended. */
export type Writer = Transaction<Schema>;

export type DialectName = "sqlite" | "postgres";

export interface Store {
  readonly dialect: DialectName;
  readonly read: Reader;
  /** How many writes wait for their turn at this moment. */
  readonly waiting: number;
  /**
   * One atomic unit: `work` throws to roll back, and what this resolves with is durable. Everything
   * in it goes through `trx`; no rendering, no network, no second `write` in it. A statement that
   * fails ends the unit, even if `work` swallows the error.
   * @throws what `work` throws, or a StoreError (db/faults.ts).
   */
  write<T>(work: (trx: Writer) => Promise<T>, options?: WriteOptions): Promise<T>;
  /**
   * Brings what has been deleted out of the files too: SQLite's write-ahead log is written back and
   * emptied. To be called after texts have been erased; nothing to do on PostgreSQL.
   * @returns false where somebody was still reading: ask again later.
   */
  forgetDeleted(): Promise<boolean>;
  /**
   * Lays the whole store out anew, so that where a row stands doesn't tell when it came: SQLite's
   * file, as long as that is quick. Nothing is done on PostgreSQL.
   * @returns false where it could not be done now, or would keep writers waiting.
   */
  forgetOrder(): Promise<boolean>;
  /** Waits for the writes that are here, refuses others, and ends all connections. */
  close(): Promise<void>;
}

export interface ConnectOptions
  extends Partial<WriteLimits & SqliteLimits & Omit<PostgresLimits, "readers">> {
  /** Told after every commit how many writes it made durable. */
  onCommit?: (writes: number) => void;
}

const DEFAULTS: WriteLimits & SqliteLimits & PostgresLimits = {
  maxWaiting: 1_000,
  maxWaitMs: 10_000,
  deadlineMs: 10_000,
  groupSize: 100,
  groupMs: 100,
  busyTimeoutMs: 5_000,
  readers: 3,
  maxWaitingReads: 1_000,
  connectTimeoutMs: 5_000,
  statementTimeoutMs: 15_000,
  lockTimeoutMs: 5_000,
};

const POSTGRES_READERS = 8;

/**
 * Opens the store at `sqlite:<path>` or `postgres://…`. Makes the SQLite file where it is missing;
 * does not migrate.
 * @throws StoreError `store_unusable` for an address that is none, `store_unavailable` where the
 * database can't be opened.
 */
export async function connect(databaseUrl: string, options: ConnectOptions = {}): Promise<Store> {
  const { onCommit, ...given } = options;
  if (databaseUrl.startsWith("sqlite:")) {
    const limits = { ...DEFAULTS, ...given };
    const file = sqliteFile(databaseUrl);
    return storeOf("sqlite", await openSqlite<Schema>(file, limits), limits, onCommit);
  }
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) {
    const limits = { ...DEFAULTS, readers: POSTGRES_READERS, ...given };
    return storeOf("postgres", await openPostgres<Schema>(databaseUrl, limits), limits, onCommit);
  }
  throw new StoreError(
    "store_unusable",
    "A database address starts with sqlite: or with postgres://",
    { code: "ADDRESS" },
  );
}

/**
 * The file that a `sqlite:` address names, as an absolute path.
 * @throws StoreError `store_unusable` where it names none; a store in memory would be lost.
 */
export function sqliteFile(databaseUrl: string): string {
  const path = databaseUrl.slice("sqlite:".length).replace(/^\/\/(?=\/)/, "");
  if (path === "" || path.startsWith(":") || path.startsWith("//")) {
    throw new StoreError("store_unusable", "A sqlite: address names a file: sqlite:./data/x.db", {
      code: "ADDRESS",
    });
  }
  return resolve(path);
}

type Opened =
  | Awaited<ReturnType<typeof openSqlite<Schema>>>
  | Awaited<ReturnType<typeof openPostgres<Schema>>>;

function storeOf(
  dialect: DialectName,
  opened: Opened,
  limits: WriteLimits,
  onCommit: ((writes: number) => void) | undefined,
): Store {
  const { session, driver, write: database, read } = opened;
  const queue = new WriteQueue<Schema>({ session, driver, database, limits, onCommit });
  return {
    dialect,
    read,
    get waiting() {
      return queue.waiting;
    },
    write: (work, options) => queue.write(work, options),
    forgetDeleted: () => queue.between(() => session.forgetDeleted()),
    forgetOrder: () => queue.between(() => session.forgetOrder()),
    close: async () => {
      await queue.close();
      await read.destroy();
      await session.close();
    },
  };
}
