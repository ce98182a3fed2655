import { number } from "./grammar.ts";

/** `/sign-in` and `/sign-out`. */
export const signIn = {
  title: "Sign in",
  intro: "With the pen name that signs in, and your passphrase.",
  name: "Pen name",
  nameHint: "If you have several: the one you joined with, unless you have chosen another since.",
  passphrase: "Passphrase",
  button: "Sign in",
  after:
    "You stay signed in in this browser for 60 days after your last visit, or until you sign out. On a shared computer, sign out before you go.",
  faultsTitle: "You are not signed in yet",
  faultsMore: "The passphrase has to be typed again: we never write one into a page.",
  faults: {
    empty: "Type your pen name and your passphrase.",
    too_long: "This is longer than a passphrase can be.",
    no_match:
      "This name and this passphrase don’t open anything together. Look at both again. If you have several pen names, only one of them signs in.",
    wait: (seconds: number) =>
      seconds === 1
        ? "This has been tried several times, by you or by somebody else. Wait one second, then try again. Nothing is lost."
        : `This has been tried several times, by you or by somebody else. Wait ${number(seconds)} seconds, then try again. Nothing is lost.`,
  },
  signedIn: "Somebody is signed in in this browser. Signing in again ends that.",
  signedInHere: "If you came here from a page, it is not for the account that is signed in.",
  lost: "You have lost your passphrase?",
  recover: "Use a recovery code",
  noAccount: "You have no account?",
  join: "Join",
  noAccountText: "None is needed to read or to write here.",
  key: "You have a key, and no account?",
  useKey: "Use your key",
  out: {
    title: "Sign out",
    text: "This browser forgets who was signed in. What you wrote stays, and so do your drafts.",
    button: "Sign out",
    nobody: "Nobody is signed in in this browser.",
    stillIn: "You are still signed in",
  },
};
