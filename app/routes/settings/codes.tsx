import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CodesPage } from "#app/components/settings/codes-page.tsx";
import { codesLeft, codesToShow, newCodes, writeDown } from "#app/domain/accounts/codes.ts";
import { textField } from "#app/web/form-fields.ts";
import { formRefusal, signedFields } from "#app/web/own-comment.ts";
import { badRequest, passHeaders, privately, seeOther } from "#app/web/responses.ts";
import { requireAccount } from "#app/web/viewer.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { account } = await requireAccount(request, context);
  const { house } = context;
  const shown = await codesToShow(house, account);
  const left = shown?.codes.length ?? (await codesLeft(house, account));
  const page = { shown, left, hidden: signedFields(context), siteName: house.settings.name };
  return data(page, { headers: privately() });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { account } = await requireAccount(request, context);
  const form = await request.formData();
  const refusal = await formRefusal(context, form, null);
  if (refusal) {
    const { fault, status } = refusal;
    return data({ faults: [fault] }, { status, headers: privately() });
  }
  switch (textField(form, "intent")) {
    case "written_down":
      await writeDown(context.house, account, { set: textField(form, "set") });
      break;
    case "make":
      await newCodes(context.house, account, { nonce: textField(form, "nonce") });
      break;
    default:
      throw badRequest();
  }
  return seeOther("/settings/codes");
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().codes.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function CodesRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <CodesPage {...page} faults={answer?.faults ?? []} />;
}
