import { day } from "./grammar.ts";

/** The frame around every page, and the pages for what went wrong. */
export const site = {
  language: "en",
  home: "Front page",
  exit: "Exit this page",
  skipToText: "Skip to the text",
  top: "Top of the page",
  pagesLabel: "Pages",
  stories: "Stories",
  debates: "What should change",
  collections: "Collections",
  search: "Search",
  write: "Write",
  help: "Someone to talk to",
  footerLabel: "About this place",
  about: "About",
  promises: "What we promise",
  log: "Moderators’ log",
  key: "Your key",
  inbox: "Answers to you",
  drafts: "Your drafts",
  exitAbout: "What Exit can’t hide",
  feed: "Feed",
  title: (page: string, siteName: string) => (page === siteName ? page : `${page} · ${siteName}`),
  day,
  story: "Story",
  storyLong: "Story, from lived experience",
  change: "What should change",
  livedExperience: "Lived experience",
  standing: {
    lived: "Lived it",
    beside: "Was beside someone",
    worked: "Worked there",
  },
  problems: {
    notFound: {
      title: "There is nothing here",
      text: "The address may be mistyped, or what stood here has another address now.",
      next: "Go to the front page",
    },
    gone: {
      title: "This was taken away",
      text: "Something stood here and is no longer shown. Whatever was answered to it stays readable where it was answered.",
      next: "Go to the front page",
    },
    forbidden: {
      title: "This did not come from our own page",
      text: "For your safety we take in only what is sent from a page of this site, by the person who opened it. Nothing was changed. If you typed something, go back: your browser has probably kept it.",
      next: "Go to the front page",
    },
    tooMany: {
      title: "A little too much at once",
      text: "Many things arrived from where you are. Wait a minute and send it again. Nothing you typed was kept by us, so keep this page or go back to it.",
      next: "Go to the front page",
    },
    busy: {
      title: "Too many people at this moment",
      text: "We could not do it now. Please try again in a minute. What you typed is still in your browser if you go back.",
      next: "Try the front page",
    },
    broken: {
      title: "Something broke on our side",
      text: "It is our fault, not yours. If you were sending something, go back and send it again: pressing twice never posts twice.",
      next: "Go to the front page",
    },
  },
};
