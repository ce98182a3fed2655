import {
  type CompiledQuery,
  DeleteQueryNode,
  InsertQueryNode,
  MergeQueryNode,
  type QueryResult,
  type RootOperationNode,
  UpdateQueryNode,
} from "kysely";
import sqlite3 from "sqlite3";
import { type ConstraintRule, StoreError } from "../faults.ts";

const STATEMENTS_KEPT = 200;

/** Errors after which the connection itself is not trusted any more. */
const BROKEN = new Set([
  "SQLITE_IOERR",
  "SQLITE_CORRUPT",
  "SQLITE_NOTADB",
  "SQLITE_CANTOPEN",
  "SQLITE_READONLY",
  "SQLITE_NOMEM",
  "SQLITE_MISUSE",
  "SQLITE_PROTOCOL",
]);

/** Errors that pass, or that somebody at the machine can mend. */
const UNAVAILABLE = new Set([
  ...BROKEN,
  "SQLITE_FULL",
  "SQLITE_BUSY",
  "SQLITE_LOCKED",
  "SQLITE_INTERRUPT",
]);

/**
 * One connection of npm `sqlite3`, with promises, its statements run strictly in the order they
 * were asked for, and prepared ones kept.
 */
export class SqliteConnection {
  readonly #handle: sqlite3.Database;
  readonly #statements = new Map<string, sqlite3.Statement>();
  #tail: Promise<unknown> = Promise.resolve();
  #running = false;
  /** Has it met an error after which it should be opened anew? */
  broken = false;

  private constructor(handle: sqlite3.Database) {
    this.#handle = handle;
  }

  static open(file: string, mode: number): Promise<SqliteConnection> {
    return new Promise((resolve, reject) => {
      const handle = new sqlite3.Database(file, mode, (error) => {
        if (error) reject(sqliteError(error));
        else resolve(new SqliteConnection(handle));
      });
    });
  }

  /** @throws StoreError, or TypeError for a value that SQLite would silently store as null. */
  async execute<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const parameters = query.parameters.map(storable);
    return this.#inOrder(() => this.#run<R>(query.sql, parameters, query.query));
  }

  /** One statement without parameters; returns its rows. */
  command<R = Record<string, unknown>>(sql: string): Promise<R[]> {
    return this.#inOrder(async () => (await this.#run<R>(sql, [], null)).rows);
  }

  /** Cuts the statement that runs at this moment; does nothing where there is none. */
  interrupt(): void {
    if (this.#running) this.#handle.interrupt();
  }

  async close(): Promise<void> {
    await this.#tail.catch(() => undefined);
    for (const statement of this.#statements.values()) await finalize(statement);
    this.#statements.clear();
    await new Promise<void>((resolve, reject) => {
      this.#handle.close((error) => (error ? reject(sqliteError(error)) : resolve()));
    });
  }

  #inOrder<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(task, task);
    this.#tail = result.catch(() => undefined);
    return result;
  }

  async #run<R>(
    sql: string,
    parameters: readonly unknown[],
    node: RootOperationNode | null,
  ): Promise<QueryResult<R>> {
    this.#running = true;
    try {
      const statement = await this.#prepared(sql);
      return changesOnly(node)
        ? await runStatement(statement, parameters, node)
        : await allRows<R>(statement, parameters, node);
    } catch (error) {
      await this.#forget(sql);
      const fault = sqliteError(error);
      if (fault instanceof StoreError && BROKEN.has(fault.code)) this.broken = true;
      throw fault;
    } finally {
      this.#running = false;
    }
  }

  async #prepared(sql: string): Promise<sqlite3.Statement> {
    const kept = this.#statements.get(sql);
    if (kept) {
      this.#statements.delete(sql);
      this.#statements.set(sql, kept);
      return kept;
    }
    const statement = await new Promise<sqlite3.Statement>((resolve, reject) => {
      const made = this.#handle.prepare(sql, (error) => (error ? reject(error) : resolve(made)));
    });
    this.#statements.set(sql, statement);
    const [oldest] = this.#statements.keys();
    if (this.#statements.size > STATEMENTS_KEPT && oldest !== undefined) await this.#forget(oldest);
    return statement;
  }

  async #forget(sql: string): Promise<void> {
    const statement = this.#statements.get(sql);
    if (!statement) return;
    this.#statements.delete(sql);
    await finalize(statement);
  }
}

function finalize(statement: sqlite3.Statement): Promise<void> {
  return new Promise((resolve) => statement.finalize(() => resolve()));
}

type ChangeNode = InsertQueryNode | UpdateQueryNode | DeleteQueryNode | MergeQueryNode;

function isChange(node: RootOperationNode | null): node is ChangeNode {
  return (
    node !== null &&
    (InsertQueryNode.is(node) ||
      UpdateQueryNode.is(node) ||
      DeleteQueryNode.is(node) ||
      MergeQueryNode.is(node))
  );
}

/** Does the query change rows and give none back? Read from its tree, not from its text. */
function changesOnly(node: RootOperationNode | null): node is ChangeNode {
  if (!isChange(node) || node.returning) return false;
  return !("explain" in node && node.explain);
}

function runStatement<R>(
  statement: sqlite3.Statement,
  parameters: readonly unknown[],
  node: RootOperationNode,
): Promise<QueryResult<R>> {
  return new Promise((resolve, reject) => {
    statement.run(parameters, function (error) {
      if (error) return reject(error);
      resolve({
        rows: [],
        numAffectedRows: BigInt(this.changes),
        ...(InsertQueryNode.is(node) ? { insertId: BigInt(this.lastID) } : {}),
      });
    });
  });
}

function allRows<R>(
  statement: sqlite3.Statement,
  parameters: readonly unknown[],
  node: RootOperationNode | null,
): Promise<QueryResult<R>> {
  return new Promise((resolve, reject) => {
    statement.all<R>(parameters, (error, rows) => {
      if (error) return reject(error);
      resolve(isChange(node) ? { rows, numAffectedRows: BigInt(rows.length) } : { rows });
    });
  });
}

/** npm `sqlite3` stores what it does not know as null, and PostgreSQL refuses U+0000. */
function storable(value: unknown): string | number | Buffer | null {
  if (value === null || typeof value === "number" || Buffer.isBuffer(value)) return value;
  if (typeof value === "string") {
    if (value.includes("\0")) throw new TypeError("U+0000 can't be stored in text.");
    return value;
  }
  if (typeof value === "bigint" && Number.isSafeInteger(Number(value))) return Number(value);
  throw new TypeError(`A ${typeof value} can't be stored; yes and no are 1 and 0.`);
}

/** A StoreError for what has a kind of its own, else the error as it came. */
function sqliteError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (code === "SQLITE_CONSTRAINT") {
    const rule = constraintRule(error.message);
    return new StoreError("store_constraint", error.message, { code, rule, cause: error });
  }
  if (UNAVAILABLE.has(code)) {
    return new StoreError("store_unavailable", error.message, { code, cause: error });
  }
  return error;
}

function constraintRule(message: string): ConstraintRule {
  if (message.includes("UNIQUE constraint")) return "unique";
  if (message.includes("FOREIGN KEY constraint")) return "foreign_key";
  if (message.includes("CHECK constraint")) return "check";
  if (message.includes("NOT NULL constraint")) return "not_null";
  return "other";
}
