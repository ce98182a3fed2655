import type { EssayView, LinkedEssay } from "#app/domain/essays/read-essay.ts";
import { words } from "#app/words/words.ts";
import { CommentLink, WhoAndWhen } from "./relation.tsx";

/** Essays that answer this one, places elsewhere that spoke of it, and the way to answer it so. */
export function EssayLinks({ essay }: { essay: EssayView }) {
  const { thread } = words();
  const isOpen = essay.state === "visible" || essay.state === "folded";
  if (essay.responses.length === 0 && essay.sources.length === 0 && !isOpen) return null;
  return (
    <div className="essay-links">
      {essay.responses.length > 0 && (
        <section>
          <h2>{words().conversations.answeredBy}</h2>
          <ul>
            {essay.responses.map((response) => (
              <li key={`${response.slug} ${response.comment?.id}`}>
                <Response response={response} />
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
      {isOpen && (
        <p>
          <a href={`/write?responds=${essay.slug}`} rel="nofollow">
            {words().write.links.respond}
          </a>
        </p>
      )}
    </div>
  );
}

function Response({ response }: { response: LinkedEssay }) {
  const { slug, title, relation, comment, ...rest } = response;
  const say = words().conversations;
  return (
    <>
      <a href={`/essays/${slug}`}>
        <bdi>{title}</bdi>
      </a>{" "}
      <span className="soft">
        {comment === null ? (
          say.relationBack[relation]
        ) : (
          <>
            {say.relationBackComment[relation]} <CommentLink comment={comment} />
          </>
        )}
      </span>{" "}
      <WhoAndWhen {...rest} />
    </>
  );
}
