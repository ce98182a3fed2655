import { count, day, list, number } from "./grammar.ts";

/** An essay as it is read, and the thread under it. */
export const thread = {
  // A number and what it counts stay on one line.
  minutes: (value: number) => count(value, "minute", "minutes").replace(" ", "\u00a0"),
  number,
  changedOn: (iso: string) => `changed ${day(iso)}`,
  fromOldBlog: "from the old blog",
  byAGuess: "by a guess",
  sortedByGuess: "sorted by a guess, not by its writer",
  someoneOnOldBlog: "a commenter on the old blog",
  nameToCome: "A name that we find for you",
  withoutName: "without a name",
  author: "wrote the essay",
  outlineOfStory: "In this story",
  outlineOfDebate: "In this essay",
  speaksAbout: "Speaks about",
  openPart: "Open it",
  skipNote: "Go past it",
  worksCited: "Works cited",
  backToWorkMark: (work: number) => `Back to where work ${number(work)} is cited`,
  original: {
    author: "First written by",
    source: "It stood before at",
    licence: "Published here under",
  },
  wish: {
    support: (name: string) => `${name} would like support and questions here, not debate.`,
    supportUnnamed: "The writer would like support and questions here, not debate.",
    supportMore:
      "Say what you wish to say to the person. Please leave arguments for another place.",
    closed: "This essay takes no more comments.",
    closedMore: "What was said stays readable.",
  },
  sourceNotes: "Mentioned elsewhere",
  mentionedAt: "Mentioned at",
  places: {
    removed: "Removed by a moderator.",
    taken_back: "Taken back by its writer.",
    missing: "Missing in the original.",
    waiting: "Waiting to be read. Nothing is wrong with it.",
    folded: "Folded. A moderator looks at it.",
  },
  /** Follows only where there are replies. */
  staying: {
    removed: "The replies stay.",
    taken_back: "The replies stay.",
    missing: "What answered it is below.",
    waiting: "",
    folded: "",
  },
  place: {
    removed: "Removed comment",
    taken_back: "Comment taken back",
    missing: "Missing comment",
    waiting: "Comment waiting to be read",
    folded: "Folded comment",
  },
  essayPlaces: {
    removed: "This essay was removed by a moderator.",
    taken_back: "This essay was taken back by its writer.",
    // No import leaves such a place: under an example that has gone, visitors had written.
    missing: "An invented example stood here. It is gone.",
    waiting: "This essay is waiting to be read. Nothing is wrong with it.",
    folded: "This essay is folded. A moderator looks at it.",
    repliesStay: "What people answered stays readable below.",
  },
  /** In the place of a title. */
  notShownEssay: "an essay that is no longer shown",
  whyLogged: "The reason stands in the public log",
  comments: (value: number) =>
    value === 0 ? "No comments yet" : count(value, "comment", "comments"),
  noComments: "Nobody has answered yet. You can be the first.",
  noCommentsClosed: "Nobody answered.",
  otherStates: (c: {
    waiting: number;
    folded: number;
    removed: number;
    taken_back: number;
    missing: number;
  }) => {
    const parts = [
      c.waiting > 0 && `${number(c.waiting)} waiting to be read`,
      c.folded > 0 && `${number(c.folded)} folded`,
      c.removed > 0 && `${number(c.removed)} removed`,
      c.taken_back > 0 && `${number(c.taken_back)} taken back`,
      c.missing > 0 && `${number(c.missing)} missing in the original`,
    ].filter((part): part is string => part !== false);
    return parts.length === 0 ? "" : `Also here: ${list(parts)}.`;
  },
  filterLabel: "Which comments",
  all: "All",
  experience: "Lived experience",
  debate: "What should change",
  only: (perspective: "experience" | "debate") =>
    perspective === "experience"
      ? "Leave out those that also say what should change"
      : "Leave out those that also speak from experience",
  notOnly: "Show also those that carry both",
  guessed: "Comments from the old blog are sorted here by a guess, not by their writers.",
  filteredEmpty: "No comment here carries this.",
  hiddenBranches: (value: number) =>
    value === 1
      ? "One branch in which no comment carries this is not shown."
      : `${number(value)} branches in which no comment carries this are not shown.`,
  showAll: "Show all comments",
  contextLabel: "What it answers",
  orderLabel: "Order",
  oldest: "Oldest first",
  newest: "Newest branch first",
  flat: "Without nesting",
  nested: "With nesting",
  pagerLabel: "Pages of this thread",
  page: (page: number, pages: number) => `Page ${number(page)} of ${number(pages)}`,
  earlierPage: "Earlier branches",
  laterPage: "Later branches",
  branchesLabel: "Branches",
  branchSize: (value: number) => count(value, "comment", "comments"),
  moreBranches: (value: number) => count(value, "more branch", "more branches"),
  branchOf: (name: string) => `A branch begun by ${name}`,
  branchOfNobody: "One branch",
  wholeThread: "Back to the whole thread",
  branchAlone: (more: number) =>
    `This branch goes on: ${count(more, "more comment", "more comments")} on its own page`,
  someBranch: "without a name",
  skipToComments: "Skip to the comments",
  skipToForm: "Skip to the form for your answer",
  heading: (name: string, level: number, answered: string | null) =>
    answered === null
      ? `${name}, level ${number(level)}, reply to the essay`
      : `${name}, level ${number(level)}, reply to ${answered}`,
  inReplyTo: "in reply to",
  inReplyAlso: "and to",
  answered: {
    removed: "a removed comment",
    taken_back: "a comment taken back",
    missing: "a missing comment",
    waiting: "a comment waiting to be read",
    folded: "a folded comment",
  },
  aRemoved: "a comment that is no longer shown",
  reply: "Reply",
  replyTo: (name: string) => `to ${name}`,
  link: "Link",
  linkOf: (name: string) => `to this comment by ${name}`,
  mine: "These are my words: take them away",
  iWrote: "I wrote this",
  iWroteOf: (name: string) => `as ${name}`,
  edit: "Edit",
  takeBack: "Take back",
  lostKey: "I lost my key",
  actionsOf: (name: string) => `What you can do with the comment by ${name}`,
};
