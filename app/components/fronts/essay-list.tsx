import type { EssayLine } from "#app/domain/discovery/list-essays.ts";
import { words } from "#app/words/words.ts";
import { LeadMark } from "../site/perspective-mark.tsx";

interface Props {
  essays: readonly EssayLine[];
  /** How many at the beginning stand larger. */
  large: number;
}

/** A table of contents in a rhythm of two sizes. */
export function EssayList({ essays, large }: Props) {
  return (
    <ol className="contents" aria-label={words().fronts.listLabel}>
      {essays.map((essay, index) => (
        <li key={essay.slug} data-size={index < large ? "large" : "small"}>
          <Entry essay={essay} />
        </li>
      ))}
    </ol>
  );
}

function Entry({ essay }: { essay: EssayLine }) {
  const { fronts, site, thread } = words();
  const both = essay.perspectives.length > 1;
  return (
    <article aria-labelledby={`essay-${essay.slug}`}>
      <p className="lead">
        <LeadMark lead={essay.lead} />
        {both && <LeadMark lead={essay.lead === "story" ? "debate" : "story"} />}
      </p>
      <h2 id={`essay-${essay.slug}`}>
        <a href={`/essays/${essay.slug}`}>{essay.title}</a>
      </h2>
      <p className="byline">
        <b className="name">
          <bdi>{essay.by?.name ?? thread.withoutName}</bdi>
        </b>
        {essay.standpoint !== null && (
          <>
            , <bdi>{essay.standpoint}</bdi>
          </>
        )}
        {" · "}
        <time dateTime={essay.publishedOn}>{site.day(essay.publishedOn)}</time>
      </p>
      <p className="first-lines" dir="auto">
        {essay.note === null ? essay.firstLines : fronts.speaksAbout(essay.note)}
      </p>
      <p className="soft activity">
        {essay.comments === 0 ? (
          fronts.noAnswers
        ) : (
          <>
            <a href={`/essays/${essay.slug}#comments`}>
              {fronts.answers(essay.comments)}
              <span className="for-ears"> {fronts.answersTo(essay.title)}</span>
            </a>
            , <time dateTime={essay.activeOn}>{fronts.lastOn(essay.activeOn)}</time>
          </>
        )}
      </p>
    </article>
  );
}
