/** "I wrote this" without a key, of an essay: it is folded, and a moderator looks at it. */
import { essayBySlug } from "#db/queries/essays.ts";
import { insertReview, reviewsOf } from "#db/queries/reviews.ts";
import { DomainError } from "../errors.ts";
import type { House, Subject } from "../house.ts";
import { type ClaimKind, claimReview, whatClaimDoes } from "../moderation/claim-rules.ts";
import { moveEssay } from "./states.ts";

export type EssayClaimOutcome =
  | { ok: true; essayId: string; slug: string; folded: boolean }
  | { ok: false; reason: "not_possible" };

/**
 * "I wrote this and lost my key". Folds the essay and asks a moderator; never edits, never claims.
 *
 * @throws DomainError notFound
 */
export function lostKeyOfEssay(
  house: House,
  { slug }: { slug: string },
): Promise<EssayClaimOutcome> {
  return claim(house, { slug, kind: "lost_key" });
}

/**
 * "These are my words: take them away", of an essay that no key was given out for. Folds it at once,
 * without proof, and asks a moderator.
 *
 * @throws DomainError notFound
 */
export function myEssay(house: House, { slug }: { slug: string }): Promise<EssayClaimOutcome> {
  return claim(house, { slug, kind: "my_words" });
}

async function claim(
  house: House,
  { slug, kind }: { slug: string; kind: ClaimKind },
): Promise<EssayClaimOutcome> {
  const now = house.clock();
  const { subjects, ...outcome } = await house.store.write(async (trx) => {
    const nothing: Subject[] = [];
    const essay = await essayBySlug(trx, { slug }).executeTakeFirst();
    if (!essay) throw new DomainError("notFound", "no such essay");
    const { id: essayId, state } = essay;
    const reviews = await reviewsOf(trx, { essayId }).execute();
    const does = whatClaimDoes(kind, { state, foreign: essay.owner_mark === null, reviews });
    // An invented example is nobody's words.
    if (!does || essay.demo === 1) {
      return { ok: false as const, reason: "not_possible" as const, subjects: nothing };
    }
    if (does.asks) {
      const about = { comment_id: null, essay_id: essayId };
      await insertReview(trx, claimReview(kind, about, now)).execute();
    }
    const moved = does.folds ? await moveEssay(trx, house, { essay, to: "folded" }) : nothing;
    const folded = does.folds || state === "folded";
    return { ok: true as const, essayId, slug, folded, subjects: moved };
  });
  house.changed(subjects);
  return outcome;
}
