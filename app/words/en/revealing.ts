import { count, number } from "./grammar.ts";

/** Before something is public: words in it that could tell who somebody is. */
export const revealing = {
  found: (total: number) =>
    `Words that could tell who you are, or who others are (${number(total)})`,
  intro:
    "Only for you to look at: nothing of this is kept or sent anywhere, and nothing happens if you leave it all as it is. It guesses, and some of it will be wrong.",
  kinds: {
    contact: {
      title: "Ways to reach somebody",
      text: "Whoever reads this can write, call or come.",
    },
    number: {
      title: "Numbers",
      text: "A number on a file or a card belongs to one person alone.",
    },
    date: {
      title: "Exact days",
      text: "An exact day can be looked up. “That spring” often says enough.",
    },
    clinician: {
      title: "People who treated somebody",
      text: "A name leads to the place where they work, and from there to you. “My psychiatrist” does not.",
    },
    relative: {
      title: "People close to you",
      text: "A relative’s or a friend’s name tells who you are, and they may not want to be here. “My sister” does not.",
    },
    ward: {
      title: "Wards, clinics and houses",
      text: "Few people were there when you were. Institutions may be named; it is yours to choose.",
    },
    school: {
      title: "Schools",
      text: "With your age or a year, it leaves few people it could be.",
    },
    employer: {
      title: "Where somebody works",
      text: "Those who work there may know at once who is writing.",
    },
    person: {
      title: "People’s names",
      text: "Authors and officials may be named. Private people should not be; another name does as well.",
    },
    place: {
      title: "Towns and streets",
      text: "A small town is nearly a name. “A town by the river” often says enough.",
    },
  },
  more: (others: number) => `and ${count(others, "other", "others")}`,
  nothing:
    "We looked for names, places, days and ways to reach somebody, and found none. How you write, and a story that others know already, can tell who you are as well; that we can’t see.",
  nothingByShape:
    "We looked for exact days, numbers and ways to reach somebody, and found none. Names and places we know in English only, so please look for those yourself.",
  onlyByShape: "Names and places we know in English only, so please look for those yourself.",
  cannotSee:
    "How you write, and a story that others know already, can tell who you are as well; that we can’t see.",
  notLooked:
    "Usually we look here for words that could tell who you are. Just now there was no time to; look at names, places and days yourself.",
};
