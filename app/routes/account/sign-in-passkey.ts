import type { ActionFunctionArgs } from "@remix-run/node";
import { signInByPasskey } from "#app/domain/accounts/passkey-sign-in.ts";
import { askPasskey } from "#app/domain/accounts/use-passkey.ts";
import { textField } from "#app/web/form-fields.ts";
import { refusedAnswer, scriptAnswer } from "#app/web/passkey-answers.ts";
import { openPasskeyForm } from "#app/web/passkey-form.ts";
import { badRequest, seeOther } from "#app/web/responses.ts";
import { AFTER_SIGNING_IN, browserOf, ownPage, signedInCookies } from "#app/web/signing-in.ts";

/** There is nothing to read here. */
export function loader() {
  throw seeOther("/sign-in");
}

/** For public/enhance/passkey.js. Intents: `options`; `passkey` with `response` and `to`. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { house } = context;
  const sent = await openPasskeyForm(request, context);
  if (!sent.ok) return sent.answer;
  const { form, intent, place } = sent;
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
