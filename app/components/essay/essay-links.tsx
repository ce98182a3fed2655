import type { EssayView } from "#app/domain/essays/read-essay.ts";
import { words } from "#app/words/words.ts";
import { LeadMark } from "../site/perspective-mark.tsx";

/** Essays that answer this one, and places elsewhere that spoke of it. */
export function EssayLinks({ essay }: { essay: EssayView }) {
  const { thread } = words();
  if (essay.responses.length === 0 && essay.sources.length === 0) return null;
  return (
    <div className="essay-links">
      {essay.responses.length > 0 && (
        <section>
          <h2>{thread.responses}</h2>
          <ul>
            {essay.responses.map(({ slug, title, lead, by, relation }) => (
              <li key={slug}>
                <LeadMark lead={lead} /> <a href={`/essays/${slug}`}>{title}</a>{" "}
                <span className="soft">
                  {thread.relation[relation]}
                  {by !== null && (
                    <>
                      {" · "}
                      <bdi>{by}</bdi>
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {essay.sources.length > 0 && (
        <section>
          <h2>{thread.sourceNotes}</h2>
          <ul>
            {essay.sources.map(({ title, url, notedOn }) => (
              <li key={url}>
                {thread.mentionedAt}{" "}
                <a href={url} rel="noopener noreferrer nofollow ugc">
                  <bdi>{title}</bdi>
                </a>{" "}
                <time className="soft" dateTime={notedOn}>
                  {words().site.day(notedOn)}
                </time>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
