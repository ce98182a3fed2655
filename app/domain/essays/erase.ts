import type { Writer } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import { anythingImportedUnder, anythingOfOwner } from "#db/queries/erasing.ts";
import {
  deleteAroundEssay,
  deleteRedirects,
  deleteUnusedTags,
  emptyEssay,
  essaysToErase,
  tagsOf,
} from "#db/queries/erasing-essays.ts";
import { deleteEssayVersions, essayIdBySlug } from "#db/queries/essays-writing.ts";
import { setTags } from "#db/queries/listings.ts";
import { closeReviews } from "#db/queries/reviews.ts";
import { deleteNameOfOwner, deleteReservedName } from "#db/queries/thread-names.ts";
import type { House, Subject } from "../house.ts";
import { nameKey } from "../identity/names.ts";
import { rememberGone } from "./gone-addresses.ts";
import { forgetRelations } from "./links.ts";
import { leaveSeries } from "./series.ts";
import { freeSlug } from "./slug.ts";
import { essaySubjects } from "./states.ts";

/** How many essays one transaction empties. */
const BATCH = 20;

type Due = Awaited<ReturnType<ReturnType<typeof essaysToErase>["execute"]>>[number];

/**
 * Erases essays that were taken back a day ago: title, text, note, standpoint, works, source, name,
 * versions, tags, series and marks, how it answered others, and the addresses that told the title,
 * of which keyed hashes stay. What is left is the empty place with its thread, where it stood.
 *
 * @returns how many were erased
 */
export async function eraseDueEssays(house: House): Promise<number> {
  let erased = 0;
  for (;;) {
    const done = await house.store.write(async (trx) => {
      const now = house.clock().getTime();
      const due = await essaysToErase(trx, { now, limit: BATCH }).execute();
      const subjects: Subject[] = [];
      for (const essay of due) subjects.push(...(await eraseOne(trx, house, essay)));
      await recordChanges(trx, subjects);
      return { due: due.length, subjects };
    });
    house.changed([...new Set(done.subjects)]);
    erased += done.due;
    if (done.due < BATCH) break;
  }
  if (erased > 0) await house.store.forgetDeleted();
  return erased;
}

async function eraseOne(trx: Writer, house: House, essay: Due): Promise<Subject[]> {
  const { id: essayId } = essay;
  const subjects = await essaySubjects(trx, { essayId });
  await forgetRelations(trx, { essayId });
  const tags = (await tagsOf(trx, { essayId }).execute()).map((row) => row.tag_slug);
  if (tags.length > 0) {
    await setTags(trx, { essayId, slugs: [] });
    await deleteUnusedTags(trx, { slugs: tags }).execute();
  }
  await leaveSeries(trx, { essayId });
  await deleteEssayVersions(trx, { essayId }).execute();
  for (const deletion of deleteAroundEssay(trx, { essayId })) await deletion.execute();
  await closeReviews(trx, { essayId, outcome: "taken_back" }).execute();
  const paths = (await deleteRedirects(trx, { essayId }).execute()).map((row) => row.old_path);
  await rememberGone(trx, house.secrets, { essayId, slugs: [essay.slug], paths });
  const isTaken = async (slug: string) =>
    (await essayIdBySlug(trx, { slug }).executeTakeFirst()) !== undefined;
  await emptyEssay(trx, { id: essayId, slug: await freeSlug(essayId, isTaken) }).execute();
  await giveNameFree(trx, essay);
  return subjects;
}

/** The name that the essay stood under goes where nothing else in its thread stands under it. */
async function giveNameFree(trx: Writer, essay: Due): Promise<void> {
  const { id: essayId, owner_mark: ownerMark, by_name: name, by_kind: kind } = essay;
  if (ownerMark !== null) {
    const left = await anythingOfOwner(trx, { essayId, ownerMark }).executeTakeFirst();
    if (!left) await deleteNameOfOwner(trx, { essayId, ownerMark }).execute();
  } else if (kind === "imported" && name !== null) {
    const left = await anythingImportedUnder(trx, { essayId, name }).executeTakeFirst();
    if (!left) await deleteReservedName(trx, { essayId, nameKey: nameKey(name) }).execute();
  }
}
