/** Names of the old blog, taken up by who had them. */

/** How pieces of the old blog shall be shown: as they were, or under a pen name (its id). */
export type ShownAs = { as: "imported" } | { as: "pen_name"; penNameId: string };

/**
 * `nobody`: what the import put in the place of a name. `taken`: somebody has taken it up already.
 * `too_many`: so many of one's claims wait already.
 */
export type NameClaimFault =
  | { field: "imported"; reason: "empty" | "unknown" | "nobody" | "taken" }
  | { field: "imported"; reason: "too_many"; limit: number }
  | { field: "shown_as"; reason: "not_yours" }
  | { field: ""; reason: "leaving" };

/** A claim as its member sees it. */
export interface OwnNameClaim {
  /** What the member tells the operator. */
  code: string;
  name: string;
  outcome: "accepted" | "declined" | null;
  askedOn: string | null;
}

/** A claim as the operator sees it: nothing of who asks. */
export interface OpenNameClaim {
  code: string;
  name: string;
  essays: number;
  comments: number;
  askedOn: string;
  shownAs: "imported" | "pen_name";
}

/** What an accepted claim has given. */
export interface Given {
  essays: number;
  comments: number;
  /** Threads in which somebody else's similar name kept the pen name out. */
  asPrinted: number;
}

export type AcceptOutcome =
  | ({ ok: true; name: string; declined: number } & Given)
  /** `decided` before; `gone`: the account, or the pen name it was to be shown under; `taken`: look-alike. */
  | { ok: false; reason: "unknown" | "decided" | "gone" | "taken" };

export type DeclineOutcome =
  | { ok: true; name: string }
  | { ok: false; reason: "unknown" | "decided" };
