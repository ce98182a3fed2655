import { atomFeed, type FeedRequest, jsonFeed } from "#app/domain/exchange/feeds.ts";
import type { Subject } from "#app/domain/house.ts";
import { cacheable } from "./responses.ts";

/** Answers with a feed, in the format that the address asks for (`.json`, else Atom). */
export function feedResponse(feed: FeedRequest, subjects: readonly Subject[]): Response {
  const json = new URL(feed.self).pathname.endsWith(".json");
  return new Response(json ? jsonFeed(feed) : atomFeed(feed), {
    headers: {
      ...cacheable(subjects),
      "Content-Type": json
        ? "application/feed+json; charset=utf-8"
        : "application/atom+xml; charset=utf-8",
    },
  });
}
