import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PausePage } from "#app/components/moderation/pause-page.tsx";
import { endPause, MOST_PAUSE_DAYS, pauseName } from "#app/domain/moderation/pause.ts";
import type { FieldFault } from "#app/web/comment-faults.ts";
import { formRefusal, signedFields } from "#app/web/own-comment.ts";
import { type AskedPause, pauseFault, pauseFrom, pauseResult } from "#app/web/pause-form.ts";
import { badRequest, passHeaders, privately, responseFor } from "#app/web/responses.ts";
import { requireModerator } from "#app/web/viewer.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireModerator(request, context);
  const asked = new URL(request.url).searchParams;
  const page = {
    name: asked.get("name") ?? "",
    thread: asked.get("thread") ?? "",
    most: MOST_PAUSE_DAYS,
    hidden: signedFields(context),
    siteName: context.house.settings.name,
  };
  return data(page, { headers: privately() });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const moderator = await requireModerator(request, context);
  const form = await request.formData();
  const { intent, ...asked } = pauseFrom(form);
  const refusal = await formRefusal(context, form, null);
  if (refusal) return failure(asked, refusal.fault, refusal.status);
  if (asked.name.trim() === "") return failure(asked, pauseFault({ reason: "empty" }), 422);
  const { house } = context;
  const whose = { moderator, name: asked.name, thread: asked.slug, reasonText: asked.reason };
  const decide = () => {
    if (intent === "end") return endPause(house, whose);
    if (intent !== "pause") throw badRequest();
    const { dayCount: days, reasonClass } = asked;
    return pauseName(house, { ...whose, days, reasonClass: reasonClass || "other" });
  };
  const decided = await decide().catch((error: unknown) => {
    throw responseFor(error);
  });
  if (!decided.ok) return failure(asked, pauseFault(decided), 422);
  return data(
    { done: pauseResult(decided), typed: null, faults: [] as FieldFault[] },
    { headers: privately() },
  );
}

function failure(typed: AskedPause, fault: FieldFault, status: number) {
  return data({ done: null, typed, faults: [fault] }, { status, headers: privately() });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().pause.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function PauseRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <PausePage {...page} done={null} typed={null} faults={[]} {...answer} />;
}
