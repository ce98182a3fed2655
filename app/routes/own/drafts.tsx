import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DraftsPage } from "#app/components/own/draft-list.tsx";
import { deleteDraft, listDrafts } from "#app/domain/identity/drafts.ts";
import { draftsAddress } from "#app/web/addresses.ts";
import { draftEntries } from "#app/web/drafts.ts";
import { textField } from "#app/web/form-fields.ts";
import { changeScheduled, scheduledEntries } from "#app/web/later.ts";
import { whoseList } from "#app/web/listed-names.ts";
import { formRefusal, signedFields } from "#app/web/own-comment.ts";
import { badRequest, passHeaders, privately, seeOther } from "#app/web/responses.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { keys, names } = await whoseList(request, context);
  const lists = await Promise.all(keys.map((key) => listDrafts(context.house, { key })));
  const drafts = keys.length === 0 ? null : await draftEntries(context, lists.flat());
  const scheduled = await scheduledEntries(context, keys);
  const page = { drafts, scheduled, names, hidden: signedFields(context), at: addressOf(request) };
  return data({ ...page, siteName: context.house.settings.name }, { headers: privately() });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const intent = textField(form, "intent");
  if (!["drop", "publish_now", "dont_publish"].includes(intent)) throw badRequest();
  if (await formRefusal(context, form, "key")) throw badRequest();
  const { keys } = await whoseList(request, context);
  if (intent !== "drop") {
    const id = textField(form, "scheduled");
    return seeOther((await changeScheduled(context, { intent, keys, id })) ?? addressOf(request));
  }
  const draftId = textField(form, "draft");
  for (const key of keys) await deleteDraft(context.house, { key, draftId });
  return seeOther(addressOf(request));
}

/** The list that was asked for, of one name. */
function addressOf(request: Request): string {
  return draftsAddress(new URL(request.url).searchParams.get("name"));
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().own.drafts.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function DraftsRoute() {
  return <DraftsPage {...useLoaderData<typeof loader>()} />;
}
