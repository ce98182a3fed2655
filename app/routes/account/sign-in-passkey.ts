import type { ActionFunctionArgs } from "@remix-run/node";
import { signInByPasskey } from "#app/domain/accounts/passkey-sign-in.ts";
import { askPasskey } from "#app/domain/accounts/use-passkey.ts";
import { textField } from "#app/web/form-fields.ts";
import { formRefusal } from "#app/web/own-comment.ts";
import { noPlaceAnswer, refusedAnswer, scriptAnswer } from "#app/web/passkey-answers.ts";
import { passkeyPlace } from "#app/web/passkey-place.ts";
import { badRequest, seeOther } from "#app/web/responses.ts";
import { AFTER_SIGNING_IN, browserOf, ownPage, signedInCookies } from "#app/web/signing-in.ts";

/** There is nothing to read here. */
export function loader() {
  throw seeOther("/sign-in");
}

/** For public/enhance/passkey.js. Intents: `options`; `passkey` with `response` and `to`. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { house, origins } = context;
  const form = await request.formData();
  const intent = textField(form, "intent");
  const refusal = await formRefusal(context, form, intent === "passkey" ? "sign_in" : null);
  if (refusal) {
    return scriptAnswer({ sentence: refusal.fault.sentence }, { status: refusal.status });
  }
  const place = passkeyPlace(origins);
  if (place === null) return noPlaceAnswer();
  switch (intent) {
    case "options":
      return scriptAnswer({
        options: await askPasskey(house, { place, asked: { use: "sign_in" } }),
      });
    case "passkey": {
      const { known, earlier } = browserOf(request, context, "sign_in");
      const response = textField(form, "response");
      const outcome = await signInByPasskey(house, { place, response, known, earlier });
      if (!outcome.ok) return refusedAnswer(outcome.reason);
      const to = ownPage(context, textField(form, "to")) ?? AFTER_SIGNING_IN;
      return scriptAnswer({ to }, { headers: signedInCookies(context, outcome) });
    }
    default:
      throw badRequest();
  }
}
