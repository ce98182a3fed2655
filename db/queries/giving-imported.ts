/** What came from the old blog under one name goes over to who wrote it, many rows in a statement. */
import { type SqlBool, sql } from "kysely";
import type { Reader, Writer } from "../connect.ts";

/** Nobody's yet: written out and not bound, as the indexes of lists are. */
const UNOWNED = (table: "essays" | "comments") =>
  sql<SqlBool>`${sql.ref(`${table}.by_kind`)} = 'imported' and ${sql.ref(`${table}.owner_mark`)} is null`;

/** The essays under exactly this name that are nobody's yet; invented examples never were anybody's. */
export function importedEssays(db: Reader, { name }: { name: string }) {
  return db
    .selectFrom("essays")
    .select(["id", "ordered_at"])
    .where(UNOWNED("essays"))
    .where("by_name", "=", name)
    .where("demo", "=", 0);
}

/** The threads with comments under exactly this name that are nobody's yet, and how many in each. */
export function threadsOfImported(db: Reader, { name }: { name: string }) {
  return db
    .selectFrom("comments")
    .innerJoin("essays", "essays.id", "comments.essay_id")
    .select(["essays.id", "essays.ordered_at"])
    .select((eb) => eb.fn.countAll<number>().as("pieces"))
    .where(UNOWNED("comments"))
    .where("comments.by_name", "=", name)
    .where("essays.demo", "=", 0)
    .groupBy(["essays.id", "essays.ordered_at"]);
}

/** Who has which name in these threads. */
export function namesInThreads(db: Reader, { essayIds }: { essayIds: readonly string[] }) {
  return db
    .selectFrom("thread_names")
    .select(["essay_id", "name", "name_key", "owner_mark", "secret_id"])
    .where("essay_id", "in", essayIds);
}

/** Who wrote these essays. */
export function writersOfEssays(db: Reader, { essayIds }: { essayIds: readonly string[] }) {
  return db
    .selectFrom("essays")
    .select(["id", "by_name", "by_kind", "owner_mark", "conversation_id"])
    .where("id", "in", essayIds);
}

/** Essays whose pages name these: linked with them, or in one series. */
export function essaysAround(db: Reader, { essayIds }: { essayIds: readonly string[] }) {
  return db
    .selectFrom("essay_links")
    .select("from_essay_id as id")
    .where("to_essay_id", "in", essayIds)
    .union(
      db
        .selectFrom("essay_links")
        .select("to_essay_id as id")
        .where("from_essay_id", "in", essayIds),
    )
    .union(
      db
        .selectFrom("series_essays")
        .innerJoin("series_essays as part", "part.series_id", "series_essays.series_id")
        .select("series_essays.essay_id as id")
        .where("part.essay_id", "in", essayIds),
    );
}

/** What the pieces of one thread are marked by from now on. */
export interface GivenThread {
  essayId: string;
  ownerMark: string;
  takeBackMark: string;
  secretId: string;
}

interface Giving {
  /** As it is printed. */
  name: string;
  /** Some hundreds at once. */
  threads: readonly GivenThread[];
  /** The pen name that they stand under from now on; null: the name they had. */
  penName: string | null;
}

function given(threads: readonly GivenThread[]) {
  const rows = threads.map(
    ({ essayId, ownerMark, takeBackMark, secretId }) =>
      sql`(${essayId}, ${ownerMark}, ${takeBackMark}, ${secretId})`,
  );
  return sql`given (essay_id, owner_mark, take_back_mark, secret_id) as (values ${sql.join(rows)})`;
}

function named(penName: string | null) {
  return penName === null ? sql`` : sql`, by_name = ${penName}, by_kind = 'pen_name'`;
}

/** Gives the comments of a name in these threads to its writer. */
export async function giveComments(
  trx: Writer,
  { name, threads, penName }: Giving,
): Promise<number> {
  const { rows } = await sql`with ${given(threads)}
    update comments set owner_mark = given.owner_mark, take_back_mark = given.take_back_mark,
      secret_id = given.secret_id, origin = 'member', revision = comments.revision + 1
      ${named(penName)}
    from given where comments.essay_id = given.essay_id and ${UNOWNED("comments")}
      and comments.by_name = ${name} returning id`.execute(trx);
  return rows.length;
}

/** Gives those of these essays that stand under a name to its writer. */
export async function giveEssays(trx: Writer, { name, threads, penName }: Giving): Promise<number> {
  const { rows } = await sql`with ${given(threads)}
    update essays set owner_mark = given.owner_mark, take_back_mark = given.take_back_mark,
      secret_id = given.secret_id, revision = essays.revision + 1 ${named(penName)}
    from given where essays.id = given.essay_id and ${UNOWNED("essays")}
      and essays.by_name = ${name} returning id`.execute(trx);
  return rows.length;
}

/** Gives a name of the old blog free in these threads, as far as nobody has it. */
export function releaseNames(
  trx: Writer,
  { essayIds, nameKey }: { essayIds: readonly string[]; nameKey: string },
) {
  return trx
    .deleteFrom("thread_names")
    .where("essay_id", "in", essayIds)
    .where("name_key", "=", nameKey)
    .where("owner_mark", "is", null);
}

/** Puts a name down for its owner in these threads: where it was kept for them, and where it is new. */
export function ownNames(
  trx: Writer,
  {
    name,
    nameKey,
    threads,
  }: { name: string; nameKey: string; threads: readonly Omit<GivenThread, "takeBackMark">[] },
) {
  return trx
    .insertInto("thread_names")
    .values(
      threads.map(({ essayId, ownerMark, secretId }) => ({
        essay_id: essayId,
        name_key: nameKey,
        name,
        owner_mark: ownerMark,
        secret_id: secretId,
        key_written_down: 1 as const,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["essay_id", "name_key"])
        .doUpdateSet((eb) => ({
          owner_mark: eb.ref("excluded.owner_mark"),
          secret_id: eb.ref("excluded.secret_id"),
          key_written_down: 1 as const,
        }))
        .where("thread_names.owner_mark", "is", null),
    );
}
