import { KEPT, type Notes, PERSON, READ_BY } from "./notes.ts";

const LOG = "For good: the log is public and is never shortened.";
const OFFICE = "For good: who was a moderator, and when, is public.";
const REVIEW = "As long as the piece; who asked is not in it.";

/** Moderation, and the house’s own work. */
export const work = {
  moderators: {
    what: "Who is or was a founding moderator, under which name.",
    readBy: READ_BY.everybody,
    person: "It is a public office under a name that its owner chose.",
    columns: {
      id: ["A random number.", OFFICE],
      name: ["The name.", OFFICE],
      name_key: ["The name in small letters, to compare it.", OFFICE],
      kind: ["Which office it is.", OFFICE],
      appointed_on: ["Since when.", OFFICE],
      until: ["Until when.", OFFICE],
      dismissed_on: ["The day on which it ended early.", OFFICE],
    },
  },
  reviews: {
    what: "What waits for a moderator to look at it.",
    readBy: READ_BY.moderators,
    person: PERSON.no,
    columns: {
      id: ["A random number.", REVIEW],
      comment_id: ["The comment that it is about.", REVIEW],
      essay_id: ["The essay that it is about.", REVIEW],
      kind: [
        "Why it is to be looked at: a first piece, links, a lost key, somebody’s words.",
        REVIEW,
      ],
      ordered_at: ["The moment, to show the oldest first.", REVIEW],
      asked_on: ["The day.", REVIEW],
      outcome: ["What was decided.", REVIEW],
    },
  },
  moderation_log: {
    what: "The public log of decisions. Each row is bound to the one before, so that none can be changed quietly.",
    readBy: READ_BY.everybody,
    person: "No. Of what was decided about it has a mark; not the words, the name or the address.",
    columns: {
      seq: ["Which row it is.", LOG],
      entry: ["What was decided, by which moderator, on which day, and why.", LOG],
      previous_hash: ["Binds it to the row before.", LOG],
      hash: ["Binds the row after to it.", LOG],
    },
  },
  used_challenges: {
    what: "Small tasks that a browser has done instead of waiting, and what passkeys were asked to sign, so that each counts once.",
    readBy: READ_BY.nobody,
    person: PERSON.no,
    columns: {
      mark: ["A mark of the task.", "Six hours at most."],
      expires_at: ["When it is forgotten.", "Six hours at most."],
    },
  },
  content_changes: {
    what: "What changed last, so that no page stays old.",
    readBy: READ_BY.work,
    person: PERSON.no,
    columns: {
      subject: ["An essay, a conversation, or all lists.", KEPT.always],
      seq: ["The number of its last change.", KEPT.always],
    },
  },
  counters: {
    what: "Numbers that count up.",
    readBy: READ_BY.work,
    person: PERSON.no,
    columns: {
      name: ["What is counted.", KEPT.always],
      value: ["The number.", KEPT.always],
    },
  },
  leases: {
    what: "Work that only one process does at a time.",
    readBy: READ_BY.work,
    person: PERSON.no,
    columns: {
      name: ["The work.", KEPT.house],
      holder: ["A random number of the process.", KEPT.house],
      expires_at: ["Until when.", KEPT.house],
    },
  },
  schema_migrations: {
    what: "Which steps of the store’s own building were done.",
    readBy: READ_BY.work,
    person: PERSON.no,
    columns: {
      name: ["The step.", KEPT.always],
    },
  },
} satisfies Notes<
  | "moderators"
  | "reviews"
  | "moderation_log"
  | "used_challenges"
  | "content_changes"
  | "counters"
  | "leases"
  | "schema_migrations"
>;
