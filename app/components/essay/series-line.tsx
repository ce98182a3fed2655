import type { SeriesPlace } from "#app/domain/essays/series-place.ts";
import { words } from "#app/words/words.ts";

interface Props {
  series: SeriesPlace | null;
  /** Above the text, or below it. */
  stands: "above" | "below";
}

/** Of which series an essay is a part, and the way to the parts beside it. Nothing where it is none. */
export function SeriesLine({ series, stands }: Props) {
  if (series === null) return null;
  const { fronts } = words();
  const { previous } = series;
  // Who begins to read may want the part before; who has read it, the next.
  const next = stands === "below" ? series.next : null;
  return (
    <nav
      className="series-line"
      aria-label={stands === "above" ? fronts.seriesNavBefore : fronts.seriesNavAfter}
    >
      <p>
        {fronts.partOf(series.position)}{" "}
        <a href={`/series/${series.slug}`}>
          <bdi>{series.title}</bdi>
        </a>
      </p>
      {(previous !== null || next !== null) && (
        <ul>
          {previous !== null && (
            <li>
              {fronts.previousPart}{" "}
              <a href={`/essays/${previous.slug}`} rel="prev">
                <bdi>{previous.title}</bdi>
              </a>
            </li>
          )}
          {next !== null && (
            <li>
              {fronts.nextPart}{" "}
              <a href={`/essays/${next.slug}`} rel="next">
                <bdi>{next.title}</bdi>
              </a>
            </li>
          )}
        </ul>
      )}
    </nav>
  );
}
