import { words } from "#app/words/words.ts";
import { StoredHtml } from "../site/stored-html.tsx";

interface Props {
  /** From thread-markup.ts; empty where there is no comment. */
  html: string;
  /** Is a filter on? Then "no comment" means another thing. */
  filtered: boolean;
  repliesOpen: boolean;
  /** Where the whole thread stands. */
  wholeThread: string;
}

/** The comments of a page, or the sentence for their absence. */
export function ThreadBody({ html, filtered, repliesOpen, wholeThread }: Props) {
  const { thread } = words();
  if (html !== "") return <StoredHtml html={html} />;
  if (filtered) {
    return (
      <p className="empty">
        {thread.filteredEmpty} <a href={wholeThread}>{thread.showAll}</a>
      </p>
    );
  }
  return <p className="empty">{repliesOpen ? thread.noComments : thread.noCommentsClosed}</p>;
}

/** Follows a branch of which only the beginning stands on the page. */
export function CutBranchLine({ rootId, more }: { rootId: string; more: number }) {
  const { thread } = words();
  return (
    <li className="cut">
      <a href={`/comments/${rootId}/branch`}>{thread.branchAlone(more)}</a>
    </li>
  );
}
