import { day } from "./grammar.ts";

/** `/recover` and `/recover/stop`, and the notice that somebody asked to get in. */
export const recover = {
  title: "Get in again",
  intro:
    "If you lost your passphrase and have one of your recovery codes, you can choose a new passphrase here.",
  code: "A recovery code",
  codeHint: "It begins with RC. Spaces, dashes and capital letters don’t matter.",
  passphrase: "A new passphrase",
  passphraseHint:
    "Four or five words that have nothing to do with each other are strong, and easy to keep in mind.",
  button: "Use this code",
  once: "The code is used up by this.",
  whatTitle: "What happens then",
  what: [
    "For a day nothing changes, so that nobody who finds a code can take an account from its owner.",
    "In that day everybody who is signed in to the account sees on every page that somebody asked, and can stop it.",
    "After the day the new passphrase takes the old one’s place, and every browser is signed out. Passkeys go on working: look through them then.",
    "If it was stopped and it was you who asked, use another code.",
  ],
  passkeyTitle: "You have a passkey?",
  passkeyText: "A passkey signs you in without a passphrase, and without waiting.",
  passkeyLink: "Sign in",
  noneTitle: "You have no code either?",
  noneText:
    "Then nobody can open the account, and neither can we: we don’t know who you are. If you are still signed in on some browser, make new codes there. What you wrote stays; at every piece there is “I wrote this”, where you can ask for it to be taken out of view.",
  noneLink: "New codes, where you are signed in",
  keyTitle: "You wrote without an account, and lost your key?",
  keyText:
    "Nobody can send a key again. At every comment and essay there is “I wrote this”, and in it “I lost my key”.",
  keyLink: "About keys",
  laidTitle: "In a day you can sign in",
  laidText: (name: string) =>
    `From this time of day on tomorrow, sign in as ${name} with your new passphrase. Until then the old one holds.`,
  laidSeen:
    "Everybody who is signed in to this account sees now that somebody asked, and can stop it. If it is stopped and it was you, use another code.",
  laidSignIn: "Sign in",
  faultsTitle: "Nothing was changed",
  faults: {
    empty: "Type one of your recovery codes here.",
    typo: "This can’t be a recovery code: a letter or figure is wrong. Look at each again.",
    unknown: "This code opens nothing. It may have been used, or ten new ones were made since.",
    tooMany: "Too many wrong codes were typed here in the last minute. Try again in a minute.",
  },
  notice: {
    title: "Somebody asked to get in to this account",
    text: (asked: string, due: string) =>
      `A recovery code of this account was used on ${day(asked)}. On ${day(due)} a new passphrase takes the place of yours, and every browser is signed out, this one too.`,
    mine: "If it was you, there is nothing to do.",
    stop: "It was not me: stop it",
  },
  stop: {
    title: "Stop it",
    stoppedTitle: "It is stopped",
    stoppedText: "The new passphrase never comes into force. Yours goes on working.",
    nothing: "Nobody has asked to get in to this account, or it was stopped.",
    waits: "What you can do stands above.",
    next: "What to do now",
    codes: "Whoever asked has one of your recovery codes. Make ten new ones: the old ones end.",
    codesLink: "Recovery codes",
    sessions: "If somebody else may be signed in to your account, sign them out.",
    sessionsLink: "Where you are signed in",
  },
};
