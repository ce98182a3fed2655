import { words } from "#app/words/words.ts";
import { HiddenFields } from "../forms/field.tsx";

export interface ScheduledEntry {
  id: string;
  /** What it is: an answer to an essay, or an essay. */
  heading: string;
  firstLines: string;
}

interface Props {
  scheduled: readonly ScheduledEntry[];
  hidden: readonly { name: string; value: string }[];
  /** The address of the page that it stands on. */
  at: string;
}

/** What becomes public within a day. Intents: `publish_now` and `dont_publish`, with `scheduled`. */
export function ScheduledList({ scheduled, hidden, at }: Props) {
  const say = words().later.list;
  if (scheduled.length === 0) return null;
  return (
    <section aria-labelledby="scheduled-title" className="scheduled">
      <h2 id="scheduled-title">{say.title}</h2>
      <p className="soft">{say.text}</p>
      <ol className="entries">
        {scheduled.map(({ id, heading, firstLines }) => (
          <li key={id}>
            <h3>{heading}</h3>
            <p className="first-lines" dir="auto">
              {firstLines}
            </p>
            <form method="post" action={at} className="inline">
              <HiddenFields fields={[...hidden, { name: "scheduled", value: id }]} />
              {(["publish_now", "dont_publish"] as const).map((intent) => (
                <button
                  key={intent}
                  type="submit"
                  className="button plain-button"
                  name="intent"
                  value={intent}
                >
                  {intent === "publish_now" ? say.now : say.dont}
                  <span className="for-ears">{say.of(heading)}</span>
                </button>
              ))}
            </form>
          </li>
        ))}
      </ol>
    </section>
  );
}
