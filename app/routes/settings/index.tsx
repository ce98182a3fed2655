import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SettingsPage } from "#app/components/settings/settings-page.tsx";
import { ownNames } from "#app/domain/accounts/own-names.ts";
import { pauseOf } from "#app/web/own-pause.ts";
import { passHeaders, privately } from "#app/web/responses.ts";
import { requireAccount } from "#app/web/viewer.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { account } = await requireAccount(request, context);
  const { house } = context;
  const names = await ownNames(house.store.read, account);
  const page = {
    names: names.filter(({ retired }) => !retired).map(({ name }) => name),
    pause: await pauseOf(context, account),
    siteName: house.settings.name,
  };
  return data(page, { headers: privately() });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().settings.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function SettingsRoute() {
  return <SettingsPage {...useLoaderData<typeof loader>()} />;
}
