import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ClaimPage, type ClaimPageProps } from "#app/components/settings/claim-page.tsx";
import { claimKeys, nameThreads } from "#app/domain/accounts/claim-keys.ts";
import { claimImportedName } from "#app/domain/accounts/claim-name.ts";
import { lookAtKeys } from "#app/domain/accounts/claimable.ts";
import {
  choicesIn,
  chosenIn,
  claimPage,
  doneSentences,
  keyFault,
  nameClaimFault,
  namesFault,
  shownAsIn,
  shownKeys,
} from "#app/web/claim-form.ts";
import { forgetDeadKey } from "#app/web/device-key.ts";
import { textField } from "#app/web/form-fields.ts";
import { formRefusal, signedFields } from "#app/web/own-comment.ts";
import { badRequest, passHeaders, privately, seeOther } from "#app/web/responses.ts";
import { deviceKeyOf, requireAccount } from "#app/web/viewer.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { account } = await requireAccount(request, context);
  const page = {
    ...(await claimPage(context, account)),
    deviceKeeps: (await deviceKeyOf(request, context)) !== null,
    hidden: signedFields(context),
    siteName: context.house.settings.name,
  };
  return data(page, { headers: privately() });
}

const NO_KEY = () => ({ field: "keys", sentence: words().claim.keys.deviceGone });

/** What an answer says beside what the page shows anyway. */
type Answer = Partial<ClaimPageProps>;

export async function action({ request, context }: ActionFunctionArgs) {
  const { account } = await requireAccount(request, context);
  const { house } = context;
  const form = await request.formData();
  const intent = textField(form, "intent");
  const choices = choicesIn(form);
  const answer = (said: Answer, status = 422, more: [string, string][] = []) =>
    data(said, { status, headers: [...Object.entries(privately()), ...more] });
  const about = intent === "name" ? "before" : intent === "ask" ? "imported" : "keys";
  const chosen = chosenIn(form);
  const refusal = await formRefusal(context, form, "key");
  let typed = textField(form, "keys");
  if (refusal) {
    const imported = textField(form, "imported");
    return answer({ about, typed, imported, chosen, faults: [refusal.fault] }, refusal.status);
  }
  switch (intent) {
    case "device":
    case "look": {
      if (intent === "device") typed = (await deviceKeyOf(request, context)) ?? "";
      if (intent === "device" && typed === "") return answer({ about, faults: [NO_KEY()] });
      const looked = await lookAtKeys(house, account, { typed });
      if (!looked.ok) return answer({ about, typed, faults: looked.faults.map(keyFault) });
      return answer({ stage: "choose", typed, keys: shownKeys(looked.keys) }, 200);
    }
    case "take": {
      const claimed = await claimKeys(house, account, { typed, choices });
      if (claimed.ok) {
        const forgotten = await forgetDeadKey(request, context);
        return answer({ stage: "done", done: doneSentences(claimed.done) }, 200, forgotten);
      }
      if ("keys" in claimed) return answer({ about, typed, faults: claimed.keys.map(keyFault) });
      const faults = [namesFault(claimed.names)];
      const looked = await lookAtKeys(house, account, { typed });
      if (!looked.ok) return answer({ about, typed, faults });
      const keys = shownKeys(looked.keys);
      return answer({ stage: "choose", about, typed, keys, chosen, faults });
    }
    case "name": {
      const nothing = { field: "all", sentence: words().claim.before.nothingChosen };
      if (choices.size === 0) return answer({ about, chosen, faults: [nothing] });
      const named = await nameThreads(house, account, { choices });
      if (named.ok) return answer({ stage: "done", done: doneSentences(named.done) }, 200);
      const faults = "names" in named ? [namesFault(named.names)] : named.keys.map(keyFault);
      return answer({ about, chosen, faults });
    }
    case "ask": {
      const imported = textField(form, "imported");
      const nonce = textField(form, "nonce");
      const asking = { typed: imported, shownAs: shownAsIn(form), nonce };
      const asked = await claimImportedName(house, account, asking);
      if (asked.ok) return seeOther("/settings/claim#claim-names");
      const shownAs = textField(form, "shown_as");
      return answer({ about, imported, shownAs, faults: [nameClaimFault(asked.fault)] });
    }
    default:
      throw badRequest();
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().claim.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

const NOTHING = { stage: "ask", typed: "", keys: [], chosen: {}, done: null, faults: [] } as const;

export default function ClaimRoute() {
  const page = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const fields = { ...NOTHING, about: "keys", imported: "", shownAs: "imported" } as const;
  return <ClaimPage {...page} {...fields} {...said} />;
}
