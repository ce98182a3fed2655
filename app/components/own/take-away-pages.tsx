import { words } from "#app/words/words.ts";
import { FaultSummary } from "../forms/fault-summary.tsx";
import type { Fault } from "../forms/faults.ts";
import { HiddenFields } from "../forms/field.tsx";
import { Honeypot } from "../forms/honeypot.tsx";
import { type OwnPiece, OwnPiecePage } from "./own-piece.tsx";

interface Props {
  piece: OwnPiece;
  /** Has it been folded now? */
  done: boolean;
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
}

/** `/comments/:id/lost-key` and `/essays/:slug/lost-key`. Intent: `fold`. */
export function LostKeyPage({ piece, done, faults, hidden }: Props) {
  const { essay, lostKey, takeBack } = words().own;
  const text = piece.of === "essay" ? essay.lostKey : lostKey.text;
  return (
    <OwnPiecePage title={done ? lostKey.doneTitle : lostKey.title} piece={piece} showWords={!done}>
      <FaultSummary title={takeBack.faultsTitle} faults={faults} form="lost-key" />
      {done ? (
        <p role="status">{lostKey.doneText}</p>
      ) : (
        <form method="post" action={`${piece.at}/lost-key`}>
          <HiddenFields fields={hidden} />
          <p>{text}</p>
          <Honeypot form="lost-key" />
          <div className="send">
            <button type="submit" className="button" name="intent" value="fold">
              {lostKey.button}
            </button>
          </div>
        </form>
      )}
    </OwnPiecePage>
  );
}

/**
 * `/comments/:id/my-words` and `/essays/:slug/my-words`, for pieces that came from elsewhere. Intent:
 * `fold`. No proof is asked for.
 */
export function MyWordsPage({ piece, done, faults, hidden }: Props) {
  const { essay, myWords, takeBack } = words().own;
  const text = piece.of === "essay" ? essay.myWords : myWords.text;
  return (
    <OwnPiecePage title={done ? myWords.doneTitle : myWords.title} piece={piece} showWords={!done}>
      <FaultSummary title={takeBack.faultsTitle} faults={faults} form="my-words" />
      {done ? (
        <p role="status">{myWords.doneText}</p>
      ) : (
        <form method="post" action={`${piece.at}/my-words`}>
          <HiddenFields fields={hidden} />
          <p>{text}</p>
          <p className="soft">{myWords.more}</p>
          <Honeypot form="my-words" />
          <div className="send">
            <button type="submit" className="button" name="intent" value="fold">
              {myWords.button}
            </button>
          </div>
        </form>
      )}
    </OwnPiecePage>
  );
}
