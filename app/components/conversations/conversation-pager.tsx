import { words } from "#app/words/words.ts";

interface Props {
  /** Counted from 1. */
  page: number;
  pages: number;
  /** The address of a page. */
  to: (page: number) => string;
}

/** Page 2 of 3 of a long conversation. Nothing where there is one page. */
export function ConversationPager({ page, pages, to }: Props) {
  const { conversations, thread } = words();
  if (pages <= 1) return null;
  return (
    <nav className="pager" aria-label={conversations.pagerLabel}>
      <p>{thread.page(page, pages)}</p>
      <ul>
        {page > 1 && (
          <li>
            <a href={to(page - 1)} rel="prev">
              {conversations.earlierPage}
            </a>
          </li>
        )}
        {page < pages && (
          <li>
            <a href={to(page + 1)} rel="next">
              {conversations.laterPage}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
