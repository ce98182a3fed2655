import { number } from "./grammar.ts";

/** `/join`. */
export const join = {
  title: "Join",
  notNeeded:
    "You need no account to read or to write here. With one you keep a name in all threads, and all that is yours is behind one passphrase instead of a key for each beginning.",
  asks: "We ask for a pen name and a passphrase, and for nothing else: no email, no phone number.",
  several:
    "Later you can have up to five pen names. Nothing that we publish says that they belong together.",
  name: "Pen name",
  nameHint:
    "Everybody sees it beside what you write with it. Leave your real name out if you want to stay unknown. It can’t be changed later, only retired.",
  yourName: "Your pen name",
  passphrase: "Passphrase",
  passphraseHint:
    "Three or four words that nobody would put together, in any language: chosen by chance, not from a song. Spaces count as one sign each.",
  showTyped: "Show what I type",
  noWayBack:
    "We have no address of yours, so we can’t send you anything. After joining you get ten recovery codes. Without the passphrase and without the codes nobody can open the account, we neither.",
  button: "Join",
  buttonAs: (name: string) => `Join as ${name}`,
  after: "Next you see your recovery codes, to be written down.",
  haveOne: "You have an account?",
  signIn: "Sign in",
  keyOpen:
    "A key is open in this browser. What you wrote with it stays yours, and you can take it up into the account after joining.",
  signedIn: "Somebody is signed in in this browser. Joining ends that here.",
  faultsTitle: "Nothing was made yet",
  faultsMore:
    "The name you typed is still here. The passphrase is not: we never write one into a page. Please type it again.",
  link: {
    title: "You have been asked to look after this place",
    text: (name: string) =>
      `Whoever runs it has appointed you a moderator, as ${name}. Choose a passphrase, and the account is yours. From then on you sign in like everybody.`,
    bad: "This link has been used, or is older than a day, or a newer one has taken its place. Ask whoever runs this place for another. If you have joined already, sign in.",
  },
  nameFaults: {
    empty: "Choose a pen name.",
    tooLong: (limit: number) => `The name is too long. The limit is ${number(limit)} characters.`,
    onlyDigits: "A pen name needs at least one letter.",
    hidden: "This name has signs in it that nobody can see. Type it again.",
    mixed:
      "This name mixes letters of different alphabets that look the same. Choose one alphabet.",
    odd: "This name has signs in it that no name has, or too many accents on a letter. Leave them out.",
    reserved: "This name is kept for those who look after this place. Choose another.",
    taken: "Somebody has this name, or had it, or one that looks like it. Choose another.",
  },
  passphraseFaults: {
    empty: "Type a passphrase.",
    too_long: (limit: number) => `A passphrase has at most ${number(limit)} characters.`,
    common:
      "This is among the first things that anybody would try. Add words that don’t go with it.",
    name: "A name is easy to guess. Add words that don’t go with it.",
    own_name: "Your pen name is public, so it protects nothing. Choose other words.",
    keyboard: "Keys that lie side by side are easy to guess. Use words instead.",
    repeated: "The same thing again adds little. Use different words.",
    sequence: "What follows an order is easy to guess. Use words that don’t go together.",
    date: "Days and years are easy to guess. Add words that don’t go with them.",
    short: "This could be guessed. Add a word or two that don’t go with it.",
  },
  tooMany: (seconds: number) =>
    `Many people have joined from where you are. Wait ${wait(seconds)} and send it again.`,
  linkBad: "The link was used up in the meantime. If that was you, sign in.",
};

function wait(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? "one second" : `${number(seconds)} seconds`;
  return `${number(Math.ceil(seconds / 60))} minutes`;
}
