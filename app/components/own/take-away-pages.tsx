import { words } from "#app/words/words.ts";
import { FaultSummary } from "../forms/fault-summary.tsx";
import type { Fault } from "../forms/faults.ts";
import { HiddenFields } from "../forms/field.tsx";
import { Honeypot } from "../forms/honeypot.tsx";
import { type OwnComment, OwnCommentPage } from "./own-comment.tsx";

interface Props {
  comment: OwnComment;
  /** Has it been folded now? */
  done: boolean;
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
}

/** `/comments/:id/lost-key`. Intent: `fold`. */
export function LostKeyPage({ comment, done, faults, hidden }: Props) {
  const { lostKey, takeBack } = words().own;
  return (
    <OwnCommentPage
      title={done ? lostKey.doneTitle : lostKey.title}
      comment={comment}
      showWords={!done}
    >
      <FaultSummary title={takeBack.faultsTitle} faults={faults} form="lost-key" />
      {done ? (
        <p role="status">{lostKey.doneText}</p>
      ) : (
        <form method="post" action={`/comments/${comment.id}/lost-key`}>
          <HiddenFields fields={hidden} />
          <p>{lostKey.text}</p>
          <Honeypot form="lost-key" />
          <div className="send">
            <button type="submit" className="button" name="intent" value="fold">
              {lostKey.button}
            </button>
          </div>
        </form>
      )}
    </OwnCommentPage>
  );
}

/** `/comments/:id/my-words`, for pieces of the old blog. Intent: `fold`. No proof is asked for. */
export function MyWordsPage({ comment, done, faults, hidden }: Props) {
  const { myWords, takeBack } = words().own;
  return (
    <OwnCommentPage
      title={done ? myWords.doneTitle : myWords.title}
      comment={comment}
      showWords={!done}
    >
      <FaultSummary title={takeBack.faultsTitle} faults={faults} form="my-words" />
      {done ? (
        <p role="status">{myWords.doneText}</p>
      ) : (
        <form method="post" action={`/comments/${comment.id}/my-words`}>
          <HiddenFields fields={hidden} />
          <p>{myWords.text}</p>
          <p className="soft">{myWords.more}</p>
          <Honeypot form="my-words" />
          <div className="send">
            <button type="submit" className="button" name="intent" value="fold">
              {myWords.button}
            </button>
          </div>
        </form>
      )}
    </OwnCommentPage>
  );
}
