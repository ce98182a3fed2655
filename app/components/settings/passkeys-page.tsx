import { words } from "#app/words/words.ts";
import { PasskeyForm } from "../account/passkey-form.tsx";
import { FaultSummary } from "../forms/fault-summary.tsx";
import { type Fault, faultOf } from "../forms/faults.ts";
import { HiddenFields, LineField } from "../forms/field.tsx";

interface Passkey {
  id: string;
  /** Empty: it was given none. */
  label: string;
  rpId: string;
  lastUsedOn: string | null;
}

/** What was just done. */
export type PasskeyDone = "added" | "saved" | "removed";

interface Props {
  passkeys: readonly Passkey[];
  /** Can one be added here? Else why not. */
  adding: "yes" | "no_place" | "full";
  most: number;
  /** Are there several host names, so that it matters where a passkey works? */
  severalPlaces: boolean;
  done: PasskeyDone | null;
  /** The name that could not be kept, and whose it was to be. */
  typed: { id: string; label: string } | null;
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
}

/** `/settings/passkeys`. Intents: `name` with `label`, `remove`; both with `passkey`. */
export function PasskeysPage(props: Props) {
  const { passkeys, done, faults } = props;
  const say = words().passkeys;
  return (
    <div className="page house">
      <h1>{say.title}</h1>
      {done !== null && <p role="status">{say[done]}</p>}
      <FaultSummary title={say.faultsTitle} faults={faults} form={formOf(props.typed?.id ?? "")} />
      <p>{say.intro}</p>
      <section>
        <h2>{say.list}</h2>
        {passkeys.length === 0 ? (
          <p>{say.none}</p>
        ) : (
          <ul className="entries">
            {passkeys.map((passkey) => (
              <Entry key={passkey.id} passkey={passkey} page={props} />
            ))}
          </ul>
        )}
      </section>
      <Adding {...props} />
      <p>
        <a href="/settings">{say.back}</a>
      </p>
    </div>
  );
}

function formOf(id: string): string {
  return `passkey-${id}`;
}

function Entry({ passkey, page }: { passkey: Passkey; page: Props }) {
  const say = words().passkeys;
  const { id, label, lastUsedOn, rpId } = passkey;
  const name = label === "" ? say.unnamed : label;
  const faults = page.typed?.id === id ? page.faults : [];
  const fields = [...page.hidden, { name: "passkey", value: id }];
  return (
    <li>
      <h3 dir="auto">{name}</h3>
      <p className="soft">
        {lastUsedOn === null ? say.neverUsed : say.usedOn(lastUsedOn)}
        {page.severalPlaces && ` · ${say.worksAt(rpId)}`}
      </p>
      <details className="plain" open={faults.length > 0}>
        <summary>
          <span className="for-ears">{name}: </span>
          {say.change}
        </summary>
        <form method="post" action="/settings/passkeys">
          <HiddenFields fields={fields} />
          <LineField
            form={formOf(id)}
            name="label"
            label={say.name}
            value={faults.length > 0 ? (page.typed?.label ?? "") : label}
            fault={faultOf(faults, "label")}
          />
          <div className="send">
            <button type="submit" className="button" name="intent" value="name">
              {say.save}
              <span className="for-ears">: {name}</span>
            </button>
          </div>
        </form>
        <form method="post" action="/settings/passkeys">
          <HiddenFields fields={fields} />
          <div className="send">
            <button type="submit" className="button quiet" name="intent" value="remove">
              {say.remove}
              <span className="for-ears">: {name}</span>
            </button>
            <p className="soft">{say.removeMore}</p>
          </div>
        </form>
      </details>
    </li>
  );
}

function Adding({ adding, most, hidden }: Pick<Props, "adding" | "most" | "hidden">) {
  const say = words().passkeys;
  return (
    <section>
      <h2>{say.addTitle}</h2>
      {adding === "no_place" && <p>{say.noPlace}</p>}
      {adding === "full" && <p>{say.full(most)}</p>}
      {adding === "yes" && (
        <>
          <p>{say.shared}</p>
          <p data-without-passkeys="">{say.needsScript}</p>
          <PasskeyForm
            action="/settings/passkeys/add"
            does="make"
            button={say.add}
            more={say.addMore}
            hidden={hidden}
          >
            <LineField
              form="passkey"
              name="label"
              label={say.name}
              aside={say.optional}
              hint={say.nameHint}
              value=""
              fault={null}
            />
          </PasskeyForm>
        </>
      )}
    </section>
  );
}
