import { words } from "#app/words/words.ts";
import { HiddenFields } from "../forms/field.tsx";

interface Props {
  askedOn: string;
  dueOn: string;
  hidden: readonly { name: string; value: string }[];
}

/** Above every page of somebody signed in, for as long as a recovery of their account waits. */
export function RecoveryNotice({ askedOn, dueOn, hidden }: Props) {
  const { notice } = words().recover;
  return (
    <section className="notice recovery" aria-labelledby="recovery-asked">
      <h2 id="recovery-asked">{notice.title}</h2>
      <p>{notice.text(askedOn, dueOn)}</p>
      <p>{notice.mine}</p>
      <form method="post" action="/recover/stop">
        <HiddenFields fields={hidden} />
        <button type="submit" className="button" name="intent" value="stop">
          {notice.stop}
        </button>
      </form>
    </section>
  );
}
