/** What a new essay answers. */
import type { Reader } from "#db/connect.ts";
import { commentToRespond, essayToRespond } from "#db/queries/essays-writing.ts";
import type { PieceState, Relation } from "#db/schema.ts";
import { asId } from "../ids.ts";
import type { EssayFault, EssayForm } from "./types.ts";

/** The essay that is answered, with the comment out of which the answer grew. */
export interface Answered {
  id: string;
  slug: string;
  title: string;
  /** Null: the essay as a whole. */
  commentId: string | null;
  relation: Relation;
  /** When what is answered was published (ms); an answer stands after it. */
  orderedAt: number;
  /** An invented example: it goes when a real piece comes, so there is nothing to link to. */
  demo: boolean;
}

const ANSWERABLE: readonly PieceState[] = ["visible", "folded"];

/** What the form answers; null: nothing. */
export async function answeredBy(
  db: Reader,
  form: Pick<EssayForm, "responds" | "comment" | "relation">,
): Promise<{ ok: true; answered: Answered | null } | { ok: false; fault: EssayFault }> {
  const { responds, comment, relation } = form;
  if (comment !== null) {
    const row = await commentToRespond(db, { id: asId(comment) }).executeTakeFirst();
    const isHere = row && [row.state, row.comment_state].every((one) => ANSWERABLE.includes(one));
    if (!isHere) return { ok: false, fault: { field: "comment", reason: "not_here" } };
    const { id, slug, title, comment_id: commentId, comment_ordered_at: orderedAt } = row;
    const how = relation ?? "grew_out_of";
    const answered = { id, slug, title, commentId, relation: how, orderedAt, demo: row.demo === 1 };
    return { ok: true, answered };
  }
  if (responds === null) return { ok: true, answered: null };
  if (relation === "grew_out_of") {
    return { ok: false, fault: { field: "relation", reason: "needs_comment" } };
  }
  const row = await essayToRespond(db, { slug: responds }).executeTakeFirst();
  if (!row || !ANSWERABLE.includes(row.state)) {
    return { ok: false, fault: { field: "responds", reason: "not_here" } };
  }
  const { id, slug, title, ordered_at: orderedAt } = row;
  const how = relation ?? "responds";
  const answered = { id, slug, title, commentId: null, relation: how, orderedAt };
  return { ok: true, answered: { ...answered, demo: row.demo === 1 } };
}
