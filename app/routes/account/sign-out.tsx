import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SignOutPage } from "#app/components/account/sign-out-page.tsx";
import { forget } from "#app/domain/identity/sessions.ts";
import type { FieldFault } from "#app/web/comment-faults.ts";
import { readCookie } from "#app/web/cookies.ts";
import { formRefusal, signedFields } from "#app/web/own-comment.ts";
import { passHeaders, privately, seeOther } from "#app/web/responses.ts";
import { signedOutCookies } from "#app/web/signing-in.ts";
import { signedInAs } from "#app/web/viewer.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = {
    signedIn: (await signedInAs(request, context)) !== null,
    hidden: signedFields(context),
    siteName: context.house.settings.name,
  };
  return data(page, { headers: privately() });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const refusal = await formRefusal(context, form, null);
  if (refusal) {
    const faults: FieldFault[] = [refusal.fault];
    return data({ faults }, { status: refusal.status, headers: privately() });
  }
  const token = readCookie(request, context.origins, "session");
  if (token !== null) await forget(context.house, token);
  return seeOther("/", signedOutCookies(context));
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().signIn.out.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function SignOutRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <SignOutPage {...page} faults={[]} {...answer} />;
}
