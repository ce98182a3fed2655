import { describedBy } from "./faults.ts";

interface Shared {
  /** The form's name; ids are made of it and the field's name. */
  form: string;
  name: string;
  label: string;
  /** Stands after the label, for example "optional". */
  aside?: string | undefined;
  hint?: string | undefined;
  fault: string | null;
  value: string;
}

interface LineProps extends Shared {
  autoComplete?: string;
  /** Letters and figures that must be told apart: a key. */
  secret?: boolean;
  required?: boolean;
}

/** A field of one line. */
export function LineField(props: LineProps) {
  const { form, name, hint, fault, value, secret = false } = props;
  const id = `${form}-${name}`;
  return (
    <FieldFrame {...props}>
      <input
        id={id}
        name={name}
        type="text"
        className={secret ? "secret" : undefined}
        defaultValue={value}
        autoComplete={props.autoComplete ?? "off"}
        autoCapitalize={secret ? "characters" : undefined}
        spellCheck={secret ? false : undefined}
        dir={secret ? "ltr" : "auto"}
        required={props.required}
        aria-invalid={fault === null ? undefined : true}
        aria-describedby={describedBy(id, hint !== undefined, fault)}
      />
    </FieldFrame>
  );
}

/** A field for many lines. */
export function TextField(props: Shared & { rows: number; required?: boolean }) {
  const { form, name, hint, fault, value, rows } = props;
  const id = `${form}-${name}`;
  return (
    <FieldFrame {...props}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        dir="auto"
        defaultValue={value}
        required={props.required}
        aria-invalid={fault === null ? undefined : true}
        aria-describedby={describedBy(id, hint !== undefined, fault)}
      />
    </FieldFrame>
  );
}

function FieldFrame(props: Shared & { children: React.ReactNode }) {
  const { form, name, label, aside, hint, fault, children } = props;
  const id = `${form}-${name}`;
  return (
    <div className="field" data-fault={fault === null ? undefined : ""}>
      <label htmlFor={id}>
        {label}
        {aside !== undefined && <span className="soft"> ({aside})</span>}
      </label>
      {fault !== null && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {children}
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** Values that a form carries without showing them. */
export function HiddenFields({ fields }: { fields: readonly { name: string; value: string }[] }) {
  return fields.map(({ name, value }) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
