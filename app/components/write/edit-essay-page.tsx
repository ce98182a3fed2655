import type { PreviewedEssay } from "#app/domain/essays/types.ts";
import { words } from "#app/words/words.ts";
import { Choice } from "../forms/choice.tsx";
import { FaultSummary } from "../forms/fault-summary.tsx";
import { type Fault, faultOf } from "../forms/faults.ts";
import { HiddenFields } from "../forms/field.tsx";
import { AskKey, type OwnPiece, OwnPiecePage } from "../own/own-piece.tsx";
import { scriptWords } from "../reply/script-words.ts";
import { Revealing, type RevealingProps } from "../revealing/revealing.tsx";
import { EssayFields, WRITE_FORM } from "./essay-fields.tsx";
import { EssayPreview } from "./essay-preview.tsx";
import { Group } from "./group.tsx";
import type { TypedEssay } from "./typed-essay.ts";

interface Props {
  piece: OwnPiece;
  /** Null until a key has shown that it is one's own: then only the key is asked for. */
  values: TypedEssay | null;
  /** May readers see the earlier versions? */
  keepOpen: boolean;
  tagsInUse: readonly string[];
  /** How it will look; null: not asked for. */
  preview: PreviewedEssay | null;
  /** What could tell who somebody is; null: no preview was asked for. */
  revealing?: RevealingProps["revealing"];
  waits: boolean;
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
}

/** `/essays/:slug/edit`. Intents: `open` (with `key`), `preview` and `save` (with the words). */
export function EditEssayPage(props: Props) {
  const { piece, values, preview, faults, hidden } = props;
  const { own, write } = words();
  return (
    <OwnPiecePage title={write.edit.title} piece={piece} showWords={values === null} long>
      {preview !== null && <EssayPreview essay={preview} waits={props.waits} />}
      <Revealing revealing={props.revealing ?? null} />
      <div className="write" id="write-form">
        <FaultSummary
          title={write.edit.faultsTitle}
          {...(values !== null && { more: write.faultsMore })}
          faults={faults}
          form={WRITE_FORM}
        />
        <form method="post" action={`${piece.at}/edit`} {...scriptWords()}>
          <HiddenFields fields={hidden} />
          {values === null ? (
            <>
              <AskKey form={WRITE_FORM} at={piece.at} orCode={false} faults={faults} />
              <div className="send">
                <button type="submit" className="button" name="intent" value="open">
                  {own.keyPage.useButton}
                </button>
              </div>
            </>
          ) : (
            <Fields {...props} values={values} />
          )}
        </form>
      </div>
    </OwnPiecePage>
  );
}

function Fields({ piece, values, keepOpen, tagsInUse, faults }: Props & { values: TypedEssay }) {
  const { write } = words();
  const keyIsWrong = faultOf(faults, "key") !== null;
  return (
    <>
      <EssayFields typed={values} faults={faults} tagsInUse={tagsInUse}>
        <Group id="write-under" title={write.edit.changed}>
          <p>
            {write.edit.nameStays(values.name)} {write.edit.linksStay}
          </p>
          <Choice
            id={`${WRITE_FORM}-keep_open`}
            type="checkbox"
            name="keep_open"
            value="1"
            checked={keepOpen}
            label={write.edit.keepOpen}
            more={write.edit.keepOpenMore}
          />
        </Group>
      </EssayFields>
      <HiddenFields fields={[{ name: "name", value: values.name }]} />
      {keyIsWrong ? (
        <AskKey form={WRITE_FORM} at={piece.at} orCode={false} faults={faults} />
      ) : (
        <HiddenFields fields={[{ name: "key", value: values.key }]} />
      )}
      <div className="write-end">
        <div className="send">
          <button type="submit" className="button quiet" name="intent" value="preview">
            {write.previewButton}
          </button>
          <button type="submit" className="button" name="intent" value="save">
            {write.edit.save}
          </button>
        </div>
        <p className="soft">{write.edit.more}</p>
      </div>
    </>
  );
}
