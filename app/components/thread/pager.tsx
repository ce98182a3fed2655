import { words } from "#app/words/words.ts";

interface Props {
  /** Counted from 1. */
  page: number;
  pages: number;
  /** The address of a page. */
  to: (page: number) => string;
}

/** Page 2 of 5, and the ways to its neighbours. Nothing where there is one page. */
export function Pager({ page, pages, to }: Props) {
  const { thread } = words();
  if (pages <= 1) return null;
  return (
    <nav className="pager" aria-label={thread.pagerLabel}>
      <p>{thread.page(page, pages)}</p>
      <ul>
        {page > 1 && (
          <li>
            <a href={to(page - 1)} rel="prev">
              {thread.earlierPage}
            </a>
          </li>
        )}
        {page < pages && (
          <li>
            <a href={to(page + 1)} rel="next">
              {thread.laterPage}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
