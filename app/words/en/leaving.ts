import { count, list } from "./grammar.ts";

interface Pieces {
  essays: number;
  comments: number;
}

/** "3 essays and 12 comments"; what there is none of is left out. */
function pieces({ essays, comments }: Pieces): string {
  const parts = [
    ...(essays > 0 ? [count(essays, "essay", "essays")] : []),
    ...(comments > 0 ? [count(comments, "comment", "comments")] : []),
  ];
  return parts.length === 0 ? "nothing" : list(parts);
}

/** `/settings/take-back` and `/settings/leave`. */
export const leaving = {
  pieces,
  threadNames: "Everything under thread names",
  everything: "Everything, under all your names",
  atMostDrafts: "no essay and no comment; drafts, if there are any",
  retiredName: (name: string) => `${name} (not in use any more)`,
  settings: "Back to your settings",
  faultsTitle: "Nothing was changed yet",

  takeBack: {
    title: "Take back what you wrote",
    intro:
      "Here you take back all of one name in one go, or everything. A single comment or essay you take back where you find it.",
    inbox: "Your answers, with everything you wrote",
    nothing:
      "There is nothing to take back: you have written nothing here that is still to be read.",
    legend: "What do you take back?",
    choose: "Choose a name, or everything.",
    has: pieces,
    more: "Next, we show you once more what would go. Nothing happens before that.",
    next: "Go on",

    confirmTitle: "Take all of this back?",
    whatOf: (name: string, of: Pieces) => `All that you wrote as ${name}: ${pieces(of)}.`,
    whatOfThreads: (of: Pieces) => `All that you wrote under thread names: ${pieces(of)}.`,
    whatOfAll: (of: Pieces) => `All that you wrote here, under all your names: ${pieces(of)}.`,
    atOnce: "It is out of view at once. Answers of others stay, under an empty place.",
    undo: "For 22 hours you can bring it all back on this page. In the two hours after that, it leaves our store for good.",
    seen: "Somebody who watches the threads could see that these pieces go at the same moment, and guess that one person wrote them. If that matters to you, take them back one by one, on different days.",
    several:
      "That is so for all your names together. If nobody is to see that they are one person’s, take back one name now and the next on another day.",
    copies:
      "Copies that others made stay with them, and our backups keep it until they expire. Your drafts stay, and what was to become public later is a draft again.",
    button: "Take all of it back",
    cancel: "Leave it as it is",

    takenTitle: "Taken back",
    taken: "Nobody sees it any more. It can be brought back here until it leaves our store.",
    unfinished:
      "Some of it is still to be read. Something stopped us: choose it once more, and the rest goes too.",
    undoTitle: "What you can still bring back",
    undoText:
      "What was taken back together comes back together. What you took back by itself stays away.",
    undoable: (name: string, number: number) =>
      `${name}: ${count(number, "piece", "pieces")} taken back`,
    undoButton: (name: string) => `Bring back: ${name}`,
    back: "It is there again, as it was.",
  },

  leave: {
    title: "Delete your account",
    intro: "You can go at any time, and you need not say why.",
    has: (of: Pieces) => `Here there is from you: ${pieces(of)}.`,
    takeOutFirst: "Before you go, you may want a copy of what you wrote.",
    takeOutLink: "Take out everything of yours",
    legend: "What happens to what you wrote?",
    takeBack: "Take everything back",
    takeBackMore:
      "It is out of view at once and leaves our store within a day. Answers of others stay, under empty places.",
    threadNames: "Leave it here, under thread names",
    threadNamesMore:
      "It goes on being read. Within a day, what you wrote in each thread gets a new name of two words, another one in every thread, and nothing we publish ties them together. Nobody can change it or take it back after that, you neither.",
    whatElse: "What else happens",
    things: [
      "Your pen names, their descriptions, your drafts, passphrase, recovery codes, passkeys and sessions leave our store within a day.",
      "Your pen names stay taken, so that nobody can come back as you. We keep only a scrambled mark of each, not the name.",
      "Essays that stay leave their series, and their earlier versions go. How essays answer each other stays.",
      "If you are a moderator, your office ends. What you decided stays in the public log under that name.",
      "Words of your own may still tell who you are: a place, a date, how you write. And others may have written your name in their answers.",
      "Copies that others made stay with them, and our backups keep it all until they expire.",
    ],
    undo: "For 22 hours you can sign in and keep your account, as if nothing had happened. In the two hours after that, it is gone for good.",
    seen: "Somebody who watches could see that your names go, or change, in the same hours.",
    passphrase: "Your passphrase",
    passphraseHint: "So that nobody else can do this at a browser you left open.",
    sure: "Yes, delete my account",
    sureFault: "Tick this box if you mean it.",
    choiceFault: "Choose what happens to what you wrote.",
    button: "Delete my account",
    cancel: "Stay",

    leavingTitle: "Your account is on its way out",
    leavingTakeBack:
      "What you wrote is out of view. It leaves our store, with your names and everything else of your account, before a day has passed.",
    leavingThreadNames:
      "What you wrote stays. Before a day has passed, it stands under another name in every thread, and your account is gone.",
    until: (hours: number) =>
      hours < 1
        ? "You can keep your account for less than an hour from now."
        : `You can keep your account for ${count(hours, "hour", "hours")} from now.`,
    late: "It is too late to keep it: it leaves our store now, piece by piece.",
    unfinished:
      "Something stopped us in the middle. Nothing leaves our store before it is complete: go on, or keep your account.",
    goOn: "Go on deleting it",
    keep: "Keep my account",
    keepMore: "Your names, your drafts and what went with the account come back as they were.",
    signOut: "Sign out",
  },
};
