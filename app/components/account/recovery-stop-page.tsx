import { words } from "#app/words/words.ts";
import { FaultSummary } from "../forms/fault-summary.tsx";
import type { Fault } from "../forms/faults.ts";

interface Props {
  /** It was stopped by this very press. */
  stopped: boolean;
  /** Something waits; the notice above the page says what. */
  waits: boolean;
  faults: readonly Fault[];
}

/** `/recover/stop`: what to do after somebody else asked to get in. */
export function RecoveryStopPage({ stopped, waits, faults }: Props) {
  const { stop } = words().recover;
  return (
    <div className="page house">
      {stopped ? (
        <div role="status">
          <h1>{stop.stoppedTitle}</h1>
          <p>{stop.stoppedText}</p>
        </div>
      ) : (
        <>
          <h1>{stop.title}</h1>
          <p>{waits ? stop.waits : stop.nothing}</p>
        </>
      )}
      <FaultSummary title={words().recover.faultsTitle} faults={faults} form="stop" />
      <h2>{stop.next}</h2>
      <p>
        {stop.codes} <a href="/settings/codes">{stop.codesLink}</a>
      </p>
      <p>
        {stop.sessions} <a href="/settings/sessions">{stop.sessionsLink}</a>
      </p>
    </div>
  );
}
