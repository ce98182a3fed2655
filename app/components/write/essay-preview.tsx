import type { EssayView } from "#app/domain/essays/read-essay.ts";
import { words } from "#app/words/words.ts";
import { EssayHead } from "../essay/essay-head.tsx";
import { EssayText } from "../essay/essay-text.tsx";
import { WritersWish } from "../essay/writers-wish.tsx";

interface Props {
  essay: EssayView;
  waits: boolean;
}

/** The essay exactly as its page will show it, above the form. */
export function EssayPreview({ essay, waits }: Props) {
  const { write } = words();
  const named = { ...essay, title: essay.title === "" ? write.untitled : essay.title };
  return (
    <section className="essay-preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{write.preview}</h2>
      <p className="soft">
        {waits ? write.previewWaits : write.previewPublic}{" "}
        <a href="#write-form">{write.previewToForm}</a>
      </p>
      <article className="essay" data-lead={essay.lead}>
        <EssayHead essay={named} />
        {essay.html === "" ? (
          <p className="soft">{write.previewEmpty}</p>
        ) : (
          <EssayText essay={named} />
        )}
      </article>
      <div id="after-essay" tabIndex={-1}>
        <WritersWish mode={essay.replyMode} writer={essay.by?.name ?? null} />
      </div>
    </section>
  );
}
