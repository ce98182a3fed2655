/** Pieces whose HTML is older than the renderer, or stands escaped because rendering failed. */
import type { Reader, Writer } from "../connect.ts";
import type { PieceState } from "../schema.ts";

interface Batch {
  version: number;
  /** Id of the last one that was looked at; empty: from the first. */
  afterId: string;
  limit: number;
}

const WITHOUT_WORDS: readonly PieceState[] = ["missing"];

export function commentsToRender(db: Reader, { version, afterId, limit }: Batch) {
  return db
    .selectFrom("comments")
    .select(["id", "essay_id", "markdown", "revision"])
    .where("renderer_version", "<", version)
    .where("markdown", "!=", "")
    .where("state", "not in", WITHOUT_WORDS)
    .where("id", ">", afterId)
    .orderBy("id")
    .limit(limit);
}

export function essaysToRender(db: Reader, { version, afterId, limit }: Batch) {
  return db
    .selectFrom("essays")
    .select(["id", "markdown", "works_cited", "revision"])
    .where("renderer_version", "<", version)
    .where("markdown", "!=", "")
    .where("id", ">", afterId)
    .orderBy("id")
    .limit(limit);
}

/** Sets the HTML of a comment, unless it has changed since it was read. */
export function setCommentHtml(
  trx: Writer,
  { id, revision, html, version }: { id: string; revision: number; html: string; version: number },
) {
  return trx
    .updateTable("comments")
    .set({ html, renderer_version: version, revision: revision + 1 })
    .where("id", "=", id)
    .where("revision", "=", revision);
}

/** Sets the HTML of an essay and what is counted from it, unless it has changed since. */
export function setEssayHtml(
  trx: Writer,
  {
    id,
    revision,
    set,
  }: {
    id: string;
    revision: number;
    set: { html: string; renderer_version: number; first_lines: string; words: number };
  },
) {
  return trx
    .updateTable("essays")
    .set({ ...set, revision: revision + 1 })
    .where("id", "=", id)
    .where("revision", "=", revision);
}

/** Marks a piece that today's limits refuse as looked at; what is shown of it stays. */
export function setLookedAt(
  trx: Writer,
  { table, id, version }: { table: "comments" | "essays"; id: string; version: number },
) {
  return trx.updateTable(table).set({ renderer_version: version }).where("id", "=", id);
}
