import type { LinkedEssay } from "#app/domain/essays/read-essay.ts";
import type { CommentView } from "#app/domain/threads/types.ts";
import { words } from "#app/words/words.ts";
import { StoredHtml } from "../site/stored-html.tsx";
import { shownName } from "./comment-article.tsx";
import { GrownEssays } from "./grown-essays.tsx";
import { NoteFold } from "./note-fold.tsx";

/** In a filtered thread: what a matching comment answers, folded into one line. */
export function CommentContext({
  comment,
  grown,
}: {
  comment: CommentView;
  /** Essays that answer it or grew out of it. */
  grown: readonly LinkedEssay[];
}) {
  const { site, thread } = words();
  const name = shownName(comment);
  const heading = `comment-${comment.id}-by`;
  return (
    <article
      id={`comment-${comment.id}`}
      data-parent={comment.parentId ?? ""}
      data-depth={comment.depth}
      data-perspective={comment.perspectives.join(" ")}
      data-context=""
      aria-labelledby={heading}
    >
      {comment.state === "visible" ? (
        <details className="context">
          <summary id={heading}>
            <span className="for-ears">{thread.contextLabel}: </span>
            <bdi>{name}</bdi>,{" "}
            <time dateTime={comment.writtenOn}>{site.day(comment.writtenOn)}</time>
          </summary>
          <NoteFold note={comment.note}>
            <StoredHtml className="words" html={comment.html} />
          </NoteFold>
          <GrownEssays essays={grown} />
        </details>
      ) : (
        <p className="empty-place" id={heading}>
          {thread.places[comment.state]}
        </p>
      )}
    </article>
  );
}
