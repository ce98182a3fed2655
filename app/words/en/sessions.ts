import { day } from "./grammar.ts";

/** `/settings/sessions` and `/settings/passphrase`. */
export const sessions = {
  title: "Where you are signed in",
  intro:
    "Each line is one browser. We note the day on which it was last used here, and nothing else: not which browser it is, nor where.",
  caption: "Browsers that are signed in",
  columns: { which: "Which", last: "Last used", end: "End" },
  here: "This browser",
  other: (index: number) => `Another browser (${index})`,
  day,
  end: "Sign out",
  endHere: "Sign out here",
  endNamed: (which: string) => `Sign out: ${which}`,
  only: "You are signed in nowhere else.",
  allTitle: "All at once",
  allText:
    "Do this if you lost a phone, or left a browser open somewhere. Then change your passphrase too, if somebody may know it.",
  endOthers: "Sign out everywhere else",
  endAll: "Sign out everywhere",
  changePassphrase: "Change your passphrase",
  faultsTitle: "Nothing was changed",
};
