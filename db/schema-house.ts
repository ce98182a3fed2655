/**
 * What is sealed for its owner, moderators, imports, and the house's own work. Conventions as in
 * schema.ts.
 */

/** A draft, sealed under its writer's key; which drafts are whose stands only in the sealed key list. */
export interface DraftsTable {
  id: string;
  sealed: string;
  secret_id: string;
  saved_on: string;
  /** When it leaves the store with its writer's account. */
  erase_at: number | null;
}

/** What the old blog had not made public: never shown to readers. */
export interface OperatorDraftsTable {
  id: string;
  title: string;
  markdown: string;
  reason: "private" | "draft" | "pending" | "future" | "password";
  written_on: string;
}

/** What a key holds (its threads, drafts), found by HMAC(secret, key), readable only with the key. */
export interface KeyListsTable {
  locator: string;
  sealed: string;
  secret_id: string;
  /** When it leaves the store with its holder's account. */
  erase_at: number | null;
}

/** A browser that was asked to remember; what it remembers is sealed under its token. */
export interface SessionsTable {
  token_mark: string;
  sealed: string;
  secret_id: string;
  last_used_on: string;
  expires_on: string;
  /** Null: it keeps a key, not an account. */
  account_mark: string | null;
}

export interface ModeratorsTable {
  id: string;
  name: string;
  name_key: string;
  kind: "founding";
  appointed_on: string;
  until: string;
  dismissed_on: string | null;
}

/** What waits for a moderator to look at. */
export interface ReviewsTable {
  id: string;
  /** Null: it is about an essay. */
  comment_id: string | null;
  essay_id: string | null;
  kind: "first_post" | "links" | "lost_key" | "my_words";
  ordered_at: number;
  asked_on: string;
  outcome: "let_through" | "removed" | "taken_back" | null;
}

/** Append-only and chained: `hash` = SHA-256(previous_hash ‖ entry). */
export interface ModerationLogTable {
  seq: number;
  /** Canonical JSON, as it is published. */
  entry: string;
  previous_hash: string;
  hash: string;
}

export interface UsedChallengesTable {
  mark: string;
  expires_at: number;
}

/** What an import has brought in already, so that running it twice doubles nothing. */
export interface ImportedItemsTable {
  source: string;
  kind: "essay" | "comment" | "placeholder" | "draft" | "note" | "link";
  foreign_id: string;
  local_id: string;
}

/** Addresses of the old blog: path and query, as a browser asks for them. */
export interface RedirectsTable {
  old_path: string;
  essay_id: string;
}

/** What changed last, by subject, so that every process drops what it has cached of it. */
export interface ContentChangesTable {
  subject: string;
  seq: number;
}

/**
 * `content_changes` numbers the changes; `demo_loaded` is there once the invented examples have ever
 * been loaded, so that an emptied house stays empty.
 */
export interface CountersTable {
  name: string;
  value: number;
}

/** Work that only one process does at a time. */
export interface LeasesTable {
  name: string;
  holder: string;
  expires_at: number;
}
