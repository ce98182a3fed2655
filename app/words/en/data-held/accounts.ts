import { type ColumnNote, KEPT, type Notes, PERSON, READ_BY, SECRET } from "./notes.ts";

const OF_ACCOUNT: ColumnNote = ["The account that it opens.", KEPT.account];
const CODE = "Until it is used, or new codes take its place.";
const RECOVERY = "A day: then it is done, or it was stopped.";
const PASSKEY = "Until its owner removes it, or deletes the account.";
const TRIES = "Until somebody signs in under the name, or a day after the last try.";
const LINK = "A day.";

/** Accounts and the ways into them. */
export const accounts = {
  accounts: {
    what: "Accounts. What an account has (its pen names, its keys) is sealed under a key of its own that is nowhere in the store as it is.",
    readBy: READ_BY.owner,
    person:
      "No. It says that there is an account, and how many. Which names it has stands in the sealed part alone.",
    columns: {
      account_mark: [
        "A mark of the account’s key; it names the account in this store and says nothing.",
        KEPT.account,
      ],
      sealed: [
        "Its names and their keys, sealed under the account’s key. The length is rounded up, so that it doesn’t tell how many.",
        KEPT.account,
      ],
      secret_id: SECRET,
      erase_at: ["When a deleted account leaves the store.", KEPT.leaving],
    },
  },
  passphrases: {
    what: "Opens an account with a pen name and a passphrase. There is no hash of the passphrase: whether it is right shows in whether it opens.",
    readBy: READ_BY.owner,
    person:
      "Without the secret, no. With the secret, it can be tried for each pen name whether it is the one that signs in: that ties one pen name to its account, and to none of the account’s other names.",
    columns: {
      locator: ["A mark of the pen name that signs in.", KEPT.account],
      account_mark: OF_ACCOUNT,
      salt: ["Random, so that equal passphrases look different.", KEPT.account],
      sealed: [
        "The account’s key, sealed under the passphrase (argon2id) and our secret.",
        KEPT.account,
      ],
      secret_id: SECRET,
    },
  },
  recovery_codes: {
    what: "Opens an account once with a code that was written down.",
    readBy: READ_BY.owner,
    person: PERSON.sealed,
    columns: {
      code_mark: ["A mark of the code.", CODE],
      account_mark: ["The account that it opens.", CODE],
      sealed: ["The account’s key, sealed under the code.", CODE],
      secret_id: SECRET,
    },
  },
  recoveries: {
    what: "A code was used for a new passphrase, which counts after a day unless it is stopped.",
    readBy: READ_BY.owner,
    person: PERSON.sealed,
    columns: {
      recovery_mark: ["A mark that stands for this recovery.", RECOVERY],
      account_mark: ["The account.", RECOVERY],
      locator: ["As in the table of passphrases, for the new one.", RECOVERY],
      salt: ["As there.", RECOVERY],
      sealed: ["As there.", RECOVERY],
      secret_id: SECRET,
      asked_on: ["The day on which the code was used.", RECOVERY],
      due_at: ["When the new passphrase counts.", RECOVERY],
    },
  },
  passkeys: {
    what: "Opens an account with a passkey.",
    readBy: READ_BY.owner,
    person:
      "No. Whoever has the device with the passkey can see that one of these rows belongs to it, and can sign in anyway.",
    columns: {
      credential_mark: ["A mark of the passkey’s number.", PASSKEY],
      account_mark: ["The account that it opens.", PASSKEY],
      public_key: [
        "To check what the passkey signs. Passkeys have another one for every site.",
        PASSKEY,
      ],
      counter: ["How often the passkey says it was used, to notice a copied one.", PASSKEY],
      sealed: ["The account’s key, sealed under a secret that only the passkey keeps.", PASSKEY],
      sealed_label: ["What its owner calls it, sealed under the account’s key.", PASSKEY],
      secret_id: SECRET,
      last_used_on: ["The day of the last use.", PASSKEY],
    },
  },
  sign_in_tries: {
    what: "Failed tries to sign in, by a mark of the name that was typed, or of a browser that has signed in with that name before, so that nobody can guess for ever and the owner still gets in. Names that don’t exist look the same. One row counts the tries of everybody together, and one counts wrong codes.",
    readBy: READ_BY.nobody,
    person:
      "No. With the secret, it can be tried for each pen name whether somebody failed to sign in under it.",
    columns: {
      name_mark: ["A mark of the name that was typed, or of the browser with it.", TRIES],
      failures: ["How many tries failed.", TRIES],
      next_at: ["When the next try may be made.", TRIES],
    },
  },
  join_links: {
    what: "Links with which a founding moderator makes an account.",
    readBy: READ_BY.nobody,
    person: "It says which moderator was asked in; the public log says it too.",
    columns: {
      token_mark: ["A mark of the link.", LINK],
      secret_id: SECRET,
      moderator_id: ["Whom it is for.", LINK],
      expires_at: ["Until when it is good.", LINK],
      used: ["Whether it was used.", LINK],
    },
  },
} satisfies Notes<
  | "accounts"
  | "passphrases"
  | "recovery_codes"
  | "recoveries"
  | "passkeys"
  | "sign_in_tries"
  | "join_links"
>;
