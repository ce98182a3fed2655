import type { Reader } from "#db/connect.ts";
import { sitemapEssays, sitemapParts } from "#db/queries/sitemap.ts";
import { makeCursor, type Position, readCursor } from "../identity/cursor.ts";
import type { SecretRing } from "../identity/secret-ring.ts";

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
const LIST = "sitemap";

/** The house's own pages that anybody may find. */
const HOUSE = ["/", "/stories", "/debates", "/tags", "/about", "/promises", "/help"];

interface SitemapRequest {
  origin: string;
  secrets: SecretRing;
  /** The `part` of the address; null: the whole, or the list of its parts. */
  part: string | null;
  /** How many essays a part holds. */
  size: number;
}

/**
 * The sitemap (sitemaps.org): the house's pages and the essays whose writers allow it, with the day
 * of their last change. More essays than `size` are listed in parts, each of which begins where a
 * sealed position says. Two queries at most.
 * @returns null for a part that is none of ours
 */
export async function sitemap(db: Reader, request: SitemapRequest): Promise<string | null> {
  const { secrets, size } = request;
  if (request.part !== null) {
    const from = readCursor(secrets, LIST, request.part);
    return from === null ? null : essaysFrom(db, request, from);
  }
  const parts = await sitemapParts(db, { size }).execute();
  parts.sort((a, b) => Number(a.place) - Number(b.place));
  if (parts.length <= 1) return essaysFrom(db, request, null);
  const entries = parts.map((row, index) => {
    // The first is where the house's own pages stand too.
    const from = index === 0 ? { at: 0, id: "" } : { at: row.ordered_at, id: row.id };
    return `<sitemap><loc>${request.origin}/sitemap.xml?part=${makeCursor(secrets, LIST, from)}</loc></sitemap>`;
  });
  return document("sitemapindex", entries);
}

async function essaysFrom(
  db: Reader,
  { origin, size }: SitemapRequest,
  from: Position | null,
): Promise<string> {
  const rows = await sitemapEssays(db, { from, limit: size }).execute();
  const first = from === null || from.at === 0;
  const essays = rows.map((row) => {
    const days = [row.published_on, row.edited_on ?? "", row.active_on].sort();
    return `<url><loc>${origin}/essays/${encodeURIComponent(row.slug)}</loc><lastmod>${days.at(-1)}</lastmod></url>`;
  });
  const house = first ? HOUSE.map((path) => `<url><loc>${origin}${path}</loc></url>`) : [];
  return document("urlset", [...house, ...essays]);
}

function document(root: string, entries: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="${NAMESPACE}">`,
    ...entries,
    `</${root}>`,
    "",
  ].join("\n");
}
