import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DraftsPage } from "#app/components/own/draft-list.tsx";
import { deleteDraft, listDrafts } from "#app/domain/identity/drafts.ts";
import { draftEntries } from "#app/web/drafts.ts";
import { textField } from "#app/web/form-fields.ts";
import { formRefusal, signedFields } from "#app/web/own-comment.ts";
import { badRequest, passHeaders, privately, seeOther } from "#app/web/responses.ts";
import { viewerOf } from "#app/web/viewer.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { key } = await viewerOf(request, context);
  const drafts = key && (await draftEntries(context, await listDrafts(context.house, { key })));
  const page = { drafts: drafts || null, hidden: signedFields(context) };
  return data({ ...page, siteName: context.house.settings.name }, { headers: privately() });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  if (textField(form, "intent") !== "drop") throw badRequest();
  if (await formRefusal(context, form, "key")) throw badRequest();
  const { key } = await viewerOf(request, context);
  if (key) await deleteDraft(context.house, { key, draftId: textField(form, "draft") });
  return seeOther("/drafts");
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().own.drafts.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function DraftsRoute() {
  return <DraftsPage {...useLoaderData<typeof loader>()} />;
}
