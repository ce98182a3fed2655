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

export interface LinkedEssay {
  slug: string;
  title: string;
  lead: Lead;
  by: string | null;
  relation: Relation;
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
  publishedOn: string;
  editedOn: string | null;
  html: string;
  markdown: string;
  firstLines: string;
  words: number;
  worksCited: string[];
  revision: number;
  counts: StateCounts;
  tags: { slug: string; name: string }[];
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
  const readable = row.state === "visible" || row.state === "folded";
  const [tags, respondsTo, responses, notes] = await Promise.all([
    tagsOfEssay(db, { essayId }).execute(),
    respondedBy(db, { essayId }).execute(),
    responsesTo(db, { essayId }).execute(),
    sourceNotes(db, { essayId }).execute(),
  ]);
  const perspectives: Perspective[] = [];
  if (row.experience) perspectives.push("experience");
  if (row.debate) perspectives.push("debate");
  return {
    id: essayId,
    slug: row.slug,
    state: row.state,
    title: readable ? row.title : "",
    lead: row.lead,
    perspectives,
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
    indexing: row.indexing === 1,
    publishedOn: row.published_on,
    editedOn: readable ? row.edited_on : null,
    html: readable ? row.html : "",
    markdown: readable ? row.markdown : "",
    firstLines: readable ? row.first_lines : "",
    words: readable ? row.words : 0,
    worksCited: readable ? worksFrom(row.works_cited) : [],
    revision: row.revision,
    counts: countsOf(row),
    tags: readable ? tags : [],
    respondsTo: respondsTo.map(linked),
    responses: responses.map(linked),
    sources: notes.map(({ title, url, noted_on }) => ({ title, url, notedOn: noted_on })),
  };
}

function worksFrom(json: string): string[] {
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.filter((work) => typeof work === "string") : [];
}

function linked(row: {
  slug: string;
  title: string;
  lead: Lead;
  by_name: string | null;
  relation: Relation;
}): LinkedEssay {
  const { slug, title, lead, relation } = row;
  return { slug, title, lead, by: row.by_name, relation };
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
