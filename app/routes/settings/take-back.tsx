import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  type ConfirmTakeBack,
  TakeBackAllPage,
} from "#app/components/settings/take-back-all-page.tsx";
import { countsByPart } from "#app/domain/leaving/own-counts.ts";
import { EVERYTHING, keysOfChoice } from "#app/domain/leaving/parts.ts";
import { bringBackTogether, takeBackTogether } from "#app/domain/leaving/take-back-together.ts";
import type { FieldFault } from "#app/web/comment-faults.ts";
import { oneOf, textField } from "#app/web/form-fields.ts";
import { formRefusal, signedFields } from "#app/web/own-comment.ts";
import { badRequest, passHeaders, privately, seeOther } from "#app/web/responses.ts";
import { requireAccount } from "#app/web/viewer.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;
const PAGE = "/settings/take-back";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { account } = await requireAccount(request, context);
  const asked = new URL(request.url).searchParams.get("done") ?? "";
  const page = {
    parts: await countsByPart(context.house, account),
    everything: EVERYTHING,
    done: oneOf(["taken", "back"], asked) ?? null,
    hidden: signedFields(context),
    siteName: context.house.settings.name,
  };
  return data(page, { headers: privately() });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { account } = await requireAccount(request, context);
  const { house } = context;
  const form = await request.formData();
  const refused = (fault: FieldFault, status: number) =>
    data({ confirm: null, faults: [fault] }, { status, headers: privately() });
  const refusal = await formRefusal(context, form, null);
  if (refusal) return refused(refusal.fault, refusal.status);
  const what = textField(form, "what");
  const keys = await keysOfChoice(house.store.read, account, what);
  if (keys === null) {
    return refused({ field: "what", sentence: words().leaving.takeBack.choose }, 422);
  }
  switch (textField(form, "intent")) {
    case "ask": {
      const parts = await countsByPart(context.house, account);
      const confirm = confirmed(what, parts);
      return data({ confirm, faults: [] as FieldFault[] }, { headers: privately() });
    }
    case "take-back":
      await takeBackTogether(house, { keys, together: "name" });
      return seeOther(`${PAGE}?done=taken`);
    case "undo":
      await bringBackTogether(house, { keys, together: "name" });
      return seeOther(`${PAGE}?done=back`);
    default:
      throw badRequest();
  }
}

/** What the page asks about once more. */
function confirmed(
  what: string,
  parts: Awaited<ReturnType<typeof countsByPart>>,
): ConfirmTakeBack | null {
  const part = parts.find(({ value }) => value === what);
  if (part) return { what, name: part.name, essays: part.essays, comments: part.comments };
  const sum = (of: "essays" | "comments") => parts.reduce((all, one) => all + one[of], 0);
  return { what, essays: sum("essays"), comments: sum("comments") };
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().leaving.takeBack.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function TakeBackAllRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <TakeBackAllPage {...page} confirm={null} faults={[]} {...answer} />;
}
