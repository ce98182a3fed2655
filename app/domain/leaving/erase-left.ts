import type { Writer } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import { deleteLinksOf } from "#db/queries/join-links.ts";
import {
  deleteAccountsDue,
  deleteClaimedNamesDue,
  deleteDraftsDue,
  deleteKeyListsDue,
  deletePenNamesDue,
  insertGoneNames,
} from "#db/queries/leaving.ts";
import { moderatorsNamed, setDismissed } from "#db/queries/moderators.ts";
import { goneName } from "../accounts/free-name.ts";
import { dayOf, type House } from "../house.ts";
import { renameDue } from "./rename-due.ts";

/**
 * What accounts that have left leave behind: names over what stays, and then nothing of the account,
 * its ways in, keys, drafts and names. The names stay taken, by a keyed hash of how they looked.
 *
 * @returns how many rows went or were renamed
 */
export async function eraseLeft(house: House): Promise<number> {
  const renamed = await renameDue(house);
  const now = house.clock().getTime();
  const erased = await house.store.write(async (trx) => {
    const names = await eraseNames(trx, house, now);
    const drafts = await deleteDraftsDue(trx, { now }).execute();
    const lists = await deleteKeyListsDue(trx, { now }).execute();
    const accounts = await deleteAccountsDue(trx, { now }).execute();
    return names + drafts.length + lists.length + accounts.length;
  });
  if (erased > 0) house.changed(["fronts"]);
  if (erased + renamed > 0) await house.store.forgetDeleted();
  return erased + renamed;
}

async function eraseNames(trx: Writer, house: House, now: number): Promise<number> {
  const pens = await deletePenNamesDue(trx, { now }).execute();
  const claimed = await deleteClaimedNamesDue(trx, { now }).execute();
  const gone = [...pens, ...claimed]
    .filter(({ look_key: look }) => look !== "")
    .map(({ look_key: lookKey }) => goneName(house.secrets, { lookKey }));
  if (gone.length > 0) await insertGoneNames(trx, gone).execute();
  if (pens.length > 0) await recordChanges(trx, ["fronts"]);
  const nameKeys = pens.map(({ name_key: key }) => key);
  // An office ends with the name that has it.
  const offices = nameKeys.length > 0 ? await moderatorsNamed(trx, { nameKeys }).execute() : [];
  for (const { id } of offices) {
    await setDismissed(trx, { id, on: dayOf(house.clock()) }).execute();
    await deleteLinksOf(trx, { moderatorId: id }).execute();
  }
  return pens.length + claimed.length;
}
