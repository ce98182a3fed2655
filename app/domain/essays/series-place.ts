import type { Reader } from "#db/connect.ts";
import { placeInSeries } from "#db/queries/series.ts";

interface Part {
  slug: string;
  title: string;
}

/** Where an essay stands in a series, and the parts beside it that can be read. */
export interface SeriesPlace {
  slug: string;
  title: string;
  position: number;
  previous: Part | null;
  next: Part | null;
}

/** The place of an essay in its series: one query. Null where it is no part of one. */
export async function readSeriesPlace(db: Reader, essayId: string): Promise<SeriesPlace | null> {
  const row = await placeInSeries(db, { essayId }).executeTakeFirst();
  if (!row) return null;
  return {
    slug: row.slug,
    title: row.title,
    position: row.position,
    previous: part(row.before_slug, row.before_title),
    next: part(row.next_slug, row.next_title),
  };
}

function part(slug: string | null, title: string | null): Part | null {
  return slug === null || title === null ? null : { slug, title };
}
