import type { CommentView } from "#app/domain/threads/types.ts";
import { words } from "#app/words/words.ts";

interface Props {
  comment: Pick<CommentView, "id" | "imported">;
  essaySlug: string;
  repliesOpen: boolean;
  /** The name that stands at the comment. */
  name: string;
}

/** What one can do with a comment. Every link says to the ear with whose. */
export function CommentActions(props: Props) {
  const { comment, essaySlug, repliesOpen, name } = props;
  const { thread } = words();
  const at = `/comments/${comment.id}`;
  return (
    <ul className="actions" aria-label={thread.actionsOf(name)}>
      {repliesOpen && (
        <li>
          <a className="reply" href={`/essays/${essaySlug}/reply?parent=${comment.id}`}>
            {thread.reply}
            <span className="for-ears"> {thread.replyTo(name)}</span>
          </a>
        </li>
      )}
      <li>
        <a href={at}>
          {thread.link}
          <span className="for-ears"> {thread.linkOf(name)}</span>
        </a>
      </li>
      <li>
        {comment.imported ? (
          <a href={`${at}/my-words`} rel="nofollow">
            {thread.mine}
          </a>
        ) : (
          <details className="mine">
            <summary>
              {thread.iWrote}
              <span className="for-ears"> {thread.iWroteOf(name)}</span>
            </summary>
            <ul>
              <li>
                <a href={`${at}/edit`} rel="nofollow">
                  {thread.edit}
                </a>
              </li>
              <li>
                <a href={`${at}/take-back`} rel="nofollow">
                  {thread.takeBack}
                </a>
              </li>
              <li>
                <a href={`${at}/lost-key`} rel="nofollow">
                  {thread.lostKey}
                </a>
              </li>
            </ul>
          </details>
        )}
      </li>
    </ul>
  );
}
