import type { EssayLine } from "#app/domain/discovery/list-essays.ts";
import { words } from "#app/words/words.ts";
import { EssayList } from "./essay-list.tsx";

export type FrontName = "all" | "stories" | "debates";

export interface FrontProps {
  front: FrontName;
  siteName: string;
  tagline: string;
  sort: "new" | "active";
  only: boolean;
  essays: readonly EssayLine[];
  /** The cursor of the next page; null at the end. */
  older: string | null;
  /** Is this the first page? */
  first: boolean;
}

const ADDRESS = { all: "/", stories: "/stories", debates: "/debates" } as const;

/** The address of a front seen in a way; what is usual is left out. */
function frontAddress(
  front: FrontName,
  way: { sort: "new" | "active"; only: boolean; after?: string },
): string {
  const query = new URLSearchParams();
  if (way.only && front !== "all") query.set("only", "1");
  if (way.sort === "active") query.set("sort", "active");
  if (way.after !== undefined) query.set("after", way.after);
  const text = query.toString();
  return `${ADDRESS[front]}${text === "" ? "" : `?${text}`}`;
}

/** The front page and the two filters as pages. */
export function Front(props: FrontProps) {
  const { front, first, essays } = props;
  const { fronts } = words();
  const titles = {
    all: [props.siteName, props.tagline],
    stories: [fronts.stories, fronts.storiesIntro],
    debates: [fronts.debates, fronts.debatesIntro],
  } as const;
  const [title, intro] = titles[front];
  return (
    <div className="page front">
      <header className="front-head">
        <h1>{title}</h1>
        {first && intro !== "" && <p className="intro">{intro}</p>}
      </header>
      <Tabs {...props} />
      {essays.length === 0 ? (
        <Empty {...props} />
      ) : (
        <EssayList essays={essays} large={first ? 2 : 0} />
      )}
      <Older {...props} />
    </div>
  );
}

function Tabs({ front, sort, only }: FrontProps) {
  const { fronts } = words();
  const names = { all: fronts.all, stories: fronts.stories, debates: fronts.debates };
  return (
    <div className="front-ways">
      <nav aria-label={fronts.tabsLabel}>
        <ul className="tabs">
          {(["all", "stories", "debates"] as const).map((name) => (
            <li key={name}>
              <a
                href={frontAddress(name, { sort, only: false })}
                aria-current={name === front ? "page" : undefined}
              >
                {names[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label={fronts.orderLabel}>
        <ul className="ways">
          {(["new", "active"] as const).map((way) => (
            <li key={way}>
              <a
                href={frontAddress(front, { sort: way, only })}
                aria-current={way === sort ? "true" : undefined}
              >
                {way === "new" ? fronts.newest : fronts.active}
              </a>
            </li>
          ))}
          {front !== "all" && (
            <li>
              <a href={frontAddress(front, { sort, only: !only })}>
                {only
                  ? fronts.notOnly
                  : front === "stories"
                    ? fronts.onlyStories
                    : fronts.onlyDebates}
              </a>
            </li>
          )}
        </ul>
      </nav>
    </div>
  );
}

function Empty({ front, first, only, sort }: FrontProps) {
  const { fronts } = words();
  if (!first) {
    return (
      <div className="empty">
        <h2>{fronts.endTitle}</h2>
      </div>
    );
  }
  if (only && front !== "all") {
    return (
      <div className="empty">
        <h2>{fronts.emptyFilterTitle}</h2>
        <p>
          {fronts.emptyFilterText}{" "}
          <a href={frontAddress(front, { sort, only: false })}>{fronts.notOnly}</a>
        </p>
      </div>
    );
  }
  return (
    <div className="empty">
      <h2>{fronts.emptyTitle}</h2>
      <p>{fronts.emptyText}</p>
      <p className="soft">{fronts.emptyOperator}</p>
      <pre>
        <code>{fronts.emptyOperatorCommand}</code>
      </pre>
    </div>
  );
}

function Older({ front, sort, only, older, first }: FrontProps) {
  const { fronts } = words();
  if (older === null && first) return null;
  return (
    <nav className="pager" aria-label={fronts.pagerLabel}>
      <ul>
        {!first && (
          <li>
            <a href={frontAddress(front, { sort, only })}>{fronts.backToNewest}</a>
          </li>
        )}
        {older !== null && (
          <li>
            <a href={frontAddress(front, { sort, only, after: older })} rel="next">
              {fronts.older}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
