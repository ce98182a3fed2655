import { day } from "./grammar.ts";

/** Feeds, as feed readers show them. */
export const feeds = {
  front: (site: string) => site,
  stories: (site: string) => `Stories · ${site}`,
  debates: (site: string) => `What should change · ${site}`,
  thread: (title: string) => `Comments on “${title}”`,
  branch: (name: string, title: string) => `Answers to ${name} under “${title}”`,
  branchUnnamed: (title: string) => `A branch under “${title}”`,
  comment: (name: string) => name,
  commentUnnamed: "Somebody",
  replyTo: (name: string, parent: string) => `${name}, in reply to ${parent}`,
  folded: (note: string) =>
    `Speaks about ${note}. The text stays folded here; open the page to read it.`,
  said: (date: string) => day(date),
};
