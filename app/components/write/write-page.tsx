import type { PreviewedEssay } from "#app/domain/essays/types.ts";
import { words } from "#app/words/words.ts";
import { Revealing, type RevealingProps } from "../revealing/revealing.tsx";
import { Answered } from "./answered.tsx";
import { EssayPreview } from "./essay-preview.tsx";
import { WriteForm, type WriteFormProps } from "./write-form.tsx";

interface Props extends WriteFormProps {
  /** How it will look; null: not asked for. */
  preview: PreviewedEssay | null;
  /** What could tell who somebody is; null: no preview was asked for. */
  revealing?: RevealingProps["revealing"];
}

/** `/write`: what is answered, how the essay will look, and the composer. */
export function WritePage({ preview, revealing, ...form }: Props) {
  const { write } = words();
  const { answered } = form;
  return (
    <div className="page write-page">
      <h1 className={answered === null ? undefined : "small"}>
        {answered === null ? write.title : write.titleResponse(answered.title)}
      </h1>
      {preview === null && <p className="soft">{write.intro}</p>}
      {preview !== null && <EssayPreview essay={preview} waits={form.waits} />}
      <Revealing revealing={revealing ?? null} />
      {answered !== null && <Answered piece={answered} />}
      <WriteForm {...form} />
    </div>
  );
}
