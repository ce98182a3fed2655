import { words } from "#app/words/words.ts";
import { type Fault, faultOf } from "../forms/faults.ts";
import { LineField } from "../forms/field.tsx";

/** A name that a member may choose. */
export interface OfferedName {
  as: string;
  kind: "pen_name" | "thread_name";
  /** Null: a thread name that is not chosen yet. */
  name: string | null;
  /** It is printed at whatever stood under it on the old blog: one name in many threads. */
  ofOldBlog: boolean;
}

export interface OfferedNames {
  all: readonly OfferedName[];
  /** `as` of the one that is chosen. */
  chosen: string;
  /** Has one of them spoken in this thread? */
  hasSpoken: boolean;
}

interface Props {
  form: string;
  /** What is written: an answer in a thread, or an essay of its own. */
  of: "reply" | "essay";
  names: OfferedNames;
  /** The thread name that was typed. */
  typedName: string;
  faults: readonly Fault[];
}

/** Which of a member's names speaks. The button below says it too, also without JavaScript. */
export function SpeakerChoice({ form, of, names, typedName, faults }: Props) {
  const { reply, speaking } = words();
  const fault = faultOf(faults, "as");
  const hint = of === "essay" ? "hintEssay" : names.hasSpoken ? "hintHere" : "hintNew";
  const id = `${form}-as`;
  return (
    <fieldset
      id={id}
      className="choices"
      aria-describedby={fault === null ? `${id}-hint` : `${id}-fault ${id}-hint`}
    >
      <legend>{speaking.legend}</legend>
      {fault !== null && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      <p className="hint" id={`${id}-hint`}>
        {speaking[hint]}
      </p>
      <div className="choice-list">
        {names.all.map((offered, place) => (
          <label key={offered.as} className="choice" htmlFor={`${id}-${place}`}>
            <input
              id={`${id}-${place}`}
              type="radio"
              name="as"
              value={offered.as}
              data-place={place}
              defaultChecked={offered.as === names.chosen}
            />
            <span>
              <span className="choice-label">
                <bdi>{offered.name ?? speaking.threadName}</bdi>
              </span>
              <span className="choice-more"> {whatItIs(offered, of)}</span>
            </span>
          </label>
        ))}
      </div>
      {names.all.some(({ name }) => name === null) && (
        <LineField
          form={form}
          name="name"
          label={speaking.threadNameField}
          aside={reply.optional}
          hint={speaking.threadNameFieldHint}
          value={typedName}
          fault={faultOf(faults, "name")}
        />
      )}
    </fieldset>
  );
}

function whatItIs({ kind, name, ofOldBlog }: OfferedName, of: Props["of"]): string {
  const { speaking } = words();
  if (kind === "pen_name") return speaking.penName;
  if (ofOldBlog) return speaking.ofOldBlog;
  if (name !== null) return speaking.threadNameHere;
  return of === "essay" ? speaking.threadNameEssay : speaking.threadNameNew;
}

interface LabelProps {
  names: OfferedNames;
  /** The thread name that the preview has found; null: not known yet. */
  foundName: string | null;
  /** The words with a name in them. */
  as: (name: string) => string;
  /** The words for a thread name that is not known yet. */
  asThreadName: string;
  /** The words of old browsers, which can't follow the choice without JavaScript. */
  asChosen: string;
}

/**
 * The words of a button for each of the names; a stylesheet shows those of the chosen one
 * (app/styles/speaking.css), so that the button tells the truth without JavaScript.
 */
export function SpeakerLabels({ names, foundName, as, asThreadName, asChosen }: LabelProps) {
  return (
    <>
      {names.all.map(({ as: value, name }, place) => {
        const known = name ?? (value === names.chosen ? foundName : null);
        return (
          <span key={value} className="as-name" data-place={place}>
            {known === null ? asThreadName : as(known)}
          </span>
        );
      })}
      <span className="as-chosen">{asChosen}</span>
    </>
  );
}
