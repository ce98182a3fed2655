import type { Reader } from "#db/connect.ts";
import { partsOfSeries, seriesBySlug } from "#db/queries/series.ts";
import { type EssayLine, essayLine } from "./essay-line.ts";

export interface SeriesView {
  slug: string;
  title: string;
  parts: (EssayLine & { position: number })[];
  /** The position behind which the next page begins; null at the end. */
  next: number | null;
}

/**
 * A page of a series, in its order: two queries.
 * @returns null where there is none, or nothing of it can be read
 */
export async function readSeries(
  db: Reader,
  { slug, after, limit }: { slug: string; after: number; limit: number },
): Promise<SeriesView | null> {
  const series = await seriesBySlug(db, { slug }).executeTakeFirst();
  if (!series) return null;
  const rows = await partsOfSeries(db, { seriesId: series.id, after, limit: limit + 1 }).execute();
  if (rows.length === 0) return null;
  const shown = rows.slice(0, limit);
  return {
    slug: series.slug,
    title: series.title,
    parts: shown.map((row) => ({ ...essayLine(row), position: row.position })),
    next: rows.length > limit ? (shown.at(-1)?.position ?? null) : null,
  };
}
