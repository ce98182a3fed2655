import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { VersionsPage } from "#app/components/write/versions-page.tsx";
import { changeVersions } from "#app/domain/essays/versions.ts";
import type { FieldFault } from "#app/web/comment-faults.ts";
import { textField } from "#app/web/form-fields.ts";
import { formRefusal, withKey } from "#app/web/own-comment.ts";
import { badRequest, passHeaders, privately } from "#app/web/responses.ts";
import { versionsOfPage, versionsOfWriter } from "#app/web/versions-data.ts";
import { keyFor } from "#app/web/who-owns.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const slug = params["slug"] ?? "";
  const page = await versionsOfPage(context, slug);
  const key = await keyFor(request, context, { slug });
  const own = key === null ? null : await versionsOfWriter(context, { slug, key });
  return data({ ...page, own }, { headers: privately() });
}

const CHANGES = { show: "open", hide: "closed", forget: "forgotten" } as const;
type Change = keyof typeof CHANGES;

const isChange = (intent: string): intent is Change => Object.hasOwn(CHANGES, intent);

export async function action({ params, request, context }: ActionFunctionArgs) {
  const slug = params["slug"] ?? "";
  const form = await request.formData();
  const known = await keyFor(request, context, { slug });
  const secretKey = textField(form, "key");
  const key = secretKey || (known ?? "");
  const intent = textField(form, "intent");
  const answer = async (done: Change | null, fault: FieldFault | null, status: number) => {
    const own = fault === null ? await versionsOfWriter(context, { slug, key }) : null;
    const shown = { own, done, secretKey, faults: fault === null ? [] : [fault] };
    return data(shown, { status, headers: privately() });
  };
  const refusal = await formRefusal(context, form, "key");
  if (refusal) return answer(null, refusal.fault, refusal.status);
  const wrong = { field: "key", sentence: words().own.askKey.wrong };
  if (intent === "open") {
    const own = await versionsOfWriter(context, { slug, key });
    return own === null ? answer(null, wrong, 403) : answer(null, null, 200);
  }
  if (!isChange(intent)) throw badRequest();
  const change = { slug, key, to: CHANGES[intent] };
  const done = await withKey(async () => {
    await changeVersions(context.house, change);
    return true;
  });
  return done === null ? answer(null, wrong, 403) : answer(intent, null, 200);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().write.versions.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function VersionsRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <VersionsPage {...page} done={null} secretKey="" faults={[]} {...answer} />;
}
