import type { AddRefusal, PasskeyRefusal } from "#app/domain/accounts/passkey-types.ts";
import { PASSKEY_LABEL_LIMIT, PASSKEYS_LIMIT } from "#app/domain/accounts/passkey-types.ts";
import { words } from "#app/words/words.ts";
import { privately } from "./responses.ts";

/**
 * What public/enhance/passkey.js understands: what to ask the authenticator, where to go now, or
 * what went wrong, in a sentence.
 */
type ScriptAnswer = { options: object } | { to: string } | { sentence: string };

export function scriptAnswer(
  answer: ScriptAnswer,
  { status = 200, headers = [] }: { status?: number; headers?: [string, string][] } = {},
): Response {
  const all = [...Object.entries(privately()), ...headers];
  return new Response(JSON.stringify(answer), {
    status,
    headers: [["Content-Type", "application/json; charset=utf-8"], ...all],
  });
}

/** Nobody makes or uses a passkey where there is no place for it. */
export function noPlaceAnswer(): Response {
  return scriptAnswer({ sentence: words().passkeys.noPlace }, { status: 422 });
}

/** Why a passkey opened nothing. */
export function refusedAnswer(reason: PasskeyRefusal | "none"): Response {
  return scriptAnswer({ sentence: words().passkeys.faults[reason] }, { status: 422 });
}

/** Why a passkey was not added. */
export function notAddedAnswer(reason: AddRefusal): Response {
  return scriptAnswer({ sentence: notAdded(reason) }, { status: 422 });
}

function notAdded(reason: AddRefusal): string {
  const { faults, full } = words().passkeys;
  switch (reason) {
    case "unknown":
      return faults.notMade;
    case "many":
      return full(PASSKEYS_LIMIT);
    case "label":
      return faults.label(PASSKEY_LABEL_LIMIT);
    case "old":
    case "known":
      return faults[reason];
  }
}
