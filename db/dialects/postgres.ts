import { setTimeout } from "node:timers/promises";
import {
  type CompiledQuery,
  type Dialect,
  Kysely,
  PostgresAdapter,
  type PostgresCursor,
  PostgresDialect,
  PostgresIntrospector,
  type PostgresPoolClient,
  PostgresQueryCompiler,
  type PostgresQueryResult,
  type QueryResult,
} from "kysely";
import pg from "pg";
import { connectionLost, postgresError } from "./postgres-errors.ts";
import { NO_STREAMS, SavepointDriver, type WriterSession } from "./session.ts";

export interface PostgresLimits {
  connectTimeoutMs: number;
  statementTimeoutMs: number;
  lockTimeoutMs: number;
  readers: number;
}

/** What all nodes agree on: whoever holds this advisory lock is the one writer. */
const ONE_WRITER = 4_722_016_391;

/** How much longer than the server we wait before a silent connection counts as lost. */
const NETWORK_MS = 5_000;

/** count(*) and sum() come as int8 and numeric; all our numbers are below 2^53. */
const NUMBERS = new Set([20, 1700]);

function typeParser(oid: number, format?: "text" | "binary") {
  if (NUMBERS.has(oid) && format !== "binary") return (text: string) => Number(text);
  return pg.types.getTypeParser(oid, format);
}

function clientConfig(url: string, limits: PostgresLimits): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: "firsthand",
    connectionTimeoutMillis: limits.connectTimeoutMs,
    statement_timeout: limits.statementTimeoutMs,
    query_timeout: limits.statementTimeoutMs + NETWORK_MS,
    lock_timeout: limits.lockTimeoutMs,
    idle_in_transaction_session_timeout: limits.statementTimeoutMs,
    keepAlive: true,
    types: { getTypeParser: typeParser as typeof pg.types.getTypeParser },
  };
}

/**
 * Opens a pool of read-only connections and one writing connection.
 * @throws StoreError `store_unavailable` where the database doesn't answer.
 */
export async function openPostgres<DB>(url: string, limits: PostgresLimits) {
  const session = new PostgresWriter(url, limits);
  await session.open();
  const driver = new SavepointDriver(session);
  const writerDialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
  return {
    session,
    driver,
    write: new Kysely<DB>({ dialect: writerDialect }),
    read: new Kysely<DB>({
      dialect: new PostgresDialect({ pool: readPool(url, limits), cursor: NoCursor }),
    }),
  };
}

function readPool(url: string, limits: PostgresLimits) {
  const pool = new pg.Pool({
    ...clientConfig(url, limits),
    max: limits.readers,
    options: "-c default_transaction_read_only=on",
  });
  // An idle connection that ends is no reason for the process to end: the pool makes a new one.
  pool.on("error", () => undefined);
  return {
    connect: async (): Promise<PostgresPoolClient> => {
      const client = await pool.connect().catch((error: unknown) => {
        throw postgresError(error);
      });
      return new ReadClient(client);
    },
    end: () => pool.end(),
  };
}

/** Kysely makes one when something is to be streamed. */
class NoCursor<T> implements PostgresCursor<T> {
  constructor() {
    throw new Error(NO_STREAMS);
  }
  async read(): Promise<T[]> {
    return [];
  }
  async close(): Promise<void> {}
}

/** A client of the pool that names its errors, and is not given back when it is of no more use. */
class ReadClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  readonly #onError = (error: Error): void => {
    this.#lost = error;
  };
  #lost: Error | null = null;

  constructor(client: pg.PoolClient) {
    this.#client = client;
    client.on("error", this.#onError);
  }

  query<R>(sql: string, parameters: ReadonlyArray<unknown>): Promise<PostgresQueryResult<R>>;
  query(cursor: unknown): never;
  async query<R>(
    sql: unknown,
    parameters: ReadonlyArray<unknown> = [],
  ): Promise<PostgresQueryResult<R>> {
    if (typeof sql !== "string") throw new Error(NO_STREAMS);
    try {
      const { command, rowCount, rows } = await this.#client.query(sql, [...parameters]);
      return { command: command as "SELECT", rowCount: rowCount ?? 0, rows };
    } catch (error) {
      if (connectionLost(error) && error instanceof Error) this.#lost = error;
      throw postgresError(error);
    }
  }

  release(): void {
    this.#client.off("error", this.#onError);
    this.#client.release(this.#lost ?? undefined);
  }
}

class PostgresWriter implements WriterSession {
  readonly #url: string;
  readonly #limits: PostgresLimits;
  #client: pg.Client | null = null;
  #queryTimeoutMs: number;

  constructor(url: string, limits: PostgresLimits) {
    this.#url = url;
    this.#limits = limits;
    this.#queryTimeoutMs = limits.statementTimeoutMs + NETWORK_MS;
  }

  async open(): Promise<pg.Client> {
    if (this.#client) return this.#client;
    const client = new pg.Client({
      ...clientConfig(this.#url, this.#limits),
      options: "-c synchronous_commit=on -c default_transaction_read_only=off",
    });
    client.on("error", () => this.#drop(client));
    client.on("end", () => this.#drop(client));
    try {
      await client.connect();
    } catch (error) {
      await client.end().catch(() => undefined);
      throw postgresError(error);
    }
    this.#client = client;
    return client;
  }

  /** @throws StoreError `store_unavailable`, also where another node writes for too long. */
  async begin(deadlineMs: number): Promise<void> {
    await this.open();
    // Work that may take long may also wait long for its turn.
    const { statementTimeoutMs, lockTimeoutMs } = this.#limits;
    const lockMs = deadlineMs > statementTimeoutMs ? deadlineMs : lockTimeoutMs;
    this.#queryTimeoutMs = Math.max(deadlineMs, lockMs) + NETWORK_MS;
    await this.command(
      `begin; set local lock_timeout = ${lockMs}; set local statement_timeout = ${lockMs + NETWORK_MS};
       select pg_advisory_xact_lock(${ONE_WRITER});
       set local statement_timeout = ${deadlineMs};
       set local idle_in_transaction_session_timeout = ${deadlineMs + NETWORK_MS}`,
    );
  }

  async commit(): Promise<void> {
    await this.command("commit");
  }

  async rollback(): Promise<void> {
    await this.command("rollback");
  }

  async command(sql: string): Promise<void> {
    await this.#query(sql);
  }

  async execute<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { command, rowCount, rows } = await this.#query<R>(query.sql, [...query.parameters]);
    const changes = ["INSERT", "UPDATE", "DELETE", "MERGE"].includes(command);
    return changes ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows };
  }

  /** Vacuum, its log and its replicas are the server's own business. */
  async forgetDeleted(): Promise<boolean> {
    return true;
  }

  /** The order and the steps of rows are the server's own; what they tell is printed as a limit. */
  async forgetOrder(): Promise<boolean> {
    return false;
  }

  /** The server's own statement timeout cuts what is running. */
  interrupt(): void {}

  async repair(cause: unknown): Promise<void> {
    const client = this.#client;
    if (!client) return;
    if (!connectionLost(cause)) {
      try {
        await this.command("rollback");
        return;
      } catch {
        // Then the connection goes.
      }
    }
    this.#drop(client);
    void client.end().catch(() => undefined);
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    if (client) await Promise.race([client.end(), setTimeout(NETWORK_MS, null, { ref: false })]);
  }

  #drop(client: pg.Client): void {
    if (this.#client === client) this.#client = null;
  }

  async #query<R>(text: string, values?: unknown[]) {
    if (!this.#client) throw postgresError(new Error("Connection terminated"));
    try {
      const query = { text, query_timeout: this.#queryTimeoutMs, ...(values ? { values } : {}) };
      return await this.#client.query<R & pg.QueryResultRow>(query);
    } catch (error) {
      throw postgresError(error);
    }
  }
}
