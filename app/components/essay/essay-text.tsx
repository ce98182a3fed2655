import type { EssayView } from "#app/domain/essays/read-essay.ts";
import { words } from "#app/words/words.ts";
import { StoredHtml } from "../site/stored-html.tsx";
import { NoteFold } from "../thread/note-fold.tsx";

/** The essay itself, folded behind its content note where it has one. Nothing where it is not shown. */
export function EssayText({ essay }: { essay: EssayView }) {
  const { thread } = words();
  if (essay.state !== "visible") return null;
  return (
    <NoteFold note={essay.note} past="#after-essay">
      <StoredHtml className="words essay-words" html={essay.html} />
      {essay.worksCited.length > 0 && (
        <section className="works">
          <h2>{thread.worksCited}</h2>
          <ul>
            {essay.worksCited.map((work) => (
              <li key={work}>
                <bdi>{work}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
    </NoteFold>
  );
}
