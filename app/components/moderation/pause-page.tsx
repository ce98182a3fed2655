import type { ReasonClass } from "#app/domain/moderation/types.ts";
import { words } from "#app/words/words.ts";
import { FaultSummary } from "../forms/fault-summary.tsx";
import { type Fault, faultOf } from "../forms/faults.ts";
import { HiddenFields, LineField } from "../forms/field.tsx";
import { SelectField } from "../forms/select-field.tsx";

interface Props {
  /** As the address gives it. */
  name: string;
  thread: string;
  /** Days of the longest pause. */
  most: number;
  /** What was just done, in a sentence. */
  done: string | null;
  /** What was typed, where it could not be done. */
  typed: {
    name: string;
    thread: string;
    days: string;
    reasonClass: string;
    reason: string;
  } | null;
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
}

const FORM = "pause";

const REASONS: readonly ReasonClass[] = [
  "against_a_person",
  "names_a_private_person",
  "methods",
  "tells_others_what_to_take",
  "not_respecting_support",
  "advertising",
  "other",
];

/** `/moderation/pause`. Intents: `pause`, `end`. */
export function PausePage(props: Props) {
  const { pause } = words();
  return (
    <div className="page house">
      <h1>{pause.title}</h1>
      {props.done !== null && <p role="status">{props.done}</p>}
      <FaultSummary title={pause.faultsTitle} faults={props.faults} form={FORM} />
      <p>{pause.intro}</p>
      {props.done === null && <PauseForm {...props} />}
      <p>
        <a href="/moderation">{pause.back}</a>
      </p>
    </div>
  );
}

function PauseForm({ name, thread, most, typed, faults, hidden }: Props) {
  const { moderation, pause } = words();
  return (
    <form method="post" action="/moderation/pause">
      <HiddenFields fields={hidden} />
      <LineField
        form={FORM}
        name="name"
        label={pause.name}
        hint={pause.nameHint}
        value={typed?.name ?? name}
        fault={faultOf(faults, "name")}
      />
      <LineField
        form={FORM}
        name="thread"
        label={pause.thread}
        aside={pause.optional}
        hint={pause.threadHint}
        value={typed?.thread ?? thread}
        fault={faultOf(faults, "thread")}
      />
      <LineField
        form={FORM}
        name="days"
        label={pause.days}
        hint={pause.daysHint(most)}
        value={typed?.days ?? ""}
        fault={faultOf(faults, "days")}
      />
      <SelectField
        form={FORM}
        name="reason_class"
        label={pause.reasonClass}
        choices={REASONS.map((value) => ({ value, label: moderation.reasons[value] }))}
        value={typed?.reasonClass || "against_a_person"}
        fault={null}
      />
      <LineField
        form={FORM}
        name="reason"
        label={pause.reason}
        hint={pause.reasonHint}
        value={typed?.reason ?? ""}
        fault={faultOf(faults, "reason")}
      />
      <div className="send">
        <button type="submit" className="button" name="intent" value="pause">
          {pause.button}
        </button>
        <button type="submit" className="button quiet" name="intent" value="end">
          {pause.end}
        </button>
        <p className="soft">{pause.endMore}</p>
      </div>
    </form>
  );
}
