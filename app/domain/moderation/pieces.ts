/** What can be decided about, comment or essay, as a decision needs it. */
import type { Writer } from "#db/connect.ts";
import { anyAnswer, commentWithEssay, updateComment } from "#db/queries/comments-writing.ts";
import { essayBySlug } from "#db/queries/essays.ts";
import { essayById } from "#db/queries/essays-writing.ts";
import type { AboutPiece } from "#db/queries/reviews.ts";
import type { PieceState } from "#db/schema.ts";
import { keepCounts, nextOrder, subjectsOf } from "../comments/counts.ts";
import { moveToTakenBack } from "../comments/take-back.ts";
import { DomainError } from "../errors.ts";
import { moveEssay } from "../essays/states.ts";
import { moveEssayToTakenBack } from "../essays/take-back.ts";
import type { House, Subject } from "../house.ts";

/** Where a decision leads. */
type StateAfter = "visible" | "removed" | "taken_back";

export interface DecidedPiece {
  of: "comment" | "essay";
  id: string;
  /** Of the essay, or of the one that the comment stands under. */
  slug: string;
  state: PieceState;
  about: AboutPiece;
  /** Moves it, with all that moves along; the caller tells the subjects after the commit. */
  carryOut(to: StateAfter): Promise<{ state: PieceState; subjects: Subject[] }>;
}

/** @throws DomainError notFound */
export async function commentPiece(
  trx: Writer,
  house: House,
  { id }: { id: string },
): Promise<DecidedPiece> {
  const row = await commentWithEssay(trx, { id }).executeTakeFirst();
  if (!row) throw new DomainError("notFound", "no such comment");
  const { essay_id: essayId, slug, state: from } = row;
  return {
    of: "comment",
    id,
    slug,
    state: from,
    about: { commentId: id },
    async carryOut(to) {
      const subjects = subjectsOf(essayId);
      if (to === "taken_back") {
        await moveToTakenBack(trx, { id, now: house.clock() });
        return { state: to, subjects };
      }
      if (to === from) return { state: to, subjects };
      const isNewHere =
        from === "waiting" &&
        to === "visible" &&
        !(await anyAnswer(trx, { essayId, id }).executeTakeFirst());
      // What waited stands where readers look for what is new; what has answers stays before them.
      const order = isNewHere
        ? { ordered_at: await nextOrder(trx, { essayId, now: house.clock() }) }
        : {};
      await updateComment(trx, { id, set: { state: to, ...order } }).execute();
      await keepCounts(trx, { essayId, from, to });
      return { state: to, subjects };
    },
  };
}

/** @throws DomainError notFound */
export async function essayPiece(
  trx: Writer,
  house: House,
  asked: { id: string } | { slug: string },
): Promise<DecidedPiece> {
  const found = "id" in asked ? essayById(trx, asked) : essayBySlug(trx, asked);
  const essay = await found.executeTakeFirst();
  if (!essay) throw new DomainError("notFound", "no such essay");
  const { id, slug, state: from } = essay;
  return {
    of: "essay",
    id,
    slug,
    state: from,
    about: { essayId: id },
    async carryOut(to) {
      if (to === "taken_back") {
        const { subjects } = await moveEssayToTakenBack(trx, house, { essay });
        return { state: to, subjects };
      }
      if (to === from) return { state: to, subjects: [] };
      return { state: to, subjects: await moveEssay(trx, house, { essay, to }) };
    },
  };
}
