import type { EssayView } from "#app/domain/essays/read-essay.ts";
import { words } from "#app/words/words.ts";
import { StoredHtml } from "../site/stored-html.tsx";
import { NoteFold } from "../thread/note-fold.tsx";
import { Byline } from "./byline.tsx";
import { WorksCited } from "./works-cited.tsx";

/** The essay itself, folded behind its content note where it has one. Nothing where it is not shown. */
export function EssayText({ essay }: { essay: EssayView }) {
  if (essay.state === "visible") return <Text essay={essay} />;
  return essay.state === "folded" ? <Folded essay={essay} /> : null;
}

/** A fold hides until a moderator has looked; it takes nothing away, so it can be opened. */
function Folded({ essay }: { essay: EssayView }) {
  const { thread } = words();
  return (
    <details className="note folded">
      <summary>
        {thread.places.folded} <span className="open">{thread.openPart}</span>
      </summary>
      <h2>
        <bdi>{essay.title}</bdi>
      </h2>
      <Byline essay={essay} />
      <Text essay={essay} />
    </details>
  );
}

function Text({ essay }: { essay: EssayView }) {
  return (
    <NoteFold note={essay.note} past="#after-essay">
      <StoredHtml className="words essay-words" html={essay.html} />
      <WorksCited works={essay.works} />
    </NoteFold>
  );
}
