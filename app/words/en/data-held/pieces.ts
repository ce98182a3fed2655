import { type ColumnNote, KEPT, type Notes, PERSON, READ_BY, SECRET } from "./notes.ts";

const OWNER_MARK: ColumnNote = [
  "Whose it is, within this one thread: a mark made of our secret, the writer’s key and the thread. In another thread the same person has another one.",
  KEPT.words,
];
const TAKE_BACK_MARK: ColumnNote = [
  "The same for the take-back code, so that the code can be checked and not read.",
  KEPT.words,
];
const EXPERIENCE: ColumnNote = ["Whether it speaks from what somebody lived.", KEPT.words];
const DEBATE: ColumnNote = ["Whether it says what should change.", KEPT.words];
const SOURCE: ColumnNote = [
  "Whether the writer said so or, for an old blog, a guess did.",
  KEPT.place,
];
const STANDING: ColumnNote = [
  "“I lived it”, “I was beside someone” or “I worked there”.",
  KEPT.words,
];
const MARKDOWN: ColumnNote = ["The words as they were typed.", KEPT.words];
const HTML: ColumnNote = ["The words as pages show them.", KEPT.words];
const RENDERER: ColumnNote = ["Which version of our program made a page of the words.", KEPT.place];
const STATE: ColumnNote = [
  "Whether it is to be seen, waits to be read, is folded, was removed, taken back, or is missing in the original.",
  KEPT.place,
];
const STATE_BEFORE: ColumnNote = ["Where an undone take-back leads back to.", KEPT.leaving];
const NOTE: ColumnNote = ["What the writer said that it speaks about.", KEPT.words];
const STANDPOINT: ColumnNote = ["The writer’s own line about where they speak from.", KEPT.words];
const BY_NAME: ColumnNote = ["The name under which it stands.", KEPT.words];
const BY_KIND: ColumnNote = [
  "Whether that is a pen name, a thread name or a name of an old blog.",
  KEPT.words,
];
const EDITED: ColumnNote = ["The day of the last change.", KEPT.words];
const ORDERED: ColumnNote = [
  "The moment of writing, to put pieces in their order. It stands on no page, in no feed and in no export.",
  KEPT.place,
];
const REVISION: ColumnNote = [
  "How often the row has changed, so that pages know when they are old.",
  KEPT.place,
];
const ATTEMPT: ColumnNote = [
  "A mark of the form that was sent, so that pressing twice doubles nothing.",
  KEPT.words,
];
const ERASE: ColumnNote = ["When what was taken back leaves the store.", KEPT.leaving];

/** Essays, comments, and the names in their threads. */
export const pieces = {
  essays: {
    what: "Essays: what they say, under which name, and in which state.",
    readBy: READ_BY.partly,
    person: PERSON.words,
    columns: {
      id: ["A random number that stands for the essay.", KEPT.place],
      slug: [
        "Its address.",
        "Until it is taken back; a day after that the address tells nothing of the title.",
      ],
      title: ["Its title.", KEPT.words],
      state: STATE,
      state_before: STATE_BEFORE,
      lead: ["Whether it is a story or says what should change.", KEPT.place],
      owner_mark: OWNER_MARK,
      take_back_mark: TAKE_BACK_MARK,
      secret_id: SECRET,
      experience: EXPERIENCE,
      debate: DEBATE,
      perspective_source: SOURCE,
      standing: STANDING,
      markdown: MARKDOWN,
      html: HTML,
      renderer_version: RENDERER,
      first_lines: ["The first lines, for lists.", KEPT.words],
      words: ["How many words it has.", KEPT.words],
      note: NOTE,
      reply_mode: ["Which answers the writer asked for.", KEPT.place],
      indexing: ["Whether the writer lets search engines list it.", KEPT.words],
      standpoint: STANDPOINT,
      works_cited: ["The works that it cites.", KEPT.words],
      original_author: [
        "Of an older piece: who wrote it, as the importer or the writer said.",
        KEPT.words,
      ],
      source: ["Of an older piece: where it stood.", KEPT.words],
      licence: ["Of an older piece: under which licence.", KEPT.words],
      demo: ["Whether it is an invented example.", KEPT.place],
      conversation_id: ["A random number that essays share which answer each other.", KEPT.place],
      by_name: BY_NAME,
      by_kind: BY_KIND,
      published_on: ["The day on which it became public.", KEPT.place],
      edited_on: EDITED,
      ordered_at: ORDERED,
      active_at: ["The moment of the newest comment, to put essays in their order.", KEPT.place],
      active_on: ["The day of the newest comment.", KEPT.place],
      revision: REVISION,
      attempt_mark: ATTEMPT,
      erase_at: ERASE,
      comments_visible: ["How many comments are to be seen under it.", KEPT.place],
      comments_waiting: ["How many wait to be read.", KEPT.place],
      comments_folded: ["How many are folded.", KEPT.place],
      comments_removed: ["How many were removed.", KEPT.place],
      comments_taken_back: ["How many were taken back.", KEPT.place],
      comments_missing: ["How many are missing in the original.", KEPT.place],
    },
  },
  comments: {
    what: "Comments: what they say, whom they answer, and under which name.",
    readBy: READ_BY.partly,
    person: PERSON.words,
    columns: {
      id: ["A random number that stands for the comment.", KEPT.place],
      essay_id: ["The essay whose thread it is in.", KEPT.place],
      parent_id: ["The comment that it answers.", KEPT.place],
      root_id: ["The first comment of its branch.", KEPT.place],
      depth: ["How deep it stands in the thread.", KEPT.place],
      state: STATE,
      state_before: STATE_BEFORE,
      origin: [
        "Whether it was written under a pen name, under a thread name, or comes from an old blog. Members under a thread name and people without an account look the same here.",
        KEPT.place,
      ],
      owner_mark: OWNER_MARK,
      take_back_mark: TAKE_BACK_MARK,
      secret_id: SECRET,
      experience: EXPERIENCE,
      debate: DEBATE,
      perspective_source: SOURCE,
      standing: STANDING,
      markdown: MARKDOWN,
      html: HTML,
      renderer_version: RENDERER,
      note: NOTE,
      standpoint: STANDPOINT,
      by_name: BY_NAME,
      by_kind: BY_KIND,
      written_on: ["The day on which it was written.", KEPT.place],
      edited_on: EDITED,
      ordered_at: ORDERED,
      revision: REVISION,
      attempt_mark: ATTEMPT,
      erase_at: ERASE,
      old_number: ["Its number on the old blog, so that old links go on working.", KEPT.place],
    },
  },
  comment_addresses: {
    what: "Whom a comment answers beside the one it stands under.",
    readBy: READ_BY.everybody,
    person: PERSON.no,
    columns: {
      comment_id: ["The comment.", KEPT.words],
      addressed_id: ["The comment that it answers as well.", KEPT.words],
    },
  },
  comment_versions: {
    what: "What a comment said before it was changed.",
    readBy: "Nobody: no page shows it. Whoever has the store can.",
    person: PERSON.words,
    columns: {
      comment_id: ["The comment.", KEPT.version],
      version: ["Which version it was.", KEPT.version],
      markdown: ["What it said.", KEPT.version],
      replaced_on: ["The day on which it was changed.", KEPT.version],
    },
  },
  essay_versions: {
    what: "What an essay said before it was changed.",
    readBy: "Its writer; everybody where the writer keeps earlier versions open.",
    person: PERSON.words,
    columns: {
      essay_id: ["The essay.", KEPT.version],
      version: ["Which version it was.", KEPT.version],
      title: ["Its title then.", KEPT.version],
      markdown: ["What it said.", KEPT.version],
      html: ["The same as pages show it.", KEPT.version],
      replaced_on: ["The day on which it was changed.", KEPT.version],
      open: ["Whether its writer lets others read it.", KEPT.version],
    },
  },
  thread_names: {
    what: "The names in a thread, so that no two people have the same one there.",
    readBy: READ_BY.partly,
    person: PERSON.marks,
    columns: {
      essay_id: ["The thread.", KEPT.thread],
      name_key: ["The name in small letters, to compare it.", KEPT.thread],
      name: ["The name.", KEPT.thread],
      owner_mark: [
        "Whose it is, within this one thread; empty for a name of an old blog.",
        KEPT.thread,
      ],
      secret_id: SECRET,
      key_written_down: ["Whether the key need not be shown again.", KEPT.thread],
      paused_until: [
        "The last day of a pause of this name.",
        "Until the pause is over, or the name is gone.",
      ],
    },
  },
} satisfies Notes<
  | "essays"
  | "comments"
  | "comment_addresses"
  | "comment_versions"
  | "essay_versions"
  | "thread_names"
>;
