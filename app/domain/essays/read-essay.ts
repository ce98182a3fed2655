import type { Reader } from "#db/connect.ts";
import {
  essayBySlug,
  respondedBy,
  responsesTo,
  sourceNotes,
  tagsOfEssay,
} from "#db/queries/essays.ts";
import type {
  Lead,
  PerspectiveSource,
  PieceState,
  Relation,
  ReplyMode,
  Standing,
} from "#db/schema.ts";
import type { By, Perspective, StateCounts } from "../threads/types.ts";
import { readSeriesPlace, type SeriesPlace } from "./series-place.ts";
import { type CitedWork, citedWorks, sourceParts, type WorkPart } from "./works.ts";

/** An essay that answers another, or is answered by it, as the other's page names it. */
export interface LinkedEssay {
  slug: string;
  title: string;
  lead: Lead;
  perspectives: Perspective[];
  by: By | null;
  publishedOn: string;
  relation: Relation;
  /** The comment that the link leads to; without a name where it is no longer shown. */
  comment: { id: string; essayId: string; name: string | null } | null;
}

/** An essay as its page shows it. Words and name are missing where it was removed or taken back. */
export interface EssayView {
  id: string;
  slug: string;
  state: PieceState;
  title: string;
  lead: Lead;
  perspectives: Perspective[];
  perspectiveSource: PerspectiveSource;
  by: By | null;
  /** A key owns it. None does where it was brought in from elsewhere. */
  keyed: boolean;
  standing: Standing | null;
  standpoint: string | null;
  note: string | null;
  replyMode: ReplyMode;
  indexing: boolean;
  /** An invented example, which nobody lived. */
  demo: boolean;
  publishedOn: string;
  editedOn: string | null;
  html: string;
  markdown: string;
  firstLines: string;
  words: number;
  /** The works cited as they were typed. */
  worksCited: string[];
  /** The same as they are listed. */
  works: CitedWork[];
  /** Of a piece that stood elsewhere before; null: it was written for here. */
  original: { author: string | null; source: WorkPart[]; licence: string | null } | null;
  revision: number;
  counts: StateCounts;
  tags: { slug: string; name: string }[];
  /** Null: it is no part of a series. */
  series: SeriesPlace | null;
  /** Null: it answers nothing, and nothing answers it. */
  conversationId: string | null;
  respondsTo: LinkedEssay[];
  responses: LinkedEssay[];
  sources: { title: string; url: string; notedOn: string }[];
}

/**
 * Reads an essay with what is linked to it: a constant number of queries.
 *
 * @returns null where there is none, or it is not (yet) public
 */
export async function readEssay(db: Reader, { slug }: { slug: string }): Promise<EssayView | null> {
  const row = await essayBySlug(db, { slug }).executeTakeFirst();
  if (!row || row.state === "waiting") return null;
  const essayId = row.id;
  const [tags, series, respondsTo, responses, notes] = await Promise.all([
    tagsOfEssay(db, { essayId }).execute(),
    readSeriesPlace(db, essayId),
    respondedBy(db, { essayId }).execute(),
    responsesTo(db, { essayId }).execute(),
    sourceNotes(db, { essayId }).execute(),
  ]);
  return essayView(row, { tags, series, respondsTo, responses, notes });
}

export type EssayRow = Omit<
  NonNullable<Awaited<ReturnType<ReturnType<typeof essayBySlug>["executeTakeFirst"]>>>,
  "ordered_at" | "active_at"
>;

type Rows<Q extends (...given: never[]) => { execute(): Promise<unknown> }> = Awaited<
  ReturnType<ReturnType<Q>["execute"]>
>;

/** What is read beside the essay's own row. */
export interface AroundEssay {
  tags: Rows<typeof tagsOfEssay>;
  series: SeriesPlace | null;
  respondsTo: Rows<typeof respondedBy>;
  responses: Rows<typeof responsesTo>;
  notes: Rows<typeof sourceNotes>;
}

/** An essay's row as its page shows it; the same for what is stored and for a preview. */
export function essayView(row: EssayRow, around: AroundEssay): EssayView {
  const readable = row.state === "visible" || row.state === "folded";
  const works = worksFrom(row.works_cited);
  return {
    id: row.id,
    slug: row.slug,
    state: row.state,
    title: readable ? row.title : "",
    lead: row.lead,
    perspectives: perspectivesOf(row),
    perspectiveSource: row.perspective_source,
    by:
      readable && row.by_name !== null && row.by_kind !== null
        ? { name: row.by_name, kind: row.by_kind }
        : null,
    keyed: row.owner_mark !== null,
    standing: readable ? row.standing : null,
    standpoint: readable ? row.standpoint : null,
    note: readable ? row.note : null,
    replyMode: row.reply_mode,
    indexing: row.indexing === 1 && row.demo === 0,
    demo: row.demo === 1,
    publishedOn: row.published_on,
    editedOn: readable ? row.edited_on : null,
    html: readable ? row.html : "",
    markdown: readable ? row.markdown : "",
    firstLines: readable ? row.first_lines : "",
    words: readable ? row.words : 0,
    worksCited: readable ? works : [],
    works: readable ? citedWorks(row.id, works, row.html) : [],
    original:
      readable && (row.original_author ?? row.source ?? row.licence) !== null
        ? { author: row.original_author, source: sourceParts(row.source), licence: row.licence }
        : null,
    revision: row.revision,
    counts: countsOf(row),
    tags: readable ? around.tags : [],
    series: readable ? around.series : null,
    conversationId: row.conversation_id,
    respondsTo: around.respondsTo.map(linked),
    responses: around.responses.map(linked),
    sources: readable
      ? around.notes.map(({ title, url, noted_on }) => ({ title, url, notedOn: noted_on }))
      : [],
  };
}

/** The works cited as the store keeps them: a JSON array of texts. */
export function worksFrom(json: string): string[] {
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.filter((work) => typeof work === "string") : [];
}

type LinkedRow = Awaited<ReturnType<ReturnType<typeof respondedBy>["execute"]>>[number];

function linked(row: LinkedRow): LinkedEssay {
  const { slug, title, lead, relation } = row;
  const named = row.comment_state === "visible";
  return {
    slug,
    title,
    lead,
    perspectives: perspectivesOf(row),
    by:
      row.by_name !== null && row.by_kind !== null
        ? { name: row.by_name, kind: row.by_kind }
        : null,
    publishedOn: row.published_on,
    relation,
    comment:
      row.comment_id === null || row.comment_essay_id === null
        ? null
        : {
            id: row.comment_id,
            essayId: row.comment_essay_id,
            name: named ? row.comment_name : null,
          },
  };
}

/** The perspectives of a row, lived experience first. */
export function perspectivesOf(row: { experience: 0 | 1; debate: 0 | 1 }): Perspective[] {
  const perspectives: Perspective[] = [];
  if (row.experience) perspectives.push("experience");
  if (row.debate) perspectives.push("debate");
  return perspectives;
}

function countsOf(row: {
  comments_visible: number;
  comments_waiting: number;
  comments_folded: number;
  comments_removed: number;
  comments_taken_back: number;
  comments_missing: number;
}): StateCounts {
  return {
    visible: row.comments_visible,
    waiting: row.comments_waiting,
    folded: row.comments_folded,
    removed: row.comments_removed,
    taken_back: row.comments_taken_back,
    missing: row.comments_missing,
  };
}
