import { number } from "./grammar.ts";

/** `/settings/names`, and what the page of a pen name says. */
export const penNames = {
  title: "Your pen names",
  unlinked:
    "You can have up to five. Nothing that we publish, export or show to moderators says that they belong together. What could tell is what you write: the same words, the same stories, the same days and hours. Where it matters, let some time pass before another name speaks.",
  page: "Its page",
  retiredMark: "retired",
  usualMark: "usually speaks",
  pausedMark: (until: string) => `paused until ${until}`,
  change: "describe or retire",
  bring: "bring back",
  description: "A line about this name",
  descriptionHint:
    "Everybody can read it on the name’s page. Say nothing here that you say under another name.",
  save: "Save the line",
  retire: "Retire this name",
  retireMore:
    "It speaks no more, and nobody else can have it. What it wrote stays where it is, and you can bring it back.",
  bringBack: "Bring this name back",
  bringBackMore: "It speaks again.",
  makeTitle: "Make another",
  name: "Pen name",
  nameHint:
    "Everybody sees it beside what you write with it. It can’t be changed later, only retired.",
  make: "Make this name",
  full: (most: number) =>
    `You have ${number(most)} names that speak, and more can’t be had. Retire one to make another.`,
  fullForEver: (most: number) =>
    `You have made ${number(most)} names, and more can’t be had: retired names stay taken.`,
  usualTitle: "Which name usually speaks",
  usualLegend: "Chosen where you have not written in a thread yet",
  usualThread: "A thread name",
  usualThreadMore:
    "Another one in each thread, that nobody can tie to your pen names or to another.",
  usualSave: "Choose it",
  done: {
    made: "The name is yours. It has an empty page until it writes.",
    described: "The line is saved.",
    retired: "The name is retired.",
    back: "The name is back.",
    usual: "It is chosen.",
  },
  faultsTitle: "Nothing was changed",
  faults: {
    descriptionTooLong: (limit: number) =>
      `The line is too long. The limit is ${number(limit)} characters.`,
    leaving: "This name is on its way out, so it can’t be brought back here.",
    gone: "This is not one of your names any more.",
  },
  retiredPage: "This name is retired: it writes no more, and nobody else can have it.",
  emptyPage: "No essay has been published under this name yet.",
};
