/** Passkeys as routes and pages see them. */

/**
 * Where a passkey is made and used. It works at the host name where it was made, and nowhere else
 * (Web Authentication, 5.1.2: the relying party's id).
 */
export interface PasskeyPlace {
  /** A host name; never an address of digits. */
  rpId: string;
  /** Our own origins of that host name. */
  origins: readonly string[];
}

/** A passkey as its owner sees it. */
export interface OwnPasskey {
  id: string;
  /** Empty: it was given none. */
  label: string;
  /** The host name where it works. */
  rpId: string;
  lastUsedOn: string | null;
}

/**
 * Why a passkey does not open:
 * - `unknown`: it is none of ours, or not any more, or not for this, or not rightly signed;
 * - `old`: what it signed was asked too long ago, or is used up;
 * - `copied`: it counts less than it did, so that there are two of it.
 */
export type PasskeyRefusal = "unknown" | "old" | "copied";

/** Why a passkey is not added; `known`: this account has it; `many`: there are enough. */
export type AddRefusal = "unknown" | "old" | "known" | "many" | "label";

/** At most so many passkeys of one account. */
export const PASSKEYS_LIMIT = 10;
/** Characters of what one calls it. */
export const PASSKEY_LABEL_LIMIT = 60;
