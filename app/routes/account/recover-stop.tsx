import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RecoveryStopPage } from "#app/components/account/recovery-stop-page.tsx";
import { stopRecovery, waitingRecovery } from "#app/domain/accounts/recover.ts";
import type { FieldFault } from "#app/web/comment-faults.ts";
import { textField } from "#app/web/form-fields.ts";
import { formRefusal } from "#app/web/own-comment.ts";
import { badRequest, passHeaders, privately } from "#app/web/responses.ts";
import { requireAccount } from "#app/web/viewer.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { account } = await requireAccount(request, context);
  const waits = (await waitingRecovery(context.house, account)) !== null;
  return data({ waits, siteName: context.house.settings.name }, { headers: privately() });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { account } = await requireAccount(request, context);
  const form = await request.formData();
  const refusal = await formRefusal(context, form, null);
  if (refusal) {
    const { fault, status } = refusal;
    return data({ stopped: false, faults: [fault] }, { status, headers: privately() });
  }
  if (textField(form, "intent") !== "stop") throw badRequest();
  const stopped = await stopRecovery(context.house, account);
  return data({ stopped, faults: [] as FieldFault[] }, { headers: privately() });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().recover.stop.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function RecoverStopRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <RecoveryStopPage
      waits={page.waits}
      stopped={answer?.stopped ?? false}
      faults={answer?.faults ?? []}
    />
  );
}
