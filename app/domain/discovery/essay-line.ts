import type { Bit, Lead, NameKind, PerspectiveSource, Standing } from "#db/schema.ts";
import type { By, Perspective } from "../threads/types.ts";

/** An essay as a line of a list. */
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
  /** May search engines list it? */
  indexing: boolean;
  /** An invented example. */
  demo: boolean;
  publishedOn: string;
  activeOn: string;
  words: number;
  /** Visible comments, the number that the thread itself is headed with. */
  comments: number;
}

/** What a list reads of an essay (db/queries/fronts.ts). */
export interface LineRow {
  slug: string;
  title: string;
  lead: Lead;
  experience: Bit;
  debate: Bit;
  perspective_source: PerspectiveSource;
  standing: Standing | null;
  standpoint: string | null;
  by_name: string | null;
  by_kind: NameKind | null;
  note: string | null;
  first_lines: string;
  indexing: Bit;
  demo: Bit;
  published_on: string;
  active_on: string;
  words: number;
  comments_visible: number;
}

/** A row as a line; first lines of a folded text are left behind. */
export function essayLine(row: LineRow): EssayLine {
  const { by_name: name, by_kind: kind } = row;
  return {
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
    by: name !== null && kind !== null ? { name, kind } : null,
    note: row.note,
    firstLines: row.note === null ? row.first_lines : "",
    indexing: row.indexing === 1,
    demo: row.demo === 1,
    publishedOn: row.published_on,
    activeOn: row.active_on,
    words: row.words,
    comments: row.comments_visible,
  };
}
