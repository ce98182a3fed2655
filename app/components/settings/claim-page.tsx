import { words } from "#app/words/words.ts";
import { FaultSummary } from "../forms/fault-summary.tsx";
import { type Fault, faultOf } from "../forms/faults.ts";
import { HiddenFields, TextField } from "../forms/field.tsx";
import { ClaimImported, type ImportedProps } from "./claim-imported.tsx";
import { ClaimThreads, type PenNameChoice, type ShownKey } from "./claim-threads.tsx";

export interface ClaimPageProps extends ImportedProps {
  /** `choose`: the keys were read, and names are chosen; `done`: it is taken up. */
  stage: "ask" | "choose" | "done";
  /** The keys as they were typed. */
  typed: string;
  /** Does this device keep a key? */
  deviceKeeps: boolean;
  /** What the keys bring along. */
  keys: readonly ShownKey[];
  /** What was taken up before, and stands under thread names. */
  before: readonly ShownKey[];
  penNames: readonly PenNameChoice[];
  chosen: Readonly<Record<string, string>>;
  done: { lines: readonly string[]; refused: readonly string[] } | null;
  /** The form that the faults are about. */
  about: "keys" | "before" | "imported";
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
}

/**
 * `/settings/claim`. Intents: `look` with `keys`; `device`; `take` with `keys` and a name for each
 * thread; `name` for threads that were taken up before; `ask` with `imported` and `shown_as`.
 */
export function ClaimPage(props: ClaimPageProps) {
  const { stage, faults, about } = props;
  const say = words().claim;
  const titles = {
    keys: say.faultsTitle,
    before: say.before.faultsTitle,
    imported: say.imported.faultsTitle,
  };
  return (
    <div className="page house">
      <h1>{stage === "choose" ? say.choose.title : say.title}</h1>
      <FaultSummary title={titles[about]} faults={faults} form={formOf(about)} />
      {stage === "choose" ? (
        <Choosing {...props} />
      ) : (
        <>
          {stage === "done" && <Done {...props} />}
          <p>{say.intro}</p>
          <Keys {...props} />
          <Before {...props} />
          <ClaimImported {...props} faults={about === "imported" ? faults : []} />
        </>
      )}
      <p>
        <a href="/settings">{words().settings.back}</a>
      </p>
    </div>
  );
}

function formOf(about: ClaimPageProps["about"]): string {
  return `claim-${about}`;
}

function Keys({ typed, deviceKeeps, faults, about, hidden }: ClaimPageProps) {
  const say = words().claim.keys;
  return (
    <section>
      <h2>{say.title}</h2>
      <p>{say.text}</p>
      <form method="post" action="/settings/claim">
        <HiddenFields fields={hidden} />
        <TextField
          form={formOf("keys")}
          name="keys"
          label={say.label}
          hint={say.hint}
          value={typed}
          rows={3}
          fault={about === "keys" ? faultOf(faults, "keys") : null}
        />
        <div className="send">
          <button type="submit" className="button" name="intent" value="look">
            {say.look}
          </button>
        </div>
      </form>
      {deviceKeeps && (
        <form method="post" action="/settings/claim">
          <HiddenFields fields={hidden} />
          <div className="send">
            <button type="submit" className="button quiet" name="intent" value="device">
              {say.useDevice}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

function Choosing({ typed, keys, penNames, chosen, faults, hidden }: ClaimPageProps) {
  const say = words().claim.choose;
  return (
    <>
      <p>{say.text}</p>
      <p>{say.apart}</p>
      <form method="post" action="/settings/claim">
        <HiddenFields fields={[...hidden, { name: "keys", value: typed }]} />
        <ClaimThreads form={formOf("keys")} headings {...{ keys, penNames, chosen, faults }} />
        <div className="send">
          <button type="submit" className="button" name="intent" value="take">
            {say.button}
          </button>
          <p className="soft">{say.dead}</p>
        </div>
      </form>
      <p>
        <a href="/settings/claim">{say.back}</a>
      </p>
    </>
  );
}

function Done({ done }: ClaimPageProps) {
  const say = words().claim.done;
  return (
    <section className="notice" role="status">
      <h2>{say.title}</h2>
      {done?.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {done !== null && done.refused.length > 0 && (
        <>
          <h3>{say.refusedTitle}</h3>
          <ul>
            {done.refused.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Before({ before, penNames, chosen, about, faults, hidden }: ClaimPageProps) {
  const say = words().claim;
  if (before.every(({ threads }) => threads.length === 0)) return null;
  const mine = about === "before";
  return (
    <section>
      <h2>{say.before.title}</h2>
      <p>{say.before.text}</p>
      <p>{say.choose.apart}</p>
      <form method="post" action="/settings/claim">
        <HiddenFields fields={hidden} />
        <ClaimThreads
          form={formOf("before")}
          keys={before}
          headings={false}
          penNames={penNames}
          chosen={mine ? chosen : {}}
          faults={mine ? faults : []}
        />
        <div className="send">
          <button type="submit" className="button" name="intent" value="name">
            {say.before.button}
          </button>
        </div>
      </form>
    </section>
  );
}
