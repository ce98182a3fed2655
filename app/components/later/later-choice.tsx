import { words } from "#app/words/words.ts";
import { Choice } from "../forms/choice.tsx";

interface Props {
  /** The id of the form's fields begin with it. */
  form: string;
  checked: boolean;
}

/** The box for "at a random moment within the next day". Field: `later`, value 1. */
export function LaterChoice({ form, checked }: Props) {
  const { later } = words();
  return (
    <Choice
      id={`${form}-later`}
      type="checkbox"
      name="later"
      value="1"
      checked={checked}
      label={later.choice}
      more={later.choiceMore}
    />
  );
}
