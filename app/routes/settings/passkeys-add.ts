import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { addPasskey, askForPasskey } from "#app/domain/accounts/passkeys.ts";
import { textField } from "#app/web/form-fields.ts";
import { formRefusal } from "#app/web/own-comment.ts";
import { noPlaceAnswer, notAddedAnswer, scriptAnswer } from "#app/web/passkey-answers.ts";
import { passkeyPlace } from "#app/web/passkey-place.ts";
import { badRequest, responseFor, seeOther } from "#app/web/responses.ts";
import { requireAccount } from "#app/web/viewer.ts";

/** There is nothing to read here. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireAccount(request, context);
  throw seeOther("/settings/passkeys");
}

/** For public/enhance/passkey.js. Intents: `options`; `passkey` with `response` and `label`. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { account } = await requireAccount(request, context);
  const { house, origins } = context;
  const form = await request.formData();
  const refusal = await formRefusal(context, form, null);
  if (refusal) {
    return scriptAnswer({ sentence: refusal.fault.sentence }, { status: refusal.status });
  }
  const place = passkeyPlace(origins);
  if (place === null) return noPlaceAnswer();
  switch (textField(form, "intent")) {
    case "options":
      return scriptAnswer({ options: await askForPasskey(house, { account, place }) });
    case "passkey": {
      const typed = { label: textField(form, "label"), response: textField(form, "response") };
      const outcome = await addPasskey(house, { account, place, ...typed }).catch((error) => {
        throw responseFor(error);
      });
      if (!outcome.ok) return notAddedAnswer(outcome.reason);
      return scriptAnswer({ to: "/settings/passkeys?done=added" });
    }
    default:
      throw badRequest();
  }
}
