import type { PreviewedEssay } from "#app/domain/essays/types.ts";
import { words } from "#app/words/words.ts";
import { EssayHead } from "../essay/essay-head.tsx";
import { EssayText } from "../essay/essay-text.tsx";
import { OutlineFold } from "../essay/outline.tsx";
import { SeriesLine } from "../essay/series-line.tsx";
import { TagLine } from "../essay/tag-line.tsx";
import { WritersWish } from "../essay/writers-wish.tsx";

interface Props {
  essay: PreviewedEssay;
  waits: boolean;
}

/** The essay exactly as its page will show it, above the form. */
export function EssayPreview({ essay, waits }: Props) {
  const { write } = words();
  const named = { ...essay, title: essay.title === "" ? write.untitled : essay.title };
  const outline = {
    ...{ lead: essay.lead, headings: essay.headings, branches: [], comments: 0, page: 1 },
    pageAddress: () => "",
  };
  return (
    <section className="essay-preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{write.preview}</h2>
      <p className="soft">
        {waits ? write.previewWaits : write.previewPublic}{" "}
        <a href="#write-form">{write.previewToForm}</a>
      </p>
      <article className="essay" data-lead={essay.lead} data-state={essay.state}>
        <EssayHead essay={named} />
        <OutlineFold {...outline} />
        <SeriesLine series={essay.series} stands="above" />
        {essay.html === "" ? (
          <p className="soft">{write.previewEmpty}</p>
        ) : (
          <EssayText essay={named} />
        )}
        <SeriesLine series={essay.series} stands="below" />
        <TagLine tags={essay.tags} />
      </article>
      <div id="after-essay" tabIndex={-1}>
        <WritersWish mode={essay.replyMode} writer={essay.by?.name ?? null} />
      </div>
    </section>
  );
}
