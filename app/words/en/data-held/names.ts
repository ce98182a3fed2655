import { KEPT, type Notes, PERSON, READ_BY, SECRET } from "./notes.ts";

const GONE = "For good, so that nobody else can take up the name and be taken for its owner.";
const CLAIMED = "As long as the account of whoever took it up.";
const RENAMING = "A day or two: then it is done.";
const CLAIM = "For good: that the name was asked for, on which day, and what was decided.";
const UNDECIDED = "Until the operator has decided.";

/** Names that are somebody’s everywhere. */
export const names = {
  pen_names: {
    what: "Pen names. No row says which account a name belongs to, which other names it has beside it, or since when it is there.",
    readBy: READ_BY.partly,
    person: PERSON.words,
    columns: {
      id: ["A random number.", KEPT.name],
      name: ["The name.", KEPT.name],
      name_key: ["The name in small letters, to compare it.", KEPT.name],
      look_key: ["How the name looks, so that nobody takes one that looks the same.", KEPT.name],
      description: ["What its owner says about it.", KEPT.name],
      retired: ["Whether it speaks no more.", KEPT.name],
      owner_mark: ["A mark of the name’s own key. Every name has another key.", KEPT.name],
      secret_id: SECRET,
      paused_until: ["The last day of a pause.", "Until the pause is over, or the name is gone."],
      erase_at: ["When it leaves with a deleted account.", KEPT.leaving],
    },
  },
  gone_names: {
    what: "How names looked whose accounts were deleted.",
    readBy: READ_BY.nobody,
    person: "No. With the secret, a guessed name can be checked.",
    columns: {
      look_mark: ["A mark of how the name looked.", GONE],
      secret_id: SECRET,
    },
  },
  claimed_names: {
    what: "Names of an old blog that somebody here has taken up.",
    readBy: READ_BY.partly,
    person: "No. It says that the name has an owner here, not who.",
    columns: {
      name_key: ["The name in small letters, to compare it.", CLAIMED],
      name: ["The name.", CLAIMED],
      look_key: ["How the name looks.", CLAIMED],
      owner_mark: ["A mark of the key that owns it.", CLAIMED],
      secret_id: SECRET,
      erase_at: ["When it leaves with a deleted account.", KEPT.leaving],
    },
  },
  renamings: {
    what: "What somebody who has deleted their account leaves here gets another name in each thread, at a moment of its own.",
    readBy: READ_BY.work,
    person: PERSON.marks,
    columns: {
      essay_id: ["The thread.", RENAMING],
      owner_mark: ["Whose pieces in it, by the mark that they have there.", RENAMING],
      due_at: ["When they get the other name.", RENAMING],
    },
  },
  name_claims: {
    what: "Somebody says that a name of the old blog is theirs. The operator asks outside this place whether it is so.",
    readBy: READ_BY.operator,
    person:
      "With the secret, until it is decided: it has the key that will own the pieces. If the pieces are to stand under a pen name, it ties the old name to that pen name, as pages do afterwards.",
    columns: {
      id: ["A random number.", CLAIM],
      imported_name: ["The name of the old blog.", CLAIM],
      shown_as: ["Whether the pieces keep that name or get a pen name.", UNDECIDED],
      pen_name_id: ["That pen name.", UNDECIDED],
      sealed_key: ["The key that will own the pieces, sealed for the house.", UNDECIDED],
      secret_id: SECRET,
      asked_on: ["The day on which it was asked.", CLAIM],
      outcome: ["What the operator said.", CLAIM],
    },
  },
} satisfies Notes<"pen_names" | "gone_names" | "claimed_names" | "renamings" | "name_claims">;
