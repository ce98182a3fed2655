import { words } from "#app/words/words.ts";
import { FaultSummary } from "../forms/fault-summary.tsx";
import type { Fault } from "../forms/faults.ts";
import { HiddenFields } from "../forms/field.tsx";

interface Props {
  /** To be written down; null: they have been, and are not shown any more. */
  shown: { set: string; codes: readonly string[] } | null;
  /** How many have not been used. */
  left: number;
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
}

/** `/settings/codes`. Intents: `written_down`, `make`. */
export function CodesPage({ shown, left, faults, hidden }: Props) {
  const { codes } = words();
  return (
    <div className="page house">
      <h1>{codes.title}</h1>
      <FaultSummary title={codes.faultsTitle} faults={faults} form="codes" />
      {shown === null ? (
        <Left left={left} hidden={hidden} />
      ) : (
        <Shown shown={shown} hidden={hidden} />
      )}
    </div>
  );
}

function Shown({ shown, hidden }: { shown: NonNullable<Props["shown"]>; hidden: Props["hidden"] }) {
  const { codes } = words();
  return (
    <>
      <p>{codes.intro}</p>
      <h2 id="the-codes">{codes.list}</h2>
      <ol className="codes" aria-labelledby="the-codes">
        {shown.codes.map((code) => (
          <li key={code}>
            <code className="secret-shown">{code}</code>
          </li>
        ))}
      </ol>
      <p>{codes.keepApart}</p>
      <p>
        <a href="/settings/codes.txt">{codes.asText}</a>
      </p>
      <form method="post" action="/settings/codes">
        <HiddenFields fields={[...hidden, { name: "set", value: shown.set }]} />
        <div className="send">
          <button type="submit" className="button" name="intent" value="written_down">
            {codes.writtenDown}
          </button>
          <p className="soft">{codes.writtenDownMore}</p>
        </div>
      </form>
    </>
  );
}

function Left({ left, hidden }: Pick<Props, "left" | "hidden">) {
  const { codes } = words();
  return (
    <>
      <p>
        <b>{codes.left(left)}</b>
      </p>
      <p>
        {left === 0 ? codes.noneText : codes.leftText} <a href="/recover">{codes.howTo}</a>
      </p>
      <section>
        <h2>{codes.fresh}</h2>
        <p>{codes.freshText}</p>
        <form method="post" action="/settings/codes">
          <HiddenFields fields={hidden} />
          <div className="send">
            <button type="submit" className="button quiet" name="intent" value="make">
              {codes.freshButton}
            </button>
          </div>
        </form>
      </section>
      <p>
        <a href="/settings">{codes.back}</a>
      </p>
    </>
  );
}
