import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PasskeysPage } from "#app/components/settings/passkeys-page.tsx";
import { PASSKEY_LABEL_LIMIT, PASSKEYS_LIMIT } from "#app/domain/accounts/passkey-types.ts";
import { namePasskey, ownPasskeys, removePasskey } from "#app/domain/accounts/passkeys.ts";
import { oneOf, textField } from "#app/web/form-fields.ts";
import { formRefusal, signedFields } from "#app/web/own-comment.ts";
import { passkeyPlace } from "#app/web/passkey-place.ts";
import { badRequest, kindOf, passHeaders, privately, seeOther } from "#app/web/responses.ts";
import { requireAccount } from "#app/web/viewer.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { account } = await requireAccount(request, context);
  const { house, origins } = context;
  const passkeys = await ownPasskeys(house.store.read, house.secrets, account);
  const asked = new URL(request.url).searchParams.get("done") ?? "";
  const full = passkeys.length >= PASSKEYS_LIMIT;
  const page = {
    passkeys,
    adding: passkeyPlace(origins) === null ? "no_place" : full ? "full" : "yes",
    most: PASSKEYS_LIMIT,
    severalPlaces: new Set(origins.all.map((origin) => new URL(origin).hostname)).size > 1,
    done: oneOf(["added", "saved", "removed"], asked) ?? null,
    hidden: signedFields(context),
    siteName: house.settings.name,
  } as const;
  return data(page, { headers: privately() });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { account } = await requireAccount(request, context);
  const { house } = context;
  const form = await request.formData();
  const typed = { id: textField(form, "passkey"), label: textField(form, "label") };
  const answer = (field: string, sentence: string, status = 422) =>
    data({ typed, faults: [{ field, sentence }] }, { status, headers: privately() });
  const refusal = await formRefusal(context, form, null);
  if (refusal) return answer("", refusal.fault.sentence, refusal.status);
  const { faults } = words().passkeys;
  try {
    switch (textField(form, "intent")) {
      case "name": {
        const named = await namePasskey(house, { account, ...typed });
        if (!named) return answer("label", faults.label(PASSKEY_LABEL_LIMIT));
        return seeOther("/settings/passkeys?done=saved");
      }
      case "remove":
        await removePasskey(house, { account, id: typed.id });
        return seeOther("/settings/passkeys?done=removed");
    }
  } catch (error) {
    if (kindOf(error) !== "notFound") throw error;
    return answer("", faults.gone);
  }
  throw badRequest();
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().passkeys.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function PasskeysRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <PasskeysPage {...page} typed={answer?.typed ?? null} faults={answer?.faults ?? []} />;
}
