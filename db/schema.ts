/**
 * Every table and column, as code sees it; what is sealed, and the house's own work, stand in
 * schema-house.ts, accounts and pen names in schema-accounts.ts.
 *
 * The rule that shapes it (docs/decisions/0004): no row ties two things of one person by a plain id.
 * What belongs to somebody carries a *mark*, HMAC(secret, key, essay), that differs in every thread;
 * what spans threads is sealed under the person's own key.
 *
 * Conventions, the same on both dialects:
 * - `*_at` is milliseconds since 1970 (integer), kept for order only and never shown;
 * - `*_on` is a day, `YYYY-MM-DD` in UTC, and may be shown;
 * - yes and no are the integers 1 and 0;
 * - `*_mark` is a keyed hash (base64url), `secret_id` names the secret of the ring that made it;
 * - ids are random and carry neither count nor time.
 */
import type { Generated } from "kysely";
import type {
  AccountsTable,
  ClaimedNamesTable,
  GoneNamesTable,
  JoinLinksTable,
  NameClaimsTable,
  PasskeysTable,
  PassphrasesTable,
  PenNamesTable,
  RecoveriesTable,
  RecoveryCodesTable,
  RenamingsTable,
  ScheduledPiecesTable,
  SignInTriesTable,
} from "./schema-accounts.ts";
import type {
  ContentChangesTable,
  CountersTable,
  DraftsTable,
  ImportedItemsTable,
  KeyListsTable,
  LeasesTable,
  ModerationLogTable,
  ModeratorsTable,
  OperatorDraftsTable,
  RedirectsTable,
  ReviewsTable,
  SessionsTable,
  UsedChallengesTable,
} from "./schema-house.ts";

export type Bit = 0 | 1;

export type PieceState = "visible" | "waiting" | "folded" | "removed" | "taken_back" | "missing";
export type Lead = "story" | "debate";
export type Standing = "lived" | "beside" | "worked";
export type PerspectiveSource = "writer" | "guess";
export type ReplyMode = "open" | "support" | "closed";
export type Relation = "responds" | "follows_up" | "disagrees_in_part" | "grew_out_of";
export type NameKind = "pen_name" | "thread_name" | "imported";

interface Marks {
  /** HMAC(secret, key, essay): whose it is, within this one thread. Null: imported, or erased. */
  owner_mark: string | null;
  /** HMAC(secret, take-back code, essay). */
  take_back_mark: string | null;
  secret_id: string | null;
}

interface Perspectives {
  experience: Bit;
  debate: Bit;
  perspective_source: PerspectiveSource;
  standing: Standing | null;
}

interface Text {
  markdown: string;
  html: string;
  /** 0 where the text stands escaped because rendering failed: it is rendered again later. */
  renderer_version: number;
}

export interface EssaysTable extends Marks, Perspectives, Text {
  id: string;
  slug: string;
  title: string;
  state: PieceState;
  /** The state before a take-back, for its undo. */
  state_before: PieceState | null;
  lead: Lead;
  /** The first 280 characters or so as plain text, for fronts; never shown where `note` is set. */
  first_lines: string;
  words: number;
  note: string | null;
  reply_mode: ReplyMode;
  /** May search engines list it? */
  indexing: Bit;
  standpoint: string | null;
  /** JSON: an array of strings, one work each. */
  works_cited: string;
  /** Of a piece that stood elsewhere before: who wrote it, where it stood, under which licence. */
  original_author: string | null;
  source: string | null;
  licence: string | null;
  /** An invented example: shown as one, out of feeds and search engines, gone with the first real piece. */
  demo: Generated<Bit>;
  /** The essays that answer each other share one; null: it answers nothing, and nothing answers it. */
  conversation_id: string | null;
  by_name: string | null;
  by_kind: NameKind | null;
  published_on: string;
  edited_on: string | null;
  ordered_at: number;
  /** Newest visible comment, or the essay itself. */
  active_at: number;
  active_on: string;
  revision: Generated<number>;
  /** One attempt of one form: HMAC(secret, nonce, words). */
  attempt_mark: string | null;
  /** When a taken-back piece leaves the store. */
  erase_at: number | null;
  /** Kept counts of the thread, by state; `check` proves them. */
  comments_visible: Generated<number>;
  comments_waiting: Generated<number>;
  comments_folded: Generated<number>;
  comments_removed: Generated<number>;
  comments_taken_back: Generated<number>;
  comments_missing: Generated<number>;
}

export interface CommentsTable extends Marks, Perspectives, Text {
  id: string;
  essay_id: string;
  parent_id: string | null;
  /** The top comment of its branch; its own id where it is that. */
  root_id: string;
  /** 1 for an answer to the essay itself. */
  depth: number;
  state: PieceState;
  state_before: PieceState | null;
  origin: "guest" | "member" | "imported";
  note: string | null;
  standpoint: string | null;
  by_name: string | null;
  by_kind: NameKind | null;
  written_on: string;
  edited_on: string | null;
  ordered_at: number;
  revision: Generated<number>;
  attempt_mark: string | null;
  erase_at: number | null;
  /** Number of the comment on the old blog, so that `#comment-N` goes on working. */
  old_number: number | null;
}

/** Whom a comment answers beside its parent. */
export interface CommentAddressesTable {
  comment_id: string;
  addressed_id: string;
}

export interface CommentVersionsTable {
  comment_id: string;
  version: number;
  markdown: string;
  replaced_on: string;
}

export interface EssayVersionsTable {
  essay_id: string;
  version: number;
  title: string;
  markdown: string;
  html: string;
  replaced_on: string;
  /** Readable by others only if its writer keeps it open. */
  open: Bit;
}

/** An essay that answers an essay, or a comment under one. */
export interface EssayLinksTable {
  from_essay_id: string;
  to_essay_id: string;
  /** Empty string where the essay as a whole is answered. */
  to_comment_id: Generated<string>;
  relation: Relation;
  source: "writer" | "pingback";
  linked_on: string;
}

/** A link between two imported essays: the operator decides whether it is a response. */
export interface ProposedLinksTable {
  from_essay_id: string;
  to_essay_id: string;
  found_in: "pingback" | "text";
  proposed_on: string;
  outcome: "accepted" | "declined" | null;
}

/** The former address of an essay whose words have left: HMAC(secret, slug or old path). */
export interface GoneAddressesTable {
  address_mark: string;
  secret_id: string;
  essay_id: string;
}

/** Somewhere else on the web that spoke of an essay (an imported pingback). */
export interface SourceNotesTable {
  id: string;
  essay_id: string;
  title: string;
  url: string;
  noted_on: string;
}

/** Names within one thread. */
export interface ThreadNamesTable {
  essay_id: string;
  /** The name folded for comparison. */
  name_key: string;
  name: string;
  /** Null: reserved for a commenter of the old blog. */
  owner_mark: string | null;
  secret_id: string | null;
  /** The writer has said "I have written it down", so the key is not shown again. */
  key_written_down: Generated<Bit>;
  /** Whoever has this name may not write before the day after. */
  paused_until: string | null;
}

export interface TagsTable {
  slug: string;
  name: string;
  name_key: string;
  /** Kept count of the visible essays that carry it; `check` proves it. */
  essays: Generated<number>;
}

/** What lists by tag are ordered and filtered by is repeated here from the essay. */
export interface EssayTagsTable {
  essay_id: string;
  tag_slug: string;
  /** 1 where the essay is visible. */
  listed: Generated<Bit>;
  ordered_at: Generated<number>;
  active_at: Generated<number>;
  experience: Generated<Bit>;
  debate: Generated<Bit>;
  standing: Standing | null;
}

export interface SeriesTable extends Marks {
  id: string;
  slug: string;
  title: string;
}

export interface SeriesEssaysTable {
  series_id: string;
  essay_id: string;
  position: number;
}

export interface Schema {
  essays: EssaysTable;
  comments: CommentsTable;
  comment_addresses: CommentAddressesTable;
  comment_versions: CommentVersionsTable;
  essay_versions: EssayVersionsTable;
  essay_links: EssayLinksTable;
  proposed_links: ProposedLinksTable;
  gone_addresses: GoneAddressesTable;
  source_notes: SourceNotesTable;
  thread_names: ThreadNamesTable;
  tags: TagsTable;
  essay_tags: EssayTagsTable;
  series: SeriesTable;
  series_essays: SeriesEssaysTable;
  drafts: DraftsTable;
  operator_drafts: OperatorDraftsTable;
  key_lists: KeyListsTable;
  sessions: SessionsTable;
  moderators: ModeratorsTable;
  reviews: ReviewsTable;
  moderation_log: ModerationLogTable;
  used_challenges: UsedChallengesTable;
  imported_items: ImportedItemsTable;
  redirects: RedirectsTable;
  content_changes: ContentChangesTable;
  counters: CountersTable;
  leases: LeasesTable;
  accounts: AccountsTable;
  passphrases: PassphrasesTable;
  recovery_codes: RecoveryCodesTable;
  recoveries: RecoveriesTable;
  passkeys: PasskeysTable;
  sign_in_tries: SignInTriesTable;
  join_links: JoinLinksTable;
  pen_names: PenNamesTable;
  gone_names: GoneNamesTable;
  claimed_names: ClaimedNamesTable;
  name_claims: NameClaimsTable;
  renamings: RenamingsTable;
  scheduled_pieces: ScheduledPiecesTable;
}
