import type { Writer } from "#db/connect.ts";
import {
  anythingImportedUnder,
  anythingOfOwner,
  commentsToErase,
  deleteAddresses,
  deleteVersions,
  emptyComment,
} from "#db/queries/erasing.ts";
import { closeReviews } from "#db/queries/reviews.ts";
import { deleteNameOfOwner, deleteReservedName } from "#db/queries/thread-names.ts";
import type { House } from "../house.ts";
import { nameKey } from "../identity/names.ts";
import { keepCounts, subjectsOf } from "./counts.ts";

/** How many comments one transaction empties. */
const BATCH = 100;

/**
 * Erases what was taken back a day ago: text, note, standpoint, name, versions and marks, and the
 * thread name where nothing else is under it. What is left is the empty place.
 *
 * @returns how many were erased
 */
export async function eraseDue(house: House): Promise<number> {
  let erased = 0;
  for (;;) {
    const essayIds = await house.store.write((trx) => eraseBatch(trx, house));
    erased += essayIds.length;
    house.changed([...new Set(essayIds)].flatMap(subjectsOf));
    if (essayIds.length < BATCH) break;
  }
  if (erased > 0) await house.store.forgetDeleted();
  return erased;
}

async function eraseBatch(trx: Writer, house: House): Promise<string[]> {
  const now = house.clock().getTime();
  const due = await commentsToErase(trx, { now, limit: BATCH }).execute();
  for (const { id, essay_id: essayId, origin, owner_mark: ownerMark, by_name: name } of due) {
    await emptyComment(trx, { id }).execute();
    await deleteVersions(trx, { commentId: id }).execute();
    await deleteAddresses(trx, { commentId: id }).execute();
    await closeReviews(trx, { commentId: id, outcome: "taken_back" }).execute();
    if (ownerMark !== null) {
      const left = await anythingOfOwner(trx, { essayId, ownerMark }).executeTakeFirst();
      if (!left) await deleteNameOfOwner(trx, { essayId, ownerMark }).execute();
    } else if (origin === "imported" && name !== null) {
      const left = await anythingImportedUnder(trx, { essayId, name }).executeTakeFirst();
      if (!left) await deleteReservedName(trx, { essayId, nameKey: nameKey(name) }).execute();
    }
    await keepCounts(trx, { essayId, from: "taken_back", to: "taken_back" });
  }
  return due.map(({ essay_id }) => essay_id);
}
