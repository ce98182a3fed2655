import type { MetaDescriptor } from "@remix-run/node";
import { words } from "#app/words/words.ts";
import type { FrontWay } from "./front-address.ts";

const FEEDS = { all: "/feed.xml", stories: "/stories/feed.xml", debates: "/debates/feed.xml" };

/** Title, description and feed of a list of essays. */
export function frontMeta(
  page: { siteName: string; way: FrontWay; tag: { name: string } | null } | undefined,
): MetaDescriptor[] {
  if (!page) return [];
  const { fronts, site } = words();
  const { front } = page.way;
  const titles = {
    all: page.tag === null ? fronts.everything : fronts.tagTitle(page.tag.name),
    stories: fronts.stories,
    debates: fronts.debates,
  };
  const intros = {
    all: page.tag === null ? fronts.everythingIntro : fronts.tagsIntro,
    stories: fronts.storiesIntro,
    debates: fronts.debatesIntro,
  };
  return [
    { title: site.title(titles[front], page.siteName) },
    { name: "description", content: intros[front] },
    feedLink(front, page.siteName),
  ];
}

/** The `<link>` to a front's feed. */
export function feedLink(front: FrontWay["front"], siteName: string): MetaDescriptor {
  const { feeds } = words();
  const titles = { all: feeds.front, stories: feeds.stories, debates: feeds.debates };
  return {
    tagName: "link",
    rel: "alternate",
    type: "application/atom+xml",
    title: titles[front](siteName),
    href: FEEDS[front],
  };
}
