import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PassphrasePage } from "#app/components/settings/passphrase-page.tsx";
import { changePassphrase, changeSignInName } from "#app/domain/accounts/change-passphrase.ts";
import { ownNames } from "#app/domain/accounts/own-names.ts";
import type { FieldFault } from "#app/web/comment-faults.ts";
import { textField } from "#app/web/form-fields.ts";
import { formRefusal, signedFields } from "#app/web/own-comment.ts";
import { changeFault } from "#app/web/recover-faults.ts";
import { badRequest, kindOf, passHeaders, privately, responseFor } from "#app/web/responses.ts";
import { requireAccount } from "#app/web/viewer.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { account } = await requireAccount(request, context);
  const { house } = context;
  const all = await ownNames(house.store.read, account);
  const page = {
    names: all.flatMap(({ id, name, retired }) => (retired ? [] : [{ id, name }])),
    signInName: account.vault.signInName,
    hidden: signedFields(context),
    siteName: house.settings.name,
  };
  return data(page, { headers: privately() });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const signedIn = await requireAccount(request, context);
  const form = await request.formData();
  const answer = (fault: FieldFault | null, status: number, done: "passphrase" | "name" | null) =>
    data({ done, faults: fault ? [fault] : [] }, { status, headers: privately() });
  const refusal = await formRefusal(context, form, "sign_in");
  if (refusal) return answer(refusal.fault, refusal.status, null);
  const who = { ...signedIn, limited: context.gates.limited };
  switch (textField(form, "intent")) {
    case "change": {
      const typed = { old: textField(form, "old"), passphrase: textField(form, "passphrase") };
      const outcome = await changePassphrase(context.house, who, typed).catch(refuse);
      if (outcome.ok) return answer(null, 200, "passphrase");
      return answer(changeFault(outcome), statusOf(outcome), null);
    }
    case "name": {
      const chosen = {
        penNameId: textField(form, "pen_name"),
        passphrase: textField(form, "name_passphrase"),
      };
      const outcome = await changeSignInName(context.house, who, chosen).catch((error: unknown) =>
        kindOf(error) === "notFound" ? null : refuse(error),
      );
      if (outcome?.ok) return answer(null, 200, "name");
      if (outcome === null) {
        return answer({ field: "pen_name", sentence: words().passphrase.faults.gone }, 422, null);
      }
      const fault = changeFault(outcome);
      const field = fault.field === "old" ? "name_passphrase" : fault.field;
      return answer({ ...fault, field }, statusOf(outcome), null);
    }
    default:
      throw badRequest();
  }
}

function refuse(error: unknown): never {
  throw responseFor(error);
}

function statusOf({ field }: { field: string }): number {
  return field === "wait" ? 429 : 422;
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().passphrase.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function PassphraseRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <PassphrasePage {...page} done={null} faults={[]} {...answer} />;
}
