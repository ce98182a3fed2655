import type { EssayLine } from "#app/domain/discovery/essay-line.ts";
import { words } from "#app/words/words.ts";
import type { Lead } from "#db/schema.ts";
import { InventedLine } from "../site/invented-line.tsx";
import { PersonName } from "../site/person-name.tsx";
import { LeadMark } from "../site/perspective-mark.tsx";

interface Props {
  essays: readonly (EssayLine & { position?: number })[];
  /** How many at the beginning stand larger. */
  large?: number;
  /** Without first lines. */
  brief?: boolean;
  /** Of the titles; left out: 2. */
  level?: 2 | 3;
  /** The heading above says what all of them lead with; those that carry both say so themselves. */
  oneLead?: boolean;
  /** The page is about one name: it isn't repeated. */
  oneName?: boolean;
  /** The heading that names the list; left out: it is named by itself. */
  labelledBy?: string;
}

/** A table of contents in a rhythm of two sizes. */
export function EssayList(props: Props) {
  const { essays, large = 0, brief = false, level = 2, labelledBy } = props;
  const { oneLead = false, oneName = false } = props;
  return (
    <ol
      className="contents"
      aria-labelledby={labelledBy}
      aria-label={labelledBy === undefined ? words().fronts.listLabel : undefined}
    >
      {essays.map((essay, index) => (
        // What its writer keeps out of search engines is not quoted by them from here either.
        <li
          key={essay.slug}
          data-size={index < large ? "large" : "small"}
          data-nosnippet={essay.indexing ? undefined : ""}
        >
          <Entry {...{ essay, brief, level, oneLead, oneName }} />
        </li>
      ))}
    </ol>
  );
}

interface EntryProps {
  essay: EssayLine & { position?: number };
  brief: boolean;
  level: 2 | 3;
  oneLead: boolean;
  oneName: boolean;
}

function Entry({ essay, brief, level, oneLead, oneName }: EntryProps) {
  const { fronts, site } = words();
  const other: Lead = essay.lead === "story" ? "debate" : "story";
  const both = essay.perspectives.length > 1;
  const marks = both ? [essay.lead, other] : oneLead ? [] : [essay.lead];
  const Title = level === 2 ? "h2" : "h3";
  return (
    <article aria-labelledby={`essay-${essay.slug}`}>
      {(marks.length > 0 || essay.position !== undefined) && (
        <p className="lead">
          {essay.position !== undefined && (
            <span className="part">{fronts.partNumber(essay.position)}</span>
          )}
          {marks.map((lead) => (
            <LeadMark key={lead} lead={lead} />
          ))}
        </p>
      )}
      <Title id={`essay-${essay.slug}`}>
        <a href={`/essays/${essay.slug}`}>
          <bdi>{essay.title}</bdi>
        </a>
      </Title>
      <p className="byline">
        {!oneName && <PersonName by={essay.by} />}
        {!oneName && essay.standpoint !== null && ", "}
        {essay.standpoint !== null && <bdi>{essay.standpoint}</bdi>}
        {(!oneName || essay.standpoint !== null) && " · "}
        <time dateTime={essay.publishedOn}>{site.day(essay.publishedOn)}</time>
      </p>
      {essay.demo && <InventedLine />}
      {(!brief || essay.note !== null) && (
        <p className="first-lines" dir="auto">
          {essay.note === null ? essay.firstLines : fronts.speaksAbout(essay.note)}
        </p>
      )}
      <Activity essay={essay} />
    </article>
  );
}

function Activity({ essay }: { essay: EssayLine }) {
  const { fronts } = words();
  if (essay.comments === 0) return <p className="soft activity">{fronts.noAnswers}</p>;
  return (
    <p className="soft activity">
      <a href={`/essays/${essay.slug}#comments`}>
        {fronts.answers(essay.comments)}
        <span className="for-ears"> {fronts.answersTo(essay.title)}</span>
      </a>
      , <time dateTime={essay.activeOn}>{fronts.lastOn(essay.activeOn)}</time>
    </p>
  );
}
