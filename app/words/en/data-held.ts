import { accounts } from "./data-held/accounts.ts";
import { around } from "./data-held/around.ts";
import { names } from "./data-held/names.ts";
import type { EveryTable, Notes } from "./data-held/notes.ts";
import { own } from "./data-held/own.ts";
import { pieces } from "./data-held/pieces.ts";
import { work } from "./data-held/work.ts";

/** Does not compile where a table of the schema is missing. */
const everyTable: Notes<keyof EveryTable> = {
  ...pieces,
  ...around,
  ...own,
  ...accounts,
  ...names,
  ...work,
};

const tableCount = Object.keys(everyTable).length;
const columnCount = Object.values(everyTable).reduce(
  (sum, { columns }) => sum + Object.keys(columns).length,
  0,
);

/** `/promises/data`: what the store holds, why, for how long, and what it would yield. */
export const dataHeld = {
  title: "What we keep",
  intro: `This page is made from the program’s own list: ${tableCount} tables with ${columnCount} columns. A column of which nobody has said what it is for and how long it stays makes our tests fail.`,
  outline: "On this page",
  back: "What we promise",
  answers: {
    store: {
      title: "What a copy of the store would yield",
      text: [
        "Somebody takes a copy of the database, by a court order, by theft or from a lost disk, and has not got our secret file.",
      ],
      yieldsTitle: "They would have",
      yields: [
        "Everything that is public anyway.",
        "What is not public yet or no more: pieces that wait, that are folded or were removed, what was taken back within the last day, what was said before a change, and what an old blog had not made public.",
        "The moment at which each piece was written, to the millisecond. We keep it to put pieces in their order, and show the day only.",
        "How many accounts there are and, for each, how many codes, passkeys and signed-in browsers it has, with the day of each one’s last use.",
      ],
      notTitle: "They would not have",
      nots: [
        "Any email, IP address, browser or phone number: none was ever stored.",
        "What ties two names: pen name to pen name, pen name to account, thread name to key, a name here to one in another thread.",
        "Drafts, lists of threads, what is to be published later: they are sealed.",
        "A way to sign in, to change a piece or to take one back: without the secret, no passphrase, code, key or cookie can be tried.",
      ],
    },
    secret: {
      title: "With the secret file as well",
      text: ["Somebody has both, as whoever seizes the whole server has."],
      yieldsTitle: "They would have, beside that",
      yields: [
        "Pieces that wait for their random moment, with the keys that will own them; keys of claims to names of an old blog that are not decided yet.",
        "A way to check a guess: whether this key, code, name or passphrase is the right one. Keys and codes are far too long to be guessed. A weak passphrase is not, though each try costs time.",
        "For each pen name, whether it is the one that signs in, and so how many browsers, codes and passkeys its account has. Not the account’s other names.",
      ],
      notTitle: "They would still not have",
      nots: [
        "What ties the names of one account. It stands in a part that only the passphrase, a code, a passkey or a signed-in browser opens.",
        "Drafts, and the lists of what a key has, without the key.",
      ],
    },
    dishonest: {
      title: "What a server could see that is run dishonestly",
      text: [
        "All this is about what is kept. Whoever runs the program, or takes the machine over while it runs, could change the program.",
      ],
      yieldsTitle: "They could see, from then on",
      yields: [
        "The address of everybody who comes, unless they come over Tor.",
        "Keys, codes and passphrases as they are typed, and so the names of an account whose owner signs in meanwhile.",
        "What is written, before it is sent off as well as after.",
      ],
      notTitle: "They could not see",
      nots: ["What those had and did who never came again after that."],
    },
  },
  elsewhere: {
    title: "What is not in the store",
    list: [
      {
        title: "In memory alone",
        text: "To stop floods, the program counts how often somebody sends forms: by a mark of the address, made with a random number that changes every day and is written nowhere. When the program ends, it is gone. Finished pages are kept in memory too; they carry nothing of a visitor.",
      },
      {
        title: "The log of the program",
        text: "It tells what failed: the kind of fault, the place in our program, the kind of page, and a random number that the page showed. No address, no browser, no words, no name, and nothing at all about visits that went well. How long it stays, whoever runs the machine decides.",
      },
      {
        title: "The secret file",
        text: "The secrets with which marks and seals are made, the newest and all older ones. No secret is ever taken out: a form that stands open, a key on paper or the mark of an account may still rest on it. It lies apart from the store, and its copies should too.",
      },
      {
        title: "In your browser",
        text: "Who merely reads gets no cookie. Signing in, or keeping a key on the device, leaves a random number there, which opens what the store keeps for it. A browser that has signed in with a name also keeps a proof of that, for a year at most: it does not tell the name. Whoever has sent something has a mark there for ten seconds, the same for everybody, so as not to be shown an older page.",
      },
      {
        title: "The settings",
        text: "The name of the place, who runs it, help lines. They are public.",
      },
      {
        title: "Copies of the store",
        text: "Whoever runs the place makes copies, or should. What was in the store on that day stays in them until they are deleted. Ask them for how long they keep copies.",
      },
      {
        title: "Around the program",
        text: "The line, the machine, the company that rents it out, or a proxy before it can see who connects and when. What a search engine, a feed reader or a reader has copied is theirs.",
      },
    ],
  },
  traces: {
    title: "What the order of rows could tell",
    text: [
      "Accounts, names and all sealed rows are stored without the order in which they came, and without a time.",
      "On SQLite, for some minutes after somebody joins or makes a name, the files can show which rows came together, an account and a new name of it among them. Then the store is laid out anew, and that is gone. A store of more than 64 MB is not laid out anew, since that would keep writers waiting; there, a reader of its bytes may find hints of which rows are newer than others.",
      "PostgreSQL notes with each row in which step it was written, and keeps its rows and its log in the order of writing. A copy of its files can show that an account and a name of it came in the same step, and so could tie names of one account. Who can’t live with that runs this place on SQLite.",
    ],
  },
  tables: {
    title: "Table by table",
    text: [
      "“Mark” means a number that is made of our secret and of something else, such as a key. It can be made again by whoever has both, and can’t be turned back.",
      "“Sealed” means encrypted (AES-256-GCM). “For its owner”: with what only the owner has, and our secret. “For the house”: with our secret alone.",
    ],
    readBy: "Who can read it:",
    person: "Can it lead to a person?",
    caption: (table: string) => `Columns of ${table}`,
    columns: { column: "Column", why: "What for", kept: "How long" },
  },
  groups: {
    pieces: { title: "Essays, comments and names in threads", tables: pieces },
    around: { title: "Around essays, and old blogs", tables: around },
    own: { title: "Keys, drafts and remembered browsers", tables: own },
    accounts: { title: "Accounts, and the ways into them", tables: accounts },
    names: { title: "Pen names and claimed names", tables: names },
    work: { title: "Moderation and the house’s own work", tables: work },
  },
};
