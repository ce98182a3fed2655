import type { Reader } from "#db/connect.ts";
import { type FrontQuery, frontEssays } from "#db/queries/essays.ts";
import type { Lead, PerspectiveSource, Standing } from "#db/schema.ts";
import type { By, Perspective } from "../threads/types.ts";

/** An essay as a line of a front. */
export interface EssayLine {
  slug: string;
  title: string;
  lead: Lead;
  perspectives: Perspective[];
  perspectiveSource: PerspectiveSource;
  standing: Standing | null;
  standpoint: string | null;
  by: By | null;
  /** Set: first lines are not shown, the note is. */
  note: string | null;
  firstLines: string;
  publishedOn: string;
  activeOn: string;
  words: number;
  /** Visible comments, the number that the thread itself is headed with. */
  comments: number;
}

export interface FrontPage {
  essays: EssayLine[];
  /** Where the next page begins; null at the end. */
  next: { at: number; id: string } | null;
}

/** A page of a front: one query. */
export async function listEssays(db: Reader, query: FrontQuery): Promise<FrontPage> {
  const rows = await frontEssays(db, { ...query, limit: query.limit + 1 }).execute();
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    essays: shown.map((row) => ({
      slug: row.slug,
      title: row.title,
      lead: row.lead,
      perspectives: [
        ...(row.experience ? (["experience"] as const) : []),
        ...(row.debate ? (["debate"] as const) : []),
      ],
      perspectiveSource: row.perspective_source,
      standing: row.standing,
      standpoint: row.standpoint,
      by:
        row.by_name !== null && row.by_kind !== null
          ? { name: row.by_name, kind: row.by_kind }
          : null,
      note: row.note,
      firstLines: row.note === null ? row.first_lines : "",
      publishedOn: row.published_on,
      activeOn: row.active_on,
      words: row.words,
      comments: row.comments_visible,
    })),
    next:
      rows.length > query.limit && last
        ? { at: query.sort === "new" ? last.ordered_at : last.active_at, id: last.id }
        : null,
  };
}
