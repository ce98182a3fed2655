import { nothingTyped } from "#app/components/reply/reply-fields.tsx";
import type { EssayLine } from "#app/domain/discovery/essay-line.ts";
import type { ConversationPage, ConversationPlace } from "#app/domain/essays/read-conversation.ts";
import type { EssayView, LinkedEssay } from "#app/domain/essays/read-essay.ts";
import type { HelpLine } from "#app/domain/settings.ts";
import type { CommentView } from "#app/domain/threads/types.ts";

const DAY = "2026-03-01";

/** A comment as a page gets it. All that a person wrote stands between «these marks». */
export function aComment(change: Partial<CommentView>): CommentView {
  return {
    id: "abc",
    parentId: null,
    rootId: "abc",
    depth: 3,
    state: "visible",
    orderedAt: 1,
    revision: 1,
    by: { name: "«name»", kind: "thread_name" },
    perspectives: ["experience", "debate"],
    standing: "beside",
    parentName: null,
    parentState: null,
    addresses: [
      { id: "def", name: "«other»" },
      { id: "ghi", name: null },
    ],
    perspectiveSource: "guess",
    standpoint: "«standpoint»",
    note: "«note»",
    writtenOn: DAY,
    editedOn: DAY,
    imported: false,
    oldNumber: 7,
    html: "<p>«words»</p>",
    markdown: "«words»",
    ...change,
  };
}

/** An essay as its page gets it, with all that it can have. */
export function anEssay(change: Partial<EssayView>): EssayView {
  const linked: Omit<LinkedEssay, "relation"> = {
    slug: "y",
    title: "«another»",
    lead: "story",
    perspectives: ["experience"],
    by: { name: "«name»", kind: "thread_name" },
    publishedOn: DAY,
    comment: null,
  };
  const comment = { id: "abc", essayId: "y", name: "«name»" };
  return {
    id: "x",
    slug: "x",
    state: "visible",
    title: "«title»",
    lead: "debate",
    perspectives: ["experience", "debate"],
    perspectiveSource: "guess",
    by: { name: "«name»", kind: "imported" },
    keyed: true,
    standing: "worked",
    standpoint: "«standpoint»",
    note: "«note»",
    replyMode: "open",
    indexing: false,
    demo: true,
    publishedOn: DAY,
    editedOn: DAY,
    html: "<p>«words»</p>",
    markdown: "«words»",
    firstLines: "«words»",
    words: 900,
    worksCited: ["«work»"],
    works: [{ id: "work-1", markId: null, parts: [{ text: "«work»", href: null }] }],
    original: {
      author: "«author»",
      source: [{ text: "«source»", href: null }],
      licence: "«licence»",
    },
    revision: 1,
    counts: { visible: 3, waiting: 1, folded: 1, removed: 2, taken_back: 1, missing: 1 },
    tags: [{ slug: "t", name: "«tag»" }],
    series: {
      slug: "s",
      title: "«series»",
      position: 2,
      previous: { slug: "y", title: "«another»" },
      next: { slug: "z", title: "«other»" },
    },
    conversationId: "x",
    respondsTo: [
      { ...linked, relation: "grew_out_of", comment },
      { ...linked, slug: "z", relation: "disagrees_in_part" },
    ],
    responses: [
      { ...linked, relation: "disagrees_in_part" },
      { ...linked, slug: "z", relation: "grew_out_of", comment: { ...comment, name: null } },
    ],
    sources: [{ title: "«elsewhere»", url: "https://example.org/", notedOn: DAY }],
    ...change,
  };
}

/** An essay as a front page gets it. */
export function anEssayLine(change: Partial<EssayLine>): EssayLine {
  const { slug, title, lead, perspectives, perspectiveSource, standing, standpoint, by } = anEssay(
    {},
  );
  const known = { slug, title, lead, perspectives, perspectiveSource, standing, standpoint, by };
  return {
    ...known,
    note: null,
    firstLines: "«first lines»",
    indexing: false,
    demo: false,
    publishedOn: DAY,
    activeOn: DAY,
    words: 900,
    comments: 3,
    ...change,
  };
}

/** A page of a conversation with an essay in every state, and how its neighbours name it. */
export const aConversation = ((): { page: ConversationPage; place: ConversationPlace } => {
  const first = { id: "x", slug: "x", title: "«title»", state: "visible" as const };
  const relations = ["responds", "follows_up", "disagrees_in_part", "grew_out_of"] as const;
  const entry = {
    ...first,
    parentId: null,
    lead: "story" as const,
    perspectives: ["experience" as const, "debate" as const],
    by: { name: "«name»", kind: "thread_name" as const },
    standpoint: "«standpoint»",
    note: null,
    firstLines: "«first lines»",
    publishedOn: DAY,
    comments: 3,
    answers: [],
  };
  const states = ["removed", "taken_back", "missing", "waiting", "folded"] as const;
  const entries = [
    entry,
    ...relations.map((relation, index) => ({
      ...entry,
      id: relation,
      parentId: "x",
      lead: "debate" as const,
      note: index === 1 ? "«note»" : null,
      answers: [
        { relation, comment: { id: "abc", name: "«name»" }, to: first, page: 2 },
        { relation, comment: { id: "def", name: null }, to: first, page: 1 },
      ],
    })),
    ...states.map((state) => ({
      ...entry,
      ...{ id: state, title: "", state, by: null, parentId: "responds" },
      answers: states.map((other) => ({
        relation: "responds" as const,
        comment: null,
        to: { id: other, slug: other, title: "", state: other },
        page: 2,
      })),
    })),
  ];
  return {
    page: {
      ...{ first, beganWithFirst: true, entries, page: 2, pages: 3, size: 7 },
      ...{ firstDay: DAY, lastDay: "2026-04-01", indexing: false, invented: false },
      ...{ pageOfAsked: 2, askedId: "x" },
    },
    place: { slug: "x", page: 2, size: 2, previous: first, next: null },
  };
})();

/** A line of `/help`. */
export function aHelpLine(change: Partial<HelpLine>): HelpLine {
  return {
    country: "«country»",
    name: "«line»",
    who: "«anyone»",
    hours: "«always»",
    call: "«116»",
    text: "«text»",
    chat: "«chat»",
    peerRun: false,
    youth: false,
    maySendPolice: "unknown",
    checkedOn: "",
    ...change,
  };
}

/** All that the reply page shows, with faults, a preview and a choice of others. */
export const aReplyPage = {
  slug: "x",
  title: "«title»",
  invented: true,
  writer: "«writer»",
  mode: "support" as const,
  typed: { ...nothingTyped, body: "«body»", perspective: ["experience"] as const, note: "«note»" },
  faults: [{ field: "body", sentence: "«fault»" }],
  draft: "",
  nonce: "n",
  challenge: "{}",
  addressable: [{ id: "abc", name: "«other»" }],
  asName: null,
  nameIsKept: false,
  hasKey: false,
  speakers: null,
  waits: false,
  answered: aComment({}),
  preview: { name: null, html: "" },
};

/** The names of somebody who is signed in. */
export const aMembersNames = {
  all: [
    { as: "pen", kind: "pen_name", name: "«pen name»", ofOldBlog: false },
    { as: "thread", kind: "thread_name", name: null, ofOldBlog: false },
    { as: "thread-1", kind: "thread_name", name: "«thread name»", ofOldBlog: false },
    { as: "claimed-0", kind: "thread_name", name: "«old name»", ofOldBlog: true },
  ],
  chosen: "pen",
  hasSpoken: true,
} as const;

/** A piece that waits for a moderator. */
export const aReview = {
  reviewId: "r",
  kind: "my_words" as const,
  askedOn: DAY,
  essay: { slug: "x", title: "«title»", state: "visible" as const },
  asEssay: null,
  piece: {
    id: "abc",
    state: "folded" as const,
    name: null,
    note: "«note»",
    html: "<p>«words»</p>",
    writtenOn: DAY,
    imported: true,
  },
};

/** An essay that waits for a moderator. */
export const anEssayReview = {
  ...aReview,
  asEssay: {
    words: 900,
    standpoint: "«standpoint»",
    worksCited: ["«work»"],
    tags: ["«tag»", "«other»"],
  },
};
