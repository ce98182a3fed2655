import type { AppLoadContext } from "@remix-run/node";
import { type PostForm, postComment } from "#app/domain/comments/post.ts";
import type { PostOutcome } from "#app/domain/comments/types.ts";
import { faultSentence } from "./comment-faults.ts";
import { responseFor } from "./responses.ts";
import { type Refusal, sendingRefusal } from "./sending.ts";

type Sent = { ok: true; posted: Extract<PostOutcome, { ok: true }> } | Refusal;

/** Sends a reply: what keeps programs out comes first, then the domain decides. */
export async function sendReply(
  context: AppLoadContext,
  form: FormData,
  comment: PostForm,
): Promise<Sent> {
  const refusal = await sendingRefusal(context, form);
  if (refusal) return refusal;
  const outcome = await postComment(context.house, comment).catch((error: unknown) => {
    // The examples may have gone between the page and its form.
    throw responseFor(error);
  });
  if (outcome.ok) return { ok: true, posted: outcome };
  return { ok: false, status: 422, faults: outcome.faults.map(faultSentence) };
}
