import type { AppLoadContext } from "@remix-run/node";
import { type PostForm, postComment } from "#app/domain/comments/post.ts";
import type { PostOutcome } from "#app/domain/comments/types.ts";
import { verifyChallenge } from "#app/domain/identity/challenge.ts";
import { delayStillNeeded, readNonce } from "#app/domain/identity/nonce.ts";
import { words } from "#app/words/words.ts";
import { type FieldFault, faultSentence } from "./comment-faults.ts";
import { textField } from "./form-fields.ts";

export type Sent =
  | { ok: true; posted: Extract<PostOutcome, { ok: true }> }
  | { ok: false; status: number; faults: FieldFault[]; retryAfterSeconds?: number };

function refusal(status: number, field: string, sentence: string): Sent {
  return { ok: false, status, faults: [{ field, sentence }] };
}

/** Previews are counted as well: each is rendered. Null where this one may be made. */
export async function previewRefusal(
  context: AppLoadContext,
): Promise<Extract<Sent, { ok: false }> | null> {
  const gate = await context.gates.pass("preview", context.address);
  return gate.ok ? null : tooManyNow(gate.retryAfterSeconds);
}

function tooManyNow(retryAfterSeconds: number): Extract<Sent, { ok: false }> {
  const faults = [{ field: "", sentence: words().reply.faults.tooMany }];
  return { ok: false, status: 429, faults, retryAfterSeconds };
}

/**
 * Sends a reply: what keeps programs out comes first, then the domain decides.
 *
 * Whoever's script solved the page's challenge goes straight through; without JavaScript the answer
 * waits until the form has been open for a moment.
 */
export async function sendReply(
  context: AppLoadContext,
  form: FormData,
  comment: PostForm,
): Promise<Sent> {
  const { house, gates } = context;
  const say = words().reply.faults;
  if (textField(form, "leave_empty") !== "") return refusal(422, "leave_empty", say.honeypot);
  const nonce = readNonce(house, comment.nonce);
  if (!nonce.ok) return refusal(422, "", say.formOld);
  const gate = await gates.pass("post", context.address);
  if (!gate.ok) return tooManyNow(gate.retryAfterSeconds);
  const payload = textField(form, "altcha");
  const trusted = payload !== "" && (await verifyChallenge(house, { payload }));
  if (!trusted && gates.limited) {
    await context.pause(delayStillNeeded(nonce.issuedAt, house.clock().getTime()));
  }
  const outcome = await postComment(house, comment);
  if (outcome.ok) return { ok: true, posted: outcome };
  return { ok: false, status: 422, faults: outcome.faults.map(faultSentence) };
}
