import type { AppLoadContext } from "@remix-run/node";
import { verifyChallenge } from "#app/domain/identity/challenge.ts";
import { delayStillNeeded, readNonce } from "#app/domain/identity/nonce.ts";
import { words } from "#app/words/words.ts";
import type { FieldFault } from "./comment-faults.ts";
import { textField } from "./form-fields.ts";
import { privately } from "./responses.ts";

/** Why a form was not taken in; everything typed comes back with it. */
export interface Refusal {
  ok: false;
  status: number;
  faults: FieldFault[];
  retryAfterSeconds?: number;
}

function refusal(status: number, field: string, sentence: string): Refusal {
  return { ok: false, status, faults: [{ field, sentence }] };
}

function tooManyNow(retryAfterSeconds: number): Refusal {
  const faults = [{ field: "", sentence: words().reply.faults.tooMany }];
  return { ok: false, status: 429, faults, retryAfterSeconds };
}

/** Previews are counted as well: each is rendered. Null where this one may be made. */
export async function previewRefusal(context: AppLoadContext): Promise<Refusal | null> {
  const gate = await context.gates.pass("preview", context.address);
  return gate.ok ? null : tooManyNow(gate.retryAfterSeconds);
}

/**
 * What keeps programs out of a form that makes something public.
 *
 * Whoever's script solved the page's challenge goes straight through; without JavaScript the answer
 * waits until the form has been open for a moment.
 *
 * @returns null where the domain may decide
 */
export async function sendingRefusal(
  context: AppLoadContext,
  form: FormData,
): Promise<Refusal | null> {
  const { house, gates } = context;
  const say = words().reply.faults;
  if (textField(form, "leave_empty") !== "") return refusal(422, "leave_empty", say.honeypot);
  const nonce = readNonce(house, textField(form, "nonce"));
  if (!nonce.ok) return refusal(422, "", say.formOld);
  const gate = await gates.pass("post", context.address);
  if (!gate.ok) return tooManyNow(gate.retryAfterSeconds);
  const payload = textField(form, "altcha");
  const trusted = payload !== "" && (await verifyChallenge(house, { payload }));
  if (!trusted && gates.limited) {
    await context.pause(delayStillNeeded(nonce.issuedAt, house.clock().getTime()));
  }
  return null;
}

/** Status and headers of the page that comes back filled. */
export function refused({
  status,
  retryAfterSeconds,
}: Pick<Refusal, "status" | "retryAfterSeconds">) {
  const after = retryAfterSeconds === undefined ? {} : { "Retry-After": `${retryAfterSeconds}` };
  return { status, headers: { ...privately(), ...after } };
}
