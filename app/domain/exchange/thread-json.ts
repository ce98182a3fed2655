import type { NameKind } from "#db/schema.ts";
import type { EssayView, LinkedEssay } from "../essays/read-essay.ts";
import { isReadable } from "../threads/read-comments.ts";
import type { By, CommentView } from "../threads/types.ts";

/** The words that outsiders rely on for kinds of names (contract: JSON of a thread). */
const KINDS: Record<NameKind, string> = {
  pen_name: "pen name",
  thread_name: "thread name",
  imported: "imported",
};

function byOf(by: By | null) {
  return by && { name: by.name, kind: KINDS[by.kind] };
}

/** `comment` stands only where the link leads to one. */
function linkOf({ slug, relation, comment }: LinkedEssay) {
  return { slug, relation, ...(comment && { comment: comment.id }) };
}

function essayJson(essay: EssayView) {
  const open = isReadable(essay.state);
  return {
    slug: essay.slug,
    ...(essay.demo && { invented: true }),
    title: open ? essay.title : null,
    lead: essay.lead,
    perspectives: essay.perspectives,
    perspective_source: essay.perspectiveSource,
    ...(open && { by: byOf(essay.by) }),
    standing: essay.standing,
    standpoint: essay.standpoint,
    note: essay.note,
    reply_mode: essay.replyMode,
    published_on: essay.publishedOn,
    edited: essay.editedOn !== null,
    state: essay.state,
    ...(open && { html: essay.html, markdown: essay.markdown }),
    works_cited: essay.worksCited,
    tags: essay.tags.map(({ name }) => name),
    responds_to: essay.respondsTo.map(linkOf),
    responses: essay.responses.map(linkOf),
  };
}

function commentJson(comment: CommentView) {
  const open = isReadable(comment.state);
  return {
    id: comment.id,
    parent: comment.parentId,
    depth: comment.depth,
    addresses: comment.addresses.map(({ id }) => id),
    ...(open && { by: byOf(comment.by) }),
    standing: comment.standing,
    standpoint: comment.standpoint,
    perspectives: comment.perspectives,
    perspective_source: comment.perspectiveSource,
    note: comment.note,
    state: comment.state,
    written_on: comment.writtenOn,
    edited: comment.editedOn !== null,
    ...(open && { html: comment.html, markdown: comment.markdown }),
  };
}

/**
 * An essay with its whole thread as JSON, as contract.md lays it down: comments in reading order;
 * what is waiting, removed, taken back or missing has neither text nor `by`.
 */
export function threadJson(essay: EssayView, comments: readonly CommentView[]): string {
  return JSON.stringify({
    essay: essayJson(essay),
    counts: essay.counts,
    comments: comments.map(commentJson),
  });
}
