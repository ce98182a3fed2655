import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { WaitingPage } from "#app/components/moderation/waiting-list.tsx";
import { forget } from "#app/domain/identity/sessions.ts";
import { decide } from "#app/domain/moderation/decide.ts";
import { waitingList } from "#app/domain/moderation/waiting-list.ts";
import { clearCookie, readCookie } from "#app/web/cookies.ts";
import { decisionFault, decisionFrom, isOutcome } from "#app/web/decision-form.ts";
import { textField } from "#app/web/form-fields.ts";
import { formRefusal, signedFields } from "#app/web/own-comment.ts";
import { badRequest, passHeaders, privately, responseFor, seeOther } from "#app/web/responses.ts";
import { requireModerator } from "#app/web/viewer.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const moderator = await requireModerator(request, context);
  const after = new URL(request.url).searchParams.get("after");
  const waiting = await waitingList(context.house, { moderator, after });
  const page = {
    moderator: moderator.name,
    waiting,
    next: waiting.next === null ? null : `/moderation?after=${waiting.next}`,
    hidden: signedFields(context),
    siteName: context.house.settings.name,
  };
  return data(page, { headers: privately() });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const moderator = await requireModerator(request, context);
  const form = await request.formData();
  const intent = textField(form, "intent");
  const asked = decisionFrom(form);
  const refusal = await formRefusal(context, form, null);
  if (refusal) return failure(asked, refusal.fault, refusal.status);
  if (intent === "sign_out") {
    const token = readCookie(request, context.origins, "session");
    if (token !== null) await forget(context.house, token);
    return seeOther("/sign-in", [["Set-Cookie", clearCookie(context.origins, "session")]]);
  }
  if (!isOutcome(intent)) throw badRequest();
  const decided = await decide(context.house, {
    moderator,
    about: { reviewId: asked.reviewId },
    outcome: intent,
    reasonText: asked.reason,
    ...(asked.reasonClass && { reasonClass: asked.reasonClass }),
  }).catch((error: unknown) => {
    throw responseFor(error);
  });
  if (!decided.ok) return failure(asked, decisionFault(decided), 422);
  return seeOther("/moderation");
}

function failure(
  asked: ReturnType<typeof decisionFrom>,
  fault: ReturnType<typeof decisionFault>,
  status: number,
) {
  const failed = { ...asked, reasonClass: asked.reasonClass ?? "", faults: [fault] };
  return data({ failed }, { status, headers: privately() });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().moderation.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function WaitingRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <WaitingPage {...page} failed={answer?.failed ?? null} />;
}
