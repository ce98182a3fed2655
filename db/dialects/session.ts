import type {
  CompiledQuery,
  DatabaseConnection,
  Driver,
  QueryResult,
  TransactionSettings,
} from "kysely";

export const NO_STREAMS = "Streaming is not supported by the store; read page by page.";

/**
 * The one connection through which a process writes. The write queue opens a group on it; every
 * write of the group stands in a savepoint of its own.
 */
export interface WriterSession {
  /** Opens a group: from here on nobody else writes. `deadlineMs` bounds every statement in it. */
  begin(deadlineMs: number): Promise<void>;
  /** Makes the group durable. */
  commit(): Promise<void>;
  rollback(): Promise<void>;
  execute<R>(query: CompiledQuery): Promise<QueryResult<R>>;
  /** One statement of the house's own. */
  command(sql: string): Promise<void>;
  /** Brings deleted text out of the log; says whether it could. Never called within a group. */
  forgetDeleted(): Promise<boolean>;
  /** Lays the store out anew, in the order of its keys. Never called within a group. */
  forgetOrder(): Promise<boolean>;
  /** Cuts a statement that is running at this moment, if there is one. */
  interrupt(): void;
  /** Leaves whatever state an error has left behind; the next `begin` finds a good connection. Never throws. */
  repair(cause: unknown): Promise<void>;
  close(): Promise<void>;
}

/**
 * The session as one write sees it. It ends with the write, so that a work that was cut off and
 * goes on in the background can't write into somebody else's transaction.
 */
export class Lease implements DatabaseConnection {
  readonly #session: WriterSession;
  #ended = false;
  /** The first statement that failed. After it the write can only roll back, as on PostgreSQL. */
  failure: unknown = null;

  constructor(session: WriterSession) {
    this.#session = session;
  }

  end(): void {
    this.#ended = true;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#ended) throw new Error("This transaction has ended; nothing more can run in it.");
    if (this.failure) {
      throw new Error("A statement of this transaction has failed; it can only be rolled back.", {
        cause: this.failure,
      });
    }
    try {
      return await this.#session.execute<R>(query);
    } catch (error) {
      this.failure ??= error;
      throw error;
    }
  }

  // biome-ignore lint/correctness/useYield: Kysely asks for a generator; there is nothing to yield.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error(NO_STREAMS);
  }
}

/** Kysely's transactions as savepoints in the group that the write queue has opened. */
export class SavepointDriver implements Driver {
  readonly #session: WriterSession;
  /** Set when a savepoint could not be undone: then the whole group is gone. */
  lost: unknown = null;

  constructor(session: WriterSession) {
    this.#session = session;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Lease> {
    return new Lease(this.#session);
  }

  async beginTransaction(_connection: Lease, settings: TransactionSettings): Promise<void> {
    if (settings.isolationLevel || settings.accessMode) {
      throw new Error("A write has no transaction settings of its own.");
    }
    await this.#session.command("savepoint one_write");
  }

  async commitTransaction(connection: Lease): Promise<void> {
    // On PostgreSQL a work that swallows an error would otherwise be told that it was committed.
    if (connection.failure) throw connection.failure;
    connection.end();
    await this.#session.command("release savepoint one_write");
  }

  async rollbackTransaction(connection: Lease): Promise<void> {
    connection.end();
    try {
      await this.#session.command("rollback to savepoint one_write");
      await this.#session.command("release savepoint one_write");
    } catch (error) {
      this.lost = connection.failure ?? error;
    }
  }

  async releaseConnection(connection: Lease): Promise<void> {
    connection.end();
  }

  async destroy(): Promise<void> {}
}
