import type { EssayLine } from "#app/domain/discovery/essay-line.ts";
import { words } from "#app/words/words.ts";
import { InventedLine } from "../site/invented-line.tsx";
import { EssayList } from "./essay-list.tsx";

export interface FrontPageProps {
  siteName: string;
  tagline: string;
  /** The newest of each lead. */
  stories: readonly EssayLine[];
  debates: readonly EssayLine[];
  /** Older ones that were answered lately. */
  answered: readonly EssayLine[];
}

/** What this place is, what is new in it, both leads told apart, and what is still being answered. */
export function FrontPage(props: FrontPageProps) {
  const { stories, debates, answered } = props;
  const { fronts } = words();
  const empty = stories.length + debates.length === 0;
  const invented = [...stories, ...debates, ...answered].some(({ demo }) => demo);
  return (
    <div className="page front front-page">
      <header className="front-head">
        <h1>{props.siteName}</h1>
        {props.tagline !== "" && <p className="intro">{props.tagline}</p>}
        <p className="what">{fronts.whatThisIs}</p>
        <ul className="what-next">
          <li>
            <a className="button quiet" href="/write">
              {empty || invented ? fronts.writeFirst : fronts.writeSomething}
            </a>
          </li>
          <li>
            <a href="/about">{fronts.howItWorks}</a>
          </li>
        </ul>
      </header>
      {invented && <InventedLine of="list" />}
      <div className="leads">
        <New lead="story" essays={stories} inEmptyHouse={empty} />
        <New lead="debate" essays={debates} inEmptyHouse={empty} />
      </div>
      {empty && <EmptyHouse />}
      {answered.length > 0 && (
        <section className="still-answered">
          <h2 id="answered">{fronts.answeredLately}</h2>
          <EssayList essays={answered} brief level={3} labelledBy="answered" />
        </section>
      )}
      {!empty && (
        <nav className="other-ways" aria-label={fronts.moreLabel}>
          <ul>
            <li>
              <a href="/?sort=new">{fronts.everythingNew}</a>
            </li>
            <li>
              <a href="/?sort=active">{fronts.everythingActive}</a>
            </li>
            <li>
              <a href="/tags">{fronts.tags}</a>
            </li>
          </ul>
        </nav>
      )}
    </div>
  );
}

interface NewProps {
  lead: "story" | "debate";
  essays: readonly EssayLine[];
  /** Then the head of the page has said already what to do next. */
  inEmptyHouse: boolean;
}

function New({ lead, essays, inEmptyHouse }: NewProps) {
  const { fronts } = words();
  const of = {
    story: {
      id: "new-stories",
      href: "/stories",
      title: fronts.stories,
      intro: fronts.storiesIntro,
      none: fronts.noStories,
      all: fronts.allStories,
    },
    debate: {
      id: "new-debates",
      href: "/debates",
      title: fronts.debates,
      intro: fronts.debatesIntro,
      none: fronts.noDebates,
      all: fronts.allDebates,
    },
  }[lead];
  return (
    <section className="new" data-lead={lead} aria-labelledby={of.id}>
      <h2 id={of.id}>
        <a href={of.href}>{of.title}</a>
      </h2>
      <p className="soft new-intro">{of.intro}</p>
      {essays.length === 0 ? (
        <p className="none">
          {of.none} {!inEmptyHouse && <a href="/write">{fronts.writeFirstOfThese}</a>}
        </p>
      ) : (
        <>
          <EssayList essays={essays} large={1} level={3} oneLead labelledBy={of.id} />
          <p className="all">
            <a href={of.href}>{of.all}</a>
          </p>
        </>
      )}
    </section>
  );
}

function EmptyHouse() {
  const { fronts } = words();
  return (
    <div className="empty soft">
      <p>{fronts.emptyOperator}</p>
      <pre>
        <code>{fronts.emptyOperatorCommand}</code>
      </pre>
    </div>
  );
}
