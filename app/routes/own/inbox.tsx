import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { InboxPage } from "#app/components/own/inbox-list.tsx";
import { inbox } from "#app/domain/identity/inbox.ts";
import { passHeaders, privately } from "#app/web/responses.ts";
import { viewerOf } from "#app/web/viewer.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { key } = await viewerOf(request, context);
  const after = new URL(request.url).searchParams.get("after");
  const mine = key && (await inbox(context.house, { key, after }));
  return data(
    {
      inbox: mine || null,
      older: mine && mine.next !== null ? `/inbox?after=${mine.next}` : null,
      siteName: context.house.settings.name,
    },
    { headers: privately() },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().own.inbox.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function InboxRoute() {
  return <InboxPage {...useLoaderData<typeof loader>()} />;
}
