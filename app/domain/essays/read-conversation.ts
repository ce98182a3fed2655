import type { Reader } from "#db/connect.ts";
import {
  conversationLinks,
  conversationOfSlug,
  conversationStubs,
  conversationWords,
} from "#db/queries/conversations.ts";
import type { Lead, PieceState, Relation } from "#db/schema.ts";
import type { Subject } from "../house.ts";
import type { By, Perspective } from "../threads/types.ts";
import { type Placed, readingOrderOf } from "./conversation.ts";

/** So many essays stand on a page of a conversation. */
export const CONVERSATION_PAGE = 100;

/** An essay that is named: title and slug are empty where it is not shown. */
export interface NamedEssay {
  id: string;
  slug: string;
  title: string;
  state: PieceState;
}

/** What an entry does with another essay of its conversation. */
export interface ConversationLink {
  relation: Relation;
  /** The comment that it answers; without a name where it is no longer shown. */
  comment: { id: string; name: string | null } | null;
  to: NamedEssay;
  /** The page on which that one stands. */
  page: number;
}

/** An essay of a conversation. Of one that is not visible only its place is told. */
export interface ConversationEntry extends NamedEssay {
  parentId: string | null;
  lead: Lead;
  perspectives: Perspective[];
  by: By | null;
  standpoint: string | null;
  /** Set: first lines are not shown, the note is. */
  note: string | null;
  firstLines: string;
  publishedOn: string;
  /** Visible comments under it. */
  comments: number;
  /** The one under which it stands first; then others that it answers as well. */
  answers: ConversationLink[];
}

export interface ConversationPage {
  /** The first essay that is shown: the conversation's address. */
  first: NamedEssay;
  /** Did it begin with that one? */
  beganWithFirst: boolean;
  entries: ConversationEntry[];
  page: number;
  pages: number;
  /** Essays that can be read. */
  size: number;
  firstDay: string;
  lastDay: string;
  /** May search engines list the page? Only where they may list every essay on it. */
  indexing: boolean;
  /** Is one of these essays an invented example? */
  invented: boolean;
  /** The page on which the essay stands that was asked for. */
  pageOfAsked: number;
  askedId: string;
}

export type FoundConversation =
  | { found: true; conversation: ConversationPage; subjects: Subject[] }
  /** It answers nothing, and nothing answers it; `slug` is its own. */
  | { found: false; slug: string; subjects: Subject[] };

type Stub = NamedEssay & { publishedOn: string };
type LinkRow = Awaited<ReturnType<ReturnType<typeof conversationLinks>["execute"]>>[number];

interface Arranged {
  order: Placed<Stub>[];
  byId: Map<string, Stub>;
  pageOf: (id: string) => number;
  links: LinkRow[];
}

/** Every essay of a conversation in reading order: two queries, whatever its size. */
async function arrange(db: Reader, conversationId: string): Promise<Arranged> {
  const rows = await conversationStubs(db, { conversationId }).execute();
  const links = await conversationLinks(db, { conversationId }).execute();
  const stubs = rows.map(({ id, slug, title, state, published_on }) => ({
    ...{ id, state, publishedOn: published_on },
    // A slug tells the words of the title.
    ...(state === "visible" ? { slug, title } : { slug: "", title: "" }),
  }));
  const order = readingOrderOf(
    stubs,
    links.map((link) => ({ from: link.from_essay_id, to: link.to_essay_id })),
  );
  const pages = new Map(
    order.map(({ essay }, index) => [essay.id, Math.floor(index / CONVERSATION_PAGE) + 1]),
  );
  return {
    order,
    byId: new Map(stubs.map((stub) => [stub.id, stub])),
    pageOf: (id) => pages.get(id) ?? 1,
    links,
  };
}

/**
 * Reads a page of the conversation that an essay stands in: four queries, whatever its size.
 *
 * @returns null where there is no such essay, it is not public yet, or there is no such page
 */
export async function readConversation(
  db: Reader,
  { slug, page }: { slug: string; page: number },
): Promise<FoundConversation | null> {
  const asked = await conversationOfSlug(db, { slug }).executeTakeFirst();
  if (!asked || asked.state === "waiting") return null;
  const { id: askedId, conversation_id: conversationId } = asked;
  const own: Subject = `essay:${askedId}`;
  if (conversationId === null) return { found: false, slug, subjects: [own] };
  const subjects: Subject[] = [`conversation:${conversationId}`, own];
  const all = await arrange(db, conversationId);
  const shown = all.order.filter(({ essay }) => essay.state === "visible");
  const first = shown[0]?.essay;
  if (all.order.length < 2 || !first) return { found: false, slug, subjects };
  const here = all.order.slice((page - 1) * CONVERSATION_PAGE, page * CONVERSATION_PAGE);
  if (here.length === 0) return null;
  const ids = here.map(({ essay }) => essay.id);
  const words = await conversationWords(db, { ids }).execute();
  const entries = entriesOf(all, here, words);
  const days = shown.map(({ essay }) => essay.publishedOn).sort();
  return {
    found: true,
    conversation: {
      first: named(first),
      beganWithFirst: all.order[0]?.essay.id === first.id,
      entries,
      page,
      pages: Math.ceil(all.order.length / CONVERSATION_PAGE),
      size: shown.length,
      firstDay: days[0] ?? "",
      lastDay: days.at(-1) ?? "",
      indexing: words.every((row) => row.indexing === 1 && row.demo === 0),
      invented: words.some((row) => row.demo === 1),
      pageOfAsked: all.pageOf(askedId),
      askedId,
    },
    subjects: [...new Set([...subjects, ...shownSubjects(all, new Set(ids))])],
  };
}

/** The essays on the page, whose comments are counted there, and those whose commenters are named. */
function shownSubjects({ links }: Arranged, ids: ReadonlySet<string>): Subject[] {
  const commented = links.flatMap(({ from_essay_id: from, comment_essay_id: of }) =>
    of !== null && ids.has(from) ? [of] : [],
  );
  return [...ids, ...commented].map((id): Subject => `essay:${id}`);
}

type WordsRow = Awaited<ReturnType<ReturnType<typeof conversationWords>["execute"]>>[number];

function entriesOf(
  all: Arranged,
  here: readonly Placed<Stub>[],
  words: readonly WordsRow[],
): ConversationEntry[] {
  const wordsOf = new Map(words.map((row) => [row.id, row]));
  const linksFrom = new Map<string, LinkRow[]>();
  for (const link of all.links) {
    const list = linksFrom.get(link.from_essay_id);
    if (list) list.push(link);
    else linksFrom.set(link.from_essay_id, [link]);
  }
  return here.flatMap(({ essay, parentId }) => {
    const row = wordsOf.get(essay.id);
    if (!row) return [];
    const links = answersOf(all, linksFrom.get(essay.id) ?? [], parentId);
    return [entryOf(essay, row, parentId, links)];
  });
}

function entryOf(
  essay: Stub,
  row: WordsRow,
  parentId: string | null,
  answers: ConversationLink[],
): ConversationEntry {
  const readable = essay.state === "visible";
  const perspectives: Perspective[] = [];
  if (row.experience) perspectives.push("experience");
  if (row.debate) perspectives.push("debate");
  return {
    ...essay,
    parentId,
    lead: row.lead,
    perspectives,
    by:
      readable && row.by_name !== null && row.by_kind !== null
        ? { name: row.by_name, kind: row.by_kind }
        : null,
    standpoint: readable ? row.standpoint : null,
    note: readable ? row.note : null,
    firstLines: readable && row.note === null ? row.first_lines : "",
    comments: row.comments_visible,
    answers,
  };
}

/** The one it stands under first, then as the others were published. */
function answersOf(
  { byId, pageOf }: Arranged,
  links: readonly LinkRow[],
  parentId: string | null,
): ConversationLink[] {
  const rank = (id: string) => (id === parentId ? "" : (byId.get(id)?.publishedOn ?? ""));
  return links
    .flatMap((link) => {
      const to = byId.get(link.to_essay_id);
      return to ? [{ link, to }] : [];
    })
    .sort((a, b) => compare(rank(a.to.id), rank(b.to.id)) || compare(a.to.id, b.to.id))
    .map(({ link, to }) => ({
      relation: link.relation,
      comment: commentOf(link),
      to: named(to),
      page: pageOf(to.id),
    }));
}

function commentOf(link: LinkRow): ConversationLink["comment"] {
  if (link.comment_id === null) return null;
  const name = link.comment_state === "visible" ? link.comment_name : null;
  return { id: link.comment_id, name };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function named({ id, slug, title, state }: NamedEssay): NamedEssay {
  return { id, slug, title, state };
}

/** Where an essay stands in its conversation. */
export interface ConversationPlace {
  /** The slug of the conversation's address. */
  slug: string;
  /** The page of it on which the essay stands. */
  page: number;
  /** Essays that can be read. */
  size: number;
  /** Its neighbours in reading order, as far as they can be read. */
  previous: NamedEssay | null;
  next: NamedEssay | null;
}

/**
 * Finds what is read before and after an essay: two queries.
 *
 * @returns null where it has no other beside it that could be read
 */
export async function placeInConversation(
  db: Reader,
  { essayId, conversationId }: { essayId: string; conversationId: string },
): Promise<ConversationPlace | null> {
  const { order, pageOf } = await arrange(db, conversationId);
  const at = order.findIndex(({ essay }) => essay.id === essayId);
  const visible = ({ essay }: Placed<Stub>) => essay.state === "visible";
  const others = order.filter((placed) => visible(placed) && placed.essay.id !== essayId);
  const first = order.find(visible)?.essay;
  if (at < 0 || others.length === 0 || !first) return null;
  const previous = order.slice(0, at).findLast(visible)?.essay;
  const next = order.slice(at + 1).find(visible)?.essay;
  return {
    slug: first.slug,
    page: pageOf(essayId),
    size: order.filter(visible).length,
    previous: previous ? named(previous) : null,
    next: next ? named(next) : null,
  };
}
