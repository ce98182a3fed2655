import type { Writer } from "#db/connect.ts";
import { anyAnswer, commentWithEssay, updateComment } from "#db/queries/comments-writing.ts";
import { closeReviews, reviewById } from "#db/queries/reviews.ts";
import type { PieceState } from "#db/schema.ts";
import { keepCounts, nextOrder, subjectsOf } from "../comments/counts.ts";
import type { CommentRow } from "../comments/own.ts";
import { moveToTakenBack } from "../comments/take-back.ts";
import { DomainError } from "../errors.ts";
import type { House } from "../house.ts";
import { asId } from "../ids.ts";
import { appendLog } from "./log.ts";
import { requireMay } from "./permissions.ts";
import type { DecisionOutcome, ReasonClass, ReviewKind } from "./types.ts";

const REASON_LIMIT = 500;

export type Decided =
  | { ok: true; slug: string; commentId: string; state: PieceState }
  | { ok: false; reason: "reason_missing" }
  | { ok: false; reason: "reason_too_long"; limit: number }
  /** Somebody decided it already, or its writer took it back. */
  | { ok: false; reason: "already_done" }
  /** This can't be decided about a piece in that state. */
  | { ok: false; reason: "not_possible" };

/** From which states a decision leads somewhere. */
const POSSIBLE: Readonly<Record<DecisionOutcome, readonly PieceState[]>> = {
  let_through: ["waiting", "folded", "visible"],
  removed: ["waiting", "folded", "visible"],
  taken_back: ["waiting", "folded", "visible"],
  restored: ["removed"],
};

const USUAL_REASON: Readonly<Record<DecisionOutcome, ReasonClass>> = {
  let_through: "nothing_against_it",
  removed: "other",
  taken_back: "writer_asked",
  restored: "nothing_against_it",
};

/** Only who says "these are mine" can have them taken back; a removal is another thing. */
const ASKED_BY_WRITER: readonly ReviewKind[] = ["lost_key", "my_words"];

/**
 * Decides about one piece and writes the row of the public log, in one transaction.
 *
 * @param about what is open about it (a review), or the comment itself
 * @throws DomainError notAllowed, notFound
 */
export async function decide(
  house: House,
  decision: {
    moderator: { id: string };
    about: { reviewId: string } | { commentId: string };
    outcome: DecisionOutcome;
    reasonText: string;
    reasonClass?: ReasonClass;
  },
): Promise<Decided> {
  const { moderator, about, outcome } = decision;
  const decided = await house.store.write(async (trx): Promise<Decided & { essayId?: string }> => {
    const actor = { kind: "moderator", id: moderator.id } as const;
    const { name } = await requireMay(trx, house, { actor, act: "decide" });
    const reasonText = decision.reasonText.replace(/[\p{C}\s]+/gu, " ").trim();
    if (reasonText === "") return { ok: false, reason: "reason_missing" };
    if (reasonText.length > REASON_LIMIT) {
      return { ok: false, reason: "reason_too_long", limit: REASON_LIMIT };
    }
    const found = await pieceOf(trx, about);
    if (!found) return { ok: false, reason: "already_done" };
    const { row, kind } = found;
    const isAsked = outcome !== "taken_back" || (kind && ASKED_BY_WRITER.includes(kind));
    if (row.state === "taken_back") return { ok: false, reason: "already_done" };
    if (!isAsked || !POSSIBLE[outcome].includes(row.state)) {
      return { ok: false, reason: "not_possible" };
    }
    const state = await carryOut(trx, house, { row, outcome });
    await appendLog(trx, house, {
      action: outcome,
      reason_class: decision.reasonClass ?? USUAL_REASON[outcome],
      reason_text: reasonText,
      by: name,
      subject: row.id,
    });
    return { ok: true, slug: row.slug, commentId: row.id, state, essayId: row.essay_id };
  });
  if (!decided.ok) return decided;
  const { essayId, ...answer } = decided;
  if (essayId) house.changed(subjectsOf(essayId));
  return answer;
}

/** The piece and what was asked about it; null: the review is closed. */
async function pieceOf(
  trx: Writer,
  about: { reviewId: string } | { commentId: string },
): Promise<{ row: CommentRow; kind: ReviewKind | null } | null> {
  const review =
    "reviewId" in about
      ? await reviewById(trx, { id: asId(about.reviewId) }).executeTakeFirst()
      : undefined;
  if ("reviewId" in about && !review) throw new DomainError("notFound", "nothing of that id");
  if (review && review.outcome !== null) return null;
  const id = review?.comment_id ?? ("commentId" in about ? about.commentId : "");
  const row = await commentWithEssay(trx, { id: asId(id) }).executeTakeFirst();
  if (!row) throw new DomainError("notFound", "no such comment");
  return { row, kind: review?.kind ?? null };
}

async function carryOut(
  trx: Writer,
  house: House,
  { row, outcome }: { row: CommentRow; outcome: DecisionOutcome },
): Promise<PieceState> {
  const { id, essay_id: essayId } = row;
  const closed = outcome === "restored" ? "let_through" : outcome;
  await closeReviews(trx, { commentId: id, outcome: closed }).execute();
  if (outcome === "taken_back") {
    await moveToTakenBack(trx, { id, now: house.clock() });
    return "taken_back";
  }
  const state = outcome === "removed" ? "removed" : "visible";
  if (state === row.state) return state;
  const isNewHere =
    row.state === "waiting" &&
    state === "visible" &&
    !(await anyAnswer(trx, { essayId, id }).executeTakeFirst());
  // What waited stands where readers look for what is new; what has answers stays before them.
  const order = isNewHere
    ? { ordered_at: await nextOrder(trx, { essayId, now: house.clock() }) }
    : {};
  await updateComment(trx, { id, set: { state, ...order } }).execute();
  await keepCounts(trx, { essayId, from: row.state, to: state });
  return state;
}
