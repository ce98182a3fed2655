import type { Reader, Writer } from "../connect.ts";
import type { SeriesTable } from "../schema.ts";

/** The series of an essay. */
export function seriesOfEssay(db: Reader, { essayId }: { essayId: string }) {
  return db
    .selectFrom("series_essays")
    .innerJoin("series", "series.id", "series_essays.series_id")
    .select(["series.id", "series.slug", "series.title", "series_essays.position"])
    .where("series_essays.essay_id", "=", essayId)
    .orderBy("series.id")
    .limit(1);
}

/** The series in which these essays stand, each once. */
export function seriesAmong(db: Reader, { essayIds }: { essayIds: readonly string[] }) {
  return db
    .selectFrom("series_essays")
    .innerJoin("series", "series.id", "series_essays.series_id")
    .select(["series.id", "series.title", "series.owner_mark"])
    .distinct()
    .where("series_essays.essay_id", "in", essayIds);
}

export function seriesWithSlug(db: Reader, { slug }: { slug: string }) {
  return db.selectFrom("series").select("id").where("slug", "=", slug);
}

export function insertSeries(trx: Writer, row: SeriesTable) {
  return trx.insertInto("series").values(row);
}

export function lastPosition(db: Reader, { seriesId }: { seriesId: string }) {
  return db
    .selectFrom("series_essays")
    .select("position")
    .where("series_id", "=", seriesId)
    .orderBy("position", "desc")
    .limit(1);
}

/** The last part that can be read. */
export function lastVisiblePart(db: Reader, { seriesId }: { seriesId: string }) {
  return db
    .selectFrom("series_essays")
    .innerJoin("essays", "essays.id", "series_essays.essay_id")
    .select(["essays.slug", "essays.title"])
    .where("series_essays.series_id", "=", seriesId)
    .where("essays.state", "=", "visible")
    .orderBy("series_essays.position", "desc")
    .limit(1);
}

export function insertPart(
  trx: Writer,
  row: { series_id: string; essay_id: string; position: number },
) {
  return trx.insertInto("series_essays").values(row);
}

/** Takes an essay out of its series; the other parts keep their numbers. */
export function deletePart(trx: Writer, { essayId }: { essayId: string }) {
  return trx.deleteFrom("series_essays").where("essay_id", "=", essayId).returning("series_id");
}

/** Drops a series without parts. */
export function deleteEmptySeries(trx: Writer, { seriesId }: { seriesId: string }) {
  return trx
    .deleteFrom("series")
    .where("id", "=", seriesId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom("series_essays").select("essay_id").where("series_id", "=", seriesId),
        ),
      ),
    );
}

/** Ids of the essays of a series, in their order. */
export function partsOfSeries(db: Reader, { seriesId }: { seriesId: string }) {
  return db
    .selectFrom("series_essays")
    .select("essay_id")
    .where("series_id", "=", seriesId)
    .orderBy("position");
}
