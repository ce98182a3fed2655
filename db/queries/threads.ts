import { type Selectable, sql } from "kysely";
import type { Reader } from "../connect.ts";
import type { CommentsTable } from "../schema.ts";

/** Neither stands in an id or a word of the schema, and both are taken out of names. */
const FIELD = sql.lit("\u001f");
const ROW = sql.lit("\u001e");

/** One line for each comment, its fields in the order in which `stubsIn` reads them. */
const STUB_LINE = sql<string>`id || ${FIELD} || coalesce(parent_id, '') || ${FIELD} || root_id
  || ${FIELD} || cast(depth as text) || ${FIELD} || state
  || ${FIELD} || cast(ordered_at as text) || ${FIELD} || cast(revision as text)
  || ${FIELD} || coalesce(by_kind, '') || ${FIELD} || cast(experience as text)
  || ${FIELD} || cast(debate as text) || ${FIELD} || coalesce(standing, '')
  || ${FIELD} || replace(replace(coalesce(by_name, ''), ${FIELD}, ''), ${ROW}, '')`;

/**
 * All comments of one thread without their words, oldest first: one query, read along an index, and
 * one row, because 5,000 rows of twelve columns keep the main thread longer than all else that a
 * page needs. `stubsIn` reads it.
 */
export function threadStubs(db: Reader, { essayId }: { essayId: string }) {
  return db
    .selectFrom(
      db
        .selectFrom("comments")
        .select(STUB_LINE.as("line"))
        .where("essay_id", "=", essayId)
        .orderBy("ordered_at")
        .orderBy("id")
        .as("stubs"),
    )
    .select(sql<string | null>`string_agg(line, ${ROW})`.as("lines"));
}

/** A comment's row without its words. */
export type StubRow = Pick<
  Selectable<CommentsTable>,
  | "id"
  | "parent_id"
  | "root_id"
  | "depth"
  | "state"
  | "ordered_at"
  | "revision"
  | "by_name"
  | "by_kind"
  | "experience"
  | "debate"
  | "standing"
>;

/** The rows in what `threadStubs` gives, oldest first. */
export function stubsIn(lines: string | null): StubRow[] {
  if (lines === null) return [];
  const rows = lines.split("\u001e").map((line): StubRow => {
    const [id = "", parent = "", root = "", depth, state, at, revision, kind, ...more] =
      line.split("\u001f");
    const [experience, debate, standing, name = ""] = more;
    return {
      id,
      parent_id: parent === "" ? null : parent,
      root_id: root,
      depth: Number(depth),
      // The schema's own checks hold these to their words.
      state: state as StubRow["state"],
      ordered_at: Number(at),
      revision: Number(revision),
      by_name: name === "" ? null : name,
      by_kind: kind === "" ? null : (kind as StubRow["by_kind"]),
      experience: experience === "1" ? 1 : 0,
      debate: debate === "1" ? 1 : 0,
      standing: standing === "" ? null : (standing as StubRow["standing"]),
    };
  });
  // Both databases join the lines in the order in which they come; neither promises it.
  const isSorted = rows.every((row, at) => at === 0 || comesBefore(rows[at - 1], row));
  return isSorted ? rows : rows.sort((a, b) => (comesBefore(a, b) ? -1 : 1));
}

function comesBefore(a: StubRow | undefined, b: StubRow): boolean {
  if (a === undefined || a.ordered_at < b.ordered_at) return true;
  return a.ordered_at === b.ordered_at && a.id < b.id;
}

const TEXT_COLUMNS = [
  "id",
  "perspective_source",
  "standpoint",
  "note",
  "written_on",
  "edited_on",
  "origin",
  "old_number",
  "html",
  "markdown",
] as const;

/** The words of the comments named, in no order: one query by primary key. */
export function commentTexts(db: Reader, { ids }: { ids: readonly string[] }) {
  return db.selectFrom("comments").select(TEXT_COLUMNS).where("id", "in", ids);
}

/** The words of all comments of a thread, for a thread shown whole. */
export function threadTexts(db: Reader, { essayId }: { essayId: string }) {
  return db.selectFrom("comments").select(TEXT_COLUMNS).where("essay_id", "=", essayId);
}

/** Whom comments of one thread address beside their parents. */
export function threadAddresses(db: Reader, { essayId }: { essayId: string }) {
  return db
    .selectFrom("comment_addresses")
    .innerJoin("comments", "comments.id", "comment_addresses.comment_id")
    .select(["comment_addresses.comment_id", "comment_addresses.addressed_id"])
    .where("comments.essay_id", "=", essayId)
    .orderBy("comment_addresses.comment_id")
    .orderBy("comment_addresses.addressed_id");
}

/** The same for the comments named, by primary key. */
export function commentAddresses(db: Reader, { ids }: { ids: readonly string[] }) {
  return db
    .selectFrom("comment_addresses")
    .select(["comment_id", "addressed_id"])
    .where("comment_id", "in", ids)
    .orderBy("comment_id")
    .orderBy("addressed_id");
}

/** Which thread a comment stands in, or undefined. */
export function threadOfComment(db: Reader, { id }: { id: string }) {
  return db
    .selectFrom("comments")
    .innerJoin("essays", "essays.id", "comments.essay_id")
    .select([
      "comments.id",
      "comments.root_id",
      "comments.state",
      "comments.origin",
      "essays.id as essay_id",
      "essays.slug",
      "essays.state as essay_state",
    ])
    .where("comments.id", "=", id);
}

/** The comment that had this number on the old blog, in this thread. */
export function commentByOldNumber(db: Reader, { slug, number }: { slug: string; number: number }) {
  return db
    .selectFrom("comments")
    .innerJoin("essays", "essays.id", "comments.essay_id")
    .select("comments.id")
    .where("essays.slug", "=", slug)
    .where("comments.old_number", "=", number);
}
