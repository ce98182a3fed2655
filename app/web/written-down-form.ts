import type { AppLoadContext } from "@remix-run/node";
import { writtenDown } from "#app/domain/comments/written-down.ts";
import { findKey } from "#app/domain/identity/find-key.ts";
import { permalink } from "./addresses.ts";
import { rememberKey } from "./device-key.ts";
import { textField } from "./form-fields.ts";
import { formRefusal } from "./own-comment.ts";
import { badRequest, seeOther, tooMany } from "./responses.ts";

/** Wait this long, in seconds, before trying keys again. */
const TRY_AGAIN = 60;

/** "I have written it down": the key is shown no more, and kept on this device if that was ticked. */
export async function keyWrittenDown(
  context: AppLoadContext,
  form: FormData,
  essayId: string,
): Promise<Response> {
  const refusal = await formRefusal(context, form, "key");
  if (refusal) throw refusal.status === 429 ? tooMany(TRY_AGAIN) : badRequest();
  const typed = textField(form, "key");
  const nonce = textField(form, "nonce");
  await writtenDown(context.house, { essayId, nonce, key: typed === "" ? null : typed });
  const found = form.has("keep") ? await findKey(context.house, typed) : null;
  const cookie = found?.ok ? await rememberKey(context, found.key, true) : [];
  const comment = textField(form, "comment");
  return seeOther(/^[a-z0-9]{1,40}$/.test(comment) ? permalink(comment) : "/drafts", cookie);
}
