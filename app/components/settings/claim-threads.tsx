import { words } from "#app/words/words.ts";
import { type Fault, faultOf } from "../forms/faults.ts";
import { SelectField } from "../forms/select-field.tsx";

export interface ShownThread {
  /** The field that chooses its name. */
  field: string;
  /** Null: the essay is not shown any more. */
  at: string | null;
  title: string;
  name: string;
  ownEssay: boolean;
}

export interface ShownKey {
  threads: readonly ShownThread[];
  drafts: number;
  scheduled: number;
}

export interface PenNameChoice {
  id: string;
  name: string;
}

interface Props {
  /** The form's name; ids begin with it. */
  form: string;
  keys: readonly ShownKey[];
  penNames: readonly PenNameChoice[];
  /** What was chosen before, by field. */
  chosen: Readonly<Record<string, string>>;
  faults: readonly Fault[];
  /** Does each key get a heading of its own? */
  headings: boolean;
}

/** One choice for all threads, then one for each. */
export function ClaimThreads({ form, keys, penNames, chosen, faults, headings }: Props) {
  const say = words().claim.choose;
  const pens = penNames.map(({ id, name }) => ({ value: id, label: name }));
  const many = keys.reduce((sum, { threads }) => sum + threads.length, 0);
  const forAll = [
    { value: "each", label: say.each },
    { value: "stay", label: say.keepAll },
    ...pens,
  ];
  return (
    <>
      {(many > 1 || faultOf(faults, "all") !== null) && (
        <SelectField
          form={form}
          name="all"
          label={say.all}
          choices={forAll}
          value={chosen["all"] ?? "each"}
          fault={faultOf(faults, "all")}
        />
      )}
      {keys.map(({ threads, drafts, scheduled }, place) => (
        <section key={threads[0]?.field ?? place}>
          {headings && <h2>{say.keyHeading(place + 1, keys.length)}</h2>}
          {threads.length === 0 && headings && <p>{say.nothing}</p>}
          <ul className="entries">
            {threads.map((thread) => (
              <Thread key={thread.field} {...{ form, thread, pens, chosen }} />
            ))}
          </ul>
          {drafts > 0 && headings && <p className="soft">{say.drafts(drafts)}</p>}
          {scheduled > 0 && <p className="soft">{say.scheduled(scheduled)}</p>}
        </section>
      ))}
    </>
  );
}

function Thread({
  form,
  thread,
  pens,
  chosen,
}: {
  form: string;
  thread: ShownThread;
  pens: readonly { value: string; label: string }[];
  chosen: Readonly<Record<string, string>>;
}) {
  const say = words().claim.choose;
  const { field, at, title, name, ownEssay } = thread;
  return (
    <li>
      <p>
        {at === null ? (
          title
        ) : (
          <a href={at}>
            <bdi>{title}</bdi>
          </a>
        )}
        <span className="soft">
          {" · "}
          {say.wroteAs} <bdi>{name}</bdi>
          {ownEssay && ` · ${say.essay}`}
        </span>
      </p>
      <SelectField
        form={form}
        name={field}
        label={say.nameFor(title)}
        choices={[{ value: "stay", label: say.stay(name) }, ...pens]}
        value={chosen[field] ?? "stay"}
        fault={null}
      />
    </li>
  );
}
