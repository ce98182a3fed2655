import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SignInPage } from "#app/components/moderation/sign-in-page.tsx";
import { peekLink, useLink as redeemLink } from "#app/domain/moderation/sign-in.ts";
import { setCookie } from "#app/web/cookies.ts";
import { textField } from "#app/web/form-fields.ts";
import { formRefusal, signedFields } from "#app/web/own-comment.ts";
import { badRequest, passHeaders, privately, seeOther, tooMany } from "#app/web/responses.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

/** As long as the session's own row, in seconds. */
const SIGNED_IN_FOR = 14 * 24 * 60 * 60;

/** Shows for whom the link is; it is used up only by the button, since a GET may be a preview. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get("token");
  const link = token === null ? null : await peekLink(context.house, { token });
  const stage = token === null ? "none" : link ? "link" : "bad";
  const hidden = [...signedFields(context), { name: "token", value: token ?? "" }];
  const page = { stage: stage as "none" | "link" | "bad", name: link?.name ?? null, hidden };
  return data({ ...page, siteName: context.house.settings.name }, { headers: privately() });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  if (textField(form, "intent") !== "sign-in") throw badRequest();
  const refusal = await formRefusal(context, form, "sign_in");
  if (refusal?.status === 429) throw tooMany(60);
  const signedIn = refusal
    ? { ok: false as const }
    : await redeemLink(context.house, { token: textField(form, "token") });
  if (!signedIn.ok) {
    return data({ stage: "bad" as const }, { status: 403, headers: privately() });
  }
  const cookie = setCookie(context.origins, "moderator", signedIn.session, SIGNED_IN_FOR);
  return seeOther("/moderation", [["Set-Cookie", cookie]]);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().moderation.signInTitle, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function SignInRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <SignInPage {...page} {...answer} />;
}
