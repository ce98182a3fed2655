import { words } from "#app/words/words.ts";
import { FaultSummary } from "../forms/fault-summary.tsx";
import { type Fault, faultOf } from "../forms/faults.ts";
import { HiddenFields, LineField, TextField } from "../forms/field.tsx";
import { SpeaksFrom, type TypedReply } from "../reply/reply-fields.tsx";
import { AskKey, type OwnPiece, OwnPiecePage } from "./own-piece.tsx";

interface Props {
  piece: OwnPiece;
  /** Null until a key has shown that it is one's own: then only the key is asked for. */
  values: Pick<TypedReply, "body" | "perspective" | "standing" | "note" | "standpoint"> | null;
  /** The key that was typed to open it, so that it needn't be typed again; empty: this device's. */
  secretKey: string;
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
}

/** `/comments/:id/edit`. Intents: `open` (with `key`), `save` (with the words). */
export function EditPage({ piece, values, secretKey, faults, hidden }: Props) {
  const { own, reply } = words();
  return (
    <OwnPiecePage title={own.edit.title} piece={piece} showWords={false}>
      <p className="soft">{own.edit.of(piece.name)}</p>
      <FaultSummary title={own.edit.faultsTitle} faults={faults} form="edit" />
      <form method="post" action={`${piece.at}/edit`}>
        <HiddenFields fields={hidden} />
        {values === null ? (
          <AskKey form="edit" at={piece.at} orCode={false} faults={faults} />
        ) : (
          <>
            <TextField
              form="edit"
              name="body"
              label={reply.body}
              hint={reply.bodyHint}
              rows={10}
              value={values.body}
              fault={faultOf(faults, "body")}
            />
            <SpeaksFrom form="edit" typed={values} faults={faults} />
            <HiddenFields fields={[{ name: "key", value: secretKey }]} />
            <LineField
              form="edit"
              name="note"
              label={reply.note}
              aside={reply.optional}
              hint={reply.noteHint}
              value={values.note}
              fault={faultOf(faults, "note")}
            />
          </>
        )}
        <div className="send">
          <button
            type="submit"
            className="button"
            name="intent"
            value={values === null ? "open" : "save"}
          >
            {values === null ? own.keyPage.useButton : own.edit.button}
          </button>
          <p className="soft">{own.edit.more}</p>
        </div>
      </form>
    </OwnPiecePage>
  );
}
