import { day, number } from "./grammar.ts";

/** The page on which essays are written, and the pages to change one. */
export const write = {
  title: "Write",
  titleResponse: (title: string) => `Your answer to “${title}”, as an essay of your own`,
  intro:
    "Take your time. What you type stays here until you publish it, and you can keep it for later.",
  answering: "What you answer",
  answeringComment: (name: string) => `A comment by ${name}`,
  by: "by",
  relation: "How your essay answers it",
  relations: {
    responds: "I answer",
    follows_up: "I go on from it",
    disagrees_in_part: "I see part of it differently",
    grew_out_of: "It grew out of this comment",
  },
  relationMore: "Both pages show it, yours and this one.",
  faultsTitle: "This is not published yet",
  faultsMore: "Everything you typed is still here.",
  words: "Your words",
  titleField: "Title",
  body: "Your text",
  bodyHint:
    "An empty line begins a new paragraph. You need no signs for anything else; for those who want them, they are explained below.",
  marks: "Headings, quotations, footnotes: how to mark them",
  marksTyped: "You type",
  marksMade: "It becomes",
  marksList: [
    { typed: "## A heading", made: "a heading; the page then shows an outline" },
    { typed: "> Somebody’s words", made: "a quotation" },
    { typed: "- One thing", made: "an entry of a list; one line each" },
    { typed: "*lean* and **strong**", made: "words that lean, and strong ones" },
    { typed: "[some words](https://example.org)", made: "a link" },
    {
      typed: "A sentence.[^a]\n\n[^a]: What stands in the footnote.",
      made: "a footnote; its text stands in a paragraph of its own",
    },
    {
      typed: "As Smith says.[^2]",
      made: "a mark that leads to the second of your works cited",
    },
  ],
  whatItIs: "What it is",
  lead: "First of all it is",
  leads: { story: "A story", debate: "What should change" },
  leadMore: {
    story: "what I lived, or lived beside, or worked in",
    debate: "what should be done about it, or what I think is true",
  },
  speaksFrom: "It may be both, and about you",
  speaksFromHint:
    "Only if it is both: tick both. Left open, it follows from what it is. Your word is final; nobody relabels it.",
  note: "Speaks about",
  noteHint:
    "For example: restraint, a death. The text then stays folded until somebody opens it, here and wherever it is listed.",
  under: "Under which name",
  name: "Name",
  nameHint:
    "Leave it empty and we find one for you. It is yours in the thread under this essay; nothing public links it to your names elsewhere.",
  answers: "Which answers you would like",
  answersChosen: {
    open: "any",
    support: "support and questions",
    closed: "none",
  },
  replyModes: {
    open: "Any answer",
    support: "Support and questions, not debate",
    closed: "No comments",
  },
  replyModeMore: {
    open: "also those who see it differently",
    support: "for stories; your wish stands above every answer",
    closed: "others may still answer with an essay of their own",
  },
  found: "How it can be found",
  tags: "Tags",
  tagsHint: "A few words, with commas between them. At most ten.",
  tagsInUse: "Tags in use",
  indexing: "May search engines list it?",
  indexingHint:
    "What is public can be copied all the same. We ask machines to stay away from it; we can’t make them.",
  indexingChoices: {
    usual: "As usual",
    yes: "Yes",
    no: "No",
  },
  indexingMore: "no for stories, yes for what should change",
  series: "Series",
  seriesHint:
    "If it belongs to several that you write in an order, give the series a title. The same title with the same key goes on with it.",
  works: "Works cited",
  worksField: "One on each line",
  worksHint:
    "Author, title, year, an address if there is one. They are numbered in this order; [^2] in your text leads to the second.",
  elsewhere: "It stood somewhere else before",
  elsewhereHint: "Then say where, so that whoever wrote and published it is named with it.",
  originalAuthor: "Who wrote it",
  originalAuthorHint: "Empty: you.",
  source: "Where it stood",
  sourceHint: "The name of the place, or its address.",
  licence: "Licence",
  licenceHint: "For example: CC BY 4.0, or “with permission”.",
  preview: "How it will look",
  previewButton: "See how it will look",
  previewPublic: "It is not public yet.",
  previewWaits: "It is not public yet. When you publish it, somebody reads it before others can.",
  previewToForm: "Go on writing",
  previewEmpty: "(no words yet)",
  untitled: "Without a title yet",
  publish: "Publish",
  publishAs: {
    story: "Publish as a story",
    debate: "Publish as what should change",
  },
  publishBy: (what: string, name: string) => `${what}, by ${name}`,
  keepDraft: "Keep it for later",
  afterPublish:
    "It is public at once, with the day and without the hour. You can change it or take it back whenever you like.",
  afterPublishWaits:
    "Somebody reads it before it is public. Nothing is wrong with it. You can change it or take it back whenever you like.",
  guestKey: "No account needed. You get a key to come back with.",
  threeInTheMorning:
    "If you want to die, you may say so here. Leave out the ways to do it. Nobody here can trace you or send anyone, and somebody may not read this before morning.",
  panel: {
    postedTitle: "Your essay is public",
    waitingTitle: "Your essay is waiting to be read",
    waitingText: "Waiting to be read. Nothing is wrong with it.",
    waitingAddress: "When it has been read, it stands at this address:",
    asName: (name: string) => `You are ${name} in the thread under it.`,
    see: "See your essay",
  },
  drafts: {
    essay: (title: string) => `“${title}”`,
    untitled: "An essay without a title yet",
    dropOf: (title: string) => `: the essay “${title}”`,
    answerTo: (title: string) => `An essay in answer to “${title}”`,
  },
  edit: {
    title: "Change your essay",
    more: "It will say “changed”, with the day. Its address stays as it is.",
    keepOpen: "Let readers see the earlier version",
    keepOpenMore: "Otherwise only the new words are shown, and nobody can read the earlier ones.",
    save: "Save the change",
    changed: "What readers see of the change",
    nameStays: (name: string) => `It stays under the name ${name}.`,
    linksStay: "What it answers stays as it is.",
    faultsTitle: "This is not changed yet",
  },
  versions: {
    title: "Earlier versions",
    of: "Of",
    newest: "The newest is the essay itself.",
    until: (iso: string) => `As it was until ${day(iso)}`,
    emptyTitle: "No earlier version is open",
    emptyText:
      "Either nothing was changed, or its writer keeps only the newest words. Both are fine.",
    mine: "I wrote this",
    mineText:
      "Earlier versions are kept so that you can let readers see them. You decide, and you can decide otherwise at any time.",
    opened: (value: number, all: number) =>
      value === 0
        ? "Readers see only the newest words."
        : value === all
          ? "Readers can see them now."
          : `Readers can see ${number(value)} of ${number(all)} now.`,
    none: "There are no earlier versions in our store.",
    show: "Let readers see them",
    hide: "Close them to readers",
    forget: "Forget the earlier versions",
    forgetMore: "What is forgotten leaves our store for good. This can’t be undone.",
    done: {
      show: "Readers can see the earlier versions now.",
      hide: "Nobody sees the earlier versions any more.",
      forget: "The earlier versions are forgotten. Only the newest words are left.",
    },
    faultsTitle: "Nothing was changed yet",
  },
  takeBack: {
    title: "Take your essay back",
    text: "It is out of view at once, and out of our store within a day, with all its earlier versions. Until then you can undo it. What others answered stays under an empty place.",
    doneText: "Nobody sees your essay any more. Within a day it leaves our store as well.",
    undo: "Undo: show my essay again",
    undoneTitle: "Your essay is back",
  },
  links: {
    respond: "Answer with an essay of your own",
    fromReply: "Has it become long? Make it an essay of your own",
  },
  faults: {
    titleEmpty: "Give it a title. A plain one will do.",
    bodyEmpty: "Write something first.",
    bodyTooLong: (limit: number) =>
      `This is too long. The limit is ${number(limit)} characters. You could publish it in parts, as a series.`,
    lineTooLong: (limit: number) => `This is too long. The limit is ${number(limit)} characters.`,
    leadMissing: "Say what it is first of all: a story, or what should change. It may be both.",
    notTheLead: {
      story:
        "A story speaks from what you lived. Tick both, or say that it is first of all about what should change.",
      debate:
        "What should change goes with “I say what should change”. Tick both, or say that it is first of all a story.",
    },
    standingAlone: "This goes with “I speak from what I lived”. Tick that, or leave this open.",
    supportOnlyForStories:
      "“Support and questions” is for stories. Choose “Any answer” or “No comments” here.",
    tooManyTags: (limit: number) => `These are too many tags. Keep at most ${number(limit)}.`,
    tagTooLong: (limit: number) =>
      `One of the tags is too long. The limit is ${number(limit)} characters. Are there commas between them?`,
    tagNoLetters: "One of the tags has neither a letter nor a figure.",
    tooManyWorks: (limit: number) => `These are too many works. The limit is ${number(limit)}.`,
    workTooLong: (limit: number) =>
      `One of the works is too long. The limit is ${number(limit)} characters for each.`,
    essayGone:
      "The essay that you wanted to answer is no longer there. Your own can be published all the same, by itself.",
    commentGone:
      "The comment that you wanted to answer is no longer there. Your essay can be published all the same.",
    relationNeedsComment: "“It grew out of this comment” goes only with a comment. Choose another.",
    nameTaken: "Somebody else has this name, or one that looks like it. Choose another.",
    nameOther: (name: string) =>
      `With this key you are ${name} here. Leave the name empty to stay ${name}.`,
    cannotBeChanged: "This essay can’t be changed any more.",
    noIntent: "Choose whether to see how it will look, to publish it, or to keep it for later.",
  },
};
