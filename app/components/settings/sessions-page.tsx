import { words } from "#app/words/words.ts";
import { FaultSummary } from "../forms/fault-summary.tsx";
import type { Fault } from "../forms/faults.ts";
import { HiddenFields } from "../forms/field.tsx";

interface Session {
  mark: string;
  here: boolean;
  lastUsedOn: string;
}

interface Props {
  /** This browser's first. */
  sessions: readonly Session[];
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
}

/** `/settings/sessions`. Intents: `end` with `session`, `end_others`, `end_all`. */
export function SessionsPage({ sessions, faults, hidden }: Props) {
  const say = words().sessions;
  return (
    <div className="page house">
      <h1>{say.title}</h1>
      <FaultSummary title={say.faultsTitle} faults={faults} form="sessions" />
      <p>{say.intro}</p>
      <table className="minutes">
        <caption>{say.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say.columns.which}</th>
            <th scope="col">{say.columns.last}</th>
            <th scope="col">{say.columns.end}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session, index) => (
            <Line
              key={session.mark}
              session={session}
              which={session.here ? say.here : say.other(index)}
              hidden={hidden}
            />
          ))}
        </tbody>
      </table>
      {sessions.length > 1 ? <All hidden={hidden} /> : <p>{say.only}</p>}
      <p>
        <a href="/settings/passphrase">{say.changePassphrase}</a>
        {" · "}
        <a href="/settings">{words().codes.back}</a>
      </p>
    </div>
  );
}

function Line({
  session,
  which,
  hidden,
}: {
  session: Session;
  which: string;
  hidden: Props["hidden"];
}) {
  const say = words().sessions;
  const { mark, here, lastUsedOn } = session;
  return (
    <tr>
      <td data-column={say.columns.which}>{which}</td>
      <td data-column={say.columns.last}>
        <time dateTime={lastUsedOn}>{say.day(lastUsedOn)}</time>
      </td>
      <td data-column={say.columns.end}>
        <form method="post" action="/settings/sessions" id={`session-${mark}`}>
          <HiddenFields fields={[...hidden, { name: "session", value: mark }]} />
          <button
            type="submit"
            className="button plain-button"
            name="intent"
            value="end"
            aria-label={here ? undefined : say.endNamed(which)}
          >
            {here ? say.endHere : say.end}
          </button>
        </form>
      </td>
    </tr>
  );
}

function All({ hidden }: Pick<Props, "hidden">) {
  const say = words().sessions;
  return (
    <section>
      <h2>{say.allTitle}</h2>
      <p>{say.allText}</p>
      <form method="post" action="/settings/sessions">
        <HiddenFields fields={hidden} />
        <div className="send">
          <button type="submit" className="button" name="intent" value="end_others">
            {say.endOthers}
          </button>
          <button type="submit" className="button quiet" name="intent" value="end_all">
            {say.endAll}
          </button>
        </div>
      </form>
    </section>
  );
}
