/** What the page of an essay shows of others, and what it depends on for that. */
import type { Subject } from "../house.ts";
import type { EssayView, LinkedEssay } from "./read-essay.ts";

/** The essays that answer comments of this essay, by the comment's id. */
export function grownOutOf(essay: Pick<EssayView, "responses">): Map<string, LinkedEssay[]> {
  const grown = new Map<string, LinkedEssay[]>();
  for (const response of essay.responses) {
    if (response.comment === null) continue;
    const list = grown.get(response.comment.id);
    if (list) list.push(response);
    else grown.set(response.comment.id, [response]);
  }
  return grown;
}

/**
 * What the page of an essay depends on: itself, its conversation, and the essays under which the
 * comments stand whose writers it names.
 */
export function essayPageSubjects(essay: EssayView): Subject[] {
  const commented = essay.respondsTo.flatMap(({ comment }) => (comment ? [comment.essayId] : []));
  const essays = [...new Set([essay.id, ...commented])].map((id) => `essay:${id}` as const);
  if (essay.conversationId === null) return essays;
  return [...essays, `conversation:${essay.conversationId}`];
}
