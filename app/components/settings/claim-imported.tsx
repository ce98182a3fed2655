import { words } from "#app/words/words.ts";
import { type Fault, faultOf } from "../forms/faults.ts";
import { HiddenFields, LineField } from "../forms/field.tsx";
import { SelectField } from "../forms/select-field.tsx";
import type { PenNameChoice } from "./claim-threads.tsx";

export interface ImportedProps {
  penNames: readonly PenNameChoice[];
  /** What was typed and chosen. */
  imported: string;
  shownAs: string;
  /** What was asked for; the code is there while it waits. */
  asked: readonly { sentence: string; code: string | null }[];
  /** How the operator can be reached; may be empty. */
  contact: string;
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
}

/** Asking for a name of the old blog, and what became of the asking. */
export function ClaimImported(props: ImportedProps) {
  const { penNames, imported, shownAs, asked, contact, faults, hidden } = props;
  const say = words().claim.imported;
  const choices = [
    { value: "imported", label: say.asPrinted },
    ...penNames.map(({ id, name }) => ({ value: id, label: say.under(name) })),
  ];
  return (
    <section id="claim-names">
      <h2>{say.title}</h2>
      {asked.length > 0 && (
        <>
          <h3>{say.asked}</h3>
          <ul className="entries">
            {asked.map(({ sentence, code }) => (
              <li key={`${code ?? ""} ${sentence}`}>
                <p>{sentence}</p>
                {code !== null && (
                  <p>
                    <code className="secret-shown">{code}</code>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{say.text}</p>
      {contact !== "" && <p>{say.contact(contact)}</p>}
      <form method="post" action="/settings/claim">
        <HiddenFields fields={hidden} />
        <LineField
          form="claim-imported"
          name="imported"
          label={say.label}
          value={imported}
          fault={faultOf(faults, "imported")}
        />
        <SelectField
          form="claim-imported"
          name="shown_as"
          label={say.shownAs}
          choices={choices}
          value={shownAs}
          fault={faultOf(faults, "shown_as")}
        />
        <div className="send">
          <button type="submit" className="button" name="intent" value="ask">
            {say.button}
          </button>
          <p className="soft">{say.more}</p>
        </div>
      </form>
    </section>
  );
}
