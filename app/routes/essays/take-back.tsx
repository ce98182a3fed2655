import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TakeBackPage } from "#app/components/own/take-back-page.tsx";
import { takeBackEssay, undoTakeBackEssay } from "#app/domain/essays/take-back.ts";
import type { FieldFault } from "#app/web/comment-faults.ts";
import { textField } from "#app/web/form-fields.ts";
import { formRefusal, withKey } from "#app/web/own-comment.ts";
import { keyedEssayOfPage, pageOfEssay } from "#app/web/own-essay.ts";
import { badRequest, passHeaders, privately } from "#app/web/responses.ts";
import { keyFor } from "#app/web/who-owns.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const essay = await keyedEssayOfPage(context, params["slug"] ?? "");
  const key = await keyFor(request, context, { slug: essay.slug });
  const stage = essay.state === "taken_back" ? ("done" as const) : ("ask" as const);
  const page = { ...pageOfEssay(context, essay), stage, askKey: key === null };
  return data(page, { headers: privately() });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const slug = params["slug"] ?? "";
  const form = await request.formData();
  const known = await keyFor(request, context, { slug });
  const secret = textField(form, "key") || (known ?? "");
  const asked = (stage: "ask" | "done", fault: FieldFault, status: number) =>
    data({ stage, askKey: true, faults: [fault] }, { status, headers: privately() });
  const intent = textField(form, "intent");
  const refusal = await formRefusal(context, form, "key");
  if (refusal) return asked(intent === "undo" ? "done" : "ask", refusal.fault, refusal.status);
  const wrong = { field: "key", sentence: words().own.askKey.wrong };
  const ok = { headers: privately() };
  switch (intent) {
    case "take-back": {
      const done = await withKey(() => takeBackEssay(context.house, { slug, secret }));
      if (!done) return asked("ask", wrong, 403);
      return data({ stage: "done" as const, askKey: known === null, faults: [] }, ok);
    }
    case "undo": {
      const done = await withKey(() => undoTakeBackEssay(context.house, { slug, key: secret }));
      if (!done) return asked("done", wrong, 403);
      return data({ stage: "undone" as const, askKey: false, faults: [] }, ok);
    }
    default:
      throw badRequest();
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().write.takeBack.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function TakeBackEssayRoute() {
  const page = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return <TakeBackPage {...page} faults={[]} {...done} />;
}
