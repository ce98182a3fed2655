import type { EssayView } from "#app/domain/essays/read-essay.ts";
import { StoredHtml } from "../site/stored-html.tsx";
import { NoteFold } from "../thread/note-fold.tsx";
import { WorksCited } from "./works-cited.tsx";

/** The essay itself, folded behind its content note where it has one. Nothing where it is not shown. */
export function EssayText({ essay }: { essay: EssayView }) {
  if (essay.state !== "visible") return null;
  return (
    <NoteFold note={essay.note} past="#after-essay">
      <StoredHtml className="words essay-words" html={essay.html} />
      <WorksCited works={essay.works} />
    </NoteFold>
  );
}
