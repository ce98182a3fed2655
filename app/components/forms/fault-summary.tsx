import type { Fault } from "./faults.ts";

interface Props {
  title: string;
  more?: string;
  faults: readonly Fault[];
  /** The ids of fields begin with it; see Field. */
  form: string;
}

/** All that is wrong, above the form, each with the way to its field. */
export function FaultSummary({ title, more, faults, form }: Props) {
  if (faults.length === 0) return null;
  return (
    <div className="faults" role="alert">
      <p>
        <b>{title}</b>
      </p>
      <ul>
        {faults.map(({ field, sentence }) => (
          <li key={`${field} ${sentence}`}>
            {field === "" ? sentence : <a href={`#${form}-${field}`}>{sentence}</a>}
          </li>
        ))}
      </ul>
      {more !== undefined && <p>{more}</p>}
    </div>
  );
}
