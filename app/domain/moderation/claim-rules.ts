/** "I wrote this" without a key: what it does to a piece, comment or essay. Pure. */
import type { PieceState } from "#db/schema.ts";
import type { ReviewsTable } from "#db/schema-house.ts";
import { dayOf } from "../house.ts";
import { newId } from "../ids.ts";

export type ClaimKind = "lost_key" | "my_words";

export interface ClaimedPiece {
  state: PieceState;
  /** Came from elsewhere: no key was ever given out for it. */
  foreign: boolean;
  /** All that was ever asked about it. */
  reviews: readonly Pick<ReviewsTable, "kind" | "outcome">[];
}

/**
 * Open at most once per piece and kind: asking again while it is open does nothing. Where moderators
 * have shown the piece again after such a claim, a further one is put before them but folds nothing,
 * so that nobody can hide another's words by asking over and over.
 *
 * @returns null where there is nothing to claim
 */
export function whatClaimDoes(
  kind: ClaimKind,
  { state, foreign, reviews }: ClaimedPiece,
): { asks: boolean; folds: boolean } | null {
  const isForThis = (kind === "my_words") === foreign;
  const isHere = state === "visible" || state === "folded" || state === "waiting";
  if (!isForThis || !isHere) return null;
  const same = reviews.filter((review) => review.kind === kind);
  const isOpen = same.some((review) => review.outcome === null);
  const wasShownAgain = same.some((review) => review.outcome === "let_through");
  return { asks: !isOpen, folds: !isOpen && !wasShownAgain && state === "visible" };
}

/** The question that is put before moderators. */
export function claimReview(
  kind: ClaimKind,
  about: { comment_id: string; essay_id: null } | { comment_id: null; essay_id: string },
  now: Date,
): ReviewsTable {
  return {
    id: newId(),
    ...about,
    kind,
    ordered_at: now.getTime(),
    asked_on: dayOf(now),
    outcome: null,
  };
}
