/** What the comment forms send, and what comes back. */
import type { PieceState, Standing } from "#db/schema.ts";
import type { Speaking } from "../accounts/speaking.ts";
import type { RefusalReason } from "../rendering/types.ts";
import type { Perspective } from "../threads/types.ts";

/** The words of a comment that its writer may change later. */
export interface CommentWords {
  body: string;
  perspectives: readonly Perspective[];
  standing: Standing | null;
  note: string | null;
  standpoint: string | null;
}

/** The comment form as it was sent. */
export interface CommentForm extends CommentWords {
  essayId: string;
  /** Null: an answer to the essay. */
  parentId: string | null;
  addresses: readonly string[];
  /** Null or blank: two friendly words are chosen. */
  name: string | null;
  nonce: string;
  /** The writer's key as typed or as the device kept it; null: a guest's first post, or key lost. */
  key: string | null;
  /** The name under which a member speaks; its key is the form's. Left out: no account. */
  speaker?: Speaking;
}

/** What may be wrong with the name that a member has chosen. */
export type SpeakerFault =
  | { reason: "unknown" | "retired" }
  /** Somebody else in this thread has such a name. */
  | { reason: "taken_here"; name: string }
  /** Whoever it is may not write before the day after. */
  | { reason: "paused"; until: string };

/** Why a name can't be taken. */
export type NameFault =
  | { reason: "too_long"; limit: number }
  | { reason: "only_digits" | "hidden_characters" | "mixed_letters" | "odd_characters" }
  | { reason: "taken" | "reserved" }
  /** The key has a name in this thread already. */
  | { reason: "you_have_another"; name: string };

/** One fault of a form: which field, why, and what the sentence about it needs. */
export type Fault =
  | { field: "body"; reason: "empty" }
  | { field: "body"; reason: RefusalReason; limit: number }
  | ({ field: "name" } & NameFault)
  | ({ field: "as" } & SpeakerFault)
  | { field: "note" | "standpoint"; reason: "too_long"; limit: number }
  | { field: "standing"; reason: "only_with_experience" }
  | { field: "parent"; reason: "not_here" | "cannot_be_answered" }
  | { field: "addresses"; reason: "too_many"; limit: number }
  | { field: "addresses"; reason: "not_here" | "cannot_be_answered" | "is_parent" }
  | { field: "essay"; reason: "closed" | "not_open" }
  | { field: "nonce"; reason: "not_ours" }
  | { field: "key"; reason: "typo" | "unknown" }
  /** The form's own key has been written down: from then on it has to be typed. */
  | { field: "key"; reason: "needed" }
  /** An edit of what has been removed or taken back. */
  | { field: "comment"; reason: "cannot_be_changed" };

export type PostOutcome =
  | {
      ok: true;
      comment: { id: string; essayId: string };
      /** The name it stands under in this thread. */
      name: string;
      /** Null only where the attempt is repeated after its key has been changed. */
      key: string | null;
      takeBackCode: string | null;
      /** Show key and code, as contract.md says; otherwise redirect to the comment. */
      showKey: boolean;
      state: PieceState;
    }
  | { ok: false; faults: Fault[] };

export interface Preview {
  /** Empty where the text was refused. */
  html: string;
  /** The name that posting gives, or what was typed where that can't be had. */
  name: string;
  /** The key has had this name here already, so it can't be typed anew. */
  nameIsKept: boolean;
  /** It will wait to be read by a moderator. */
  willWait: boolean;
  faults: Fault[];
}

export type EditOutcome =
  | { ok: true; comment: { id: string; essayId: string }; state: PieceState }
  | { ok: false; faults: Fault[] };

/** A comment as its own writer may see and edit it. */
export interface OwnComment extends CommentWords {
  id: string;
  essayId: string;
  slug: string;
  title: string;
  name: string;
  state: PieceState;
  html: string;
  writtenOn: string;
  editedOn: string | null;
  /** Until when (ms) a take-back can be undone; null where it isn't taken back. */
  undoUntil: number | null;
}
