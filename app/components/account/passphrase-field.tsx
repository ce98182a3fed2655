import { words } from "#app/words/words.ts";
import { describedBy } from "../forms/faults.ts";
import { Enhance } from "../site/enhance.tsx";

interface Props {
  /** The form's name; ids are made of it and the field's name. */
  form: string;
  name: string;
  label: string;
  hint?: string;
  fault: string | null;
  /** Tells the browser's own keeper of passwords what it is for. */
  autoComplete: "new-password" | "current-password";
}

/** A field for a passphrase. Never filled: what was typed into it is written into no page. */
export function PassphraseField({ form, name, label, hint, fault, autoComplete }: Props) {
  const id = `${form}-${name}`;
  return (
    <div className="field" data-fault={fault === null ? undefined : ""}>
      <label htmlFor={id}>{label}</label>
      {fault !== null && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      <input
        id={id}
        name={name}
        type="password"
        autoComplete={autoComplete}
        dir="auto"
        required
        aria-invalid={fault === null ? undefined : true}
        aria-describedby={describedBy(id, hint !== undefined, fault)}
      />
      <p className="show-typed" data-shows={id} hidden>
        <label>
          <input type="checkbox" aria-controls={id} /> {words().join.showTyped}
        </label>
        <Enhance module="passphrase" />
      </p>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
