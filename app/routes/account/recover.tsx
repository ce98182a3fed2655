import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PasskeyConfirm } from "#app/components/account/passkey-form.tsx";
import { RecoverPage, RecoveryLaid } from "#app/components/account/recover-page.tsx";
import { canBeConfirmed } from "#app/domain/accounts/passkey-sign-in.ts";
import { askRecovery } from "#app/domain/accounts/recover.ts";
import type { FieldFault } from "#app/web/comment-faults.ts";
import { textField } from "#app/web/form-fields.ts";
import { formRefusal, signedFields } from "#app/web/own-comment.ts";
import { passkeyPlace } from "#app/web/passkey-place.ts";
import { recoverFault } from "#app/web/recover-faults.ts";
import { badRequest, passHeaders, privately } from "#app/web/responses.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export function loader({ context }: LoaderFunctionArgs) {
  const page = { hidden: signedFields(context), siteName: context.house.settings.name };
  return data(page, { headers: privately() });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  if (textField(form, "intent") !== "recover") throw badRequest();
  const code = textField(form, "code").slice(0, 200);
  const answer = (fault: FieldFault, status: number) =>
    data({ code, faults: [fault], laid: null }, { status, headers: privately() });
  const refusal = await formRefusal(context, form, "key");
  if (refusal) return answer(refusal.fault, refusal.status);
  const outcome = await askRecovery(context.house, {
    code,
    passphrase: textField(form, "passphrase"),
    nonce: textField(form, "nonce"),
    limited: context.gates.limited,
  });
  if (!outcome.ok) {
    return answer(recoverFault(outcome), outcome.field === "too_many" ? 429 : 422);
  }
  const { name, recovery } = outcome;
  const byPasskey =
    passkeyPlace(context.origins) !== null &&
    (await canBeConfirmed(context.house.store.read, { recovery }));
  const laid = { name, recovery: byPasskey ? recovery : null };
  return data({ code: "", faults: [] as FieldFault[], laid }, { headers: privately() });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().recover.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function RecoverRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.laid) {
    const { name, recovery } = answer.laid;
    return (
      <RecoveryLaid name={name}>
        {recovery !== null && <PasskeyConfirm recovery={recovery} hidden={page.hidden} />}
      </RecoveryLaid>
    );
  }
  return <RecoverPage {...page} code="" faults={[]} {...answer} />;
}
