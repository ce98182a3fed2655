import type { PartLine } from "#app/domain/leaving/own-counts.ts";
import { words } from "#app/words/words.ts";
import { FaultSummary } from "../forms/fault-summary.tsx";
import { type Fault, faultOf } from "../forms/faults.ts";
import { HiddenFields } from "../forms/field.tsx";
import { PartChoices, partName } from "./part-choices.tsx";

export interface ConfirmTakeBack {
  what: string;
  /** Null: thread names; left out: everything. */
  name?: string | null;
  essays: number;
  comments: number;
}

interface Props {
  parts: readonly PartLine[];
  everything: string;
  /** What was chosen, to be confirmed; null: nothing yet. */
  confirm: ConfirmTakeBack | null;
  /** What has just happened. */
  done: "taken" | "back" | null;
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
}

/** `/settings/take-back`. Intents: `ask`, `take-back` and `undo`, each with `what`. */
export function TakeBackAllPage(props: Props) {
  const say = words().leaving.takeBack;
  const { confirm, done, faults } = props;
  const rest = props.parts.some(({ essays, comments }) => essays + comments > 0);
  return (
    <div className="page house">
      <h1>{confirm === null ? say.title : say.confirmTitle}</h1>
      <FaultSummary title={words().leaving.faultsTitle} faults={faults} form="take-back" />
      {done !== null && (
        <p className="notice" role="status">
          {done === "taken" ? say.taken : say.back}
        </p>
      )}
      {confirm !== null ? (
        <Confirm confirm={confirm} hidden={props.hidden} />
      ) : (
        <>
          <p>{say.intro}</p>
          <p>
            <a href="/inbox">{say.inbox}</a>
          </p>
          {rest ? <Choose {...props} /> : <p>{say.nothing}</p>}
          <Undo {...props} />
        </>
      )}
      <p>
        <a href="/settings">{words().leaving.settings}</a>
      </p>
    </div>
  );
}

function Choose({ parts, everything, faults, hidden }: Props) {
  const say = words().leaving.takeBack;
  const some = parts.filter(({ essays, comments }) => essays + comments > 0);
  return (
    <form method="post" action="/settings/take-back" className="answer">
      <HiddenFields fields={hidden} />
      <PartChoices
        form="take-back"
        legend={say.legend}
        parts={some}
        everything={some.length > 1 ? everything : null}
        chosen=""
        fault={faultOf(faults, "what")}
      />
      <div className="send">
        <button type="submit" className="button" name="intent" value="ask">
          {say.next}
        </button>
        <p className="soft">{say.more}</p>
      </div>
    </form>
  );
}

function Confirm({ confirm, hidden }: { confirm: ConfirmTakeBack; hidden: Props["hidden"] }) {
  const say = words().leaving.takeBack;
  const { what, name, essays, comments } = confirm;
  const of = { essays, comments };
  return (
    <>
      <p>
        <b>
          {name === undefined && say.whatOfAll(of)}
          {name === null && say.whatOfThreads(of)}
          {typeof name === "string" && say.whatOf(name, of)}
        </b>
      </p>
      <p>{say.atOnce}</p>
      <p>{say.undo}</p>
      <p>{say.seen}</p>
      {name === undefined && <p>{say.several}</p>}
      <p className="soft">{say.copies}</p>
      <form method="post" action="/settings/take-back">
        <HiddenFields fields={[...hidden, { name: "what", value: what }]} />
        <div className="send">
          <button type="submit" className="button" name="intent" value="take-back">
            {say.button}
          </button>
          <p>
            <a href="/settings/take-back">{say.cancel}</a>
          </p>
        </div>
      </form>
    </>
  );
}

function Undo({ parts, hidden }: Props) {
  const say = words().leaving.takeBack;
  const some = parts.filter(({ undoable }) => undoable > 0);
  if (some.length === 0) return null;
  return (
    <section>
      <h2>{say.undoTitle}</h2>
      <p>{say.undoText}</p>
      {some.map((part) => (
        <form key={part.value} method="post" action="/settings/take-back" id={`undo-${part.value}`}>
          <HiddenFields fields={[...hidden, { name: "what", value: part.value }]} />
          <p>{say.undoable(partName(part), part.undoable)}</p>
          <div className="send">
            <button type="submit" className="button quiet" name="intent" value="undo">
              {say.undoButton(partName(part))}
            </button>
          </div>
        </form>
      ))}
    </section>
  );
}
