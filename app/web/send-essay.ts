import type { AppLoadContext } from "@remix-run/node";
import { publishEssay } from "#app/domain/essays/publish.ts";
import type { EssayForm, PublishOutcome } from "#app/domain/essays/types.ts";
import { type Refusal, sendingRefusal } from "./sending.ts";
import { essayFaultSentence } from "./write-faults.ts";

type Sent = { ok: true; published: Extract<PublishOutcome, { ok: true }> } | Refusal;

/** Publishes an essay: what keeps programs out comes first, then the domain decides. */
export async function sendEssay(
  context: AppLoadContext,
  form: FormData,
  essay: EssayForm,
): Promise<Sent> {
  const refusal = await sendingRefusal(context, form);
  if (refusal) return refusal;
  const outcome = await publishEssay(context.house, essay);
  if (outcome.ok) return { ok: true, published: outcome };
  return { ok: false, status: 422, faults: outcome.faults.map(essayFaultSentence) };
}
