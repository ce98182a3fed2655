import type { MetaDescriptor } from "@remix-run/node";
import { words } from "#app/words/words.ts";

const FEEDS = { all: "/feed.xml", stories: "/stories/feed.xml", debates: "/debates/feed.xml" };

/** Title, description and feed of a front. */
export function frontMeta(
  front: keyof typeof FEEDS,
  page: { siteName: string; tagline: string } | undefined,
): MetaDescriptor[] {
  if (!page) return [];
  const { feeds, fronts, site } = words();
  const titles = { all: page.siteName, stories: fronts.stories, debates: fronts.debates };
  const feedTitles = { all: feeds.front, stories: feeds.stories, debates: feeds.debates };
  return [
    { title: site.title(titles[front], page.siteName) },
    { name: "description", content: page.tagline },
    {
      tagName: "link",
      rel: "alternate",
      type: "application/atom+xml",
      title: feedTitles[front](page.siteName),
      href: FEEDS[front],
    },
  ];
}
