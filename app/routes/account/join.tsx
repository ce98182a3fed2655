import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { JoinPage } from "#app/components/account/join-page.tsx";
import { join } from "#app/domain/accounts/join.ts";
import { peekJoinLink } from "#app/domain/moderation/join-link.ts";
import type { FieldFault } from "#app/web/comment-faults.ts";
import { textField } from "#app/web/form-fields.ts";
import { formRefusal, signedFields } from "#app/web/own-comment.ts";
import { badRequest, passHeaders, privately, seeOther } from "#app/web/responses.ts";
import { refused } from "#app/web/sending.ts";
import { browserOf, joinFaultSentence, signedInCookies } from "#app/web/signing-in.ts";
import { deviceKeyOf, signedInAs } from "#app/web/viewer.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { house } = context;
  const token = new URL(request.url).searchParams.get("token");
  const page = {
    link: token === null ? null : await linkOf(context, token),
    keyOpen: (await deviceKeyOf(request, context)) !== null,
    signedIn: (await signedInAs(request, context)) !== null,
    hidden: signedFields(context),
    siteName: house.settings.name,
  };
  return data(page, { headers: privately() });
}

/** Looking at a link never uses it up. */
async function linkOf({ house }: LoaderFunctionArgs["context"], token: string) {
  const link = await peekJoinLink(house, { token: token.slice(0, 200) });
  return { token, name: link?.name ?? null };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const name = textField(form, "name");
  const token = textField(form, "token");
  if (textField(form, "intent") !== "join") throw badRequest();
  const link = token === "" ? null : { token, name };
  const answer = (faults: FieldFault[], how: { status: number; retryAfterSeconds?: number }) =>
    data({ name, faults, ...(link && { link }) }, refused(how));
  const refusal = await formRefusal(context, form, null);
  if (refusal) return answer([refusal.fault], refusal);
  const outcome = await join(context.house, {
    name,
    passphrase: textField(form, "passphrase"),
    nonce: textField(form, "nonce"),
    link: link?.token ?? null,
    ...browserOf(request, context, "join"),
  });
  if (outcome.ok) return seeOther("/settings/codes", signedInCookies(context, outcome));
  if ("seconds" in outcome) {
    const sentence = words().join.tooMany(outcome.seconds);
    const retryAfterSeconds = outcome.seconds;
    return answer([{ field: "", sentence }], { status: 429, retryAfterSeconds });
  }
  return answer(outcome.faults.map(joinFaultSentence), { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().join.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function JoinRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <JoinPage {...page} name="" faults={[]} {...answer} />;
}
