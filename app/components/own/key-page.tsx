import { words } from "#app/words/words.ts";
import { Choice } from "../forms/choice.tsx";
import { FaultSummary } from "../forms/fault-summary.tsx";
import { type Fault, faultOf } from "../forms/faults.ts";
import { HiddenFields, LineField } from "../forms/field.tsx";
import { Secrets } from "./secrets.tsx";

interface Props {
  /** Is a key open in this browser? */
  open: boolean;
  /** What was typed, where it opened nothing. */
  typed: string;
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
  /** The new key and its code, right after a change. */
  changed: { key: string; takeBackCode: string } | null;
}

/** `/key`: use, close or change a key. Intents: `use`, `close`, `change`. */
export function KeyPage({ open, typed, faults, hidden, changed }: Props) {
  const { keyPage } = words().own;
  return (
    <div className="page house">
      <h1>{keyPage.title}</h1>
      <p>{keyPage.intro}</p>
      {changed !== null && (
        <section className="notice" role="status">
          <h2>{keyPage.changedTitle}</h2>
          <Secrets secretKey={changed.key} takeBackCode={changed.takeBackCode} />
          <p>{keyPage.changedText}</p>
        </section>
      )}
      <FaultSummary title={keyPage.faultsTitle} faults={faults} form="key" />
      {open ? <OpenKey hidden={hidden} /> : <UseKey {...{ typed, faults, hidden }} />}
      <ChangeKey {...{ open, faults, hidden }} />
      {!open && (
        <>
          <h2>{keyPage.none}</h2>
          <p>{keyPage.noneText}</p>
          <h2>{keyPage.lost}</h2>
          <p>{keyPage.lostText}</p>
        </>
      )}
    </div>
  );
}

function OpenKey({ hidden }: Pick<Props, "hidden">) {
  const { own, site } = words();
  return (
    <section>
      <h2>{own.keyPage.openTitle}</h2>
      <p>{own.keyPage.openText}</p>
      <ul className="plain-list">
        <li>
          <a href="/inbox">{site.inbox}</a>
        </li>
        <li>
          <a href="/drafts">{site.drafts}</a>
        </li>
      </ul>
      <form method="post" action="/key">
        <HiddenFields fields={hidden} />
        <div className="send">
          <button type="submit" className="button" name="intent" value="close">
            {own.keyPage.close}
          </button>
          <p className="soft">{own.keyPage.closeMore}</p>
        </div>
      </form>
    </section>
  );
}

function UseKey({ typed, faults, hidden }: Pick<Props, "typed" | "faults" | "hidden">) {
  const { keyPage } = words().own;
  return (
    <section>
      <h2>{keyPage.use}</h2>
      <form method="post" action="/key">
        <HiddenFields fields={hidden} />
        <LineField
          form="key"
          name="key"
          label={keyPage.key}
          hint={keyPage.keyHint}
          value={typed}
          secret
          fault={faultOf(faults, "key")}
        />
        <Choice
          id="key-keep"
          type="checkbox"
          name="keep"
          value="1"
          checked={false}
          label={keyPage.keep}
          more={keyPage.keepText}
        />
        <div className="send">
          <button type="submit" className="button" name="intent" value="use">
            {keyPage.useButton}
          </button>
        </div>
      </form>
    </section>
  );
}

function ChangeKey({ open, faults, hidden }: Pick<Props, "open" | "faults" | "hidden">) {
  const { keyPage } = words().own;
  const fault = faultOf(faults, "old_key");
  return (
    <details className="plain" open={fault !== null}>
      <summary>{keyPage.change}</summary>
      <p>{keyPage.changeText}</p>
      <form method="post" action="/key">
        <HiddenFields fields={hidden} />
        {!open && (
          <LineField form="key" name="old_key" label={keyPage.key} value="" secret fault={fault} />
        )}
        <div className="send">
          <button type="submit" className="button quiet" name="intent" value="change">
            {keyPage.changeButton}
          </button>
        </div>
      </form>
    </details>
  );
}
