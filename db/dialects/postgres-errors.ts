import { type ConstraintRule, StoreError } from "../faults.ts";

/** SQLSTATE classes and codes that pass, or that somebody at the machine can mend. */
const UNAVAILABLE =
  /^(08|53|57P0|58|XX00|55P03|57014|25P03|25006|40001|40P01)|^E[A-Z]+$|^CLIENT_GONE$/;

const RULES: Record<string, ConstraintRule> = {
  "23505": "unique",
  "23503": "foreign_key",
  "23514": "check",
  "23502": "not_null",
};

/** node-postgres gives no code for these; the connection is gone with each of them. */
const GONE = [
  "Connection terminated",
  "timeout exceeded when trying to connect",
  "timeout expired",
  "Query read timeout",
  "Client has encountered a connection error",
  "Client was closed",
  "Cannot use a pool after calling end",
];

/** A StoreError for what has a kind of its own, else the error as it came. */
export function postgresError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  let code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (code === "" && GONE.some((start) => error.message.startsWith(start))) code = "CLIENT_GONE";
  const message = code === "CLIENT_GONE" || error.message ? error.message : code;
  if (code.startsWith("23")) {
    const rule = RULES[code] ?? "other";
    return new StoreError("store_constraint", message, { code, rule, cause: error });
  }
  if (UNAVAILABLE.test(code)) {
    return new StoreError("store_unavailable", message, { code, cause: error });
  }
  return error;
}

/** Is the connection itself of no more use? */
export function connectionLost(error: unknown): boolean {
  const fault = postgresError(error);
  return (
    fault instanceof StoreError && /^(08|57P0|58|XX00|25P03|E[A-Z]+$|CLIENT_GONE$)/.test(fault.code)
  );
}
