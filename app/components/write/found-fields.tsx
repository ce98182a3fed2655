import { words } from "#app/words/words.ts";
import { Choice, ChoiceGroup } from "../forms/choice.tsx";
import { type Fault, faultOf } from "../forms/faults.ts";
import { LineField } from "../forms/field.tsx";
import { FoldedGroup } from "./group.tsx";
import type { TypedEssay } from "./typed-essay.ts";

interface Props {
  form: string;
  typed: TypedEssay;
  faults: readonly Fault[];
  tagsInUse: readonly string[];
}

/** How an essay can be found: tags, series, search engines. */
export function FoundFields({ form, typed, faults, tagsInUse }: Props) {
  const { reply, write } = words();
  const offered = [...new Set([...typed.tag, ...tagsInUse])];
  const open =
    typed.tags !== "" ||
    typed.tag.length > 0 ||
    typed.series !== "" ||
    typed.indexing !== "" ||
    ["tags", "series", "indexing"].some((field) => faultOf(faults, field) !== null);
  return (
    <FoldedGroup title={write.found} now={reply.optional} open={open}>
      <LineField
        form={form}
        name="tags"
        label={write.tags}
        hint={write.tagsHint}
        value={typed.tags}
        fault={faultOf(faults, "tags")}
      />
      {offered.length > 0 && (
        <ChoiceGroup id={`${form}-tag`} legend={write.tagsInUse} fault={null}>
          {offered.map((tag, index) => (
            <Choice
              key={tag}
              id={`${form}-tag-${index}`}
              type="checkbox"
              name="tag"
              value={tag}
              checked={typed.tag.includes(tag)}
              label={<bdi>{tag}</bdi>}
            />
          ))}
        </ChoiceGroup>
      )}
      <LineField
        form={form}
        name="series"
        label={write.series}
        hint={write.seriesHint}
        value={typed.series}
        fault={faultOf(faults, "series")}
      />
      <ChoiceGroup
        id={`${form}-indexing`}
        legend={write.indexing}
        hint={write.indexingHint}
        fault={faultOf(faults, "indexing")}
      >
        {(["usual", "yes", "no"] as const).map((choice) => {
          const value = choice === "usual" ? "" : choice;
          return (
            <Choice
              key={choice}
              id={`${form}-indexing-${choice}`}
              type="radio"
              name="indexing"
              value={value}
              checked={typed.indexing === value}
              label={write.indexingChoices[choice]}
              {...(choice === "usual" && { more: write.indexingMore })}
            />
          );
        })}
      </ChoiceGroup>
    </FoldedGroup>
  );
}
