import type { AppLoadContext } from "@remix-run/node";
import { writtenDown } from "#app/domain/comments/written-down.ts";
import { findKey } from "#app/domain/identity/find-key.ts";
import { essayAddress, permalink } from "./addresses.ts";
import { rememberKey } from "./device-key.ts";
import { textField } from "./form-fields.ts";
import { formRefusal } from "./own-comment.ts";
import { badRequest, seeOther, tooMany } from "./responses.ts";

/** Wait this long, in seconds, before trying keys again. */
const TRY_AGAIN = 60;

/**
 * "I have written it down": the key is shown no more, and kept on this device if that was ticked.
 *
 * @param essayId the thread in which the key has a name; of a draft: any
 * @param next where to go on
 */
export async function keyWrittenDown(
  context: AppLoadContext,
  form: FormData,
  { essayId, next }: { essayId: string; next: string },
): Promise<Response> {
  const refusal = await formRefusal(context, form, "key");
  if (refusal) throw refusal.status === 429 ? tooMany(TRY_AGAIN) : badRequest();
  const typed = textField(form, "key");
  const nonce = textField(form, "nonce");
  await writtenDown(context.house, { essayId, nonce, key: typed === "" ? null : typed });
  const found = form.has("keep") ? await findKey(context.house, typed) : null;
  const cookie = found?.ok ? await rememberKey(context, found.key, true) : [];
  return seeOther(next, cookie);
}

/** Where a reply's panel leads: to the comment, or to the drafts. */
export function afterReply(form: FormData): string {
  const comment = textField(form, "comment");
  return /^[a-z0-9]{1,40}$/.test(comment) ? permalink(comment) : "/drafts";
}

/** Where an essay's panel leads: to the essay, to what waits, or to the drafts. */
export function afterEssay(form: FormData): string {
  const slug = textField(form, "slug");
  if (slug === "") return "/drafts";
  return form.has("waits") ? "/inbox" : essayAddress(slug);
}
