/** Essays of one writer in an order. Parts that are not visible are passed over. */
import { type SqlBool, sql } from "kysely";
import type { Reader } from "../connect.ts";
import { ESSAY_LINE } from "./fronts.ts";

const VISIBLE = sql<SqlBool>`essays.state = 'visible'`;

/** A series by its address. */
export function seriesBySlug(db: Reader, { slug }: { slug: string }) {
  return db.selectFrom("series").select(["id", "slug", "title"]).where("slug", "=", slug);
}

/** Visible parts in their order, keyset-paged; `after` is a position. */
export function partsOfSeries(
  db: Reader,
  { seriesId, after = 0, limit }: { seriesId: string; after?: number; limit: number },
) {
  return db
    .selectFrom("series_essays")
    .crossJoin("essays")
    .select("series_essays.position")
    .select(ESSAY_LINE)
    .whereRef("essays.id", "=", "series_essays.essay_id")
    .where("series_essays.series_id", "=", seriesId)
    .where("series_essays.position", ">", after)
    .where(VISIBLE)
    .orderBy("series_essays.position")
    .limit(limit);
}

/** The series an essay is a part of, with the visible parts before and after it. */
export function placeInSeries(db: Reader, { essayId }: { essayId: string }) {
  const beside = (side: "<" | ">") => sql<string | null>`(
    select essays.id from series_essays as other cross join essays
    where essays.id = other.essay_id and other.series_id = here.series_id
      and other.position ${sql.raw(side)} here.position and ${VISIBLE}
    order by other.position ${sql.raw(side === "<" ? "desc" : "asc")} limit 1)`;
  return db
    .selectFrom("series_essays as here")
    .innerJoin("series", "series.id", "here.series_id")
    .leftJoin("essays as before", (join) => join.on("before.id", "=", beside("<")))
    .leftJoin("essays as next", (join) => join.on("next.id", "=", beside(">")))
    .select([
      "series.slug",
      "series.title",
      "here.position",
      "before.slug as before_slug",
      "before.title as before_title",
      "next.slug as next_slug",
      "next.title as next_title",
    ])
    .where("here.essay_id", "=", essayId)
    .limit(1);
}
