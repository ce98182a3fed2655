import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LeavePage } from "#app/components/settings/leave-page.tsx";
import { confirmPassphrase } from "#app/domain/accounts/change-passphrase.ts";
import { keysOf } from "#app/domain/accounts/own-names.ts";
import { keepAccount, leave } from "#app/domain/leaving/leave.ts";
import { countsOf } from "#app/domain/leaving/own-counts.ts";
import type { FieldFault } from "#app/web/comment-faults.ts";
import { oneOf, textField } from "#app/web/form-fields.ts";
import { formRefusal, signedFields } from "#app/web/own-comment.ts";
import { changeFault } from "#app/web/recover-faults.ts";
import { badRequest, passHeaders, privately, seeOther } from "#app/web/responses.ts";
import { requireAccount } from "#app/web/viewer.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;
const PAGE = "/settings/leave";
const HOUR = 60 * 60 * 1_000;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { account } = await requireAccount(request, context);
  const { house } = context;
  const { leaving } = account.vault;
  const keys = leaving === null ? keysOf(account) : [];
  const { essays, comments } = await countsOf(house, { keys, together: "leaving" });
  const left = leaving === null ? 0 : leaving.undoUntil - house.clock().getTime();
  const page = {
    leaving: leaving && {
      choice: leaving.choice,
      complete: leaving.complete,
      hoursLeft: left > 0 ? Math.floor(left / HOUR) : null,
    },
    essays,
    comments,
    hidden: signedFields(context),
    siteName: house.settings.name,
  };
  return data(page, { headers: privately() });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { account, tokenMark } = await requireAccount(request, context);
  const { house, gates } = context;
  const form = await request.formData();
  const chosen = textField(form, "choice");
  const refused = (faults: FieldFault[], status: number) =>
    data({ chosen, faults }, { status, headers: privately() });
  const intent = textField(form, "intent");
  const refusal = await formRefusal(context, form, intent === "leave" ? "sign_in" : null);
  if (refusal) return refused([refusal.fault], refusal.status);
  switch (intent) {
    case "leave": {
      const say = words().leaving.leave;
      const choice = oneOf(["take_back", "thread_names"], chosen);
      if (!choice) return refused([{ field: "choice", sentence: say.choiceFault }], 422);
      if (!form.has("sure")) return refused([{ field: "sure", sentence: say.sureFault }], 422);
      const who = { account, tokenMark, limited: gates.limited };
      const checked = await confirmPassphrase(house, who, textField(form, "passphrase"));
      if (!checked.ok) {
        const { field, sentence } = changeFault(checked);
        const place = field === "old" ? "passphrase" : field;
        return refused([{ field: place, sentence }], checked.field === "wait" ? 429 : 422);
      }
      await leave(house, { account, tokenMark, choice });
      return seeOther(PAGE);
    }
    case "go-on": {
      const { leaving } = account.vault;
      if (leaving) await leave(house, { account, tokenMark, choice: leaving.choice });
      return seeOther(PAGE);
    }
    case "keep": {
      const outcome = await keepAccount(house, account);
      return seeOther(outcome.ok ? "/settings" : PAGE);
    }
    default:
      throw badRequest();
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().leaving.leave.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function LeaveRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <LeavePage {...page} chosen="" faults={[]} {...answer} />;
}
