/** What the composer sends, and what comes back. */
import type { Lead, PieceState, Relation, ReplyMode, Standing } from "#db/schema.ts";
import type { Speaking } from "../accounts/speaking.ts";
import type { NameFault, SpeakerFault } from "../comments/types.ts";
import type { Heading, RefusalReason } from "../rendering/types.ts";
import type { Perspective } from "../threads/types.ts";
import type { EssayView } from "./read-essay.ts";

export type { Lead, Relation, ReplyMode, Standing } from "#db/schema.ts";

/** The words of an essay that its writer may change later. */
export interface EssayWords {
  title: string;
  body: string;
  /** Null: not said; it follows from the perspective where that is only one. */
  lead: Lead | null;
  /** None: the lead's own. */
  perspectives: readonly Perspective[];
  standing: Standing | null;
  note: string | null;
  standpoint: string | null;
  replyMode: ReplyMode;
  /** Names, as they were typed or chosen. */
  tags: readonly string[];
  worksCited: readonly string[];
  /** May search engines list it? Null: as usual for its lead (no for stories, yes for debate). */
  indexing: boolean | null;
  /** Of a piece that stood elsewhere before. */
  originalAuthor: string | null;
  source: string | null;
  licence: string | null;
  /** Title of the series that it is part of. */
  series: string | null;
}

/** The composer as it was sent. */
export interface EssayForm extends EssayWords {
  /** Null or blank: two friendly words are chosen. */
  name: string | null;
  nonce: string;
  /** The writer's key as typed or as the device kept it; null: a first piece. */
  key: string | null;
  /** The name under which a member speaks; its key is the form's. Left out: no account. */
  speaker?: Speaking;
  /** Slug of the essay that is answered. */
  responds: string | null;
  /** Id of the comment that it grew out of. */
  comment: string | null;
  /** How it answers; null: `responds`, or `grew_out_of` where a comment is named. */
  relation: Relation | null;
  /** The draft that this was, to be dropped in the same moment. */
  draftId?: string;
  /** The row of `scheduled_pieces` that it was, which ends in the same moment. */
  scheduledId?: string;
  /** Needs no reading before it is public (a moderator). */
  trusted?: boolean;
}

/** Fields of one line that may be too long. */
export type LineField =
  | "title"
  | "note"
  | "standpoint"
  | "original_author"
  | "source"
  | "licence"
  | "series";

/** One fault of the composer: which field, why, and what the sentence about it needs. */
export type EssayFault =
  | { field: "title" | "body"; reason: "empty" }
  | { field: "body"; reason: RefusalReason; limit: number }
  | { field: LineField; reason: "too_long"; limit: number }
  | { field: "lead"; reason: "missing" }
  /** The lead's own perspective was left out, though another was ticked. */
  | { field: "perspective"; reason: "not_the_lead"; lead: Lead }
  | { field: "standing"; reason: "only_with_experience" }
  | { field: "reply_mode"; reason: "support_only_for_stories" }
  | { field: "tags" | "works_cited"; reason: "too_many"; limit: number }
  | { field: "tags" | "works_cited"; reason: "too_long"; limit: number }
  /** A tag without a letter or a figure. */
  | { field: "tags"; reason: "no_letters" }
  | { field: "responds" | "comment"; reason: "not_here" }
  /** It can grow out of a comment only. */
  | { field: "relation"; reason: "needs_comment" }
  | ({ field: "name" } & NameFault)
  | ({ field: "as" } & SpeakerFault)
  | { field: "nonce"; reason: "not_ours" }
  | { field: "key"; reason: "typo" | "unknown" | "needed" }
  /** An edit of what has been removed or taken back. */
  | { field: "essay"; reason: "cannot_be_changed" };

export type PublishOutcome =
  | {
      ok: true;
      essay: { id: string; slug: string };
      /** The name it stands under. */
      name: string;
      /** Null only where the attempt is repeated after its key has been changed. */
      key: string | null;
      takeBackCode: string | null;
      /** Show key and code, as contract.md says; otherwise redirect to the essay. */
      showKey: boolean;
      state: PieceState;
    }
  | { ok: false; faults: EssayFault[] };

/** The essay exactly as its page would show it; slug and id are made up. */
export interface PreviewedEssay extends EssayView {
  headings: Heading[];
}

export interface EssayPreview {
  essay: PreviewedEssay;
  /** The name that publishing gives, or what was typed where that can't be had. */
  name: string;
  /** It will wait to be read by a moderator. */
  willWait: boolean;
  faults: EssayFault[];
}

/** An essay as its own writer may see and change it. */
export interface OwnEssay extends EssayWords {
  id: string;
  slug: string;
  lead: Lead;
  indexing: boolean;
  name: string;
  state: PieceState;
  publishedOn: string;
  editedOn: string | null;
  /** Until when (ms) a take-back can be undone; null where it isn't taken back. */
  undoUntil: number | null;
}

export type EditEssayOutcome =
  | { ok: true; essay: { id: string; slug: string }; state: PieceState }
  | { ok: false; faults: EssayFault[] };
