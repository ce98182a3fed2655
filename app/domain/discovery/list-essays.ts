import type { Reader } from "#db/connect.ts";
import { essaysOfPenName, type FrontQuery, frontEssays } from "#db/queries/fronts.ts";
import { type EssayLine, essayLine, type LineRow } from "./essay-line.ts";

export interface EssayPage {
  essays: EssayLine[];
  /** Where the next page begins; null at the end. */
  next: { at: number; id: string } | null;
}

/** A page of a front: one query. */
export async function listEssays(db: Reader, query: FrontQuery): Promise<EssayPage> {
  // Whoever says nothing of what was lived has no standing to it, so there is nothing to look for.
  if (query.perspective === "debate" && query.only && query.standing !== undefined) {
    return { essays: [], next: null };
  }
  const rows = await frontEssays(db, { ...query, limit: query.limit + 1 }).execute();
  return pageOf(rows, query.limit, query.sort === "new" ? "ordered_at" : "active_at");
}

/** A page of what a pen name has published, newest first: one query. */
export async function listPersonsEssays(
  db: Reader,
  query: { name: string; after?: { at: number; id: string }; limit: number },
): Promise<EssayPage> {
  const rows = await essaysOfPenName(db, { ...query, limit: query.limit + 1 }).execute();
  return pageOf(rows, query.limit, "ordered_at");
}

function pageOf(
  rows: readonly (LineRow & { id: string; ordered_at: number; active_at: number })[],
  limit: number,
  at: "ordered_at" | "active_at",
): EssayPage {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    essays: shown.map(essayLine),
    next: rows.length > limit && last ? { at: last[at], id: last.id } : null,
  };
}
