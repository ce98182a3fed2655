import { words } from "#app/words/words.ts";
import { FaultSummary } from "../forms/fault-summary.tsx";
import type { Fault } from "../forms/faults.ts";
import { HiddenFields } from "../forms/field.tsx";
import { AskKey, type OwnComment, OwnCommentPage } from "./own-comment.tsx";

interface Props {
  comment: OwnComment;
  /** `ask`: before; `done`: taken back, may be undone; `undone`; `late`: the day is over. */
  stage: "ask" | "done" | "undone" | "late";
  /** Must the key or the code be typed, or is it open in this browser? */
  askKey: boolean;
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
}

/** `/comments/:id/take-back`. Intents: `take-back`, `undo`, each with `key` where it is asked for. */
export function TakeBackPage(props: Props) {
  const { comment, stage, faults, hidden } = props;
  const { own } = words();
  const { takeBack } = own;
  const titles = {
    ask: takeBack.title,
    done: takeBack.doneTitle,
    undone: takeBack.undoneTitle,
    late: takeBack.doneTitle,
  };
  const asks = stage === "ask" || stage === "done";
  return (
    <OwnCommentPage title={titles[stage]} comment={comment} showWords={stage === "ask"}>
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
        <form method="post" action={`/comments/${comment.id}/take-back`}>
          <HiddenFields fields={hidden} />
          {props.askKey && (
            <AskKey form="take-back" commentId={comment.id} orCode faults={faults} />
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
    </OwnCommentPage>
  );
}
