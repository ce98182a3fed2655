import type { EssayLine } from "#app/domain/discovery/essay-line.ts";
import { words } from "#app/words/words.ts";
import { EssayList } from "./essay-list.tsx";
import { Older } from "./older.tsx";

interface Props {
  name: string;
  /** In its own words; null: none. */
  description: string | null;
  /** It speaks no more. */
  retired: boolean;
  essays: readonly EssayLine[];
  /** The cursor of the next page; null at the end. */
  older: string | null;
  first: boolean;
}

/** What a pen name has published. */
export function PersonPage({ name, description, retired, essays, older, first }: Props) {
  const { fronts, penNames } = words();
  const at = `/people/${encodeURIComponent(name)}`;
  return (
    <div className="page front">
      <header className="front-head">
        <h1>
          <bdi>{name}</bdi>
        </h1>
        {description !== null && (
          <p>
            <bdi>{description}</bdi>
          </p>
        )}
        {retired && <p>{penNames.retiredPage}</p>}
        {essays.length > 0 && <p className="intro">{fronts.personIntro}</p>}
        <p className="soft">{fronts.personNote}</p>
      </header>
      {essays.length === 0 ? (
        <div className="empty">
          <h2>{first ? penNames.emptyPage : fronts.endTitle}</h2>
        </div>
      ) : (
        <EssayList essays={essays} oneName />
      )}
      <Older
        beginning={first ? null : at}
        further={older === null ? null : `${at}?after=${older}`}
      />
    </div>
  );
}
