/** What belongs to a key, and what is handed out to its holder. */

import type { Lead, NameKind, PieceState, Relation } from "#db/schema.ts";
import type { Account } from "../accounts/types.ts";

/** A form as it was typed, kept as it is. */
export type DraftFields = Readonly<Record<string, string | readonly string[]>>;

export interface Draft {
  id: string;
  /** The essay whose thread it is for; null: it is an essay. */
  slug: string | null;
  fields: DraftFields;
  savedOn: string;
  /** It was to become public later, and could not. */
  returned?: boolean;
}

export type SaveDraftOutcome =
  | { ok: true; draftId: string; key: string; takeBackCode: string }
  | { ok: false; reason: "nonce" | "key" | "key_needed" | "too_long" | "too_many" };

/** A visible answer to something of mine. */
export interface InboxAnswer {
  id: string;
  slug: string;
  title: string;
  /** Which comment of mine it answers or addresses; null: it answers my essay. */
  answersId: string | null;
  by: { name: string; kind: NameKind } | null;
  /** Folded until opened: then the html is not to be shown at once. */
  note: string | null;
  html: string;
  writtenOn: string;
}

/** An essay that answers an essay or a comment of mine. */
export interface InboxResponse {
  slug: string;
  title: string;
  lead: Lead;
  by: { name: string; kind: NameKind } | null;
  publishedOn: string;
  relation: Relation;
  /** Null where it answers my essay as a whole. */
  comment: { id: string; name: string | null } | null;
  /** The essay of mine that it answers, or the one that my comment stands under. */
  to: { slug: string; title: string | null };
}

/** A piece of mine with its state; waiting ones are shown to their writer. */
export interface InboxPiece {
  of: "comment" | "essay";
  id: string;
  slug: string;
  /** Of the essay; null where a comment of mine stands under one that is not shown any more. */
  title: string | null;
  name: string | null;
  state: PieceState;
  writtenOn: string;
  undoUntil: number | null;
}

export interface MyThread {
  essayId: string;
  slug: string;
  title: string;
  /** The name I have there. */
  name: string;
}

export interface Inbox {
  answers: InboxAnswer[];
  /** Cursor of the next page of answers; null: that was all. */
  next: string | null;
  /** The newest essays that answer mine, at most 50; the same on every page. */
  responses: InboxResponse[];
  /** My newest pieces, essays and comments together, at most 100. */
  pieces: InboxPiece[];
  threads: MyThread[];
}

export interface SignedInModerator {
  id: string;
  name: string;
  /** The day the term ends. */
  until: string;
}

/** Who a device's cookie speaks for. */
export type Session =
  | { kind: "key"; key: string }
  /** `tokenMark`: what this very session stands under in the store. */
  | { kind: "account"; account: Account; tokenMark: string };
