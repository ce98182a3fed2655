import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SessionsPage } from "#app/components/settings/sessions-page.tsx";
import { endSession, endSessions, ownSessions } from "#app/domain/accounts/account-sessions.ts";
import { textField } from "#app/web/form-fields.ts";
import { formRefusal, signedFields } from "#app/web/own-comment.ts";
import { badRequest, passHeaders, privately, seeOther } from "#app/web/responses.ts";
import { signedOutCookies } from "#app/web/signing-in.ts";
import { requireAccount } from "#app/web/viewer.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const signedIn = await requireAccount(request, context);
  const sessions = await ownSessions(context.house, signedIn);
  const page = { sessions, hidden: signedFields(context), siteName: context.house.settings.name };
  return data(page, { headers: privately() });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { account, tokenMark } = await requireAccount(request, context);
  const { house } = context;
  const form = await request.formData();
  const refusal = await formRefusal(context, form, null);
  if (refusal) {
    const { fault, status } = refusal;
    return data({ faults: [fault] }, { status, headers: privately() });
  }
  let signedOut = false;
  switch (textField(form, "intent")) {
    case "end": {
      const mark = textField(form, "session");
      await endSession(house, { account, mark });
      signedOut = mark === tokenMark;
      break;
    }
    case "end_others":
      await endSessions(house, { account, but: tokenMark });
      break;
    case "end_all":
      await endSessions(house, { account });
      signedOut = true;
      break;
    default:
      throw badRequest();
  }
  if (!signedOut) return seeOther("/settings/sessions");
  return seeOther("/sign-in", signedOutCookies(context));
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().sessions.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function SessionsRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <SessionsPage {...page} faults={answer?.faults ?? []} />;
}
