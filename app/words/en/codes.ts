import { count } from "./grammar.ts";

/** `/settings/codes`. */
export const codes = {
  title: "Your recovery codes",
  intro:
    "If you ever lose your passphrase, one of these lets you in again. Each works once. Write them down, on paper or where you keep such things: nobody can send them to you again, because we don’t know who you are.",
  list: "The codes",
  asText: "The same as a text file",
  keepApart: "Keep them apart from your passphrase. Whoever has one of them can ask to get in.",
  writtenDown: "I have written them down",
  writtenDownMore: "After this they are not shown again.",
  left: (left: number) =>
    left === 0 ? "None of your codes is left." : `You have ${count(left, "code", "codes")} left.`,
  leftText:
    "Each lets you in once, should you lose your passphrase. What has been written down is not shown again.",
  noneText:
    "Without one, a lost passphrase can’t be replaced. Make new ones while you are signed in.",
  howTo: "How to use one",
  fresh: "New codes",
  freshText:
    "If you can’t find your codes, or somebody may have seen them, make ten new ones. The old ones stop working at once.",
  freshButton: "Make ten new ones",
  faultsTitle: "Nothing was changed",
  back: "Settings",
  file: {
    title: (site: string) => `Recovery codes for ${site}`,
    text: "Each lets you in once, should you lose your passphrase. Keep them apart from it.",
    where: (address: string) => `Where to use one: ${address}`,
  },
};
