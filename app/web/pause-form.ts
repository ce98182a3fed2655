import { MOST_PAUSE_DAYS, type PauseOutcome } from "#app/domain/moderation/pause.ts";
import type { ReasonClass } from "#app/domain/moderation/types.ts";
import { words } from "#app/words/words.ts";
import type { FieldFault } from "./comment-faults.ts";
import { textField } from "./form-fields.ts";

/** A pause as it was asked for, to be given back where it could not be done. */
export interface AskedPause {
  name: string;
  /** As typed: an address, or its last part. */
  thread: string;
  /** Of the essay whose thread it is; null: a pen name. */
  slug: string | null;
  days: string;
  dayCount: number;
  reasonClass: ReasonClass | "";
  reason: string;
}

/** Reads the form of `/moderation/pause`. */
export function pauseFrom(form: FormData): AskedPause & { intent: string } {
  const thread = textField(form, "thread").trim();
  const days = textField(form, "days").trim();
  const chosen = textField(form, "reason_class");
  const known = Object.keys(words().moderation.reasons) as ReasonClass[];
  return {
    intent: textField(form, "intent"),
    name: textField(form, "name"),
    thread,
    slug: thread === "" ? null : slugIn(thread),
    days,
    dayCount: /^\d{1,3}$/.test(days) ? Number(days) : 0,
    reasonClass: known.find((reason) => reason === chosen) ?? "",
    reason: textField(form, "reason"),
  };
}

/** "kettles", "/essays/kettles" and the whole address of any page below it are one thread. */
function slugIn(typed: string): string {
  const after = /\/essays\/([^/?#]+)/.exec(typed)?.[1] ?? typed;
  return after.replace(/[?#].*$/, "");
}

/** Why a pause was not made or ended, in a sentence at its field. */
export function pauseFault(
  refused: Extract<PauseOutcome, { ok: false }> | { reason: "empty" },
): FieldFault {
  const { moderation, pause } = words();
  switch (refused.reason) {
    case "empty":
      return { field: "name", sentence: pause.faults.empty };
    case "unknown":
      return { field: "name", sentence: pause.faults.unknown };
    case "imported":
      return { field: "name", sentence: pause.faults.imported };
    case "not_paused":
      return { field: "name", sentence: pause.faults.notPaused };
    case "days":
      return { field: "days", sentence: pause.faults.days(MOST_PAUSE_DAYS) };
    case "reason_missing":
      return { field: "reason", sentence: moderation.reasonMissing };
    case "reason_too_long":
      return { field: "reason", sentence: moderation.reasonTooLong(refused.limit) };
  }
}

/** What was done, in a sentence. */
export function pauseResult({ until }: Extract<PauseOutcome, { ok: true }>): string {
  const say = words().pause;
  return until === null ? say.ended : say.paused(until);
}
