import type { Schema } from "#db/schema.ts";

/** What a column is for, and how long what is in it stays. */
export type ColumnNote = readonly [why: string, kept: string];

export interface TableNote<Column extends string = string> {
  /** What the table is for. */
  what: string;
  /** Who can read what is in it. */
  readBy: string;
  /** Can it lead to a person? */
  person: string;
  columns: Readonly<Record<Column, ColumnNote>>;
}

/** The one table that the schema in code doesn't have: it is there before it. */
interface Beside {
  schema_migrations: { name: string };
}

/** All tables of the store; a column without a note, or a note without a column, does not compile. */
export type EveryTable = Schema & Beside;

export type Notes<Name extends keyof EveryTable> = {
  readonly [Table in Name]: TableNote<keyof EveryTable[Table] & string>;
};

/** How long things stay, where the same is true of many. */
export const KEPT = {
  words: "Until its writer takes the piece back; a day after that it is emptied.",
  place:
    "As long as the thread. Where a piece was taken back it stays with the empty place, which has no words and no name.",
  version: "Until its writer forgets earlier versions, or takes the piece back; then a day.",
  link: "Until one of the two pieces is taken back; then a day.",
  essay:
    "As long as the essay, or until its writer changes it; a day after it is taken back it is gone.",
  thread: "As long as anything stands under the name in this thread; then a day.",
  row: "As long as the row.",
  account: "As long as the account. Who deletes the account has a day to undo it; then it is gone.",
  name: "As long as the pen name’s account; a day after the account was deleted it is gone.",
  leaving: "A day at most.",
  always: "Always. No person stands behind it.",
  house: "As long as there is something to do; minutes to days.",
};

export const READ_BY = {
  everybody: "Everybody: it stands on pages.",
  partly:
    "Everybody, as far as it stands on pages. The marks and the times of writing stand on none.",
  owner: "Only its owner. It is sealed, and the house can’t open it without what its owner has.",
  house: "The house alone, with its secret file.",
  nobody: "Nobody: what is in it is a mark, which can’t be turned back into what made it.",
  moderators: "The moderators.",
  operator: "Whoever runs the place.",
  work: "The program. There is nothing to read in it.",
};

export const PERSON = {
  no: "No.",
  words:
    "Not by itself. The words might: style, places, dates. The time of writing is in the store to the millisecond, for order; whoever has watched a line at that moment could compare.",
  marks:
    "No. A mark is another one in every thread, and can’t be made without the secret and the key.",
  sealed:
    "No. What is in it opens only with what its owner has. That there is such a row says that somebody is here.",
};

export const SECRET: ColumnNote = [
  "Which of our secrets made the marks and the seal of this row, so that it can be found again after the secret was changed.",
  KEPT.row,
];
