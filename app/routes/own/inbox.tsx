import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { InboxPage } from "#app/components/own/inbox-list.tsx";
import { inbox } from "#app/domain/identity/inbox.ts";
import { whoseList } from "#app/web/listed-names.ts";
import { passHeaders, privately } from "#app/web/responses.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { keys, names } = await whoseList(request, context);
  const query = new URL(request.url).searchParams;
  const mine = await inbox(context.house, { keys, after: query.get("after") });
  return data(
    {
      inbox: mine,
      names,
      older: mine && mine.next !== null ? olderAddress(query, mine.next) : null,
      siteName: context.house.settings.name,
    },
    { headers: privately() },
  );
}

function olderAddress(query: URLSearchParams, next: string): string {
  const name = query.get("name");
  return `/inbox?${new URLSearchParams({ ...(name !== null && { name }), after: next })}`;
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().own.inbox.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function InboxRoute() {
  return <InboxPage {...useLoaderData<typeof loader>()} />;
}
