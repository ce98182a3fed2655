import { day } from "./grammar.ts";

/** Which of one's names speaks: on the forms for comments and essays, and in one's own lists. */
export const speaking = {
  legend: "Under which name",
  hintHere: "The name that spoke last in this thread is chosen.",
  hintNew: "You have not written in this thread yet. Look at the name before you send.",
  hintEssay: "Nothing public links your names. What you write might.",
  penName: "pen name",
  threadName: "A thread name",
  threadNameHere: "your name in this thread alone",
  ofOldBlog: "your name on the old blog, the same in all its threads",
  threadNameNew: "for this thread alone; nobody can tell it from a name without an account",
  threadNameEssay: "for this essay alone; nobody can tell it from a name without an account",
  threadNameField: "Thread name",
  threadNameFieldHint:
    "Only where you have chosen a thread name. Leave it empty and we find one for you.",
  reply: (name: string) => `Reply as ${name}`,
  replyThreadName: "Reply under a thread name",
  replyChosen: "Reply under the name chosen above",
  publishThreadName: (what: string) => `${what} under a thread name`,
  publishChosen: (what: string) => `${what} under the name chosen above`,
  whose: "Your names",
  allThreadNames: "Thread names",
  keptFor: (name: string) => `for ${name}`,
  faults: {
    unknown: "This name is not one of yours any more. Choose another.",
    retired: "You have retired this name, so it speaks no more. Choose another.",
    takenHere: (name: string) =>
      `Somebody else in this thread is called ${name}, or nearly so. Choose another of your names, or a thread name.`,
    paused: (until: string) =>
      `You are paused until ${day(until)}. You can write again the day after.`,
  },
};
