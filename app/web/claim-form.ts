/** What `/settings/claim` reads out of its forms, and what it says about them. */
import type { AppLoadContext } from "@remix-run/node";
import { ownNameClaims } from "#app/domain/accounts/claim-name.ts";
import type {
  Choices,
  ClaimableKey,
  ClaimDone,
  KeyFault,
  NamesFault,
} from "#app/domain/accounts/claim-types.ts";
import { takenUp } from "#app/domain/accounts/claimable.ts";
import type { NameClaimFault, ShownAs } from "#app/domain/accounts/name-claim-types.ts";
import { ownNames } from "#app/domain/accounts/own-names.ts";
import type { Account } from "#app/domain/accounts/types.ts";
import { words } from "#app/words/words.ts";
import type { FieldFault } from "./comment-faults.ts";
import { textField } from "./form-fields.ts";

/** Stays under the name that it has. */
const STAY = "stay";
/** Each thread as it is chosen below. */
const EACH = "each";

/** Which pen name was chosen for which thread; the choice for all of them goes before. */
export function choicesIn(form: FormData): Choices {
  const all = textField(form, "all") || EACH;
  const choices = new Map<string, string>();
  for (const field of form.keys()) {
    if (!field.startsWith("as-")) continue;
    const chosen = all === EACH ? textField(form, field) : all;
    if (chosen !== STAY && chosen !== "") choices.set(field.slice("as-".length), chosen);
  }
  return choices;
}

/** The same as it was chosen, to be given back with the form. */
export function chosenIn(form: FormData): Record<string, string> {
  const fields = [...form.keys()].filter((field) => field === "all" || field.startsWith("as-"));
  return Object.fromEntries(fields.map((field) => [field, textField(form, field)]));
}

/** How a name of the old blog shall be shown. */
export function shownAsIn(form: FormData): ShownAs {
  const chosen = textField(form, "shown_as");
  return chosen === "" || chosen === "imported"
    ? { as: "imported" }
    : { as: "pen_name", penNameId: chosen };
}

export function keyFault(fault: KeyFault): FieldFault {
  const say = words().claim.keys.faults;
  const sentence =
    "line" in fault
      ? say[fault.reason](fault.line)
      : "limit" in fault
        ? say[fault.reason](fault.limit)
        : say[fault.reason];
  return { field: "keys", sentence };
}

export function namesFault(fault: NamesFault): FieldFault {
  return { field: fault === "leaving" ? "" : "all", sentence: words().claim.faults[fault] };
}

export function nameClaimFault(fault: NameClaimFault): FieldFault {
  const { faults, imported } = words().claim;
  if (fault.reason === "leaving") return { field: "", sentence: faults.leaving };
  const sentence =
    fault.reason === "too_many"
      ? imported.faults.too_many(fault.limit)
      : imported.faults[fault.reason];
  return { field: fault.field, sentence };
}

/** The threads of some keys, with the fields that choose a name for each. */
export function shownKeys(keys: readonly ClaimableKey[]) {
  return keys.map(({ threads, drafts, scheduled }, place) => ({
    drafts,
    scheduled,
    threads: threads.map(({ essayId, slug, title, name, ownEssay }) => ({
      field: `as-${place}-${essayId}`,
      at: title === null ? null : `/essays/${slug}`,
      title: title ?? words().claim.choose.untitled,
      name,
      ownEssay,
    })),
  }));
}

/** What was done, in sentences. */
export function doneSentences(done: ClaimDone) {
  const say = words().claim.done;
  const untitled = words().claim.choose.untitled;
  return {
    lines: [
      ...(done.staying > 0 ? [say.staying(done.staying)] : []),
      ...(done.named > 0 ? [say.named(done.named)] : []),
    ],
    refused: done.refused.map(({ title, name, penName }) =>
      say.refused(name, title ?? untitled, penName),
    ),
  };
}

/** What the page shows before anything is typed. */
export async function claimPage(context: AppLoadContext, account: Account) {
  const { house } = context;
  const say = words().claim.imported;
  const [names, before, asked] = await Promise.all([
    ownNames(house.store.read, account),
    takenUp(house, account),
    ownNameClaims(house, account),
  ]);
  return {
    penNames: names.filter(({ retired }) => !retired).map(({ id, name }) => ({ id, name })),
    before: shownKeys(before),
    asked: asked.map(({ code, name, outcome, askedOn }) => {
      if (outcome === null) return { code, sentence: say.waiting(name, askedOn ?? "") };
      return { code: null, sentence: say[outcome](name) };
    }),
    contact: house.settings.contact,
  };
}
