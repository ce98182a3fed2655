/** Taking up what was written with a key. */

/** A thread of a key that is taken up, as its owner sees it. */
export interface ClaimableThread {
  essayId: string;
  slug: string;
  /** Null: the essay is not shown any more. */
  title: string | null;
  /** The name that the key has there. */
  name: string;
  /** Did the key write the essay itself? */
  ownEssay: boolean;
}

export interface ClaimableKey {
  threads: ClaimableThread[];
  /** How many drafts come along. */
  drafts: number;
  /** How many pieces wait for a moment of their own to become public. */
  scheduled: number;
}

export type KeyFault =
  | { reason: "empty" }
  /** So many at once; so many in all. */
  | { reason: "too_many" | "no_room"; limit: number }
  /** `line`: from 1. `yours`: this account has it already. */
  | { reason: "typo" | "code" | "unknown" | "yours"; line: number };

/** Which pen name (its id) takes a thread (choiceOf); what is missing stays as it is. */
export type Choices = ReadonlyMap<string, string>;

/** The name of a choice: the place of the key in its list, and the thread. */
export function choiceOf(place: number, essayId: string): string {
  return `${place}-${essayId}`;
}

export interface ClaimDone {
  /** Threads that stay under the name they had. */
  staying: number;
  /** Threads that stand under a pen name now. */
  named: number;
  /** Where somebody else's name stood in the way: they stay as they were. */
  refused: { title: string | null; name: string; penName: string }[];
}

/**
 * `several`: two pen names that appear in the same moment could be seen to belong together.
 * `not_yours`: no pen name of this account, or not any more. `leaving`: the account is on its way out.
 */
export type NamesFault = "several" | "not_yours" | "leaving";

export type ClaimOutcome =
  | { ok: true; done: ClaimDone }
  | { ok: false; keys: KeyFault[] }
  | { ok: false; names: NamesFault };
