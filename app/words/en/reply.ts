import { number } from "./grammar.ts";

/** The form for a comment, on the thread's page and on its own. */
export const reply = {
  answerEssay: "Answer",
  answerName: (name: string) => `Answer ${name}`,
  pageTitle: (title: string) => `Your answer to “${title}”`,
  answeringComment: (name: string) => `You answer ${name}`,
  backToThread: "Back to the thread",
  faultsTitle: "This is not posted yet",
  faultsMore: "Everything you typed is still here.",
  body: "Your words",
  bodyHint:
    "An empty line begins a new paragraph. > at the start of a line marks a quotation. *Stars* make words lean.",
  alsoAnswers: "You also answer",
  alsoAnswersHint: "Tick those whom your words are for as well. They see them among their answers.",
  speaksFrom: "Speaks from",
  speaksFromHint: "One, both or neither. Your word is final; nobody relabels it.",
  experience: "I speak from what I lived",
  debate: "I say what should change",
  more: {
    experience: "or lived beside, or worked in",
    debate: "or what I think is true",
  },
  standing: "How you were part of it",
  standingHint: "Optional, beside what you lived.",
  standings: {
    none: "Leave it open",
    lived: "I lived it",
    beside: "I was beside someone",
    worked: "I worked there",
  },
  name: "Name in this thread",
  nameHint:
    "Leave it empty and we find one for you. Nothing public links it to your names elsewhere.",
  nameKept: (name: string) => `You are ${name} in this thread.`,
  note: "Speaks about",
  optional: "optional",
  noteHint: "For example: restraint, a death. Your text then stays folded until somebody opens it.",
  standpoint: "A line about where you speak from",
  standpointHint: "For example: eleven years in and out of services. It stands beside your name.",
  keepDraft: "Keep it for later",
  keepDraftHint: "Only your key opens what is kept.",
  haveKey: "I have a key already",
  key: "Your key",
  keyHint: "Spaces, dashes and capital letters don’t matter.",
  leaveEmpty: "Leave this field empty",
  preview: "How it will look",
  previewButton: "See how it will look",
  previewFolded: "Your text stays folded until somebody opens it.",
  previewEmpty: "(no words yet)",
  sending: "Sending …",
  notSent:
    "Not sent yet: nothing came back. Your words are still here. Send them again; they will not be posted twice.",
  close: "Close",
  post: "Reply",
  postAs: (name: string) => `Reply as ${name}`,
  continueButton: "Continue",
  afterContinue:
    "You see it before it is public. No account needed; you get a key to come back with.",
  afterPost:
    "It is public at once, with the day and without the hour. You can change it or take it back.",
  afterPostWaits: "Somebody reads it before it is public. You can change it or take it back.",
  guestKey: "No account needed. You get a key to come back with.",
  threeInTheMorning:
    "If you want to die, you may say so here. Nobody here can trace you or send anyone, and somebody may not read this before morning.",
  threeInTheMorningLink: "People to talk to now",
  closed: "This essay takes no more comments.",
  closedMore: "What you typed is below, so that you can copy it.",
  faults: {
    bodyEmpty: "Write something first.",
    bodyTooLong: (limit: number) => `This is too long. The limit is ${number(limit)} characters.`,
    bodyTooManyBlocks: (limit: number) =>
      `This has too many paragraphs and list entries. The limit is ${number(limit)}.`,
    bodyTooDeep: (limit: number) =>
      `Quotations or lists stand too deep inside each other. The limit is ${number(limit)}.`,
    bodyTooManyLinks: (limit: number) => `Too many links. The limit is ${number(limit)}.`,
    nameTaken: "Somebody else has this name, or one that looks like it. Choose another.",
    nameTooLong: (limit: number) =>
      `The name is too long. The limit is ${number(limit)} characters.`,
    nameOnlyDigits: "A name needs at least one letter.",
    nameHidden: "This name has signs in it that nobody can see. Type it again.",
    nameMixed:
      "This name mixes letters of different alphabets that look the same. Choose one alphabet.",
    nameOdd:
      "A name has letters, figures, spaces, and between them only ' - . , & or ·. Take the other signs out.",
    nameReserved: "This name is kept for those who look after this place. Choose another.",
    nameOther: (name: string) =>
      `With this key you are ${name} in this thread. Leave the name empty to go on as ${name}.`,
    noteTooLong: (limit: number) => `This is too long. The limit is ${number(limit)} characters.`,
    standingAlone: "This goes with “I speak from what I lived”. Tick that, or leave this open.",
    addressedGone:
      "One of those whom you answer as well is no longer there. Look at the list again.",
    essayGone: "This essay is not open for comments.",
    keyTypo: "This can’t be a key: a letter or figure is wrong. Look at each again.",
    keyNeeded:
      "This form was used already, and its key was written down. Type that key to go on under the same name, or open the form anew from the thread.",
    keyUnknown: "This key opens nothing here. Look at each letter again, or go on without it.",
    parentGone: "The comment that you answer is no longer there. You can answer the essay instead.",
    noIntent: "Choose whether to see how it will look, or to post it.",
    formOld: "This form was changed on the way here. Look it over and send it again.",
    honeypot:
      "The field that should stay empty was filled, perhaps by your browser. Empty it and send it again.",
    tooSoon: "This came very quickly. Wait a few seconds and send it again.",
    tooMany: "Many things arrived from where you are. Wait a minute and send it again.",
    tooManyAddressed: (limit: number) => `Choose at most ${number(limit)} others.`,
  },
};
