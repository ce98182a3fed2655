import { KEPT, type Notes, PERSON, READ_BY, SECRET } from "./notes.ts";

const DRAFT = "Until its writer deletes or publishes it, or deletes the account.";
const KEY = "As long as the key is in use; a day after its account was deleted it is gone.";
const SESSION =
  "Until its owner signs out or ends it: after 60 days without a visit where it keeps an account, 400 days where it keeps a key.";
const SCHEDULED = "A day at most: then it is public, and the row is gone.";

/** What is sealed for its owner: keys, drafts, remembered browsers, what is to come. */
export const own = {
  key_lists: {
    what: "What a key has: its threads and its drafts. Found by a mark of the key, readable only with the key.",
    readBy: READ_BY.owner,
    person: PERSON.sealed,
    columns: {
      locator: ["A mark of the key, to find the row by.", KEY],
      sealed: [
        "The list of threads and drafts, and the take-back code, sealed under the key.",
        KEY,
      ],
      secret_id: SECRET,
      erase_at: ["When it leaves with a deleted account.", KEPT.leaving],
    },
  },
  drafts: {
    what: "Drafts. Whose a draft is stands only in the sealed list of its writer’s key.",
    readBy: READ_BY.owner,
    person: PERSON.sealed,
    columns: {
      id: ["A random number.", DRAFT],
      sealed: ["The draft, sealed under its writer’s key. Its length is rounded up.", DRAFT],
      secret_id: SECRET,
      saved_on: ["The day on which it was saved.", DRAFT],
      erase_at: ["When it leaves with a deleted account.", KEPT.leaving],
    },
  },
  sessions: {
    what: "Browsers that were asked to remember a key, or in which somebody is signed in.",
    readBy: READ_BY.owner,
    person:
      "It says that an account has so many browsers signed in, and on which day each was last used. Not which names the account has, nor which browsers.",
    columns: {
      token_mark: ["A mark of the cookie, to find the row by.", SESSION],
      sealed: ["What it remembers, sealed under the cookie.", SESSION],
      secret_id: SECRET,
      last_used_on: ["The day of the last use.", SESSION],
      expires_on: ["The day after which it is forgotten.", SESSION],
      account_mark: [
        "The account, so that its owner can end it from elsewhere. Empty for a key.",
        SESSION,
      ],
    },
  },
  scheduled_pieces: {
    what: "What its writer wants to become public at a random moment of the next day.",
    readBy: READ_BY.house,
    person:
      "With the secret, until it is public: it has the words and the key that will own them. Without the secret, no.",
    columns: {
      id: ["A random number.", SCHEDULED],
      sealed: ["The piece and the key that will own it, sealed for the house.", SCHEDULED],
      secret_id: SECRET,
      due_at: ["The moment.", SCHEDULED],
    },
  },
} satisfies Notes<"key_lists" | "drafts" | "sessions" | "scheduled_pieces">;
