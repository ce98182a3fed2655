import type { PartLine } from "#app/domain/leaving/own-counts.ts";
import { words } from "#app/words/words.ts";
import { Choice, ChoiceGroup } from "../forms/choice.tsx";

interface Props {
  form: string;
  legend: string;
  parts: readonly PartLine[];
  /** The value of everything together; null: it is not offered. */
  everything: string | null;
  chosen: string;
  fault: string | null;
  /** Drafts, which are not counted, go with the pieces. */
  withDrafts?: boolean;
}

/** One name, or everything; a field called `what`. */
export function PartChoices({
  form,
  legend,
  parts,
  everything,
  chosen,
  fault,
  withDrafts = false,
}: Props) {
  const say = words().leaving;
  const whatOf = (of: Pick<PartLine, "essays" | "comments">) =>
    withDrafts && of.essays + of.comments === 0 ? say.atMostDrafts : say.pieces(of);
  const all = parts.reduce(
    (sum, { essays, comments }) => {
      return { essays: sum.essays + essays, comments: sum.comments + comments };
    },
    { essays: 0, comments: 0 },
  );
  return (
    <ChoiceGroup id={`${form}-what`} legend={legend} fault={fault}>
      {parts.map((part) => (
        <Choice
          key={part.value}
          id={`${form}-${part.value}`}
          type="radio"
          name="what"
          value={part.value}
          checked={chosen === part.value}
          label={partName(part)}
          more={whatOf(part)}
        />
      ))}
      {everything !== null && (
        <Choice
          id={`${form}-${everything}`}
          type="radio"
          name="what"
          value={everything}
          checked={chosen === everything}
          label={say.everything}
          more={whatOf(all)}
        />
      )}
    </ChoiceGroup>
  );
}

/** What a name is called in a list. */
export function partName({ name, retired }: Pick<PartLine, "name" | "retired">): string {
  const say = words().leaving;
  if (name === null) return say.threadNames;
  return retired ? say.retiredName(name) : name;
}
