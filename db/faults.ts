/**
 * What can go wrong between us and the store, told apart by `kind` (never by instanceof: the server
 * and the Remix bundle are two module instances).
 *
 * - `store_busy`: too many writes wait; try again (503).
 * - `store_unavailable`: disk full, lock held, connection lost, deadline passed; try again (503).
 *   Whether the write took place is certain (it did not), except where a connection was lost in the
 *   middle of COMMIT on PostgreSQL: a repeated attempt must find its own attempt mark.
 * - `store_constraint`: the database refused a row; `rule` says by what kind of constraint.
 * - `store_unusable`: this database can't be worked with at all (wrong address, newer schema).
 */
export type StoreErrorKind =
  | "store_busy"
  | "store_unavailable"
  | "store_constraint"
  | "store_unusable";

export type ConstraintRule = "unique" | "foreign_key" | "check" | "not_null" | "other";

interface StoreErrorDetails {
  /** SQLite's name of the error (`SQLITE_FULL`), PostgreSQL's SQLSTATE, Node's code, or our own. */
  code: string;
  rule?: ConstraintRule;
  cause?: unknown;
}

export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly kind: StoreErrorKind;
  readonly code: string;
  readonly rule: ConstraintRule | null;

  constructor(kind: StoreErrorKind, message: string, details: StoreErrorDetails) {
    super(message, { cause: details.cause });
    this.kind = kind;
    this.code = details.code;
    this.rule = details.rule ?? null;
  }
}

/** Is it an error of the store, whichever module instance made it? */
export function isStoreError(error: unknown): error is StoreError {
  return (
    error instanceof Error &&
    "kind" in error &&
    typeof error.kind === "string" &&
    error.kind.startsWith("store_")
  );
}
