import { words } from "#app/words/words.ts";
import { FaultSummary } from "../forms/fault-summary.tsx";
import type { Fault } from "../forms/faults.ts";
import { HiddenFields } from "../forms/field.tsx";
import { AskKey, type OwnPiece, OwnPiecePage } from "./own-piece.tsx";

interface Props {
  piece: OwnPiece;
  /** `ask`: before; `done`: taken back, may be undone; `undone`; `late`: the day is over. */
  stage: "ask" | "done" | "undone" | "late";
  /** Must the key or the code be typed, or is it open in this browser? */
  askKey: boolean;
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
}

/** `/comments/:id/take-back` and `/essays/:slug/take-back`. Intents: `take-back`, `undo`, each with `key` where it is asked for. */
export function TakeBackPage(props: Props) {
  const { piece, stage, faults, hidden } = props;
  const { own, write } = words();
  const takeBack = piece.of === "essay" ? { ...own.takeBack, ...write.takeBack } : own.takeBack;
  const titles = {
    ask: takeBack.title,
    done: takeBack.doneTitle,
    undone: takeBack.undoneTitle,
    late: takeBack.doneTitle,
  };
  const asks = stage === "ask" || stage === "done";
  return (
    <OwnPiecePage title={titles[stage]} piece={piece} showWords={stage === "ask"}>
      <FaultSummary title={takeBack.faultsTitle} faults={faults} form="take-back" />
      {stage === "ask" && (
        <>
          <p>{takeBack.text}</p>
          <p className="soft">{takeBack.limit}</p>
        </>
      )}
      {stage === "done" && <p role="status">{takeBack.doneText}</p>}
      {stage === "late" && <p>{takeBack.tooLate}</p>}
      {asks && (
        <form method="post" action={`${piece.at}/take-back`}>
          <HiddenFields fields={hidden} />
          {props.askKey && (
            <AskKey form="take-back" at={piece.at} orCode={stage === "ask"} faults={faults} />
          )}
          <div className="send">
            {stage === "ask" ? (
              <button type="submit" className="button" name="intent" value="take-back">
                {takeBack.button}
              </button>
            ) : (
              <>
                <button type="submit" className="button quiet" name="intent" value="undo">
                  {takeBack.undo}
                </button>
                <p className="soft">{takeBack.undoMore}</p>
              </>
            )}
          </div>
        </form>
      )}
    </OwnPiecePage>
  );
}
