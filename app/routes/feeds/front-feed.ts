import type { LoaderFunctionArgs } from "@remix-run/node";
import { listFeedEssays } from "#app/domain/discovery/feed-essays.ts";
import { feedResponse } from "#app/web/feed-response.ts";
import { words } from "#app/words/words.ts";

const FRONTS = {
  "/feed": { home: "/", perspective: null, title: "front" },
  "/stories/feed": { home: "/stories", perspective: "experience", title: "stories" },
  "/debates/feed": { home: "/debates", perspective: "debate", title: "debates" },
} as const;

/** Newest essays: all, those that carry experience, those that carry debate. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname } = new URL(request.url);
  const front = FRONTS[pathname.replace(/\.(xml|json)$/, "") as keyof typeof FRONTS];
  const origin = context.origins.current;
  const { settings, store } = context.house;
  return feedResponse(
    {
      title: words().feeds[front.title](settings.name),
      author: settings.name,
      language: words().site.language,
      home: `${origin}${front.home}`,
      self: `${origin}${pathname}`,
      entries: await listFeedEssays(store.read, { perspective: front.perspective, origin }),
    },
    ["fronts"],
  );
}
