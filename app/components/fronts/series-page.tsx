import type { SeriesView } from "#app/domain/discovery/series.ts";
import { words } from "#app/words/words.ts";
import { EssayList } from "./essay-list.tsx";
import { Older } from "./older.tsx";

interface Props {
  series: SeriesView;
  /** The cursor of the next page; null at the end. */
  further: string | null;
  first: boolean;
}

/** One writer's essays in the order that the writer gave them. */
export function SeriesPage({ series, further, first }: Props) {
  const { fronts } = words();
  const at = `/series/${series.slug}`;
  return (
    <div className="page front">
      <header className="front-head">
        <p className="kind">{fronts.seriesKind}</p>
        <h1>
          <bdi>{series.title}</bdi>
        </h1>
        <p className="intro">{fronts.seriesIntro}</p>
      </header>
      <EssayList essays={series.parts} />
      <Older
        beginning={first ? null : at}
        further={further === null ? null : `${at}?after=${further}`}
        furtherName={fronts.laterParts}
      />
    </div>
  );
}
