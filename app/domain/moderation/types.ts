/** What moderators see and decide. */
import type { PieceState } from "#db/schema.ts";
import type { ReviewsTable } from "#db/schema-house.ts";

export type ReviewKind = ReviewsTable["kind"];

/** What may be decided about a piece. `restored` brings back what was removed. */
export type DecisionOutcome = "let_through" | "removed" | "taken_back" | "restored";

/** Classes of reasons in the public log. */
export type ReasonClass =
  | "nothing_against_it"
  | "advertising"
  | "against_a_person"
  | "names_a_private_person"
  | "methods"
  | "tells_others_what_to_take"
  | "not_respecting_support"
  | "writer_asked"
  | "operator"
  | "other";

/** What of an essay is looked at beside its text. */
export interface EssayToLookAt {
  words: number;
  standpoint: string | null;
  worksCited: string[];
  tags: string[];
}

export interface WaitingPiece {
  reviewId: string;
  kind: ReviewKind;
  askedOn: string;
  /** The essay whose thread the comment stands in, or the essay itself. */
  essay: { slug: string; title: string; state: PieceState };
  /** Null: it is about a comment. */
  asEssay: EssayToLookAt | null;
  piece: {
    id: string;
    state: PieceState;
    name: string | null;
    note: string | null;
    html: string;
    writtenOn: string;
    imported: boolean;
  };
}

export interface WaitingList {
  pieces: WaitingPiece[];
  /** Cursor of the next page; null: that was all. */
  next: string | null;
}

/** One entry of the public log. */
export interface LogEntry {
  day: string;
  action: string;
  reason_class: string;
  reason_text: string;
  by: string;
  subject: string;
}

export interface LogRow {
  seq: number;
  entry: LogEntry;
  previousHash: string;
  hash: string;
}
