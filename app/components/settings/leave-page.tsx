import { words } from "#app/words/words.ts";
import { PassphraseField } from "../account/passphrase-field.tsx";
import { Choice, ChoiceGroup } from "../forms/choice.tsx";
import { FaultSummary } from "../forms/fault-summary.tsx";
import { type Fault, faultOf } from "../forms/faults.ts";
import { HiddenFields } from "../forms/field.tsx";

interface Props {
  /** The account is on its way out; null: it is not. */
  leaving: {
    choice: "take_back" | "thread_names";
    complete: boolean;
    /** For so many whole hours it can be kept; null: no more. */
    hoursLeft: number | null;
  } | null;
  essays: number;
  comments: number;
  /** What was chosen; empty: nothing yet. */
  chosen: string;
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
}

/** `/settings/leave`. Intents: `leave` with `choice`, `passphrase` and `sure`; `go-on`, `keep`. */
export function LeavePage(props: Props) {
  const { leaving, faults } = props;
  const say = words().leaving;
  return (
    <div className="page house">
      <h1>{leaving === null ? say.leave.title : say.leave.leavingTitle}</h1>
      <FaultSummary title={say.faultsTitle} faults={faults} form="leave" />
      {leaving === null ? <Ask {...props} /> : <OnItsWay leaving={leaving} hidden={props.hidden} />}
    </div>
  );
}

function Ask({ essays, comments, chosen, faults, hidden }: Props) {
  const say = words().leaving.leave;
  return (
    <>
      <p>{say.intro}</p>
      <p>{say.has({ essays, comments })}</p>
      <p>
        {say.takeOutFirst} <a href="/settings/take-out">{say.takeOutLink}</a>
      </p>
      <h2>{say.whatElse}</h2>
      <ul>
        {say.things.map((thing) => (
          <li key={thing}>{thing}</li>
        ))}
      </ul>
      <p>
        <b>{say.undo}</b>
      </p>
      <p>{say.seen}</p>
      <form method="post" action="/settings/leave" className="answer">
        <HiddenFields fields={hidden} />
        <ChoiceGroup id="leave-choice" legend={say.legend} fault={faultOf(faults, "choice")}>
          <Choice
            id="leave-take-back"
            type="radio"
            name="choice"
            value="take_back"
            checked={chosen === "take_back"}
            label={say.takeBack}
            more={say.takeBackMore}
          />
          <Choice
            id="leave-thread-names"
            type="radio"
            name="choice"
            value="thread_names"
            checked={chosen === "thread_names"}
            label={say.threadNames}
            more={say.threadNamesMore}
          />
        </ChoiceGroup>
        <PassphraseField
          form="leave"
          name="passphrase"
          label={say.passphrase}
          hint={say.passphraseHint}
          autoComplete="current-password"
          fault={faultOf(faults, "passphrase")}
        />
        <Sure fault={faultOf(faults, "sure")} />
        <div className="send">
          <button type="submit" className="button" name="intent" value="leave">
            {say.button}
          </button>
          <p>
            <a href="/settings">{say.cancel}</a>
          </p>
        </div>
      </form>
    </>
  );
}

function Sure({ fault }: { fault: string | null }) {
  return (
    <>
      {fault !== null && <p className="fault">{fault}</p>}
      <Choice
        id="leave-sure"
        type="checkbox"
        name="sure"
        value="1"
        checked={false}
        label={words().leaving.leave.sure}
      />
    </>
  );
}

function OnItsWay({
  leaving,
  hidden,
}: {
  leaving: NonNullable<Props["leaving"]>;
  hidden: Props["hidden"];
}) {
  const say = words().leaving.leave;
  const { choice, complete, hoursLeft } = leaving;
  const mayKeep = !complete || hoursLeft !== null;
  return (
    <>
      <p role="status">{choice === "take_back" ? say.leavingTakeBack : say.leavingThreadNames}</p>
      {!complete && <p>{say.unfinished}</p>}
      {complete && <p>{hoursLeft === null ? say.late : say.until(hoursLeft)}</p>}
      {mayKeep && (
        <form method="post" action="/settings/leave">
          <HiddenFields fields={hidden} />
          <div className="send">
            <button type="submit" className="button" name="intent" value="keep">
              {say.keep}
            </button>
            {!complete && (
              <button type="submit" className="button quiet" name="intent" value="go-on">
                {say.goOn}
              </button>
            )}
            <p className="soft">{say.keepMore}</p>
          </div>
        </form>
      )}
      <p>
        <a href="/settings/take-out">{say.takeOutLink}</a>
        {" · "}
        <a href="/sign-out">{say.signOut}</a>
      </p>
    </>
  );
}
