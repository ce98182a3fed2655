import type { ActionFunctionArgs } from "@remix-run/node";
import { confirmRecovery } from "#app/domain/accounts/passkey-sign-in.ts";
import { askPasskey } from "#app/domain/accounts/use-passkey.ts";
import { textField } from "#app/web/form-fields.ts";
import { refusedAnswer, scriptAnswer } from "#app/web/passkey-answers.ts";
import { openPasskeyForm } from "#app/web/passkey-form.ts";
import { badRequest, seeOther } from "#app/web/responses.ts";
import { browserOf, signedInCookies } from "#app/web/signing-in.ts";

/** There is nothing to read here. */
export function loader() {
  throw seeOther("/recover");
}

/** For public/enhance/passkey.js. Intents: `options`; `passkey` with `response`. Both: `recovery`. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { house } = context;
  const sent = await openPasskeyForm(request, context);
  if (!sent.ok) return sent.answer;
  const { form, intent, place } = sent;
  const recovery = textField(form, "recovery").slice(0, 100);
  switch (intent) {
    case "options": {
      const asked = { use: "recover", of: recovery } as const;
      return scriptAnswer({ options: await askPasskey(house, { place, asked }) });
    }
    case "passkey": {
      const { known, earlier } = browserOf(request, context, "sign_in");
      const response = textField(form, "response");
      const use = { place, response, recovery, known, earlier };
      const outcome = await confirmRecovery(house, use);
      if (!outcome.ok) return refusedAnswer(outcome.reason);
      // Shows that this browser is the only one left.
      const to = "/settings/sessions";
      return scriptAnswer({ to }, { headers: signedInCookies(context, outcome) });
    }
    default:
      throw badRequest();
  }
}
