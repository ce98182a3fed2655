import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TakeBackPage } from "#app/components/own/take-back-page.tsx";
import { takeBack, undoTakeBack } from "#app/domain/comments/take-back.ts";
import type { FieldFault } from "#app/web/comment-faults.ts";
import { textField } from "#app/web/form-fields.ts";
import { commentOfPage, formRefusal, pageOfComment, withKey } from "#app/web/own-comment.ts";
import { badRequest, passHeaders, privately } from "#app/web/responses.ts";
import { keyFor } from "#app/web/who-owns.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const commentId = params["id"] ?? "";
  const comment = await commentOfPage(context, commentId);
  const key = await keyFor(request, context, { commentId });
  const page = pageOfComment(context, comment);
  const stage = comment.state === "taken_back" ? ("done" as const) : ("ask" as const);
  return data({ ...page, stage, askKey: key === null }, { headers: privately() });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const commentId = params["id"] ?? "";
  const form = await request.formData();
  const known = await keyFor(request, context, { commentId });
  const secret = textField(form, "key") || (known ?? "");
  const asked = (stage: "ask" | "done", fault: FieldFault, status: number) =>
    data({ stage, askKey: true, faults: [fault] }, { status, headers: privately() });
  const intent = textField(form, "intent");
  const before = intent === "undo" ? "done" : "ask";
  const refusal = await formRefusal(context, form, "key");
  if (refusal) return asked(before, refusal.fault, refusal.status);
  switch (intent) {
    case "take-back": {
      const done = await withKey(() => takeBack(context.house, { commentId, secret }));
      if (!done) return asked("ask", wrongKey(), 403);
      return data({ stage: "done" as const, askKey: known === null, faults: [] }, ok());
    }
    case "undo": {
      const done = await withKey(() => undoTakeBack(context.house, { commentId, key: secret }));
      if (!done) return asked("done", wrongKey(), 403);
      return data({ stage: "undone" as const, askKey: false, faults: [] }, ok());
    }
    default:
      throw badRequest();
  }
}

function ok() {
  return { headers: privately() };
}

function wrongKey(): FieldFault {
  return { field: "key", sentence: words().own.askKey.wrong };
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().own.takeBack.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function TakeBackRoute() {
  const page = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return <TakeBackPage {...page} faults={[]} {...done} />;
}
