import type { EssayLine } from "#app/domain/discovery/essay-line.ts";
import { type FrontName, type FrontWay, frontAddress } from "#app/web/front-address.ts";
import { words } from "#app/words/words.ts";
import type { Standing } from "#db/schema.ts";
import { EssayList } from "./essay-list.tsx";
import { Older } from "./older.tsx";

export interface FrontProps {
  way: FrontWay;
  /** The name of the tag and how many carry it; null where none is asked for, or nothing carries it. */
  tag: { name: string; essays: number } | null;
  essays: readonly EssayLine[];
  /** The cursor of the next page; null at the end. */
  older: string | null;
  /** Is this the first page? */
  first: boolean;
}

const STANDINGS: readonly Standing[] = ["lived", "beside", "worked"];

/** A list of essays that can be looked at in several ways: everything, a perspective, a tag. */
export function Front({ way, tag, essays, older, first }: FrontProps) {
  const { fronts } = words();
  return (
    <div className="page front">
      <Head way={way} tag={tag} first={first} />
      <Tabs way={way} />
      <Narrower way={way} tag={tag} />
      {essays.length === 0 ? (
        <Empty way={way} known={tag !== null} first={first} />
      ) : (
        <EssayList essays={essays} large={first ? 2 : 0} />
      )}
      <Older
        beginning={first ? null : frontAddress(way)}
        further={older === null ? null : frontAddress(way, older)}
        furtherName={fronts.older}
      />
    </div>
  );
}

function Head({ way, tag, first }: Pick<FrontProps, "way" | "tag" | "first">) {
  const { fronts } = words();
  if (way.front === "all" && tag !== null) {
    return (
      <header className="front-head">
        <p className="kind">
          <a href="/tags">{fronts.allTags}</a>
        </p>
        <h1>
          <bdi>{tag.name}</bdi>
        </h1>
        {first && <p className="intro">{fronts.tagEssays(tag.essays)}</p>}
      </header>
    );
  }
  const titles = {
    all: [fronts.everything, fronts.everythingIntro],
    stories: [fronts.stories, fronts.storiesIntro],
    debates: [fronts.debates, fronts.debatesIntro],
  } as const;
  const [title, intro] = titles[way.front];
  return (
    <header className="front-head">
      <h1>{title}</h1>
      {first && <p className="intro">{intro}</p>}
    </header>
  );
}

function Tabs({ way }: { way: FrontWay }) {
  const { fronts } = words();
  const names: Record<FrontName, string> = {
    all: fronts.all,
    stories: fronts.stories,
    debates: fronts.debates,
  };
  return (
    <div className="front-ways">
      <nav aria-label={fronts.tabsLabel}>
        <ul className="tabs">
          {(["all", "stories", "debates"] as const).map((front) => (
            <li key={front}>
              <a
                href={frontAddress({ ...way, front })}
                aria-current={front === way.front ? "page" : undefined}
              >
                {names[front]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label={fronts.orderLabel}>
        <ul className="ways">
          {(["new", "active"] as const).map((sort) => (
            <li key={sort}>
              <a
                href={frontAddress({ ...way, sort })}
                aria-current={sort === way.sort ? "true" : undefined}
              >
                {sort === "new" ? fronts.newest : fronts.active}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

/** Where the writer stood, one perspective alone, and a tag: each can be set and let go by itself. */
function Narrower({ way, tag }: Pick<FrontProps, "way" | "tag">) {
  const { fronts, site } = words();
  const withStanding = way.front === "stories" || way.standing !== null;
  const withTag = way.tag !== null && way.front !== "all";
  if (way.front === "all" && !withStanding) return null;
  return (
    <div className="narrower">
      {withStanding && (
        <nav aria-label={fronts.standingLabel}>
          <ul className="ways">
            {[null, ...STANDINGS].map((standing) => (
              <li key={standing}>
                <a
                  href={frontAddress({ ...way, standing })}
                  aria-current={standing === way.standing ? "true" : undefined}
                >
                  {standing === null ? fronts.anyStanding : site.standing[standing]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {withTag && (
        <p className="ways">
          {tag !== null && (
            <span>
              {fronts.tagged} <bdi>{tag.name}</bdi>
            </span>
          )}
          <a href={frontAddress({ ...way, tag: null })}>{fronts.withoutTag}</a>
        </p>
      )}
      {way.front !== "all" && (
        <p className="ways">
          <a href={frontAddress({ ...way, only: !way.only })}>
            {way.only
              ? fronts.notOnly
              : way.front === "stories"
                ? fronts.onlyStories
                : fronts.onlyDebates}
          </a>
        </p>
      )}
    </div>
  );
}

function Empty({ way, known, first }: { way: FrontWay; known: boolean; first: boolean }) {
  const { fronts } = words();
  const plain = { ...way, only: false, standing: null, tag: null };
  if (!first) {
    return (
      <div className="empty">
        <h2>{fronts.endTitle}</h2>
      </div>
    );
  }
  if (way.only || way.standing !== null || way.tag !== null) {
    const unknown = way.tag !== null && !known;
    return (
      <div className="empty">
        <h2>{unknown ? fronts.emptyTagTitle : fronts.emptyFilterTitle}</h2>
        <p>
          {unknown ? fronts.emptyTagText : fronts.emptyFilterText}{" "}
          <a href={frontAddress(plain)}>{fronts.showAll}</a>
          {unknown && (
            <>
              {" "}
              <a href="/tags">{fronts.allTags}</a>
            </>
          )}
        </p>
      </div>
    );
  }
  return (
    <div className="empty">
      <h2>{fronts.emptyTitle}</h2>
      <p>{fronts.emptyText}</p>
      <p>
        <a href="/write">{fronts.writeFirst}</a>
      </p>
    </div>
  );
}
