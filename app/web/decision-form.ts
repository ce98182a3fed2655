import type { Decided } from "#app/domain/moderation/decide.ts";
import type { DecisionOutcome, ReasonClass } from "#app/domain/moderation/types.ts";
import { words } from "#app/words/words.ts";
import type { FieldFault } from "./comment-faults.ts";
import { textField } from "./form-fields.ts";

const OUTCOMES: readonly DecisionOutcome[] = ["let_through", "removed", "taken_back", "restored"];

/** Is it something that a moderator may decide? */
export function isOutcome(intent: string): intent is DecisionOutcome {
  return OUTCOMES.some((outcome) => outcome === intent);
}

/** A decision as it was sent, to be given back where it could not be taken. */
export interface AskedDecision {
  reviewId: string;
  reason: string;
  reasonClass: ReasonClass | null;
}

/** Reads the form under a piece that waits. */
export function decisionFrom(form: FormData): AskedDecision {
  const chosen = textField(form, "reason_class");
  const known = Object.keys(words().moderation.reasons) as ReasonClass[];
  return {
    reviewId: textField(form, "review"),
    reason: textField(form, "reason"),
    reasonClass: known.find((reason) => reason === chosen) ?? null,
  };
}

/** Why a decision could not be taken, in a sentence. */
export function decisionFault(refused: Extract<Decided, { ok: false }>): FieldFault {
  const say = words().moderation;
  switch (refused.reason) {
    case "reason_missing":
      return { field: "reason", sentence: say.reasonMissing };
    case "reason_too_long":
      return { field: "reason", sentence: say.reasonTooLong(refused.limit) };
    case "already_done":
      return { field: "", sentence: say.alreadyDone };
    case "not_possible":
      return { field: "", sentence: say.notPossible };
  }
}
