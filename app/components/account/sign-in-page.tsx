import type { ReactNode } from "react";
import { words } from "#app/words/words.ts";
import { FaultSummary } from "../forms/fault-summary.tsx";
import { type Fault, faultOf } from "../forms/faults.ts";
import { HiddenFields, LineField } from "../forms/field.tsx";
import { Honeypot } from "../forms/honeypot.tsx";
import { PassphraseField } from "./passphrase-field.tsx";

interface Props {
  /** Where to after signing in; null: to the answers. */
  to: string | null;
  /** What was typed. */
  name: string;
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
  /** Is somebody signed in in this browser? */
  signedIn: boolean;
  /** Other ways in, after the form. */
  children?: ReactNode;
}

/** `/sign-in`. Intent: `sign-in`. */
export function SignInPage({ to, name, faults, hidden, signedIn, children }: Props) {
  const { signIn } = words();
  const action = to === null ? "/sign-in" : `/sign-in?to=${encodeURIComponent(to)}`;
  return (
    <div className="page house">
      <h1>{signIn.title}</h1>
      <p>{signIn.intro}</p>
      {signedIn && (
        <p>
          {signIn.signedIn} {to !== null && signIn.signedInHere}{" "}
          <a href="/sign-out">{signIn.out.title}</a>
        </p>
      )}
      <FaultSummary
        title={signIn.faultsTitle}
        more={signIn.faultsMore}
        faults={faults}
        form="sign-in"
      />
      <form method="post" action={action}>
        <HiddenFields fields={hidden} />
        <Honeypot form="sign-in" />
        <LineField
          form="sign-in"
          name="name"
          label={signIn.name}
          hint={signIn.nameHint}
          value={name}
          autoComplete="username"
          required
          fault={faultOf(faults, "name")}
        />
        <PassphraseField
          form="sign-in"
          name="passphrase"
          label={signIn.passphrase}
          autoComplete="current-password"
          fault={faultOf(faults, "passphrase")}
        />
        <div className="send">
          <button type="submit" className="button" name="intent" value="sign-in">
            {signIn.button}
          </button>
          <p className="soft">{signIn.after}</p>
        </div>
      </form>
      {children}
      <h2>{signIn.lost}</h2>
      <p>
        <a href="/recover">{signIn.recover}</a>
      </p>
      <h2>{signIn.noAccount}</h2>
      <p>
        {signIn.noAccountText} <a href="/join">{signIn.join}</a>
      </p>
      <h2>{signIn.key}</h2>
      <p>
        <a href="/key">{signIn.useKey}</a>
      </p>
    </div>
  );
}
