import { day } from "./grammar.ts";

/** The house's own pages: about, promises, help and exit. */
export const house = {
  about: {
    title: "About this place",
    outline: "On this page",
    lead: (siteName: string) =>
      `${siteName} is for people who have lived through mental distress or through mental-health services, and for those who stood beside somebody, or worked there. They write long pieces, called essays here. Others answer underneath with comments, or with an essay of their own.`,
    free: "You need no account and no email, to read or to write.",
    writing: {
      title: "What people write",
      text: [
        "Two questions meet here: what happened to me, and what should be done about it. Both belong, and each easily drowns out the other. So they are told apart, and the reader chooses.",
        "An essay is published as a story, with a round mark, or under What should change, with a square one. The front page shows the two side by side. Under every essay you can read all comments, or only those that speak from one of the two. A piece may do both. What a writer says about the own piece is final.",
        "Pieces from an old blog had no such marks. They were sorted by a guess, and each says so.",
      ],
    },
    answers: {
      title: "How essays answer essays",
      text: [
        "Some answers need more room than a comment has. Then you write an essay in answer, and say what it does: it answers the other, goes on from it, sees part of it differently, or grew out of a comment. Each of the two then leads to the other. Where several answer each other, a page shows how they hang together.",
        "Comments can be answered at every depth. Each says whom it answers. Where one was removed or taken back an empty place stays, and so do the replies.",
        "Every thread and every branch has a feed, so that you can follow it without telling us who you are.",
      ],
    },
    care: {
      title: "Before you read, before you answer",
      text: [
        "A writer can say what a piece speaks about. Its words then stay folded until you open them, in lists as well.",
        "Under a story its writer can ask for support and questions, not debate. Please respect it. If the matter itself is what you want to speak about, there is room for it in an essay of your own.",
        "“Exit this page” stands at the top right of every page and leads away at once.",
      ],
      exitLink: "What Exit can’t hide",
      helpLink: "Someone to talk to now",
    },
    names: {
      title: "Names",
      text: [
        "In each thread you have a name. We find one for you, such as Quiet Heron, or you type one. Under another essay you have another, and nothing that we publish links the two. Your own words might: style, places, dates.",
        "Whoever wants to be known here under one name can join. An account is a pen name and a passphrase; there is no email. It can have up to five pen names, and nothing that we publish links them. For every piece a member chooses which of them speaks, or a thread name as without an account.",
        "Nobody can take a name that looks like somebody’s. A member can take up what was written with a key, or under a name of the old blog, and can take all of it out, or back.",
      ],
      link: "Join with a pen name",
    },
    keys: {
      title: "Your key, and the take-back code",
      text: [
        "With the first thing you write you get a key and a take-back code. With the key you come back, from any device: you change what you wrote, see the answers, go on with a draft, take something back. We don’t know who you are, so we can’t send you the key again. Write it down.",
        "The take-back code can only take back. You may give it to somebody you trust.",
        "What you take back is out of view at once, and out of our store within a day.",
      ],
      link: "Use or change your key",
    },
    rules: {
      title: "House rules, in short",
      list: [
        "Speak from yourself.",
        "Discuss ideas, not each other’s diagnoses.",
        "You may say that you want to die. Leave out methods.",
        "Don’t identify private people. Institutions, officials and authors may be named.",
        "Coming off, staying on: say what you did, don’t tell another what to take or stop.",
        "“Please don’t argue with this here” is to be respected.",
      ],
    },
    moderation: {
      title: "Moderation",
      text: [
        "Until the members can elect moderators, founding moderators look after this place: people whom whoever runs it has asked. The public log says who was. They let through what waits, and can remove an essay or a comment. They see words, never who is behind a name.",
        "Each decision needs a reason, and stands in a log that everybody can read. Moderators elected by the members are to follow. Until then nobody here has been elected.",
      ],
      waits: {
        open: "Essays and comments are public at once. Only somebody’s first comment waits to be read, if there are links in it.",
        "first post waits":
          "The first piece somebody writes here waits to be read by a moderator before it is public. What that person writes later with the same key is public at once.",
        "all wait":
          "Every essay and every comment waits to be read by a moderator before it is public.",
      },
      waiting: "To wait says nothing about a piece. Somebody has yet to read it, and that is all.",
      link: "The moderators’ log",
    },
    kept: {
      title: "What we keep, and what we don’t",
      text: [
        "We keep no IP address and no name of your browser. Of the time at which you wrote, pages show only the day. Whoever merely reads gets no cookie. No page loads anything from anybody else, so nobody else learns from us that you were here.",
        "Whoever runs the server, or the network you use, can still see that somebody reads here.",
      ],
      link: "What we promise, and the test behind each promise",
      dataLink: "What we keep, table by table, and what a court order would yield",
    },
    engines: {
      title: "Search engines and AI",
      text: [
        "Writers choose whether search engines may list a piece. Where nothing is chosen, stories are kept out, and essays on what should change may be listed, with the comments under them.",
        "Crawlers that collect texts for AI are refused in our file robots.txt. That is a request, and we can’t enforce it. What is public can be copied.",
      ],
    },
    notYet: {
      title: "Not here yet",
      text: [
        "Elections and appeals, reports, search and reading lists are planned. They don’t exist yet. This page will say when they do.",
      ],
    },
    who: {
      title: "Who runs it",
      nobody: "Whoever runs this place has not said so yet.",
      contact: "To reach them:",
    },
    begin: {
      title: "Where to begin",
      stories: "Read a story",
      debates: "Read what people think should change",
      write: "Write something yourself",
    },
  },
  promises: {
    title: "What we promise",
    intro:
      "Behind each promise here stands a test that runs with every change of the software. A promise without a test is not printed. Where one has a limit, it stands beside it.",
    none: "No promise has its test yet, so none is printed.",
    limit: "Its limit:",
    heldBy: "Tested by",
    data: "What we keep, table by table, and what it would yield",
    asked: {
      title: "What we ask for, and can’t enforce",
      text: [
        "Each writer says whether search engines may list an essay. Unless its writer says otherwise, a story stays out. Pages say so to search engines, and so does our robots.txt.",
        "There we also refuse the crawlers we know of that gather texts for artificial intelligence. We can’t enforce it: what everybody can read, whoever ignores the request can read too, and copy.",
      ],
      link: "Our robots.txt",
    },
    list: {
      1: {
        promise:
          "We never store your IP address, your browser, or (publicly) the time of day you wrote.",
        limit:
          "Whoever hosts the server or the line can see traffic. The moment of writing is in the store, for order; no page shows it.",
      },
      2: {
        promise:
          "Reading and commenting need no account, no email, no JavaScript. A mere reader gets no cookie.",
        limit: "Passkeys, for whoever wants one, need JavaScript. Nothing else does.",
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
          "Copies others made and feeds already fetched stay with them; backups keep it until they expire. A PostgreSQL server keeps it in the pages of its tables until it has swept them, in its log (WAL) until that is used again, and in replicas.",
      },
      8: {
        promise: "We publish nothing that links your names.",
        limit:
          "Your own words might: style, places, dates. So might what you write, or take back, on the same day under two names. In the database no row ties two names either. But whoever copies its files may see which rows came in one step, on SQLite for some minutes and on PostgreSQL for good: an account and a new name of it.",
      },
      9: {
        promise: "Nobody can pass for another member or a moderator with look-alike letters.",
        limit:
          "Which letters look alike, Unicode’s tables say (UTS #39). A name that is spelt differently is another name, however close it is.",
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
      15: {
        promise: "We publish what a court order or a seized server would yield.",
        limit:
          "It says what the program keeps. What the machine, the line and copies of the store keep is up to whoever runs them.",
      },
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
