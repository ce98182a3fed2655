import { describedBy } from "./faults.ts";

interface Props {
  /** The form's name; the field's id is made of it and `name`. */
  form: string;
  name: string;
  label: string;
  hint?: string;
  fault: string | null;
  /** Is it one that opens something, or one to be made? So that a keeper of passphrases can help. */
  is: "current" | "new";
}

/** A passphrase: typed under cover, never given back with a page. */
export function PassphraseField({ form, name, label, hint, fault, is }: Props) {
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
        autoComplete={`${is}-password`}
        aria-invalid={fault === null ? undefined : true}
        aria-describedby={describedBy(id, hint !== undefined, fault)}
      />
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
