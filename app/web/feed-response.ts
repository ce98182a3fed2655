import { atomFeed, type FeedRequest, jsonFeed } from "#app/domain/exchange/feeds.ts";
import type { Subject } from "#app/domain/house.ts";
import { cacheable, listedIf } from "./responses.ts";

/** Answers with a feed, in the format that the address asks for (`.json`, else Atom). */
export function feedResponse(feed: FeedRequest, subjects: readonly Subject[]): Response {
  const json = new URL(feed.self).pathname.endsWith(".json");
  return new Response(json ? jsonFeed(feed) : atomFeed(feed), {
    headers: {
      ...cacheable(subjects),
      // A feed holds the words of many, and most of them keep theirs out of search engines.
      ...listedIf(false),
      "Content-Type": json
        ? "application/feed+json; charset=utf-8"
        : "application/atom+xml; charset=utf-8",
    },
  });
}
