/** What a new essay answers. */
import type { Reader } from "#db/connect.ts";
import { commentToRespond, essayToRespond } from "#db/queries/essays-writing.ts";
import type { PieceState, Relation } from "#db/schema.ts";
import { asId } from "../ids.ts";
import { type LinkedEssay, perspectivesOf } from "./read-essay.ts";
import type { EssayFault, EssayForm } from "./types.ts";

/** The essay that is answered, with the comment out of which the answer grew. */
export interface Answered {
  id: string;
  /** Null: the essay as a whole. */
  commentId: string | null;
  relation: Relation;
  /** When what is answered was published (ms); an answer stands after it. */
  orderedAt: number;
  /** An invented example: it goes when a real piece comes, so there is nothing to link to. */
  demo: boolean;
  /** The link as the answer's page shows it. */
  shown: LinkedEssay;
}

const ANSWERABLE: readonly PieceState[] = ["visible", "folded"];

type EssayRow = NonNullable<
  Awaited<ReturnType<ReturnType<typeof essayToRespond>["executeTakeFirst"]>>
>;

/** What the form answers; null: nothing. */
export async function answeredBy(
  db: Reader,
  { responds, comment, relation }: Pick<EssayForm, "responds" | "comment" | "relation">,
): Promise<{ ok: true; answered: Answered | null } | { ok: false; fault: EssayFault }> {
  if (comment !== null) return ofComment(db, asId(comment), relation ?? "grew_out_of");
  if (responds === null) return { ok: true, answered: null };
  if (relation === "grew_out_of") {
    return { ok: false, fault: { field: "relation", reason: "needs_comment" } };
  }
  const row = await essayToRespond(db, { slug: responds }).executeTakeFirst();
  if (!row || !ANSWERABLE.includes(row.state)) {
    return { ok: false, fault: { field: "responds", reason: "not_here" } };
  }
  const how = { relation: relation ?? "responds", comment: null };
  const answered = { commentId: null, orderedAt: row.ordered_at };
  return { ok: true, answered: { ...answered, ...ofEssay(row, how) } };
}

async function ofComment(db: Reader, id: string, relation: Relation) {
  const row = await commentToRespond(db, { id }).executeTakeFirst();
  const isHere = row && [row.state, row.comment_state].every((one) => ANSWERABLE.includes(one));
  if (!isHere) {
    return { ok: false as const, fault: { field: "comment", reason: "not_here" } as const };
  }
  const name = row.comment_state === "visible" ? row.comment_name : null;
  const comment = { id: row.comment_id, essayId: row.id, name };
  const answered = { commentId: row.comment_id, orderedAt: row.comment_ordered_at };
  return { ok: true as const, answered: { ...answered, ...ofEssay(row, { relation, comment }) } };
}

function ofEssay(row: EssayRow, how: Pick<LinkedEssay, "relation" | "comment">) {
  const { by_name: name, by_kind: kind } = row;
  return {
    id: row.id,
    relation: how.relation,
    demo: row.demo === 1,
    shown: {
      slug: row.slug,
      title: row.title,
      lead: row.lead,
      perspectives: perspectivesOf(row),
      by: name !== null && kind !== null ? { name, kind } : null,
      publishedOn: row.published_on,
      ...how,
    },
  };
}
