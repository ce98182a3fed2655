import type { EssayView, LinkedEssay } from "#app/domain/essays/read-essay.ts";
import { words } from "#app/words/words.ts";
import { LeadMark } from "../site/perspective-mark.tsx";
import { Byline } from "./byline.tsx";
import { OriginalLine } from "./original-line.tsx";
import { RelationTo, WhoAndWhen } from "./relation.tsx";

/** Perspective, title and who wrote it when, or the empty place of an essay that is no longer shown. */
export function EssayHead({ essay }: { essay: EssayView }) {
  const { thread } = words();
  if (essay.state !== "visible") {
    return (
      <header className="essay-head">
        <h1>{thread.essayPlaces[essay.state]}</h1>
        <p className="soft">
          {thread.essayPlaces.repliesStay}
          {essay.state === "removed" && (
            <>
              {" "}
              <a href="/moderation/log">{thread.whyLogged}</a>
            </>
          )}
        </p>
      </header>
    );
  }
  return (
    <header className="essay-head">
      <p className="lead">
        <LeadMark lead={essay.lead} long />
        {essay.lead === "story" && essay.perspectives.includes("debate") && (
          <LeadMark lead="debate" />
        )}
        {essay.lead === "debate" && essay.perspectives.includes("experience") && (
          <LeadMark lead="story" />
        )}
      </p>
      <h1 dir="auto">{essay.title}</h1>
      <Byline essay={essay} />
      <OriginalLine original={essay.original} />
      {essay.respondsTo.length > 0 && <Answers links={essay.respondsTo} />}
    </header>
  );
}

/** Which essays this one answers, each with what it does with it. */
function Answers({ links }: { links: readonly LinkedEssay[] }) {
  return (
    <ul className="answers" aria-label={words().conversations.answering}>
      {links.map(({ slug, title, relation, comment, ...rest }) => (
        <li key={`${slug} ${comment?.id}`}>
          <RelationTo relation={relation} comment={comment}>
            <a href={`/essays/${slug}`}>
              <bdi>{title}</bdi>
            </a>
          </RelationTo>{" "}
          <WhoAndWhen {...rest} />
        </li>
      ))}
    </ul>
  );
}
