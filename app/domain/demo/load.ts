import type { Reader, Writer } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import { insertDemoComments, insertDemoEssay, noteLoaded } from "#db/queries/demo.ts";
import { reserveNames } from "#db/queries/imports.ts";
import { setTags } from "#db/queries/listings.ts";
import { insertPart, insertSeries, seriesWithSlug } from "#db/queries/series-writing.ts";
import { linkEssays } from "../essays/links.ts";
import { tagSlugs } from "../essays/tags.ts";
import type { House, Subject } from "../house.ts";
import { nameKey } from "../identity/names.ts";
import { demoId } from "./demo-id.ts";
import { demoPieces } from "./pieces/all.ts";
import { dayBefore, type ReadyEssay, readyEssay } from "./rows.ts";
import { demoState } from "./state.ts";
import type { DemoEssay } from "./types.ts";

export type LoadOutcome =
  | { outcome: "loaded"; essays: number; comments: number }
  /** The examples are here. */
  | { outcome: "there_already" }
  /** Real pieces are here, or were: the examples stay out. */
  | { outcome: "not_empty" }
  /** Only with `onlyIfNeverUsed`: they were here once, or something has been brought in. */
  | { outcome: "used_before" };

/**
 * Loads the invented examples into an empty house, days counted back from today, all of it or
 * nothing. Several processes may do so at once: one does, the others find it done.
 *
 * @param onlyIfNeverUsed as on a start: not where the examples were here before and are gone
 * @throws what the store throws
 */
export async function loadDemo(
  house: House,
  { onlyIfNeverUsed = false }: { onlyIfNeverUsed?: boolean } = {},
): Promise<LoadOutcome> {
  const asked = { onlyIfNeverUsed };
  const refusal = await refusalOf(house.store.read, asked);
  if (refusal) return refusal;
  const ready: ReadyEssay[] = [];
  for (const piece of demoPieces) ready.push(await readyEssay(house, piece));
  const done = await house.store.write(async (trx) => {
    const late = await refusalOf(trx, asked);
    if (late) return late;
    for (const essay of ready) await writeEssay(trx, essay);
    for (const piece of demoPieces) await writeAround(trx, house, piece);
    await noteLoaded(trx);
    const subjects: Subject[] = [...ready.map(({ row }): Subject => `essay:${row.id}`), "fronts"];
    await recordChanges(trx, subjects);
    return { outcome: "loaded" as const, subjects };
  });
  if (done.outcome !== "loaded") return done;
  house.changed(done.subjects);
  const comments = ready.flatMap((essay) => essay.comments);
  const readable = comments.filter(({ state }) => state === "visible").length;
  return { outcome: "loaded", essays: ready.length, comments: readable };
}

type Refusal = Exclude<LoadOutcome, { outcome: "loaded" }>;

async function refusalOf(
  db: Reader | Writer,
  { onlyIfNeverUsed }: { onlyIfNeverUsed: boolean },
): Promise<Refusal | null> {
  const state = await demoState(db);
  if (state.here > 0) return { outcome: "there_already" };
  if (state.realPieces) return { outcome: "not_empty" };
  if (onlyIfNeverUsed && state.usedBefore) return { outcome: "used_before" };
  return null;
}

async function writeEssay(trx: Writer, { row, comments, addresses, names }: ReadyEssay) {
  await insertDemoEssay(trx, row).execute();
  await insertDemoComments(trx, { comments, addresses });
  const kept = names.map((name) => ({ key: nameKey(name), name }));
  await reserveNames(trx, { essayId: row.id, names: kept }).execute();
}

/** Tags, links and series: what needs other essays to be there. */
async function writeAround(trx: Writer, house: House, piece: DemoEssay): Promise<void> {
  const essayId = demoId(piece.slug);
  await setTags(trx, { essayId, slugs: await tagSlugs(trx, piece.tags) });
  for (const { slug, comment, relation } of piece.answers ?? []) {
    await linkEssays(trx, {
      from: essayId,
      to: demoId(slug),
      toComment: comment === undefined ? null : demoId(slug, comment),
      relation,
      source: "writer",
      on: dayBefore(house, piece.daysAgo).day,
    });
  }
  const { series } = piece;
  if (!series) return;
  const id = demoId("series", series.slug);
  const there = await seriesWithSlug(trx, { slug: series.slug }).executeTakeFirst();
  if (!there) {
    const unowned = { owner_mark: null, take_back_mark: null, secret_id: null };
    await insertSeries(trx, { id, slug: series.slug, title: series.title, ...unowned }).execute();
  }
  await insertPart(trx, { series_id: id, essay_id: essayId, position: series.part }).execute();
}
