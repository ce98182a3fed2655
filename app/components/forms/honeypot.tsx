import { words } from "#app/words/words.ts";

/** The field that people leave empty because they neither see nor hear it. */
const HONEYPOT_FIELD = "leave_empty";

/** For programs that fill in every field. Never a silent drop: who fills it is told in words. */
export function Honeypot({ form, value = "" }: { form: string; value?: string }) {
  return (
    <div className="leave-empty" aria-hidden="true">
      <label htmlFor={`${form}-${HONEYPOT_FIELD}`}>{words().reply.leaveEmpty}</label>
      <input
        id={`${form}-${HONEYPOT_FIELD}`}
        name={HONEYPOT_FIELD}
        type="text"
        tabIndex={-1}
        autoComplete="off"
        defaultValue={value}
      />
    </div>
  );
}
