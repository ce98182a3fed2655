import type { Writer } from "#db/connect.ts";
import { draftsNamed, saveDraft } from "#db/queries/drafts.ts";
import { remarkSeries, remarkThread, seriesOfEssays } from "#db/queries/key-lists.ts";
import type { House } from "../house.ts";
import { moveScheduled } from "../later/draft-again.ts";
import { sealDraft, unsealDraft } from "./draft-seal.ts";
import { nextKey, readKey, takeBackCodeFor } from "./key.ts";
import { dropKeyList, findKeyList, type KeyList, saveKeyList } from "./key-list.ts";
import { marksFor, ownerMarks } from "./marks.ts";
import { readNonce } from "./nonce.ts";
import { mark, marksOfRing } from "./secret-ring.ts";

export type ChangeKeyOutcome =
  | { ok: true; key: string; takeBackCode: string }
  | { ok: false; reason: "nonce" | "typo" | "unknown" };

const REPLACES = "replaces";

/**
 * Replaces a key: everything it held belongs to the new one, with a new take-back code; the old key
 * and code open nothing from then on, nor does any device that kept the old key. The same nonce with
 * the same old key gives the same answer, so that a lost answer loses nothing.
 *
 * @param key as typed
 */
export async function changeKey(
  house: House,
  { key: typed, nonce }: { key: string; nonce: string },
): Promise<ChangeKeyOutcome> {
  const readN = readNonce(house, nonce);
  if (!readN.ok) return { ok: false, reason: "nonce" };
  const readK = readKey(typed);
  if (!readK.ok) return { ok: false, reason: "typo" };
  const { key } = readK;
  const ring = house.secrets;
  const next = nextKey(readN.nonce.secret, { nonce, key });
  return await house.store.write(async (trx): Promise<ChangeKeyOutcome> => {
    const made = await findKeyList(trx, ring, next);
    if (made) {
      const isThis = marksOfRing(ring, REPLACES, key).includes(made.replaces ?? "");
      if (!isThis) return { ok: false, reason: "unknown" };
      return { ok: true, key: next, takeBackCode: made.takeBackCode };
    }
    const list = await findKeyList(trx, ring, key);
    if (!list) return { ok: false, reason: "unknown" };
    const takeBackCode = takeBackCodeFor(ring.current, next);
    await moveEverything(trx, house, { list, from: key, to: next, takeBackCode });
    await dropKeyList(trx, ring, key);
    const replaces = mark(ring, REPLACES, key);
    await saveKeyList(trx, ring, { key: next, list: { ...list, takeBackCode, replaces } });
    return { ok: true, key: next, takeBackCode };
  });
}

async function moveEverything(
  trx: Writer,
  house: House,
  move: { list: KeyList; from: string; to: string; takeBackCode: string },
): Promise<void> {
  const { list, from, to, takeBackCode } = move;
  for (const essayId of list.threads) {
    const marks = ownerMarks(house.secrets, from, [essayId]);
    const fresh = marksFor(house.secrets.current, { key: to, takeBackCode, essayId });
    for (const update of remarkThread(trx, { essayId, marks, to: fresh })) await update.execute();
  }
  await moveSeries(trx, house, move);
  await moveScheduled(trx, house.secrets, { list, to });
  if (list.drafts.length === 0) return;
  for (const row of await draftsNamed(trx, { ids: list.drafts }).execute()) {
    const draft = unsealDraft(house.secrets, { key: from, row });
    if (!draft) continue;
    const sealed = sealDraft(house.secrets, { key: to, id: row.id, draft });
    await saveDraft(trx, { ...sealed, saved_on: row.saved_on }).execute();
  }
}

/** How many essays one statement names. */
const AT_ONCE = 500;

/** A series has parts as long as it is there, so that it is found by the essays of its writer. */
async function moveSeries(
  trx: Writer,
  house: House,
  {
    list,
    from,
    to,
    takeBackCode,
  }: { list: KeyList; from: string; to: string; takeBackCode: string },
): Promise<void> {
  for (let at = 0; at < list.threads.length; at += AT_ONCE) {
    const essayIds = list.threads.slice(at, at + AT_ONCE);
    for (const { id, owner_mark: owner } of await seriesOfEssays(trx, { essayIds }).execute()) {
      if (!ownerMarks(house.secrets, from, [id]).includes(owner ?? "")) continue;
      const fresh = marksFor(house.secrets.current, { key: to, takeBackCode, essayId: id });
      await remarkSeries(trx, { id, to: fresh }).execute();
    }
  }
}
