import type { TagLine } from "#app/domain/discovery/tags.ts";
import { words } from "#app/words/words.ts";
import { Older } from "./older.tsx";

interface Props {
  tags: readonly TagLine[];
  /** The cursor of the next page; null at the end. */
  further: string | null;
  first: boolean;
}

/** All tags that essays carry, by name. */
export function TagsPage({ tags, further, first }: Props) {
  const { fronts } = words();
  return (
    <div className="page front">
      <header className="front-head">
        <h1 id="tags">{fronts.tagsTitle}</h1>
        <p className="intro">{fronts.tagsIntro}</p>
      </header>
      {tags.length === 0 ? (
        <div className="empty">
          <h2>{first ? fronts.tagsEmptyTitle : fronts.endTitle}</h2>
          {first && (
            <p>
              {fronts.tagsEmptyText} <a href="/write">{fronts.writeSomething}</a>
            </p>
          )}
        </div>
      ) : (
        <ul className="all-tags" aria-labelledby="tags">
          {tags.map(({ slug, name, essays }) => (
            <li key={slug}>
              <a href={`/tags/${slug}`}>
                <bdi>{name}</bdi>
              </a>{" "}
              <span className="soft number">{fronts.tagEssays(essays)}</span>
            </li>
          ))}
        </ul>
      )}
      <Older
        beginning={first ? null : "/tags"}
        further={further === null ? null : `/tags?after=${further}`}
        furtherName={fronts.laterTags}
      />
    </div>
  );
}
