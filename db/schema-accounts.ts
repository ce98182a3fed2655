/**
 * Accounts, the ways into them, and pen names. No column leads from an account to a name of it, or
 * from one name to another: what an account has stands in its vault, sealed under the account's own
 * key, which is nowhere in the store but sealed under a passphrase, a code, a passkey's secret or a
 * cookie (docs/decisions/0015). Conventions as in schema.ts.
 */
import type { Generated } from "kysely";

export interface AccountsTable {
  /** HMAC(secret, account key). */
  account_mark: string;
  /** The vault, sealed under the account key. */
  sealed: string;
  secret_id: string;
  erase_at: number | null;
}

/** Opens an account by its passphrase. */
export interface PassphrasesTable {
  /** HMAC(secret, the pen name that signs in, folded). */
  locator: string;
  account_mark: string;
  salt: string;
  /** The account key, sealed under argon2id(passphrase, salt). */
  sealed: string;
  secret_id: string;
}

/** Opens an account once. */
export interface RecoveryCodesTable {
  /** HMAC(secret, code). */
  code_mark: string;
  account_mark: string;
  /** The account key, sealed under the code. */
  sealed: string;
  secret_id: string;
}

/** A code has been used; in a day its new passphrase takes the old one's place, unless it is stopped. */
export interface RecoveriesTable {
  recovery_mark: string;
  account_mark: string;
  /** The row of `passphrases` that it will become. */
  locator: string;
  salt: string;
  sealed: string;
  secret_id: string;
  asked_on: string;
  due_at: number;
}

export interface PasskeysTable {
  /** HMAC(secret, credential id). */
  credential_mark: string;
  account_mark: string;
  /** COSE key, base64url. */
  public_key: string;
  counter: number;
  /** The account key, sealed under the user handle, which only the authenticator keeps. */
  sealed: string;
  /** What its owner calls it, with its credential id and transports: sealed under the account key. */
  sealed_label: string;
  secret_id: string;
  last_used_on: string | null;
}

/** Failed tries to sign in under a name, whether there is such a name or not. */
export interface SignInTriesTable {
  /** HMAC(secret, name folded). */
  name_mark: string;
  failures: number;
  next_at: number;
}

/** A link with which a founding moderator makes the account of that name. */
export interface JoinLinksTable {
  token_mark: string;
  secret_id: string;
  moderator_id: string;
  expires_at: number;
  used: Generated<0 | 1>;
}

export interface PenNamesTable {
  id: string;
  name: string;
  name_key: string;
  /** How the name looks: UTS #39 skeleton. */
  look_key: string;
  description: string | null;
  /** Speaks no more, and is nobody else's. */
  retired: Generated<0 | 1>;
  /** HMAC(secret, the name's own key). */
  owner_mark: string;
  secret_id: string;
  /** Whoever has this name may not write before the day after, under any name. */
  paused_until: string | null;
  erase_at: number | null;
}

/** How a name looked whose account is gone: HMAC(secret, skeleton). */
export interface GoneNamesTable {
  look_mark: string;
  secret_id: string;
}

/** A name of the old blog that somebody here has taken up. */
export interface ClaimedNamesTable {
  name_key: string;
  name: string;
  look_key: string;
  owner_mark: string;
  secret_id: string;
  /** When it leaves the store with its holder's account. */
  erase_at: number | null;
}

/** What somebody who is leaving wrote in one thread: it stays, under a name that nobody has. */
export interface RenamingsTable {
  essay_id: string;
  /** HMAC(secret, key, essay): as the pieces have it. */
  owner_mark: string;
  due_at: number;
}

/** Somebody says that a name of the old blog is theirs; the operator confirms it outside. */
export interface NameClaimsTable {
  id: string;
  imported_name: string;
  shown_as: "imported" | "pen_name";
  pen_name_id: string | null;
  /** The key that will own the pieces, sealed for the house until it is decided. */
  sealed_key: string | null;
  secret_id: string;
  asked_on: string;
  outcome: "accepted" | "declined" | null;
}

/** A piece that becomes public at a random moment: sealed for the house until then. */
export interface ScheduledPiecesTable {
  id: string;
  sealed: string;
  secret_id: string;
  due_at: number;
}
