import type { Writer } from "#db/connect.ts";
import { closeReviews, reviewById } from "#db/queries/reviews.ts";
import type { PieceState } from "#db/schema.ts";
import { DomainError } from "../errors.ts";
import type { House, Subject } from "../house.ts";
import { asId } from "../ids.ts";
import { appendLog } from "./log.ts";
import { requireMay } from "./permissions.ts";
import { commentPiece, type DecidedPiece, essayPiece } from "./pieces.ts";
import type { DecisionOutcome, ReasonClass, ReviewKind } from "./types.ts";

const REASON_LIMIT = 500;

export type Decided =
  /** `commentId` is null where it was about the essay itself. */
  | { ok: true; slug: string; commentId: string | null; state: PieceState }
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

const STATE_AFTER = {
  let_through: "visible",
  removed: "removed",
  taken_back: "taken_back",
  restored: "visible",
} as const;

const USUAL_REASON: Readonly<Record<DecisionOutcome, ReasonClass>> = {
  let_through: "nothing_against_it",
  removed: "other",
  taken_back: "writer_asked",
  restored: "nothing_against_it",
};

/** Only who says "these are mine" can have them taken back; a removal is another thing. */
const ASKED_BY_WRITER: readonly ReviewKind[] = ["lost_key", "my_words"];

/** A review, or the piece itself. */
type About = { reviewId: string } | { commentId: string } | { essaySlug: string };

/**
 * Decides about one piece and writes the row of the public log, in one transaction.
 *
 * @param about what is open about it (a review), or the comment or essay itself
 * @throws DomainError notAllowed, notFound
 */
export async function decide(
  house: House,
  decision: {
    moderator: { id: string };
    about: About;
    outcome: DecisionOutcome;
    reasonText: string;
    reasonClass?: ReasonClass;
  },
): Promise<Decided> {
  const { moderator, about, outcome } = decision;
  const subjects: Subject[] = [];
  const decided = await house.store.write(async (trx): Promise<Decided> => {
    const actor = { kind: "moderator", id: moderator.id } as const;
    const { name } = await requireMay(trx, house, { actor, act: "decide" });
    const reasonText = decision.reasonText.replace(/[\p{C}\s]+/gu, " ").trim();
    if (reasonText === "") return { ok: false, reason: "reason_missing" };
    if (reasonText.length > REASON_LIMIT) {
      return { ok: false, reason: "reason_too_long", limit: REASON_LIMIT };
    }
    const found = await pieceOf(trx, house, about);
    if (!found) return { ok: false, reason: "already_done" };
    const { piece, kind } = found;
    const isAsked = outcome !== "taken_back" || (kind && ASKED_BY_WRITER.includes(kind));
    if (piece.state === "taken_back") return { ok: false, reason: "already_done" };
    if (!isAsked || !POSSIBLE[outcome].includes(piece.state)) {
      return { ok: false, reason: "not_possible" };
    }
    const closed = outcome === "restored" ? "let_through" : outcome;
    await closeReviews(trx, { ...piece.about, outcome: closed }).execute();
    const done = await piece.carryOut(STATE_AFTER[outcome]);
    subjects.push(...done.subjects);
    await appendLog(trx, house, {
      action: outcome,
      reason_class: decision.reasonClass ?? USUAL_REASON[outcome],
      reason_text: reasonText,
      by: name,
      subject: piece.id,
      of: piece.of,
    });
    const commentId = piece.of === "comment" ? piece.id : null;
    return { ok: true, slug: piece.slug, commentId, state: done.state };
  });
  if (decided.ok) house.changed(subjects);
  return decided;
}

/** The piece and what was asked about it; null: the review is closed. */
async function pieceOf(
  trx: Writer,
  house: House,
  about: About,
): Promise<{ piece: DecidedPiece; kind: ReviewKind | null } | null> {
  if ("essaySlug" in about) {
    return { piece: await essayPiece(trx, house, { slug: about.essaySlug }), kind: null };
  }
  if ("commentId" in about) {
    return { piece: await commentPiece(trx, house, { id: asId(about.commentId) }), kind: null };
  }
  const review = await reviewById(trx, { id: asId(about.reviewId) }).executeTakeFirst();
  if (!review) throw new DomainError("notFound", "nothing of that id");
  if (review.outcome !== null) return null;
  const piece =
    review.comment_id === null
      ? await essayPiece(trx, house, { id: review.essay_id ?? "" })
      : await commentPiece(trx, house, { id: review.comment_id });
  return { piece, kind: review.kind };
}
