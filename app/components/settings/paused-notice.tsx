import { words } from "#app/words/words.ts";

/** A pause as its reason stands in the public log. */
export interface ShownPause {
  until: string;
  reasonClass: string;
  reasonText: string;
}

/** What somebody who is paused is told; nobody else sees it. */
export function PausedNotice({ pause }: { pause: ShownPause | null }) {
  const { moderation, pause: say } = words();
  if (pause === null) return null;
  const { until, reasonClass, reasonText } = pause;
  const named = Object.entries(moderation.reasons).find(([one]) => one === reasonClass)?.[1];
  const reason = [reasonClass === "other" ? "" : named, reasonText].filter(Boolean).join(". ");
  return (
    <section className="notice" aria-labelledby="paused">
      <h2 id="paused">{say.youAre(until)}</h2>
      {reason !== "" && (
        <p>
          <bdi>{say.reasonGiven(reason)}</bdi>
        </p>
      )}
      <p>{say.youAreMore}</p>
    </section>
  );
}
