import { words } from "#app/words/words.ts";
import type { Reader } from "#db/connect.ts";
import { feedEssays } from "#db/queries/fronts.ts";
import { feedText } from "../exchange/feed-entries.ts";
import type { FeedEntry } from "../exchange/feeds.ts";
import type { Perspective } from "../threads/types.ts";

/** How many essays a front's feed holds. */
const ESSAYS = 30;

/** The newest essays as feed entries, newest first. */
export async function listFeedEssays(
  db: Reader,
  { perspective, origin }: { perspective: Perspective | null; origin: string },
): Promise<FeedEntry[]> {
  const rows = await feedEssays(db, {
    ...(perspective && { perspective }),
    limit: ESSAYS,
  }).execute();
  return rows.map((row) => ({
    url: `${origin}/essays/${row.slug}`,
    title: row.title,
    by: row.by_name ?? words().feeds.commentUnnamed,
    publishedOn: row.published_on,
    changedOn: row.edited_on ?? row.published_on,
    html: feedText(row),
  }));
}
