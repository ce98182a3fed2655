/** Series: one writer's essays in an order, by the writer's own choice. */
import type { Reader, Writer } from "#db/connect.ts";
import {
  deleteEmptySeries,
  deletePart,
  insertPart,
  insertSeries,
  lastPosition,
  lastVisiblePart,
  partsOfSeries,
  seriesOfEssay,
  seriesTitled,
  seriesWithSlug,
} from "#db/queries/series-writing.ts";
import type { House, Subject } from "../house.ts";
import { marksFor, ownerMarks } from "../identity/marks.ts";
import type { Secret } from "../identity/secret-ring.ts";
import { newId } from "../ids.ts";
import type { SeriesPlace } from "./series-place.ts";
import { freeSlug, slugOf } from "./slug.ts";

interface Placing {
  essayId: string;
  /** Title of the series; null: none. */
  title: string | null;
  key: string;
  takeBackCode: string;
  secret: Secret;
}

/**
 * Puts an essay into the series of that title which belongs to the key, as its last part; where the
 * key has none of that title, a new one begins. Somebody else's series of the same title is left
 * alone. An essay that stands there already keeps its place.
 *
 * @returns what cached pages must forget: the pages of all parts, whose lines before and after move
 */
export async function placeInSeries(
  trx: Writer,
  house: House,
  { essayId, title, key, takeBackCode, secret }: Placing,
): Promise<Subject[]> {
  const now = await seriesOfEssay(trx, { essayId }).executeTakeFirst();
  if ((now?.title ?? null) === title) return [];
  const left = now ? await leaveSeries(trx, { essayId }) : [];
  if (title === null) return left;
  const seriesId =
    (await ownSeries(trx, house, { title, key })) ??
    (await beginSeries(trx, { title, key, takeBackCode, secret }));
  const last = await lastPosition(trx, { seriesId }).executeTakeFirst();
  const position = (last?.position ?? 0) + 1;
  await insertPart(trx, { series_id: seriesId, essay_id: essayId, position }).execute();
  return [...left, ...(await partSubjects(trx, seriesId))];
}

/** Takes an essay out of its series; an empty series goes. */
export async function leaveSeries(
  trx: Writer,
  { essayId }: { essayId: string },
): Promise<Subject[]> {
  const from = await deletePart(trx, { essayId }).execute();
  const subjects: Subject[] = [];
  for (const { series_id: seriesId } of from) {
    subjects.push(...(await partSubjects(trx, seriesId)));
    await deleteEmptySeries(trx, { seriesId }).execute();
  }
  return subjects;
}

async function partSubjects(trx: Writer, seriesId: string): Promise<Subject[]> {
  const parts = await partsOfSeries(trx, { seriesId }).execute();
  return parts.map(({ essay_id: id }) => `essay:${id}` as const);
}

/** Where an essay would stand that is published into the series of that title; null: in none. */
export async function placeAhead(
  house: House,
  { title, key }: { title: string | null; key: string },
): Promise<SeriesPlace | null> {
  if (title === null) return null;
  const { read } = house.store;
  const begun = { slug: slugOf(title), title, position: 1, previous: null, next: null };
  const seriesId = await ownSeries(read, house, { title, key });
  if (seriesId === null) return begun;
  const last = await lastPosition(read, { seriesId }).executeTakeFirst();
  const part = await lastVisiblePart(read, { seriesId }).executeTakeFirst();
  const previous = part ? { slug: part.slug, title: part.title } : null;
  return { ...begun, position: (last?.position ?? 0) + 1, previous };
}

async function ownSeries(
  trx: Reader,
  house: House,
  { title, key }: { title: string; key: string },
): Promise<string | null> {
  for (const { id, owner_mark: owner } of await seriesTitled(trx, { title }).execute()) {
    if (owner !== null && ownerMarks(house.secrets, key, [id]).includes(owner)) return id;
  }
  return null;
}

async function beginSeries(
  trx: Writer,
  { title, key, takeBackCode, secret }: Omit<Placing, "essayId" | "title"> & { title: string },
): Promise<string> {
  const id = newId();
  const isTaken = async (slug: string) =>
    (await seriesWithSlug(trx, { slug }).executeTakeFirst()) !== undefined;
  const slug = await freeSlug(title, isTaken, "series");
  const marks = marksFor(secret, { key, takeBackCode, essayId: id });
  await insertSeries(trx, { id, slug, title, ...marks }).execute();
  return id;
}
