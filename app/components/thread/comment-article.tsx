import type { LinkedEssay } from "#app/domain/essays/read-essay.ts";
import type { CommentView } from "#app/domain/threads/types.ts";
import { words } from "#app/words/words.ts";
import type { PieceState } from "#db/schema.ts";
import { PersonName } from "../site/person-name.tsx";
import { PerspectiveMarks } from "../site/perspective-mark.tsx";
import { StoredHtml } from "../site/stored-html.tsx";
import { CommentActions } from "./comment-actions.tsx";
import { GrownEssays } from "./grown-essays.tsx";
import { NoteFold } from "./note-fold.tsx";

export interface CommentArticleProps {
  comment: CommentView;
  essaySlug: string;
  /** Is it by the essay's own writer? */
  byEssayWriter: boolean;
  /** May one answer here? Not where the essay takes no more comments. */
  repliesOpen: boolean;
  /** Essays that answer it or grew out of it. */
  grown: readonly LinkedEssay[];
}

/**
 * One comment. Depends on nothing but its props, so that its HTML is made once per revision and
 * kept; thread-markup.ts puts it into its place. The attributes are those of contract.md.
 */
export function CommentArticle(props: CommentArticleProps) {
  const { comment } = props;
  const name = shownName(comment);
  const heading = `comment-${comment.id}-by`;
  return (
    <article
      id={`comment-${comment.id}`}
      data-parent={comment.parentId ?? ""}
      data-depth={comment.depth}
      data-perspective={comment.perspectives.join(" ")}
      data-state={comment.state === "visible" ? undefined : comment.state}
      aria-labelledby={heading}
    >
      {comment.oldNumber !== null && <span id={`comment-${comment.oldNumber}`} />}
      <header>
        <h3 id={heading} className="for-ears">
          {words().thread.heading(name, comment.depth, answeredName(comment))}
        </h3>
        {comment.state === "visible" && <Line {...props} />}
        <InReplyTo comment={comment} />
      </header>
      {comment.state === "visible" ? (
        <>
          <NoteFold note={comment.note}>
            <StoredHtml className="words" html={comment.html} />
          </NoteFold>
          <GrownEssays essays={props.grown} />
          <CommentActions {...props} name={name} />
        </>
      ) : (
        <NoWords comment={comment} />
      )}
    </article>
  );
}

/** Where the words are folded, or are not shown at all. */
function NoWords({ comment }: { comment: CommentView }) {
  if (comment.state === "visible") return null;
  if (comment.state === "folded") return <Folded comment={comment} />;
  return <EmptyPlace state={comment.state} />;
}

/** A fold hides until a moderator has looked; it takes nothing away, so it can be opened. */
function Folded({ comment }: { comment: CommentView }) {
  const { thread } = words();
  return (
    <details className="note folded">
      <summary>
        {thread.places.folded} <span className="open">{thread.openPart}</span>
      </summary>
      <p className="line">
        <PersonName by={comment.by} />
      </p>
      <NoteFold note={comment.note}>
        <StoredHtml className="words" html={comment.html} />
      </NoteFold>
    </details>
  );
}

function Line({ comment, byEssayWriter }: CommentArticleProps) {
  const { site, thread } = words();
  return (
    <p className="line">
      <PersonName by={comment.by} />{" "}
      {byEssayWriter && <span className="soft">{thread.author} </span>}
      {comment.standpoint !== null && (
        <span className="soft">
          <bdi>{comment.standpoint}</bdi>{" "}
        </span>
      )}
      <PerspectiveMarks
        perspectives={comment.perspectives}
        standing={comment.standing}
        guessed={comment.perspectiveSource === "guess"}
      />{" "}
      <time className="soft" dateTime={comment.writtenOn}>
        {site.day(comment.writtenOn)}
      </time>
      {comment.editedOn !== null && (
        <span className="soft"> {thread.changedOn(comment.editedOn)}</span>
      )}
    </p>
  );
}

/** Always in the page; the style sheet hides it from the eye where the parent stands right above. */
function InReplyTo({ comment }: { comment: CommentView }) {
  const { thread } = words();
  if (comment.parentId === null && comment.addresses.length === 0) return null;
  return (
    <p className="in-reply" data-also={comment.addresses.length > 0 ? "" : undefined}>
      {comment.parentId !== null && (
        <>
          {thread.inReplyTo}{" "}
          <a className="up" href={`/comments/${comment.parentId}`}>
            <bdi>{answeredName(comment)}</bdi>
          </a>
        </>
      )}
      {comment.addresses.map(({ id, name }, index) => (
        <span key={id}>
          {" "}
          {index === 0 && comment.parentId === null ? thread.inReplyTo : thread.inReplyAlso}{" "}
          <a className="up" href={`/comments/${id}`}>
            <bdi>{name ?? thread.aRemoved}</bdi>
          </a>
        </span>
      ))}
    </p>
  );
}

/** What stands where words were, or will be. */
function EmptyPlace({ state }: { state: Exclude<PieceState, "visible" | "folded"> }) {
  const { thread } = words();
  const staying = thread.staying[state];
  return (
    <p className="empty-place">
      {thread.places[state]}
      {staying !== "" && <span className="staying"> {staying}</span>}
      {state === "removed" && (
        <>
          {" "}
          <a href="/moderation/log">{thread.whyLogged}</a>
        </>
      )}
    </p>
  );
}

/** The name that stands at a comment, or what its empty place is called. */
export function shownName({ by, state }: Pick<CommentView, "by" | "state">): string {
  const { thread } = words();
  if (state !== "visible") return thread.place[state];
  return by?.name ?? thread.withoutName;
}

function answeredName(comment: CommentView): string | null {
  const { thread } = words();
  if (comment.parentId === null) return null;
  const state = comment.parentState;
  if (comment.parentName !== null && (state === "visible" || state === null)) {
    return comment.parentName;
  }
  return state === null || state === "visible" ? thread.withoutName : thread.answered[state];
}
