import type { ReactNode } from "react";

interface ChoiceProps {
  id: string;
  type: "checkbox" | "radio";
  name: string;
  value: string;
  checked: boolean;
  label: ReactNode;
  /** Stands under the label, in soft words. */
  more?: string;
  kind?: "experience" | "debate";
}

/** One box to tick or dot to choose, with its words as one target for a finger. */
export function Choice({ id, type, name, value, checked, label, more, kind }: ChoiceProps) {
  return (
    <label className="choice" data-kind={kind} htmlFor={id}>
      <input id={id} type={type} name={name} value={value} defaultChecked={checked} />
      <span>
        <span className="choice-label">{label}</span>
        {more !== undefined && <span className="choice-more"> {more}</span>}
      </span>
    </label>
  );
}

interface GroupProps {
  id: string;
  legend: string;
  hint?: string;
  fault: string | null;
  children: ReactNode;
}

/** Choices that belong together. */
export function ChoiceGroup({ id, legend, hint, fault, children }: GroupProps) {
  const described = [fault !== null && `${id}-fault`, hint !== undefined && `${id}-hint`]
    .filter((part) => part !== false)
    .join(" ");
  return (
    <fieldset
      id={id}
      className="choices"
      aria-describedby={described === "" ? undefined : described}
    >
      <legend>{legend}</legend>
      {fault !== null && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="choice-list">{children}</div>
    </fieldset>
  );
}
