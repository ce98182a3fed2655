import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { KeyPage } from "#app/components/own/key-page.tsx";
import { changeKey } from "#app/domain/identity/change-key.ts";
import { findKey } from "#app/domain/identity/find-key.ts";
import { forget } from "#app/domain/identity/sessions.ts";
import type { FieldFault } from "#app/web/comment-faults.ts";
import { readCookie } from "#app/web/cookies.ts";
import { forgetKey, rememberKey } from "#app/web/device-key.ts";
import { textField } from "#app/web/form-fields.ts";
import { formRefusal, signedFields } from "#app/web/own-comment.ts";
import { badRequest, passHeaders, privately, seeOther } from "#app/web/responses.ts";
import { viewerOf } from "#app/web/viewer.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { key } = await viewerOf(request, context);
  const page = { open: key !== null, hidden: signedFields(context) };
  return data({ ...page, siteName: context.house.settings.name }, { headers: privately() });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { house } = context;
  const form = await request.formData();
  const typed = textField(form, "key");
  const answer = (faults: FieldFault[], status: number) =>
    data({ typed, faults, changed: null }, { status, headers: privately() });
  const refusal = await formRefusal(context, form, "key");
  if (refusal) return answer([refusal.fault], refusal.status);
  const say = words().own.keyPage;
  switch (textField(form, "intent")) {
    case "use": {
      const found = await findKey(house, typed);
      if (!found.ok) {
        return answer([{ field: "key", sentence: say.faults[found.reason] }], 422);
      }
      return seeOther("/inbox", await rememberKey(context, found.key, form.has("keep")));
    }
    case "close": {
      const token = readCookie(request, context.origins, "device");
      if (token !== null) await forget(house, token);
      return seeOther("/key", forgetKey(context));
    }
    case "change": {
      const viewer = await viewerOf(request, context);
      const key = textField(form, "old_key") || (viewer.key ?? "");
      const outcome = await changeKey(house, { key, nonce: textField(form, "nonce") });
      if (!outcome.ok) {
        const reason = outcome.reason === "nonce" ? "unknown" : outcome.reason;
        return answer([{ field: "old_key", sentence: say.faults[reason] }], 422);
      }
      const kept = viewer.key === null ? [] : await rememberKey(context, outcome.key, false);
      const changed = { key: outcome.key, takeBackCode: outcome.takeBackCode };
      return data(
        { typed: "", faults: [] as FieldFault[], changed },
        { headers: [...Object.entries(privately()), ...kept] },
      );
    }
    default:
      throw badRequest();
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().own.keyPage.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function KeyRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <KeyPage {...page} typed="" faults={[]} changed={null} {...answer} />;
}
