import { day } from "./grammar.ts";

/** The house's own pages: about, promises, help and exit. */
export const house = {
  about: {
    title: "About this place",
    lead: (siteName: string) =>
      `${siteName} is for people who have lived through mental distress, through mental-health services, or beside somebody who has. They publish essays, answer each other’s essays, and talk underneath.`,
    twoTitle: "Two ways to speak",
    two: "What happened to me, and what should be done about it: both belong here, and neither should drown the other. A story carries a round mark, what should change carries a square one. Under every essay you can read all comments, or only one of the two. A piece may be both. What a writer says about the own piece is final.",
    guess:
      "Pieces from an old blog had no such marks. They were sorted by a guess, and each says so.",
    wish: "A writer can ask for support and questions, not debate, under a story. Please respect it. You can always answer with an essay or comment of your own elsewhere.",
    namesTitle: "Names",
    names:
      "You need no account and no email to write. In each thread you get a name, or choose one. Under another essay you have another, and nothing that we publish links the two. Your own words might: style, places, dates.",
    keysTitle: "Keys",
    keys: "With your first comment you get a key, and a take-back code. With the key you come back, from any device: you change what you wrote, see the answers, take it back. Nobody can send you the key again, because we don’t know who you are. The take-back code can do nothing but take back.",
    takeBack:
      "What you take back is out of view at once, and gone from our store within a day. Replies stay under an empty place.",
    keysLink: "Use or change your key",
    moderationTitle: "Moderation",
    moderation:
      "At present founding moderators look after this place: the people who run it have asked them to. They can let through what waits and remove a comment. Each decision needs a reason and stands in a public log. They see words, never who is behind a name.",
    moderationWaits: {
      open: "Comments are public at once. Only a first comment with links in it waits to be read.",
      "first post waits": "A first comment waits to be read by a moderator before it is public.",
      "all wait": "Every comment waits to be read by a moderator before it is public.",
    },
    logLink: "The moderators’ log",
    rulesTitle: "House rules, in short",
    rules: [
      "Speak from yourself.",
      "Discuss ideas, not each other’s diagnoses.",
      "You may say that you want to die. Leave out methods.",
      "Don’t identify private people. Institutions, officials and authors may be named.",
      "Coming off, staying on: say what you did, don’t tell another what to take or stop.",
      "“Please don’t argue with this here” is to be respected.",
    ],
    notYetTitle: "What does not exist yet",
    notYet:
      "Moderators elected by the members, appeals, accounts, search and reports are planned. They are not here yet, and this page will say when they are.",
    storedTitle: "What we keep",
    stored:
      "No IP address, no browser name, and of the time only the day is shown. Pages load nothing from anybody else. Whoever merely reads gets no cookie. Whoever hosts the server or the line can still see that somebody reads here.",
    promisesLink: "What we promise, and the test behind each promise",
    runTitle: "Who runs it",
    runByNobody: "Whoever runs this place has not said so yet.",
    contact: "To reach them:",
  },
  promises: {
    title: "What we promise",
    intro:
      "Each promise here is held by a test that runs with every change of the software. One without a test is not printed. Beside each stands its limit.",
    none: "No promise has its test yet, so none is printed.",
    limit: "Its limit:",
    heldBy: "Held by",
    list: {
      1: {
        promise:
          "We never store your IP address, your browser, or (publicly) the time of day you wrote.",
        limit: "Whoever hosts the server or the line can see traffic.",
      },
      2: {
        promise:
          "Reading and commenting need no account, no email, no JavaScript. A mere reader gets no cookie.",
        limit: "",
      },
      3: { promise: "No page contacts a third party.", limit: "" },
      4: { promise: "Nothing pasted here can run in another’s browser.", limit: "" },
      5: {
        promise: "If we said “posted”, it survives a crash.",
        limit: "The disk must keep what it says it has kept.",
      },
      6: {
        promise:
          "Pressing twice, or losing the signal, neither doubles nor loses your words or your key.",
        limit: "",
      },
      7: {
        promise: "What you take back is out of view at once, and out of our store within a day.",
        limit:
          "Copies others made and feeds already fetched stay with them; backups keep it until they expire; a PostgreSQL server keeps it in its own files, log and copies until it has swept and recycled them.",
      },
      8: {
        promise: "We publish nothing that links your names.",
        limit: "Your own words might: style, places, dates.",
      },
      9: {
        promise: "Nobody can pass for another member or a moderator with look-alike letters.",
        limit: "",
      },
      10: {
        promise:
          "Every moderation decision has a reason, is in the public log, can be appealed to somebody else, and can’t be quietly changed.",
        limit: "Decisions about who somebody is appear 30 days later and without detail.",
      },
      11: {
        promise:
          "No moderator, crowd of reporters or army of new accounts can alone delete, unmask or elect.",
        limit: "",
      },
      12: {
        promise: "Help and exit are one tap away on every page. Content notes come before content.",
        limit: "Back still works without JavaScript. Exit can’t clear your history.",
      },
      13: {
        promise:
          "Under ten times the load, those let in stay fast, the others get an honest “try again” and keep their words.",
        limit: "",
      },
      14: { promise: "A backup is only a backup when it has been restored.", limit: "" },
      15: { promise: "We publish what a court order or a seized server would yield.", limit: "" },
    },
  },
  help: {
    title: "Someone to talk to",
    sayIt: "If you want to die, you may say so here. Only leave out methods.",
    truthTitle: "What is true about this place",
    truths: [
      "Nobody here can see where you are, and nobody here can send anyone to you.",
      "Somebody may not read what you write before morning.",
      "People here write to each other. They are not a help line, and many are asleep.",
    ],
    nowTitle: "People to talk to now",
    nowText:
      "Some of these may send police or an ambulance without your agreement. Where we know, it says so. You can ask them at the start, before you say anything else.",
    none: "Nobody has entered help lines here yet. That is a gap of ours, not of yours. A person you trust, even half, is worth waking.",
    noneElsewhere: "Whoever runs this place can enter lines in the file site.toml.",
    danger:
      "If your body is in danger now, because of something you took or did, an emergency number brings people to you. They will come to where you are.",
    whichCountry: "Countries on this page",
    hours: "When",
    call: "Call",
    text: "Text",
    chat: "Chat",
    peerRun: "Run by peers",
    youth: "For young people",
    may: "May send police or an ambulance without your agreement",
    yes: "yes",
    no: "no",
    unknown: "unknown: ask first",
    checkedOn: (iso: string) => `We checked this on ${day(iso)}.`,
    notChecked: "Not checked by us yet.",
  },
  exitAbout: {
    title: "What Exit can’t hide",
    what: (address: string) =>
      `“Exit this page” stands on every page. It takes you to ${address} at once.`,
    cannotTitle: "What it can’t do",
    cannot: [
      "Without JavaScript the Back button leads straight back to this page. With JavaScript it leads to the page before it, and that may be one of ours too.",
      "It can’t clear your browser’s history. This site still stands in it.",
      "It can’t hide from whoever runs the network or the device: a workplace, a school, a ward, a partner who has set the phone up.",
    ],
    canTitle: "What you can do",
    can: [
      "A private window keeps no history after you close it.",
      "Tor Browser hides from the network which site you read.",
      "You can delete single entries of the history; an empty history may be noticed.",
      "If a key is open in this browser, close it on the key’s page.",
    ],
    keyLink: "The key’s page",
  },
};
