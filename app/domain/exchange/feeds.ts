import { Feed } from "feed";

export interface FeedEntry {
  /** Whole address of the piece. */
  url: string;
  title: string;
  by: string | null;
  /** Days, `YYYY-MM-DD`. */
  publishedOn: string;
  changedOn: string;
  html: string;
}

export interface FeedRequest {
  title: string;
  /** Who answers for the feed as a whole: the site's name. */
  author: string;
  language: string;
  /** Whole address of the page that the feed follows. */
  home: string;
  /** Whole address of the feed itself. */
  self: string;
  /** Newest first: the order is the store's, since a day is the finest time there is. */
  entries: readonly FeedEntry[];
}

/** The day that an empty feed was last changed. */
const NEVER = "1970-01-01";

// What XML 1.0 cannot say even as a character reference.
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function plain(text: string): string {
  return text.replaceAll(NOT_IN_XML, "");
}

/** The feed package writes Atom titles as HTML, so a title's own `<` has to be escaped for it. */
function asHtml(text: string): string {
  return plain(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function feedOf(request: FeedRequest, kind: "atom" | "json"): Feed {
  const { title, author, language, home, self, entries } = request;
  const newest =
    entries
      .map(({ changedOn }) => changedOn)
      .sort()
      .at(-1) ?? NEVER;
  const feed = new Feed({
    id: home,
    title: plain(title),
    author: { name: plain(author) },
    link: home,
    language,
    updated: midnight(newest),
    generator: false,
    copyright: "",
    feedLinks: { [kind]: self },
  });
  for (const entry of entries) {
    feed.addItem({
      id: entry.url,
      link: entry.url,
      title: kind === "atom" ? asHtml(entry.title) : plain(entry.title),
      ...(entry.by !== null && { author: [{ name: plain(entry.by) }] }),
      published: midnight(entry.publishedOn),
      date: midnight(entry.changedOn),
      content: plain(entry.html),
    });
  }
  return feed;
}

// Times as contract.md writes them: without the milliseconds that Date adds.
const ATOM_TIME = /<(updated|published)>(.{19})\.000Z</g;
const JSON_TIME = /"(date_modified|date_published)": "(.{19})\.000Z"/g;

/** An Atom feed (RFC 4287). */
export function atomFeed(request: FeedRequest): string {
  return feedOf(request, "atom").atom1().replaceAll(ATOM_TIME, "<$1>$2Z<");
}

/** A JSON feed (jsonfeed.org, version 1). */
export function jsonFeed(request: FeedRequest): string {
  return feedOf(request, "json").json1().replaceAll(JSON_TIME, '"$1": "$2Z"');
}
