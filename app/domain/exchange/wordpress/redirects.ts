import { essayAtOldPath } from "#db/queries/imports.ts";
import { slugOfGone } from "../../essays/gone-addresses.ts";
import type { House } from "../../house.ts";

const MAX_LENGTH = 1_000;

/**
 * First parts of this site's own addresses, those of later issues among them (contract.md). An old
 * address below one of them is never followed: ours come first, today and after the next update.
 */
const OWN = new Set([
  ...[
    "stories",
    "debates",
    "feed.xml",
    "feed.json",
    "essays",
    "comments",
    "conversations",
    "write",
  ],
  ...["drafts", "inbox", "following", "people", "series", "tags", "join", "sign-in", "sign-out"],
  ...["key", "recover", "settings", "search", "collections", "moderation", "rules", "appeals"],
  ...["elections", "about", "promises", "help", "exit", "house", "healthz", "readyz", "metrics"],
  ...["assets", "fonts", "build", "favicon.ico", "robots.txt", "sitemap.xml", ".well-known"],
]);

/** What WordPress appends to the address of a post: pages of comments, feeds, other forms of it. */
const APPENDED = /\/(?:comment-page-\d+|feed(?:\/(?:atom|rss2?|rdf))?|trackback|embed|amp)$/;

/**
 * An address of the old blog as it is kept and looked up: path without slash at the end, in one
 * spelling, and of the query only `?p=`. Takes a whole URL, or path and query as a browser asks.
 * @returns null for what can't be the address of a post: the front page, our own addresses, anything
 * that is not http(s), or longer than 1,000 characters.
 */
export function normaliseOldPath(url: string): string | null {
  if (url.length > MAX_LENGTH) return null;
  let parsed: URL;
  try {
    parsed = new URL(url.startsWith("/") ? `http://old.invalid/${url.replace(/^\/+/, "")}` : url);
  } catch {
    return null;
  }
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:") return null;
  const parts = parsed.pathname.split("/").filter((part) => part !== "");
  if (parts.at(-1) === "index.php") parts.pop();
  const path = parts.map((part) => `/${oneSpelling(part)}`).join("");
  if (OWN.has(path.slice(1).split("/")[0] ?? "")) return null;
  const number = parsed.searchParams.get("p");
  if (number !== null && /^\d{1,15}$/.test(number)) return `${path || "/"}?p=${Number(number)}`;
  return path === "" ? null : path;
}

/** Percent signs or letters, capitals in the hex or not: browsers and blogs differ. */
function oneSpelling(part: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(part).normalize("NFC"));
  } catch {
    return part;
  }
}

/**
 * The spellings under which an address may be kept, the likeliest first: as it is, and without what
 * the blog appends to a post's own address (pages of comments, its feed, its second page).
 */
export function oldPathsOf(url: string): string[] {
  const asked = normaliseOldPath(url);
  if (asked === null) return [];
  const shorter = asked.includes("?") ? asked : asked.replace(APPENDED, "");
  return [...new Set([asked, shorter, shorter.replace(/(?<=\/[^/]+)\/\d{1,3}$/, "")])];
}

/**
 * Where an address of the old blog leads now: the path of an essay of ours, or null. Also for the
 * address's pages of comments, its feed, its second page and the links for replying. The browser
 * keeps `#comment-N` by itself. A few look-ups by key. What led to an essay whose words have left
 * leads to its empty place.
 */
export async function findRedirect(
  { store, secrets }: Pick<House, "store" | "secrets">,
  pathAndQuery: string,
): Promise<string | null> {
  const paths = oldPathsOf(pathAndQuery);
  if (paths.length === 0) return null;
  for (const path of paths) {
    const found = await essayAtOldPath(store.read, { path }).executeTakeFirst();
    if (found) return `/essays/${encodeURIComponent(found.slug)}`;
  }
  const gone = await slugOfGone(store.read, secrets, { paths });
  return gone === null ? null : `/essays/${encodeURIComponent(gone)}`;
}
