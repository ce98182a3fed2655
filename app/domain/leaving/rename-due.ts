import { randomBytes } from "node:crypto";
import type { Writer } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import { deleteEssayVersions, essayById } from "#db/queries/essays-writing.ts";
import {
  deleteRenamings,
  deleteVersionsOf,
  renameComments,
  renameEssay,
  renamingsDue,
} from "#db/queries/leaving.ts";
import { deleteNameOfOwner, insertThreadName, nameByKey } from "#db/queries/thread-names.ts";
import type { RenamingsTable } from "#db/schema-accounts.ts";
import { nameIsSomebodys } from "../accounts/free-name.ts";
import { leaveSeries } from "../essays/series.ts";
import { essaySubjects } from "../essays/states.ts";
import type { House, Subject } from "../house.ts";
import { friendlyName } from "../identity/friendly-name.ts";
import { randomKey, takeBackCodeFor } from "../identity/key.ts";
import { marksFor } from "../identity/marks.ts";
import { nameKey } from "../identity/names.ts";

/** How many threads one transaction renames. */
const AT_ONCE = 20;

/**
 * Gives what somebody who has left wrote, thread by thread, two friendly words for a name and the
 * marks of a key that nobody has. Earlier versions go, since nobody is there to forget them, and
 * essays leave their series, which would say that one person wrote them all.
 *
 * @returns in how many threads
 */
export async function renameDue(house: House): Promise<number> {
  let renamed = 0;
  for (;;) {
    const done = await house.store.write(async (trx) => {
      const now = house.clock().getTime();
      const due = await renamingsDue(trx, { now, limit: AT_ONCE }).execute();
      const subjects: Subject[] = [];
      for (const row of due) subjects.push(...(await renameOne(trx, house, row)));
      await recordChanges(trx, subjects);
      return { due: due.length, subjects };
    });
    house.changed([...new Set(done.subjects)]);
    renamed += done.due;
    if (done.due < AT_ONCE) return renamed;
  }
}

async function renameOne(
  trx: Writer,
  house: House,
  { essay_id: essayId, owner_mark: from }: RenamingsTable,
): Promise<Subject[]> {
  await deleteRenamings(trx, { essayIds: [essayId], marks: [from] }).execute();
  const essay = await essayById(trx, { id: essayId }).executeTakeFirst();
  if (!essay) return [];
  await deleteNameOfOwner(trx, { essayId, ownerMark: from }).execute();
  const secret = house.secrets.current;
  const name = await friendlyName({
    secret,
    nonce: randomBytes(16).toString("base64url"),
    essayId,
    isTaken: (one) => isTaken(trx, house, { essayId, name: one, written: essay.by_name }),
  });
  const key = randomKey();
  const marks = marksFor(secret, { key, takeBackCode: takeBackCodeFor(secret, key), essayId });
  const given = { essayId, from, name, marks };
  const comments = await renameComments(trx, given).execute();
  const ids = comments.map(({ id }) => id);
  if (ids.length > 0) await deleteVersionsOf(trx, { ids }).execute();
  const isTheirs = (await renameEssay(trx, given).execute()).length > 0;
  if (ids.length === 0 && !isTheirs) return [];
  const { owner_mark, secret_id } = marks;
  const row = { essay_id: essayId, name_key: nameKey(name), name, owner_mark, secret_id };
  await insertThreadName(trx, { ...row, key_written_down: 1, paused_until: null }).execute();
  if (!isTheirs) return [`essay:${essayId}`, "fronts"];
  const subjects = await essaySubjects(trx, { essayId });
  await deleteEssayVersions(trx, { essayId }).execute();
  return [...subjects, ...(await leaveSeries(trx, { essayId }))];
}

async function isTaken(
  trx: Writer,
  house: House,
  { essayId, name, written }: { essayId: string; name: string; written: string | null },
): Promise<boolean> {
  if (written !== null && nameKey(written) === nameKey(name)) return true;
  const here = await nameByKey(trx, { essayId, nameKey: nameKey(name) }).executeTakeFirst();
  return here !== undefined || (await nameIsSomebodys(trx, house, name));
}
