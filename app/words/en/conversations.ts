import { count, day } from "./grammar.ts";

/** How essays answer each other: on their own pages, at comments, and in a conversation. */
export const conversations = {
  /** What an essay does with another: before its title, and after it. */
  relation: {
    responds: ["Answers", ""],
    follows_up: ["Goes on from", ""],
    disagrees_in_part: ["Sees part of", "differently"],
    grew_out_of: ["Grew out of", ""],
  },
  /** A further one that it answers as well. */
  relationAlso: {
    responds: ["Also answers", ""],
    follows_up: ["Also goes on from", ""],
    disagrees_in_part: ["Also sees part of", "differently"],
    grew_out_of: ["Also grew out of", ""],
  },
  /** The same, of an essay that is listed under the one it answers. */
  relationBack: {
    responds: "answers it",
    follows_up: "goes on from it",
    disagrees_in_part: "sees part of it differently",
    grew_out_of: "grew out of it",
  },
  /** The same, where it was a comment under it that it answers; a name or "somebody" follows. */
  relationBackComment: {
    responds: "answers",
    follows_up: "goes on from",
    disagrees_in_part: "sees differently, in part,",
    grew_out_of: "grew out of",
  },
  /** Said at the comment itself, before the title of the essay. */
  atComment: {
    responds: "An essay answers this:",
    follows_up: "An essay goes on from this:",
    disagrees_in_part: "An essay sees part of this differently:",
    grew_out_of: "An essay grew out of this:",
  },
  commentBy: (name: string | null) => (name === null ? "a comment" : `a comment by ${name}`),
  under: "under",
  fromOldBlog: "from the old blog",
  answering: "Which essays this one answers",
  answeredBy: "Essays that answer this one",
  navLabel: "In this conversation",
  nav: (essays: number) => `In a conversation of ${count(essays, "essay", "essays")}`,
  previous: "Before this one",
  next: "After this one",
  whole: "How they answer each other",
  title: (first: string) => `A conversation that began with “${first}”`,
  titleAround: (first: string) => `A conversation around “${first}”`,
  size: (essays: number) => count(essays, "essay", "essays"),
  days: (first: string, last: string) =>
    first === last ? day(first) : `${day(first)} to ${day(last)}`,
  intro: "Each essay stands under the one it answers, the oldest first.",
  listLabel: "Essays in this conversation",
  comments: (many: number) => count(many, "comment", "comments"),
  commentsOn: (title: string) => `on “${title}”`,
  speaksAbout: (note: string) => `Speaks about ${note}.`,
  /** In place of a title that is not shown. */
  aPlace: {
    removed: "an essay that was removed by a moderator",
    taken_back: "an essay that was taken back by its writer",
    missing: "an essay that is missing in the original",
    waiting: "an essay that waits to be read",
    folded: "an essay that is folded",
  },
  pagerLabel: "Pages of this conversation",
  earlierPage: "Earlier in the conversation",
  laterPage: "Further in the conversation",
};
