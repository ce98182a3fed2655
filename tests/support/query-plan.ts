import { type CompiledQuery, sql } from "kysely";
import type { Store } from "#db/connect.ts";

/**
 * How the database would run a query, a line each. PostgreSQL is told to avoid what it can avoid,
 * since it reads a small table whole whatever its indexes.
 */
export async function queryPlan(store: Store, query: CompiledQuery): Promise<string[]> {
  const parts = query.sql.split(store.dialect === "sqlite" ? /\?/ : /\$\d+/);
  const explained = store.dialect === "sqlite" ? "explain query plan " : "explain ";
  const statement = parts.reduce(
    (text, part, index) =>
      index === 0
        ? sql`${text}${sql.raw(part)}`
        : sql`${text}${query.parameters[index - 1]}${sql.raw(part)}`,
    sql.raw(explained),
  );
  if (store.dialect === "sqlite") {
    const { rows } = await sql<{ detail: string }>`${statement}`.execute(store.read);
    return rows.map(({ detail }) => detail);
  }
  return store.read.connection().execute(async (db) => {
    await sql`set enable_seqscan = off`.execute(db);
    await sql`set enable_sort = off`.execute(db);
    const { rows } = await sql<{ "QUERY PLAN": string }>`${statement}`.execute(db);
    await sql`reset enable_seqscan`.execute(db);
    await sql`reset enable_sort`.execute(db);
    return rows.map((row) => row["QUERY PLAN"]);
  });
}

/** Lines of a plan that read a whole table or sort what they read. */
export function wholeReads(plan: readonly string[]): string[] {
  // Rows that a part of the query has found are read whole; what that part reads has its own line.
  const found = plan.flatMap((line) => /^CO-ROUTINE (\w+)/.exec(line.trim())?.[1] ?? []);
  const read = plan.filter((line) => !found.some((name) => line.trim() === `SCAN ${name}`));
  return read.filter((line) =>
    /^SCAN (?!.*USING (COVERING )?INDEX)|Seq Scan|TEMP B-TREE FOR (?!LAST)|->\s+Sort|^Sort/.test(
      line.trim(),
    ),
  );
}
