import type { PartLine } from "#app/domain/leaving/own-counts.ts";
import { words } from "#app/words/words.ts";
import { FaultSummary } from "../forms/fault-summary.tsx";
import { type Fault, faultOf } from "../forms/faults.ts";
import { HiddenFields } from "../forms/field.tsx";
import { PartChoices } from "./part-choices.tsx";

interface Props {
  parts: readonly PartLine[];
  everything: string;
  faults: readonly Fault[];
  hidden: readonly { name: string; value: string }[];
}

/** `/settings/take-out`. Its form goes to `/settings/take-out.zip`, with `what`. */
export function TakeOutPage({ parts, everything, faults, hidden }: Props) {
  const say = words().takeOut;
  return (
    <div className="page house">
      <h1>{say.title}</h1>
      <FaultSummary title={say.faultsTitle} faults={faults} form="take-out" />
      <p>{say.intro}</p>
      <p>{say.inside}</p>
      <p>
        <b>{say.careful}</b>
      </p>
      <p>{say.one}</p>
      <form method="post" action="/settings/take-out.zip" className="answer">
        <HiddenFields fields={hidden} />
        <PartChoices
          form="take-out"
          legend={say.legend}
          parts={parts}
          everything={everything}
          chosen={everything}
          fault={faultOf(faults, "what")}
          withDrafts
        />
        <div className="send">
          <button type="submit" className="button" name="intent" value="take-out">
            {say.button}
          </button>
          <p className="soft">{say.buttonMore}</p>
          <p className="soft">{say.notKept}</p>
        </div>
      </form>
      <p>
        <a href="/settings">{words().leaving.settings}</a>
      </p>
    </div>
  );
}
