/**
 * The house can't be opened, for reasons that whoever starts it can mend. The caller prints
 * `faults`, one a line, and ends with 1. Told from other errors by its `kind`.
 */
export class StartFault extends Error {
  readonly kind = "startFault";

  constructor(readonly faults: readonly string[]) {
    super(faults.join("\n"));
    this.name = "StartFault";
  }
}

export function isStartFault(thrown: unknown): thrown is StartFault {
  return thrown instanceof Error && "kind" in thrown && thrown.kind === "startFault";
}
