/** What search engines are told of: visible essays whose writers allow it, along `essays_indexed`. */
import { type SqlBool, sql } from "kysely";
import type { Reader } from "../connect.ts";

const LISTED = sql<SqlBool>`state = 'visible' and indexing = 1 and demo = 0`;

/** Where each part of `size` essays begins: one pass over the index. Not in order; `place` tells it. */
export function sitemapParts(db: Reader, { size }: { size: number }) {
  return db
    .selectFrom((eb) =>
      eb
        .selectFrom("essays")
        .select(["ordered_at", "id"])
        .select(sql<number>`row_number() over (order by ordered_at, id)`.as("place"))
        .where(LISTED)
        .as("listed"),
    )
    .select(["ordered_at", "id", "place"])
    .where(sql<SqlBool>`(place - 1) % ${size} = 0`);
}

/** One part, oldest first, so that a part that is full stays as it is. */
export function sitemapEssays(
  db: Reader,
  { from, limit }: { from: { at: number; id: string } | null; limit: number },
) {
  let list = db
    .selectFrom("essays")
    .select(["slug", "published_on", "edited_on", "active_on"])
    .where(LISTED);
  if (from) list = list.where(sql<SqlBool>`(ordered_at, id) >= (${from.at}, ${from.id})`);
  return list.orderBy("ordered_at").orderBy("id").limit(limit);
}
