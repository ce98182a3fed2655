import type { Insertable } from "kysely";
import type { Writer } from "#db/connect.ts";
import type { CommentsTable, EssaysTable } from "#db/schema.ts";

/** Sound rows for tests of the store itself, made without the domain. */
export function essayRow(
  id: string,
  over: Partial<Insertable<EssaysTable>> = {},
): Insertable<EssaysTable> {
  return {
    id,
    slug: `slug-of-${id}`,
    title: `Title of ${id}`,
    state: "visible",
    state_before: null,
    lead: "story",
    experience: 1,
    debate: 0,
    perspective_source: "writer",
    standing: null,
    markdown: "Words.",
    html: "<p>Words.</p>",
    renderer_version: 1,
    first_lines: "Words.",
    words: 1,
    note: null,
    reply_mode: "open",
    indexing: 0,
    standpoint: null,
    works_cited: "[]",
    by_name: null,
    by_kind: null,
    published_on: "2026-03-01",
    edited_on: null,
    ordered_at: 1_772_323_200_000,
    active_at: 1_772_323_200_000,
    active_on: "2026-03-01",
    owner_mark: null,
    take_back_mark: null,
    secret_id: null,
    attempt_mark: null,
    erase_at: null,
    ...over,
  };
}

export function commentRow(
  id: string,
  essayId: string,
  over: Partial<Insertable<CommentsTable>> = {},
): Insertable<CommentsTable> {
  return {
    id,
    essay_id: essayId,
    parent_id: null,
    root_id: id,
    depth: 1,
    state: "visible",
    state_before: null,
    origin: "guest",
    experience: 0,
    debate: 0,
    perspective_source: "writer",
    standing: null,
    markdown: "An answer.",
    html: "<p>An answer.</p>",
    renderer_version: 1,
    note: null,
    standpoint: null,
    by_name: "Amber Finch",
    by_kind: "thread_name",
    written_on: "2026-03-02",
    edited_on: null,
    ordered_at: 1_772_409_600_000,
    owner_mark: null,
    take_back_mark: null,
    secret_id: null,
    attempt_mark: null,
    erase_at: null,
    old_number: null,
    ...over,
  };
}

/** One by one: rows with different columns in one insert mean null, not the default, on SQLite. */
export async function insertEssays(trx: Writer, ...rows: Insertable<EssaysTable>[]): Promise<void> {
  for (const row of rows) await trx.insertInto("essays").values(row).execute();
}

export async function insertComments(
  trx: Writer,
  ...rows: Insertable<CommentsTable>[]
): Promise<void> {
  for (const row of rows) await trx.insertInto("comments").values(row).execute();
}
