import type { CommentPlace } from "#app/domain/threads/types.ts";
import { words } from "#app/words/words.ts";
import { InventedLine } from "../site/invented-line.tsx";
import { shownName } from "./comment-article.tsx";

interface Props {
  essay: { slug: string; title: string; demo: boolean };
  top: CommentPlace;
  /** Whom the branch answers, from the essay down to the nearest. */
  ancestors: readonly CommentPlace[];
  size: number;
}

/** The head of a branch that has a page of its own: where it hangs. */
export function BranchHead({ essay, top, ancestors, size }: Props) {
  const { thread } = words();
  return (
    <div className="thread-head">
      <h1 className="small">
        {top.state === "visible" && top.by !== null
          ? thread.branchOf(top.by.name)
          : thread.branchOfNobody}
      </h1>
      <h2 className="for-ears">{thread.branchSize(size)}</h2>
      <p className="soft">
        <span aria-hidden="true">{thread.branchSize(size)}, </span>
        <a href={`/essays/${essay.slug}#comments`}>{thread.wholeThread}</a>
      </p>
      {essay.demo && <InventedLine />}
      <ol className="ancestors" aria-label={thread.contextLabel}>
        <li>
          <a href={`/essays/${essay.slug}`}>{essay.title}</a>
        </li>
        {ancestors.map((comment) => (
          <li key={comment.id}>
            <a href={`/comments/${comment.id}`}>
              <bdi>{shownName(comment)}</bdi>
            </a>
          </li>
        ))}
      </ol>
    </div>
  );
}
