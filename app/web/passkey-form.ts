import type { AppLoadContext } from "@remix-run/node";
import type { PasskeyPlace } from "#app/domain/accounts/passkey-types.ts";
import { textField } from "./form-fields.ts";
import { formRefusal } from "./own-comment.ts";
import { noPlaceAnswer, scriptAnswer } from "./passkey-answers.ts";
import { passkeyPlace } from "./passkey-place.ts";

type PasskeyForm =
  | { ok: true; form: FormData; intent: string; place: PasskeyPlace }
  /** In words: not our form, too many tries, or an address without passkeys. */
  | { ok: false; answer: Response };

/**
 * A form of public/enhance/passkey.js as somebody sends it who is not signed in. Asking what may be
 * signed is free; each signed answer counts as one try to sign in.
 */
export async function openPasskeyForm(
  request: Request,
  context: AppLoadContext,
): Promise<PasskeyForm> {
  const form = await request.formData();
  const intent = textField(form, "intent");
  const refusal = await formRefusal(context, form, intent === "passkey" ? "sign_in" : null);
  if (refusal) {
    const { fault, status } = refusal;
    return { ok: false, answer: scriptAnswer({ sentence: fault.sentence }, { status }) };
  }
  const place = passkeyPlace(context.origins);
  return place === null
    ? { ok: false, answer: noPlaceAnswer() }
    : { ok: true, form, intent, place };
}
