import { sql } from "kysely";
import type { Store } from "../connect.ts";
import type { PieceState } from "../schema.ts";
import type { Finding } from "./finding.ts";
import { aroundAccounts } from "./integrity-accounts.ts";
import { aroundEssays } from "./integrity-essays.ts";

const STATES: readonly PieceState[] = [
  "visible",
  "waiting",
  "folded",
  "removed",
  "taken_back",
  "missing",
];

/**
 * Looks the whole store over: the database's own checks, then what the database can't hold by
 * constraints. Reads only. The chain of the moderation log is checked by the domain.
 * @returns what was found; nothing means that all is well. A database that is too damaged to be
 * read gives a finding, not an error.
 */
export async function checkIntegrity(store: Store): Promise<Finding[]> {
  const checks = [
    store.dialect === "sqlite" ? sqliteChecks : readEverything,
    keptCounts,
    activity,
    parents,
    roots,
    firstLines,
    addresses,
    aroundEssays,
    aroundAccounts,
  ];
  const findings: Finding[] = [];
  for (const check of checks) {
    try {
      findings.push(...(await check(store)));
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      findings.push({ about: "database", subject: check.name, detail });
    }
  }
  return findings;
}

async function sqliteChecks({ read }: Store): Promise<Finding[]> {
  const { rows: pages } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(
    read,
  );
  const { rows: keys } = await sql<{ table: string; rowid: number | null; parent: string }>`
    pragma foreign_key_check`.execute(read);
  return [
    ...pages
      .map((row) => row.integrity_check)
      .filter((line) => line !== "ok")
      .map((detail): Finding => ({ about: "database", subject: "file", detail })),
    ...keys.map(
      ({ table, rowid, parent }): Finding => ({
        about: "foreign_key",
        subject: table,
        // Some tables keep no number of their rows.
        detail: `${rowid === null ? "a row" : `row ${rowid}`} names a row of ${parent} that is not there`,
      }),
    ),
  ];
}

/** PostgreSQL enforces its constraints; what can be lost are pages, and reading them tells. */
async function readEverything({ read }: Store): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name } of await read.introspection.getTables()) {
    try {
      await sql`select count(*), max(octet_length(row_text.t::text))
        from (select t from ${sql.table(name)} as t) as row_text`.execute(read);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      findings.push({ about: "database", subject: name, detail });
    }
  }
  return [...findings, ...(await checkIndexes(read))];
}

/** Where the operator has installed amcheck, the indexes are looked over too. */
async function checkIndexes(read: Store["read"]): Promise<Finding[]> {
  const { rows: installed } =
    await sql`select 1 from pg_extension where extname = 'amcheck'`.execute(read);
  if (installed.length === 0) return [];
  const { rows: indexes } = await sql<{ oid: number; name: string }>`
    select c.oid::int as oid, c.relname as name from pg_index i
      join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
      join pg_namespace n on n.oid = c.relnamespace
      where a.amname = 'btree' and n.nspname = 'public' and i.indisvalid`.execute(read);
  const findings: Finding[] = [];
  for (const { oid, name } of indexes) {
    try {
      await sql`select bt_index_check(${oid}::oid, true)`.execute(read);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      findings.push({ about: "database", subject: name, detail });
    }
  }
  return findings;
}

async function keptCounts({ read }: Store): Promise<Finding[]> {
  const counted = await read
    .selectFrom("comments")
    .select(["essay_id", "state", (eb) => eb.fn.countAll<number>().as("pieces")])
    .groupBy(["essay_id", "state"])
    .execute();
  const pieces = new Map(counted.map((row) => [`${row.essay_id} ${row.state}`, row.pieces]));
  const essays = await read
    .selectFrom("essays")
    .select([
      "id",
      "comments_visible",
      "comments_waiting",
      "comments_folded",
      "comments_removed",
      "comments_taken_back",
      "comments_missing",
    ])
    .execute();
  return essays.flatMap((essay) =>
    STATES.flatMap((state): Finding[] => {
      const kept = essay[`comments_${state}`];
      const there = pieces.get(`${essay.id} ${state}`) ?? 0;
      if (kept === there) return [];
      const detail = `keeps ${kept} comments as ${state}, and ${there} are there`;
      return [{ about: "count", subject: essay.id, detail }];
    }),
  );
}

/** An essay is as active as its newest visible comment, and never less than itself. */
async function activity({ read }: Store): Promise<Finding[]> {
  const rows = await read
    .selectFrom("essays")
    .leftJoin("comments", (join) =>
      join
        .onRef("comments.essay_id", "=", "essays.id")
        .on("comments.state", "=", "visible")
        .onRef("comments.ordered_at", ">", "essays.active_at"),
    )
    .select(["essays.id", (eb) => eb.fn.max("comments.ordered_at").as("newer")])
    .where((eb) =>
      eb.or([
        eb("comments.id", "is not", null),
        eb("essays.active_at", "<", eb.ref("essays.ordered_at")),
      ]),
    )
    .groupBy("essays.id")
    .execute();
  return rows.map(({ id }) => ({
    about: "activity",
    subject: id,
    detail: "is noted as less active than its newest comment or itself",
  }));
}

async function parents({ read }: Store): Promise<Finding[]> {
  const rows = await read
    .selectFrom("comments as answer")
    .innerJoin("comments as parent", "parent.id", "answer.parent_id")
    .select([
      "answer.id",
      "answer.depth",
      "parent.depth as parent_depth",
      "answer.root_id",
      "parent.root_id as parent_root_id",
      "parent.id as parent_id",
    ])
    .where((eb) =>
      eb.or([
        eb("answer.depth", "<>", eb("parent.depth", "+", 1)),
        eb("answer.root_id", "<>", eb.ref("parent.root_id")),
        eb("answer.essay_id", "<>", eb.ref("parent.essay_id")),
      ]),
    )
    .execute();
  return rows.map((row) => ({
    about: "parent",
    subject: row.id,
    detail:
      `stands at depth ${row.depth} in branch ${row.root_id}, but its parent ${row.parent_id}` +
      ` at depth ${row.parent_depth} in branch ${row.parent_root_id}`,
  }));
}

async function roots({ read }: Store): Promise<Finding[]> {
  const rows = await read
    .selectFrom("comments as piece")
    .innerJoin("comments as top", "top.id", "piece.root_id")
    .select(["piece.id", "top.id as top_id"])
    .where((eb) =>
      eb.or([
        eb("top.essay_id", "<>", eb.ref("piece.essay_id")),
        eb("top.depth", "<>", 1),
        eb("top.parent_id", "is not", null),
      ]),
    )
    .execute();
  return rows.map((row) => ({
    about: "parent",
    subject: row.id,
    detail: `names ${row.top_id} as the top of its branch, which it is not`,
  }));
}

/** What has words has first lines; what has none left has none either. */
async function firstLines({ read }: Store): Promise<Finding[]> {
  const rows = await read
    .selectFrom("essays")
    .select(["id", "first_lines"])
    .where((eb) =>
      eb.or([
        eb.and([eb("words", ">", 0), eb("first_lines", "=", "")]),
        eb.and([eb("markdown", "=", ""), eb("first_lines", "<>", "")]),
      ]),
    )
    .execute();
  return rows.map(({ id, first_lines }) => ({
    about: "first_lines",
    subject: id,
    detail: first_lines === "" ? "has words but no first lines" : "has first lines but no words",
  }));
}

/** Whom a comment addresses stands in the same thread. */
async function addresses({ read }: Store): Promise<Finding[]> {
  const rows = await read
    .selectFrom("comment_addresses as address")
    .innerJoin("comments as piece", "piece.id", "address.comment_id")
    .innerJoin("comments as addressed", "addressed.id", "address.addressed_id")
    .select(["piece.id", "addressed.id as addressed_id"])
    .where("piece.essay_id", "<>", (eb) => eb.ref("addressed.essay_id"))
    .execute();
  return rows.map((row) => ({
    about: "address",
    subject: row.id,
    detail: `addresses ${row.addressed_id}, which stands in another thread`,
  }));
}
