import type { PreviewedEssay } from "#app/domain/essays/types.ts";
import { words } from "#app/words/words.ts";
import { Answered } from "./answered.tsx";
import { EssayPreview } from "./essay-preview.tsx";
import { WriteForm, type WriteFormProps } from "./write-form.tsx";

interface Props extends WriteFormProps {
  /** How it will look; null: not asked for. */
  preview: PreviewedEssay | null;
}

/** `/write`: what is answered, how the essay will look, and the composer. */
export function WritePage({ preview, ...form }: Props) {
  const { write } = words();
  const { answered } = form;
  return (
    <div className="page write-page">
      <h1 className={answered === null ? undefined : "small"}>
        {answered === null ? write.title : write.titleResponse(answered.title)}
      </h1>
      {preview === null && <p className="soft">{write.intro}</p>}
      {preview !== null && <EssayPreview essay={preview} waits={form.waits} />}
      {answered !== null && <Answered piece={answered} />}
      <WriteForm {...form} />
    </div>
  );
}
