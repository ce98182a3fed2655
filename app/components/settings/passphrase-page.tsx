import { words } from "#app/words/words.ts";
import { PassphraseField } from "../account/passphrase-field.tsx";
import { Choice, ChoiceGroup } from "../forms/choice.tsx";
import { FaultSummary } from "../forms/fault-summary.tsx";
import { type Fault, faultOf } from "../forms/faults.ts";
import { HiddenFields } from "../forms/field.tsx";

interface Props {
  /** Pen names that may sign in, the oldest first. */
  names: readonly { id: string; name: string }[];
  signInName: string;
  /** What has just been done. */
  done: "passphrase" | "name" | null;
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
}

/** `/settings/passphrase`. Intents: `change`; `name` with `pen_name`. */
export function PassphrasePage(props: Props) {
  const { signInName, done, faults, hidden } = props;
  const say = words().passphrase;
  return (
    <div className="page house">
      <h1>{say.title}</h1>
      {done !== null && (
        <p className="notice" role="status">
          {done === "name" ? say.nameChanged(signInName) : say.changed}
        </p>
      )}
      <FaultSummary title={say.faultsTitle} faults={faults} form="passphrase" />
      <section>
        <h2>{say.change}</h2>
        <p>{say.changeText}</p>
        <form method="post" action="/settings/passphrase" className="answer" id="change-passphrase">
          <HiddenFields fields={hidden} />
          <div hidden>
            <input
              type="text"
              name="username"
              autoComplete="username"
              value={signInName}
              readOnly
            />
          </div>
          <PassphraseField
            form="passphrase"
            name="old"
            label={say.old}
            autoComplete="current-password"
            fault={faultOf(faults, "old")}
          />
          <PassphraseField
            form="passphrase"
            name="passphrase"
            label={say.fresh}
            hint={say.freshHint}
            autoComplete="new-password"
            fault={faultOf(faults, "passphrase")}
          />
          <div className="send">
            <button type="submit" className="button" name="intent" value="change">
              {say.changeButton}
            </button>
          </div>
        </form>
        <p>
          {say.lost} <a href="/recover">{say.lostLink}</a>
        </p>
      </section>
      <SignInName {...props} />
      <p>
        <a href="/settings">{words().codes.back}</a>
      </p>
    </div>
  );
}

function SignInName({ names, signInName, faults, hidden }: Props) {
  const say = words().passphrase;
  return (
    <section>
      <h2>{say.nameTitle}</h2>
      {names.length < 2 ? (
        <p>{say.nameOne(signInName)}</p>
      ) : (
        <>
          <p>{say.nameText}</p>
          <form method="post" action="/settings/passphrase" className="answer" id="sign-in-name">
            <HiddenFields fields={hidden} />
            <ChoiceGroup
              id="passphrase-pen_name"
              legend={say.nameLegend}
              fault={faultOf(faults, "pen_name")}
            >
              {names.map(({ id, name }) => (
                <Choice
                  key={id}
                  id={`sign-in-${id}`}
                  type="radio"
                  name="pen_name"
                  value={id}
                  checked={name === signInName}
                  label={name}
                />
              ))}
            </ChoiceGroup>
            <PassphraseField
              form="passphrase"
              name="name_passphrase"
              label={say.namePassphrase}
              autoComplete="current-password"
              fault={faultOf(faults, "name_passphrase")}
            />
            <div className="send">
              <button type="submit" className="button quiet" name="intent" value="name">
                {say.nameButton}
              </button>
            </div>
          </form>
        </>
      )}
    </section>
  );
}
