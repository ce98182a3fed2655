import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EditPage } from "#app/components/own/edit-page.tsx";
import { editComment } from "#app/domain/comments/edit.ts";
import { ownComment } from "#app/domain/comments/own.ts";
import { permalink } from "#app/web/addresses.ts";
import { type FieldFault, faultSentence } from "#app/web/comment-faults.ts";
import { commentWords, textField, typedComment } from "#app/web/form-fields.ts";
import { commentOfPage, formRefusal, pageOfComment, withKey } from "#app/web/own-comment.ts";
import { badRequest, notFound, passHeaders, privately, seeOther } from "#app/web/responses.ts";
import { allOfWriter, keyFor } from "#app/web/who-owns.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const commentId = params["id"] ?? "";
  const comment = await commentOfPage(context, commentId);
  const key = await keyFor(request, context, { commentId });
  if (comment.imported && key === null) throw notFound();
  const own = key && (await withKey(() => ownComment(context.house, { commentId, key })));
  const page = { ...pageOfComment(context, comment), secretKey: "" };
  return data({ ...page, values: own ? valuesOf(own) : null }, { headers: privately() });
}

type Values = Omit<ReturnType<typeof typedComment>, "parent" | "addresses" | "name" | "as" | "key">;

function valuesOf(own: Awaited<ReturnType<typeof ownComment>>): Values {
  return {
    body: own.body,
    perspective: [...own.perspectives],
    standing: own.standing ?? "",
    note: own.note ?? "",
    standpoint: own.standpoint ?? "",
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const commentId = params["id"] ?? "";
  const form = await request.formData();
  const typed = typedComment(form);
  const key = typed.key || ((await keyFor(request, context, { commentId })) ?? "");
  const intent = textField(form, "intent");
  const answer = (values: Values | null, faults: FieldFault[], status: number) =>
    data({ values, faults, secretKey: typed.key }, { status, headers: privately() });
  const typedValues = intent === "save" ? typed : null;
  const refusal = await formRefusal(context, form, "key");
  if (refusal) return answer(typedValues, [refusal.fault], refusal.status);
  const wrong = { field: "key", sentence: words().own.askKey.wrong };
  switch (intent) {
    case "open": {
      const own = await withKey(() => ownComment(context.house, { commentId, key }));
      return own ? answer(valuesOf(own), [], 200) : answer(null, [wrong], 403);
    }
    case "save": {
      const whose = await allOfWriter(request, context, key);
      const change = { ...commentWords(typed), commentId, key, whose };
      const saved = await withKey(() => editComment(context.house, change));
      if (!saved) return answer(typed, [wrong], 403);
      if (!saved.ok) return answer(typed, saved.faults.map(faultSentence), 422);
      return seeOther(permalink(commentId));
    }
    default:
      throw badRequest();
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().own.edit.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function EditRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <EditPage {...page} faults={[]} {...answer} />;
}
