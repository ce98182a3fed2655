import { day, number } from "./grammar.ts";

/** `/moderation/pause`, and what is said to somebody who is paused. */
export const pause = {
  title: "Pause a name",
  link: "Pause a name",
  intro:
    "Whoever has the name can’t post or change anything until the day is over, under any name; taking back goes on. You are not told which other names those are, and neither is anybody else. The public log says that a name was paused, and why; it doesn’t say which.",
  name: "The name",
  nameHint: "As it stands beside what was written.",
  thread: "For a thread name: the thread it stands in",
  threadHint: "Its address, or the part after /essays/. Leave it empty for a pen name.",
  optional: "optional",
  days: "For how many days",
  daysHint: (most: number) => `1 to ${number(most)}. One day lasts until the end of tomorrow.`,
  reasonClass: "Why",
  reason: "Your reason, for the public log",
  reasonHint: "One sentence. Everybody can read it. Leave out names and what was written.",
  button: "Pause it",
  end: "End its pause",
  endMore: "For a name that is paused now. Give the reason above.",
  paused: (until: string) => `Done. Whoever has this name is paused until ${day(until)}.`,
  ended: "Done. The pause is over.",
  faultsTitle: "Nothing was done yet",
  faults: {
    empty: "Type the name.",
    unknown: "There is no such name here. For a thread name, give the thread it stands in as well.",
    imported:
      "This name came from the old blog. Nobody here writes with it, so it can’t be paused.",
    days: (most: number) => `Choose 1 to ${number(most)} days.`,
    notPaused: "This name is not paused.",
  },
  back: "What waits to be looked at",
  youAre: (until: string) => `You are paused until ${day(until)}`,
  youAreMore:
    "Until that day is over you can’t post, under any of your names. You can read, take back, take out and change what is yours. Nobody is told which names are yours.",
  reasonGiven: (reason: string) => `The reason that was given: ${reason}`,
};
