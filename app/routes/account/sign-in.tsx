import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PasskeySignIn } from "#app/components/account/passkey-form.tsx";
import { SignInPage } from "#app/components/account/sign-in-page.tsx";
import { signIn } from "#app/domain/accounts/sign-in.ts";
import type { FieldFault } from "#app/web/comment-faults.ts";
import { textField } from "#app/web/form-fields.ts";
import { formRefusal, signedFields } from "#app/web/own-comment.ts";
import { passkeyPlace } from "#app/web/passkey-place.ts";
import { badRequest, passHeaders, privately, seeOther } from "#app/web/responses.ts";
import { refused } from "#app/web/sending.ts";
import { AFTER_SIGNING_IN, browserOf, ownPage, signedInCookies } from "#app/web/signing-in.ts";
import { signedInAs } from "#app/web/viewer.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = {
    to: ownPage(context, new URL(request.url).searchParams.get("to")),
    signedIn: (await signedInAs(request, context)) !== null,
    passkeys: passkeyPlace(context.origins) !== null,
    hidden: signedFields(context),
    siteName: context.house.settings.name,
  };
  return data(page, { headers: privately() });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const name = textField(form, "name");
  if (textField(form, "intent") !== "sign-in") throw badRequest();
  const answer = (fault: FieldFault, how: { status: number; retryAfterSeconds?: number }) =>
    data({ name, faults: [fault] }, refused(how));
  const refusal = await formRefusal(context, form, null);
  if (refusal) return answer(refusal.fault, refusal);
  const outcome = await signIn(context.house, {
    name,
    passphrase: textField(form, "passphrase"),
    limited: context.gates.limited,
    ...browserOf(request, context, "sign_in"),
  });
  if (outcome.ok) {
    const to = ownPage(context, new URL(request.url).searchParams.get("to")) ?? AFTER_SIGNING_IN;
    return seeOther(to, signedInCookies(context, outcome));
  }
  const say = words().signIn.faults;
  if (outcome.reason === "wait") {
    const { seconds: retryAfterSeconds } = outcome;
    const fault = { field: "", sentence: say.wait(retryAfterSeconds) };
    return answer(fault, { status: 429, retryAfterSeconds });
  }
  const { reason } = outcome;
  const field = reason === "too_long" ? "passphrase" : "name";
  return answer({ field, sentence: say[reason] }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().signIn.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function SignInRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { passkeys, ...shown } = page;
  return (
    <SignInPage {...shown} name="" faults={[]} {...answer}>
      {passkeys && <PasskeySignIn to={page.to} hidden={page.hidden} />}
    </SignInPage>
  );
}
