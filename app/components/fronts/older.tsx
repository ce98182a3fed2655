import { words } from "#app/words/words.ts";

interface Props {
  /** Where the list begins; null on its first page. */
  beginning: string | null;
  /** Where it goes on; null at its end. */
  further: string | null;
  /** What the way on is called; left out: older. */
  furtherName?: string;
}

/** The ways to the beginning of a list and further on. Nothing where all of it stands on one page. */
export function Older({ beginning, further, furtherName }: Props) {
  const { fronts } = words();
  if (beginning === null && further === null) return null;
  return (
    <nav className="pager" aria-label={fronts.pagerLabel}>
      <ul>
        {beginning !== null && (
          <li>
            <a href={beginning}>{fronts.backToNewest}</a>
          </li>
        )}
        {further !== null && (
          <li>
            <a href={further} rel="next">
              {furtherName ?? fronts.older}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
