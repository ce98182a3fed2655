import { count } from "./grammar.ts";

/** What is said of invented examples: on every page that shows one, and by the command. */
export const demo = {
  /** Stands on every page with an invented piece, whatever else it says. */
  line: "Invented example. Nobody lived this.",
  ofEssay:
    "It shows what this house is for, and goes as soon as the first real piece is published.",
  ofList:
    "These pieces show what this house is for. They go as soon as the first real one is published.",
  beforeComments: "The comments are invented too, except what visitors have tried out.",
  reply:
    "What you write here goes no further than this example. Try it out. When the first real piece is published, the example goes and your words stay.",
  write:
    "If you publish, yours is the first real piece here: the example goes, and yours stands by itself.",
  command: {
    summary: "Load the invented examples, or remove them with --clear.",
    clear: "Remove the invented examples; comments that visitors have written stay.",
    loaded: (essays: number, comments: number) =>
      `${count(essays, "invented piece", "invented pieces")} and ${count(comments, "comment", "comments")} are in the house. They go with the first real piece, or with: npx firsthand demo --clear`,
    thereAlready: "The invented examples are in the house already.",
    notEmpty:
      "There are real pieces in the house, so the invented examples stay out. They are for an empty one.",
    cleared: (essays: number, kept: number) =>
      kept === 0
        ? `${count(essays, "invented piece", "invented pieces")} removed.`
        : `${count(essays, "invented piece", "invented pieces")} removed. ${count(kept, "comment of a visitor stays", "comments of visitors stay")}, with empty places above.`,
    nothingToClear: "There are no invented examples in the house.",
  },
};
