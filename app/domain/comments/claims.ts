/** "I wrote this" without a key: the piece is folded, and a moderator looks at it. */
import { commentWithEssay, updateComment } from "#db/queries/comments-writing.ts";
import { insertReview, reviewsOf } from "#db/queries/reviews.ts";
import type { ReviewsTable } from "#db/schema.ts";
import { DomainError } from "../errors.ts";
import { dayOf, type House } from "../house.ts";
import { asId, newId } from "../ids.ts";
import { keepCounts, subjectsOf } from "./counts.ts";

export type ClaimOutcome =
  | { ok: true; essayId: string; slug: string; folded: boolean }
  | { ok: false; reason: "not_possible" };

/**
 * "I wrote this and lost my key". Folds the piece and asks a moderator; never edits, never claims.
 *
 * @throws DomainError notFound
 */
export function lostKeyClaim(
  house: House,
  { commentId }: { commentId: string },
): Promise<ClaimOutcome> {
  return claim(house, { commentId, kind: "lost_key" });
}

/**
 * "These are my words: take them away", of a comment that came from the old blog. Folds it at once,
 * without proof, and asks a moderator.
 *
 * @throws DomainError notFound
 */
export function myWords(house: House, { commentId }: { commentId: string }): Promise<ClaimOutcome> {
  return claim(house, { commentId, kind: "my_words" });
}

/**
 * Open at most once per piece and kind: asking again while it is open does nothing. Where moderators
 * have shown the piece again after such a claim, a further one is put before them but folds nothing,
 * so that nobody can hide another's words by asking over and over.
 */
async function claim(
  house: House,
  { commentId, kind }: { commentId: string; kind: "lost_key" | "my_words" },
): Promise<ClaimOutcome> {
  const now = house.clock();
  const outcome = await house.store.write(async (trx): Promise<ClaimOutcome> => {
    const row = await commentWithEssay(trx, { id: asId(commentId) }).executeTakeFirst();
    if (!row) throw new DomainError("notFound", "no such comment");
    const isImported = row.origin === "imported";
    const isForThis = (kind === "my_words") === isImported;
    const isHere = row.state === "visible" || row.state === "folded" || row.state === "waiting";
    if (!isForThis || !isHere) return { ok: false, reason: "not_possible" };
    const { essay_id: essayId, slug } = row;
    const reviews = (await reviewsOf(trx, { commentId }).execute()).filter(
      (review) => review.kind === kind,
    );
    const isOpen = reviews.some((review) => review.outcome === null);
    const wasShownAgain = reviews.some((review) => review.outcome === "let_through");
    if (!isOpen) {
      const review: ReviewsTable = {
        id: newId(),
        comment_id: commentId,
        essay_id: null,
        kind,
        ordered_at: now.getTime(),
        asked_on: dayOf(now),
        outcome: null,
      };
      await insertReview(trx, review).execute();
    }
    const folds = !isOpen && !wasShownAgain && row.state === "visible";
    if (folds) {
      await updateComment(trx, { id: commentId, set: { state: "folded" } }).execute();
      await keepCounts(trx, { essayId, from: row.state, to: "folded" });
    }
    return { ok: true, essayId, slug, folded: folds || row.state === "folded" };
  });
  if (outcome.ok) house.changed(subjectsOf(outcome.essayId));
  return outcome;
}
