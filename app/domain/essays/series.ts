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
  seriesAmong,
  seriesOfEssay,
  seriesWithSlug,
} from "#db/queries/series-writing.ts";
import type { House, Subject } from "../house.ts";
import { findKeyList } from "../identity/key-list.ts";
import { marksFor, ownerMarks } from "../identity/marks.ts";
import type { Secret } from "../identity/secret-ring.ts";
import { newId } from "../ids.ts";
import type { SeriesPlace } from "./series-place.ts";
import { freeSlug, slugOf } from "./slug.ts";
import { tagKey } from "./tags.ts";

/** So many of a key's newest threads are looked through: a query takes only so many values. */
const THREADS_LOOKED_AT = 500;

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

/** The key's series of that title, however it is spelt; looked for among the key's own essays. */
async function ownSeries(
  db: Reader,
  house: House,
  { title, key }: { title: string; key: string },
): Promise<string | null> {
  const list = await findKeyList(db, house.secrets, key);
  const essayIds = list?.threads.slice(-THREADS_LOOKED_AT) ?? [];
  if (essayIds.length === 0) return null;
  const found = await seriesAmong(db, { essayIds }).execute();
  const mine = found.find(({ id, title: other, owner_mark: owner }) => {
    const isMine = owner !== null && ownerMarks(house.secrets, key, [id]).includes(owner);
    return isMine && tagKey(other) === tagKey(title);
  });
  return mine?.id ?? null;
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
