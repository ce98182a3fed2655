import type { ReactNode } from "react";
import { words } from "#app/words/words.ts";
import { FaultSummary } from "../forms/fault-summary.tsx";
import { type Fault, faultOf } from "../forms/faults.ts";
import { HiddenFields, LineField } from "../forms/field.tsx";
import { Honeypot } from "../forms/honeypot.tsx";
import { PassphraseField } from "./passphrase-field.tsx";

interface Props {
  /** The code as it was typed, where it was not taken. */
  code: string;
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
}

/** `/recover`: a recovery code, and a passphrase for tomorrow. Intent: `recover`. */
export function RecoverPage({ code, faults, hidden }: Props) {
  const { recover } = words();
  return (
    <div className="page house">
      <h1>{recover.title}</h1>
      <p>{recover.intro}</p>
      <FaultSummary title={recover.faultsTitle} faults={faults} form="recover" />
      <form method="post" action="/recover" className="answer">
        <HiddenFields fields={hidden} />
        <Honeypot form="recover" />
        <LineField
          form="recover"
          name="code"
          label={recover.code}
          hint={recover.codeHint}
          value={code}
          secret
          fault={faultOf(faults, "code")}
        />
        <PassphraseField
          form="recover"
          name="passphrase"
          label={recover.passphrase}
          hint={recover.passphraseHint}
          autoComplete="new-password"
          fault={faultOf(faults, "passphrase")}
        />
        <div className="send">
          <button type="submit" className="button" name="intent" value="recover">
            {recover.button}
          </button>
          <p className="soft">{recover.once}</p>
        </div>
      </form>
      <What />
    </div>
  );
}

function What() {
  const { recover } = words();
  return (
    <>
      <h2>{recover.whatTitle}</h2>
      <ul>
        {recover.what.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{recover.passkeyTitle}</h2>
      <p>
        {recover.passkeyText} <a href="/sign-in">{recover.passkeyLink}</a>
      </p>
      <h2>{recover.noneTitle}</h2>
      <p>
        {recover.noneText} <a href="/settings/codes">{recover.noneLink}</a>
      </p>
      <h2>{recover.keyTitle}</h2>
      <p>
        {recover.keyText} <a href="/key">{recover.keyLink}</a>
      </p>
    </>
  );
}

/** What stands there when a code has been taken; `children`: a way not to wait. */
export function RecoveryLaid({ name, children }: { name: string; children?: ReactNode }) {
  const { recover } = words();
  return (
    <div className="page house">
      <div role="status">
        <h1>{recover.laidTitle}</h1>
        <p>{recover.laidText(name)}</p>
      </div>
      {children}
      <p>{recover.laidSeen}</p>
      <p>
        <a href="/sign-in">{recover.laidSignIn}</a>
      </p>
    </div>
  );
}
