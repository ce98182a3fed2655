/** Accounts as they stand open before their owner. */

/**
 * What an account has: sealed under the account's key, readable only while its owner is signed in.
 * Nothing else in the store ties an account to a name of it, or one name to another.
 */
export interface Vault {
  /** The pen name that signs in, with the passphrase. */
  signInName: string;
  /** Pen names, the oldest first, each with the key that owns what it wrote. */
  names: { id: string; key: string }[];
  /**
   * Keys of thread names: the first is the account's own, the others were claimed. Each is another,
   * unlinkable name in every thread.
   */
  threadKeys: string[];
  /** Names of the old blog that are theirs, or are asked for, each with its key. */
  claimed: { name: string; key: string }[];
  /** What was asked of the operator: each claim by its code, with the key that owns it, or would. */
  claims?: { code: string; name: string; key: string }[];
  /** The pen name (its id) that speaks where nothing else was chosen; `thread`: a thread name. */
  usual: string;
  /** Recovery codes follow from the seed; they are shown until they have been written down. */
  codes: { seed: string; writtenDown: boolean };
  /** What an authenticator keeps of us, base64url: never in the store but sealed. */
  passkeyHandle: string;
  /** The day of joining. */
  joinedOn: string;
  /** The account is on its way out. */
  leaving: Leaving | null;
}

/** How an account leaves. */
export interface Leaving {
  /** `take_back`: with everything it wrote; `thread_names`: what it wrote stays, under names that nobody has. */
  choice: "take_back" | "thread_names";
  /** Until then (ms) the account can be kept. */
  undoUntil: number;
  /** False: something was interrupted, and goes on when the button is pressed again. */
  complete: boolean;
}

/** An account whose owner is signed in. */
export interface Account {
  /** What its rows stand under in the store. */
  mark: string;
  /** Opens the vault; never to be shown, stored or logged. */
  key: string;
  vault: Vault;
}

/** A pen name as its owner sees it. */
export interface OwnPenName {
  id: string;
  name: string;
  description: string | null;
  retired: boolean;
  /** The last day of a pause; null: none. */
  pausedUntil: string | null;
  /** Owns what the name wrote. */
  key: string;
}

/** At most so many pen names that are not retired. */
export const PEN_NAMES_LIMIT = 5;
