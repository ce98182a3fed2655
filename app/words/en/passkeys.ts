import { day } from "./grammar.ts";

/** Passkeys: `/settings/passkeys`, and the button on the pages that one opens. */
export const passkeys = {
  title: "Your passkeys",
  intro:
    "With a passkey you sign in without typing: your phone, computer or security key proves that it is you. Your passphrase and your recovery codes go on working.",
  shared:
    "Whoever can unlock that phone or computer can sign in with it. Don’t make one on a device that others use.",
  list: "The passkeys you have",
  none: "You have none yet.",
  unnamed: "Passkey without a name",
  usedOn: (iso: string) => `last used on ${day(iso)}`,
  neverUsed: "not used yet",
  worksAt: (host: string) => `works at ${host}`,
  /** Follows the name of a passkey. */
  change: "Rename or remove",
  name: "What do you want to call it?",
  optional: "optional",
  nameHint: "For example “My phone”. Nobody else can read it.",
  save: "Save the name",
  saved: "The name is saved.",
  remove: "Remove this passkey",
  removeMore:
    "It stops working here at once. Your device may go on offering it until you delete it there too.",
  removed: "The passkey is removed. It opens nothing here any more.",
  addTitle: "Add a passkey",
  add: "Add a passkey",
  addMore: "Your browser asks you where to keep it.",
  added: "The passkey is added. You can sign in with it from now on.",
  needsScript:
    "Adding a passkey needs JavaScript and a browser that knows passkeys, because only a script can talk to your device’s lock. Everything else here works without.",
  noPlace:
    "Passkeys need an address with a name. This page was opened at a number, so none can be made or used here.",
  full: (most: number) =>
    `You have ${most} passkeys, and more can’t be kept. Remove one to add another.`,
  faultsTitle: "Nothing was changed",
  back: "Settings",
  signIn: "Sign in with a passkey",
  signInMore: "Nothing to type: your device asks you to unlock it.",
  recover: "Confirm with a passkey",
  recoverMore:
    "This account has a passkey. With it your new passphrase holds at once, and this browser is signed in. Every other one is signed out.",
  asking: "Your device asks you now.",
  stopped: "Nothing was done: it was stopped, or there is no passkey for this page.",
  failed: "That did not work: the line may be lost. Try again.",
  faults: {
    unknown: "This passkey opens nothing here. It may have been removed.",
    old: "That took too long, or was sent twice. Try again.",
    copied:
      "There seem to be two of this passkey, so it opens nothing here. Sign in another way, remove it, and make a new one.",
    none: "Nothing waits any more: it was done, or somebody who is signed in stopped it.",
    known: "You have this passkey already.",
    notMade:
      "Your device’s answer was not a passkey that works here. Try again, or another device.",
    label: (most: number) => `This name is too long. ${most} letters at most.`,
    gone: "This passkey was removed already.",
  },
};
