/**
 * Deleting an account: out of view at once (or, where its words are to stay, under names that nobody
 * has by the end of the day), and out of the store within a day, in which it can be kept.
 * See docs/decisions/0018.
 */
import type { Writer } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import {
  deleteRenamings,
  insertRenamings,
  ownersAmong,
  setAccountLeaving,
  setClaimedNameLeaving,
  setDraftLeaving,
  setKeyListLeaving,
  setPenNameLeaving,
} from "#db/queries/leaving.ts";
import { deleteSessionsOf } from "#db/queries/sessions.ts";
import { withdrawNameClaims } from "../accounts/claim-name.ts";
import { askedNames, claimedNameMarks } from "../accounts/claimed-names.ts";
import { keysOf } from "../accounts/own-names.ts";
import type { Account, Leaving } from "../accounts/types.ts";
import { changeVault } from "../accounts/vault.ts";
import type { House } from "../house.ts";
import { findKeyList, keyListLocators } from "../identity/key-list.ts";
import { nameKey } from "../identity/names.ts";
import { holdBack } from "../later/draft-again.ts";
import { UNDO_MS } from "../taking-back.ts";
import { inBatches, type ThreadBatch, threadsOfKeys } from "./own-threads.ts";
import { somewhereIn, UNDO_TOGETHER_MS } from "./parting-moment.ts";
import { bringBackTogether, takeBackTogether } from "./take-back-together.ts";

const HOUR = 60 * 60 * 1_000;
/** Names change before they leave, so that none is left behind under a piece. */
const RENAMED = { from: UNDO_TOGETHER_MS, to: UNDO_TOGETHER_MS + HOUR };
const ERASED = { from: UNDO_TOGETHER_MS + HOUR, to: UNDO_MS };

/**
 * Puts an account on its way out, and ends all its other sessions. What was interrupted goes on when
 * it is called again, as it was chosen first.
 *
 * @param tokenMark of the session that asks, which stays, so that the account can be kept
 */
export async function leave(
  house: House,
  {
    account,
    tokenMark,
    choice,
  }: { account: Account; tokenMark: string; choice: Leaving["choice"] },
): Promise<Leaving> {
  const undoUntil = house.clock().getTime() + UNDO_TOGETHER_MS;
  // First: from here on nothing can be written under its names.
  const begun = await house.store.write((trx) =>
    changeVault(trx, house.secrets, account, (vault) => ({
      ...vault,
      leaving: vault.leaving ?? { choice, undoUntil, complete: false },
    })),
  );
  const { leaving } = begun.vault;
  if (leaving === null || leaving.complete) return leaving ?? { choice, undoUntil, complete: true };
  await letGo(house, keysOf(begun), leaving.choice);
  const done = await house.store.write(async (trx) => {
    const now = await changeVault(trx, house.secrets, account, (vault) => ({
      ...vault,
      leaving: vault.leaving && { ...vault.leaving, undoUntil, complete: true },
    }));
    await setLeaving(trx, house, now, () => somewhereIn(house, ERASED));
    await withdrawNameClaims(trx, now.vault);
    await deleteSessionsOf(trx, { account: account.mark, but: tokenMark }).execute();
    return now;
  });
  house.changed(["fronts"]);
  // What was on its way in while we looked.
  await letGo(house, keysOf(done), leaving.choice);
  return done.vault.leaving ?? leaving;
}

async function letGo(
  house: House,
  keys: readonly string[],
  choice: Leaving["choice"],
): Promise<void> {
  if (choice === "take_back") await takeBackTogether(house, { keys, together: "leaving" });
  else await eachBatch(house, keys, (trx, batch) => noteRenamings(trx, house, batch));
}

type KeepOutcome = { ok: true; broughtBack: number } | { ok: false; reason: "late" };

/**
 * Keeps an account that was on its way out: its names, drafts and ways in stay, what was taken back
 * with it is there again. What was interrupted goes on when it is called again.
 */
export async function keepAccount(house: House, account: Account): Promise<KeepOutcome> {
  const { leaving } = account.vault;
  if (leaving === null) return { ok: true, broughtBack: 0 };
  if (leaving.complete && leaving.undoUntil <= house.clock().getTime()) {
    return { ok: false, reason: "late" };
  }
  const keys = keysOf(account);
  await house.store.write(async (trx) => {
    await setLeaving(trx, house, account, () => null);
    await changeVault(trx, house.secrets, account, (vault) => ({
      ...vault,
      leaving: vault.leaving && { ...vault.leaving, complete: false },
    }));
  });
  await eachBatch(house, keys, async (trx, { essayIds, marks }) => {
    await deleteRenamings(trx, { essayIds, marks }).execute();
  });
  house.changed(["fronts"]);
  const broughtBack = await bringBackTogether(house, { keys, together: "leaving" });
  await house.store.write((trx) =>
    changeVault(trx, house.secrets, account, (vault) => ({ ...vault, leaving: null })),
  );
  return { ok: true, broughtBack };
}

/** Sets when each row that stands for the account leaves: each at a moment of its own, or never. */
async function setLeaving(
  trx: Writer,
  house: House,
  account: Account,
  moment: () => number | null,
): Promise<void> {
  const { secrets } = house;
  const { vault } = account;
  await setAccountLeaving(trx, { mark: account.mark, eraseAt: moment() }).execute();
  // The pages of pen names.
  await recordChanges(trx, ["fronts"]);
  for (const { id } of vault.names) {
    await setPenNameLeaving(trx, { id, eraseAt: moment() }).execute();
  }
  for (const { name, key } of askedNames(vault)) {
    const row = { nameKey: nameKey(name), ownerMarks: claimedNameMarks(secrets, key) };
    await setClaimedNameLeaving(trx, { ...row, eraseAt: moment() }).execute();
  }
  for (const key of keysOf(account)) {
    // What was to become public later does not: it is a draft from now on.
    await holdBack(trx, house, { key });
    const list = await findKeyList(trx, secrets, key);
    for (const id of list?.drafts ?? []) {
      await setDraftLeaving(trx, { id, eraseAt: moment() }).execute();
    }
    const locators = keyListLocators(secrets, key);
    await setKeyListLeaving(trx, { locators, eraseAt: moment() }).execute();
  }
}

async function eachBatch(
  house: House,
  keys: readonly string[],
  work: (trx: Writer, batch: ThreadBatch) => Promise<void>,
): Promise<void> {
  const threads = await threadsOfKeys(house.store.read, house.secrets, keys);
  for (const batch of inBatches(house.secrets, threads)) {
    await house.store.write((trx) => work(trx, batch));
  }
}

/** Each thread by itself: no row says that two of them were somebody's. */
async function noteRenamings(trx: Writer, house: House, batch: ThreadBatch): Promise<void> {
  const owners = await ownersAmong(trx, batch).execute();
  const rows = owners.flatMap(({ essay_id, owner_mark }) =>
    owner_mark === null ? [] : [{ essay_id, owner_mark, due_at: somewhereIn(house, RENAMED) }],
  );
  if (rows.length > 0) await insertRenamings(trx, rows).execute();
}
