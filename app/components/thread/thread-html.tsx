import { renderToStaticMarkup } from "react-dom/server";
import type { LinkedEssay } from "#app/domain/essays/read-essay.ts";
import type { Branch, CommentView } from "#app/domain/threads/types.ts";
import { CommentArticle } from "./comment-article.tsx";
import { CommentContext } from "./comment-context.tsx";
import { CutBranchLine } from "./thread-body.tsx";
import { flatMarkup, threadMarkup } from "./thread-markup.ts";

/** Finished articles, kept by what they were made of; any may be forgotten at any time. */
export interface Fragments {
  get(key: string): string | undefined;
  set(key: string, html: string): unknown;
}

/** What all comments of a page have in common. */
export interface ThreadSurroundings {
  essaySlug: string;
  /** The name of the essay's own writer here; null where nobody can be told to be the same. */
  essayWriter: string | null;
  repliesOpen: boolean;
  /** Comments shown as one folded line, because a filter found only what answers them. */
  context: ReadonlySet<string>;
  /** Essays that answer a comment or grew out of it, by the comment's id. */
  grown: ReadonlyMap<string, readonly LinkedEssay[]>;
}

/** A branch of which only the beginning stands on the page. */
interface Cut {
  rootId: string;
  size: number;
  shown: number;
}

const NONE: readonly LinkedEssay[] = [];

function articleMaker(fragments: Fragments, around: ThreadSurroundings) {
  return (comment: CommentView): string => {
    const folded = around.context.has(comment.id);
    const grown = around.grown.get(comment.id) ?? NONE;
    const byEssayWriter = around.essayWriter !== null && comment.by?.name === around.essayWriter;
    const key = JSON.stringify([
      comment.id,
      comment.revision,
      comment.state,
      comment.parentName,
      comment.parentState,
      comment.addresses,
      around.essaySlug,
      around.repliesOpen,
      byEssayWriter,
      folded,
      grown,
    ]);
    const kept = fragments.get(key);
    if (kept !== undefined) return kept;
    const html = renderToStaticMarkup(
      folded ? (
        <CommentContext comment={comment} grown={grown} />
      ) : (
        <CommentArticle
          comment={comment}
          essaySlug={around.essaySlug}
          byEssayWriter={byEssayWriter}
          repliesOpen={around.repliesOpen}
          grown={grown}
        />
      ),
    );
    fragments.set(key, html);
    return html;
  };
}

/** The nested list of a page's comments as HTML; "" where there are none. */
export function nestedThread(
  branches: readonly Branch<CommentView>[],
  cuts: readonly Cut[],
  around: ThreadSurroundings,
  fragments: Fragments,
): string {
  const cut = new Map(cuts.map((one) => [one.rootId, one]));
  return threadMarkup(branches, articleMaker(fragments, around), {
    afterBranch: ({ id }) => {
      const here = cut.get(id);
      if (!here) return "";
      return renderToStaticMarkup(<CutBranchLine rootId={id} more={here.size - here.shown} />);
    },
  });
}

/** The comments of a page one after the other as HTML; "" where there are none. */
export function flatThread(
  comments: readonly CommentView[],
  around: ThreadSurroundings,
  fragments: Fragments,
): string {
  return flatMarkup(comments, articleMaker(fragments, around));
}
