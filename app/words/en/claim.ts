import { count, day, number } from "./grammar.ts";

/** Taking up what was written with a key, or under a name of the old blog. */
export const claim = {
  title: "What you wrote here before",
  intro:
    "What you wrote with a key, or on the old blog, can become yours here. You say under which name each of it goes on.",
  faultsTitle: "Nothing is taken up yet",

  keys: {
    title: "You have a key",
    text: "Type your keys, one on each line. Next you see what was written with them, and choose a name for each thread.",
    label: "Your keys",
    hint: "One on each line. Spaces, dashes and capital letters don’t matter.",
    look: "Show what was written with them",
    useDevice: "Use the key that this device keeps",
    faults: {
      empty: "Type a key here, or several, one on each line.",
      too_many: (limit: number) => `Take up at most ${number(limit)} keys at once.`,
      no_room: (limit: number) =>
        `An account has room for ${number(limit)} keys, and yours is full. Put some of the threads below under a pen name first.`,
      typo: (line: number) =>
        `Line ${number(line)} can’t be a key: a letter or figure is wrong. Look at each again.`,
      code: (line: number) =>
        `Line ${number(line)} is a take-back code. It can only take back. Your key is the longer one.`,
      unknown: (line: number) =>
        `Line ${number(line)} opens nothing here. Look at each letter again.`,
      yours: (line: number) =>
        `What was written with the key on line ${number(line)} is yours already.`,
    },
    deviceGone: "This device keeps no key any more.",
  },

  choose: {
    title: "Under which name does each of it go on?",
    text: "What keeps its thread name looks to everybody as it did before. What gets a pen name stands under that name, where everybody sees it.",
    apart:
      "One pen name at a time: two that appear in the same minute could be seen to belong together. Leave the rest as it is, and come back another day.",
    keyHeading: (place: number, all: number) =>
      all === 1 ? "Written with your key" : `Written with key ${number(place)} of ${number(all)}`,
    all: "All of it",
    each: "as I choose below",
    keepAll: "keeps its thread names",
    wroteAs: "You wrote as",
    essay: "your essay",
    untitled: "a thread whose essay is not shown any more",
    stay: (name: string) => `${name}, as before`,
    nameFor: (title: string) => `the name in “${title}”`,
    drafts: (many: number) => `${count(many, "draft comes", "drafts come")} along.`,
    scheduled: (many: number) =>
      `${count(many, "piece waits", "pieces wait")} to become public later. Where you choose a pen name, ${many === 1 ? "it becomes a draft" : "they become drafts"} again.`,
    nothing: "Nothing was written with this key, or it has all been taken back.",
    dead: "The key and its take-back code open nothing after this, on no device. You no longer need them.",
    button: "Take it up",
    back: "Use other keys",
  },

  faults: {
    several:
      "Choose one pen name for now. Two that appear in the same minute could be seen to belong together.",
    not_yours: "This pen name is not there any more. Choose another.",
    leaving: "Your account is being deleted. Keep it first, under Settings.",
  },

  done: {
    title: "It is yours now",
    staying: (threads: number) =>
      `${count(threads, "thread keeps its name", "threads keep their names")}.`,
    named: (threads: number) =>
      `${count(threads, "thread stands", "threads stand")} under your pen name.`,
    refused: (name: string, title: string, penName: string) =>
      `In “${title}” it stays as ${name}: somebody there is called ${penName}, or nearly so.`,
    refusedTitle: "What stays as it was",
  },

  before: {
    title: "Thread names you have taken up",
    text: "Each is another name in every thread, and nobody sees that they are yours. You can put one of your pen names over them.",
    button: "Put the name over it",
    faultsTitle: "No name is changed yet",
    nothingChosen: "Choose a pen name for at least one thread.",
  },

  imported: {
    title: "You wrote here on the old blog",
    text: "Give your name as it is printed at what you wrote there. You get a short code. Tell it to whoever runs this site, on a way on which they know you: they can then say that it is you.",
    label: "The name, exactly as it is printed",
    shownAs: "It shall be shown",
    asPrinted: "as it is printed now",
    under: (penName: string) => `under my pen name ${penName}`,
    more: "Under a pen name, everybody can see that the two are the same. The operator learns nothing else about you.",
    button: "Ask for this name",
    faultsTitle: "This is not asked yet",
    faults: {
      empty: "Type the name here.",
      unknown: "Nothing from the old blog stands under this name. Look at each letter again.",
      nobody: "This is not a name of one person: it was put in the place of many.",
      taken:
        "Somebody has taken up this name, or one that looks like it. Tell the operator if it was yours.",
      too_many: (limit: number) => `${number(limit)} of your questions wait already.`,
      not_yours: "This pen name is not there any more. Choose another.",
    },
    asked: "Names you have asked for",
    waiting: (name: string, iso: string) =>
      `${name}: asked on ${day(iso)}, and not answered yet. Tell the operator this code:`,
    accepted: (name: string) =>
      `${name}: it is yours. What was printed under it is yours to change.`,
    declined: (name: string) => `${name}: the operator has said no. You can ask again.`,
    contact: (how: string) => `The operator says how to be reached: ${how}`,
  },

  log: {
    accepted: (essays: number, comments: number) =>
      `Gave what stands under a name of the old blog to its writer: ${count(essays, "essay", "essays")} and ${count(comments, "comment", "comments")}.`,
    declined: "Somebody asked for a name of the old blog. It was not theirs.",
    declinedForOther: "Somebody asked for a name of the old blog. It was somebody else’s.",
  },

  command: {
    summary: "Say whose names of the old blog are.",
    accept: "Give what stands under the name to who asks",
    decline: "Say that the name is not theirs",
    code: "The code that the member has told you",
    nothing: "Nobody waits for a name of the old blog.",
    heading: (many: number) =>
      many === 1
        ? "Somebody says that a name of the old blog is theirs:"
        : `${number(many)} names of the old blog are asked for:`,
    line: (code: string, name: string) => `${code}  ${name}`,
    about: (essays: number, comments: number, iso: string) =>
      `   ${count(essays, "essay", "essays")} and ${count(comments, "comment", "comments")}, asked on ${day(iso)}`,
    shownAs: {
      imported: "   to be shown as it is printed",
      pen_name: "   to be shown under a pen name",
    },
    how: [
      "",
      "Accept only where the code came to you on a way on which you know the writer.",
      "  npx firsthand claims accept CODE",
      "  npx firsthand claims decline CODE",
    ],
    accepted: (name: string, essays: number, comments: number) =>
      `${name}: ${count(essays, "essay", "essays")} and ${count(comments, "comment", "comments")} are their writer's now.`,
    asPrinted: (threads: number) =>
      `In ${count(threads, "thread", "threads")} the printed name stays: somebody there has a similar one.`,
    othersDeclined: (many: number) =>
      `${count(many, "other question", "other questions")} for the name ${many === 1 ? "was" : "were"} declined.`,
    declined: (name: string) => `${name}: declined.`,
    faults: {
      unknown: (code: string) => `No question has the code ${code}.`,
      decided: (code: string) => `${code} was decided before. Nothing was changed.`,
      gone: (code: string) =>
        `Who asked with ${code} has left, or the pen name is not there any more. Decline it.`,
      taken: (code: string) =>
        `Somebody has taken up the name of ${code}, or one that looks like it. Decline it.`,
    },
  },
};
