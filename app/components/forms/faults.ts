/** What is wrong with one field, in a sentence. */
export interface Fault {
  /** The field's name in the form; empty where no single field is at fault. */
  field: string;
  sentence: string;
}

/** The sentence for a field, or null. */
export function faultOf(faults: readonly Fault[], field: string): string | null {
  return faults.find((fault) => fault.field === field)?.sentence ?? null;
}

/** Ids that describe a field to assistive technology: its hint and its fault, as far as they exist. */
export function describedBy(id: string, hint: boolean, fault: string | null): string | undefined {
  const ids = [fault !== null && `${id}-fault`, hint && `${id}-hint`].filter(
    (part) => part !== false,
  );
  return ids.length === 0 ? undefined : ids.join(" ");
}
