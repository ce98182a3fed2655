/** "I wrote this" without a key: the piece is folded, and a moderator looks at it. */
import { commentWithEssay, updateComment } from "#db/queries/comments-writing.ts";
import { insertReview, reviewsOf } from "#db/queries/reviews.ts";
import { DomainError } from "../errors.ts";
import type { House } from "../house.ts";
import { asId } from "../ids.ts";
import { type ClaimKind, claimReview, whatClaimDoes } from "../moderation/claim-rules.ts";
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

async function claim(
  house: House,
  { commentId, kind }: { commentId: string; kind: ClaimKind },
): Promise<ClaimOutcome> {
  const now = house.clock();
  const outcome = await house.store.write(async (trx): Promise<ClaimOutcome> => {
    const row = await commentWithEssay(trx, { id: asId(commentId) }).executeTakeFirst();
    if (!row) throw new DomainError("notFound", "no such comment");
    const { essay_id: essayId, slug, state } = row;
    const foreign = row.origin === "imported";
    // Nobody wrote an invented example's own words, wherever they seem to come from.
    if (foreign && row.demo === 1) return { ok: false, reason: "not_possible" };
    const reviews = await reviewsOf(trx, { commentId }).execute();
    const does = whatClaimDoes(kind, { state, foreign, reviews });
    if (!does) return { ok: false, reason: "not_possible" };
    if (does.asks) {
      const about = { comment_id: commentId, essay_id: null };
      await insertReview(trx, claimReview(kind, about, now)).execute();
    }
    if (does.folds) {
      await updateComment(trx, { id: commentId, set: { state: "folded" } }).execute();
      await keepCounts(trx, { essayId, from: state, to: "folded" });
    }
    return { ok: true, essayId, slug, folded: does.folds || state === "folded" };
  });
  if (outcome.ok) house.changed(subjectsOf(outcome.essayId));
  return outcome;
}
