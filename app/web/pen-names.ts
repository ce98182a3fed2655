import { ALL_NAMES_LIMIT, type NewNameFault } from "#app/domain/accounts/pen-names.ts";
import { type OwnPenName, PEN_NAMES_LIMIT } from "#app/domain/accounts/types.ts";
import { words } from "#app/words/words.ts";
import type { FieldFault } from "./comment-faults.ts";
import { penNameSentence } from "./signing-in.ts";

/** A name as its owner's page shows it; its key stays here. */
export function shownName(
  { id, name, description, retired, pausedUntil: until }: OwnPenName,
  today: string,
) {
  const pausedUntil = until === null || until < today ? null : words().site.day(until);
  return { id, name, description: description ?? "", retired, pausedUntil };
}

/** Why no more names can be made; null: they can. */
export function fullSentence(names: readonly OwnPenName[]): string | null {
  const say = words().penNames;
  if (names.length >= ALL_NAMES_LIMIT) return say.fullForEver(ALL_NAMES_LIMIT);
  const active = names.filter(({ retired }) => !retired);
  return active.length >= PEN_NAMES_LIMIT ? say.full(PEN_NAMES_LIMIT) : null;
}

/** Why a name was not made. */
export function newNameFault(fault: NewNameFault): FieldFault {
  if (fault.reason !== "too_many") return { field: "name", sentence: penNameSentence(fault) };
  const say = words().penNames;
  const { limit } = fault;
  const sentence = limit === PEN_NAMES_LIMIT ? say.full(limit) : say.fullForEver(limit);
  return { field: "name", sentence };
}

type NameDone = "made" | "described" | "retired" | "back" | "usual";

/** What was just done, as the address says it. */
export function doneIn(request: Request): NameDone | null {
  const done = new URL(request.url).searchParams.get("done") ?? "";
  const known = Object.keys(words().penNames.done) as NameDone[];
  return known.find((one) => one === done) ?? null;
}
