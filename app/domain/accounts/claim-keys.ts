/** A member takes up what they wrote with a key, and says under which name it goes on. */
import type { Writer } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import { draftsNamed, saveDraft } from "#db/queries/drafts.ts";
import { remarkSeries, seriesOfEssays } from "#db/queries/key-lists.ts";
import { partsOfSeries } from "#db/queries/series-writing.ts";
import type { House, Subject } from "../house.ts";
import { sealDraft, unsealDraft } from "../identity/draft-seal.ts";
import { dropKeyList, findKeyList, type KeyList, saveKeyList } from "../identity/key-list.ts";
import { marksFor, ownerMarks } from "../identity/marks.ts";
import { mark } from "../identity/secret-ring.ts";
import { holdBack, moveScheduled } from "../later/draft-again.ts";
import {
  type Choices,
  type ClaimDone,
  type ClaimOutcome,
  choiceOf,
  type NamesFault,
} from "./claim-types.ts";
import { readKeys, TAKEN_UP, THREAD_KEYS_LIMIT, threadsOfKey } from "./claimable.ts";
import { giveThreadToPenName, type Holder, handOverThread } from "./give-thread.ts";
import { freshKey } from "./make-account.ts";
import { ownNames } from "./own-names.ts";
import type { Account, OwnPenName } from "./types.ts";
import { changeVault, openAccount } from "./vault.ts";

const AT_ONCE = 400;

/**
 * Everything that these keys own goes over to the account: what stays under its thread names belongs
 * to a key that nobody is shown, one for each key that was typed, and looks as before; what goes to a
 * pen name stands under it everywhere. The typed keys and their take-back codes open nothing from then
 * on. All of it happens, or nothing; sending the same form again gives the same answer.
 *
 * @param typed one key a line
 * @param choices by the place of the key among the lines
 */
export async function claimKeys(
  house: House,
  account: Account,
  { typed, choices }: { typed: string; choices: Choices },
): Promise<ClaimOutcome> {
  const subjects: Subject[] = [];
  const outcome = await house.store.write(async (trx): Promise<ClaimOutcome> => {
    const begun = await begin(trx, house, account, choices);
    if (!begun.ok) return begun;
    const { vault } = begun.account;
    const read = await readKeys(trx, house, begun.account, typed);
    if (!read.ok) return { ok: false, keys: read.faults };
    const fresh = read.keys.filter(({ list }) => list !== null).length;
    if (vault.threadKeys.length + fresh > THREAD_KEYS_LIMIT) {
      return { ok: false, keys: [{ reason: "no_room", limit: THREAD_KEYS_LIMIT }] };
    }
    const done: ClaimDone = { staying: 0, named: 0, refused: [] };
    const made: string[] = [];
    for (const [place, { key, list, taken }] of read.keys.entries()) {
      if (taken) {
        await countDone(trx, house, { ...taken, place, choices, penName: begun.penName, done });
        continue;
      }
      if (!list) continue;
      const to = await freshKey(trx, house);
      const moved = { place, from: { key, list }, to, penName: begun.penName, choices, done };
      subjects.push(...(await moveKey(trx, house, moved)));
      await dropKeyList(trx, house.secrets, key);
      made.push(to);
    }
    if (made.length > 0) {
      await changeVault(trx, house.secrets, account, (now) => {
        return { ...now, threadKeys: [...now.threadKeys, ...made] };
      });
    }
    await recordChanges(trx, subjects);
    return { ok: true, done };
  });
  if (outcome.ok && subjects.length > 0) house.changed([...new Set(subjects)]);
  return outcome;
}

/**
 * Puts a pen name over threads that were taken up before, under the thread names that they had.
 *
 * @param choices by the place of the key among those that were taken up
 */
export async function nameThreads(
  house: House,
  account: Account,
  { choices }: { choices: Choices },
): Promise<ClaimOutcome> {
  const subjects: Subject[] = [];
  const outcome = await house.store.write(async (trx): Promise<ClaimOutcome> => {
    const begun = await begin(trx, house, account, choices);
    if (!begun.ok) return begun;
    const done: ClaimDone = { staying: 0, named: 0, refused: [] };
    for (const [place, key] of begun.account.vault.threadKeys.slice(1).entries()) {
      const list = isChosen(choices, place) ? await findKeyList(trx, house.secrets, key) : null;
      if (!list) continue;
      const moved = { place, from: { key, list }, to: key, penName: begun.penName, choices, done };
      subjects.push(...(await moveKey(trx, house, moved)));
    }
    await recordChanges(trx, subjects);
    return { ok: true, done };
  });
  if (outcome.ok && subjects.length > 0) house.changed([...new Set(subjects)]);
  return outcome;
}

type Begun =
  | { ok: true; account: Account; penName: OwnPenName | null }
  | { ok: false; names: NamesFault };

/** The account as it is at this moment, and the one pen name that is to take threads. */
async function begin(
  trx: Writer,
  house: House,
  { key }: Account,
  choices: Choices,
): Promise<Begun> {
  const account = await openAccount(trx, house.secrets, key);
  if (!account) return { ok: false, names: "not_yours" };
  if (account.vault.leaving !== null) return { ok: false, names: "leaving" };
  const wanted = [...new Set(choices.values())];
  if (wanted.length > 1) return { ok: false, names: "several" };
  if (wanted.length === 0) return { ok: true, account, penName: null };
  const names = await ownNames(trx, account);
  const penName = names.find(({ id, retired }) => id === wanted[0] && !retired);
  return penName ? { ok: true, account, penName } : { ok: false, names: "not_yours" };
}

interface Moving {
  place: number;
  from: { key: string; list: KeyList };
  /** The key that has what stays; the same as `from` where nothing but names is to change. */
  to: string;
  penName: OwnPenName | null;
  choices: Choices;
  done: ClaimDone;
}

/** Moves what one key has: threads, series, drafts, and the lists that say so. */
async function moveKey(trx: Writer, house: House, moving: Moving): Promise<Subject[]> {
  const { place, to, penName, choices, done } = moving;
  const ring = house.secrets;
  const from = isChosen(choices, place) ? await heldBack(trx, house, moving.from) : moving.from;
  const own = await findKeyList(trx, ring, to);
  const penList = penName && (await findKeyList(trx, ring, penName.key));
  if (!own || (penName && !penList)) throw new Error("a key of an account without its list");
  const stays: Holder = { key: to, takeBackCode: own.takeBackCode };
  const pen = penName && penList && { ...penName, takeBackCode: penList.takeBackCode };
  const shown = new Map(
    (await threadsOfKey(trx, house, from)).map((thread) => [thread.essayId, thread]),
  );
  const subjects: Subject[] = [];
  const taken: string[] = [];
  for (const essayId of from.list.threads) {
    const thread = shown.get(essayId);
    const chosen = thread && pen && choices.get(choiceOf(place, essayId)) === pen.id;
    if (chosen) {
      const given = await giveThreadToPenName(trx, house, { essayId, from: from.key, to: pen });
      if (given) {
        subjects.push(...given);
        taken.push(essayId);
        done.named += 1;
        continue;
      }
      done.refused.push({ title: thread.title, name: thread.name, penName: pen.name });
    }
    if (to !== from.key) await handOverThread(trx, house, { essayId, from: from.key, to: stays });
    if (thread) done.staying += 1;
  }
  const gone = new Set(taken);
  const holderOf = (essayId: string) => (pen && gone.has(essayId) ? pen : stays);
  await moveSeries(trx, house, { from, holderOf });
  const threads = from.list.threads.filter((essayId) => !gone.has(essayId));
  if (to !== from.key) {
    await moveDrafts(trx, house, { from, to });
    await moveScheduled(trx, ring, { list: from.list, to });
    const { drafts, scheduled = [] } = from.list;
    const replaces = mark(ring, TAKEN_UP, from.key);
    const list = { ...own, threads, drafts, scheduled, replaces };
    await saveKeyList(trx, ring, { key: to, list });
  } else if (taken.length > 0) {
    await saveKeyList(trx, ring, { key: to, list: { ...own, threads } });
  }
  if (pen && penList && taken.length > 0) {
    const kept = penList.threads.filter((essayId) => !gone.has(essayId));
    const list = { ...penList, threads: [...taken, ...kept] };
    await saveKeyList(trx, ring, { key: pen.key, list });
  }
  return subjects;
}

function isChosen(choices: Choices, place: number): boolean {
  return [...choices.keys()].some((choice) => choice.startsWith(choiceOf(place, "")));
}

/** What waits for its moment was to speak under another name: it is looked at again, as a draft. */
async function heldBack(trx: Writer, house: House, { key, list }: Moving["from"]) {
  await holdBack(trx, house, { key });
  return { key, list: (await findKeyList(trx, house.secrets, key)) ?? list };
}

/** A series goes with the first of its parts that the key wrote. */
async function moveSeries(
  trx: Writer,
  house: House,
  {
    from,
    holderOf,
  }: { from: { key: string; list: KeyList }; holderOf: (essayId: string) => Holder },
): Promise<void> {
  const mine = from.list.threads;
  for (let at = 0; at < mine.length; at += AT_ONCE) {
    const essayIds = mine.slice(at, at + AT_ONCE);
    for (const { id, owner_mark: owner } of await seriesOfEssays(trx, { essayIds }).execute()) {
      if (!ownerMarks(house.secrets, from.key, [id]).includes(owner ?? "")) continue;
      const parts = await partsOfSeries(trx, { seriesId: id }).execute();
      const first = parts.find(({ essay_id: essayId }) => mine.includes(essayId));
      const { key, takeBackCode } = holderOf(first?.essay_id ?? "");
      const to = marksFor(house.secrets.current, { key, takeBackCode, essayId: id });
      await remarkSeries(trx, { id, to }).execute();
    }
  }
}

async function moveDrafts(
  trx: Writer,
  { secrets }: Pick<House, "secrets">,
  { from: { key, list }, to }: { from: { key: string; list: KeyList }; to: string },
): Promise<void> {
  if (list.drafts.length === 0) return;
  for (const row of await draftsNamed(trx, { ids: list.drafts }).execute()) {
    const draft = unsealDraft(secrets, { key, row });
    if (!draft) continue;
    const sealed = sealDraft(secrets, { key: to, id: row.id, draft });
    await saveDraft(trx, { ...sealed, saved_on: row.saved_on }).execute();
  }
}

/** What the form did when it came before, told from what stands in the store now. */
async function countDone(
  trx: Writer,
  house: House,
  {
    key,
    list,
    place,
    choices,
    penName,
    done,
  }: { key: string; list: KeyList } & Pick<Moving, "place" | "choices" | "penName" | "done">,
): Promise<void> {
  const staying = await threadsOfKey(trx, house, { key, list });
  const still = new Set(staying.map(({ essayId }) => choiceOf(place, essayId)));
  done.staying += staying.length;
  const ofKey = [...choices.keys()].filter((choice) => choice.startsWith(choiceOf(place, "")));
  done.named += ofKey.filter((choice) => !still.has(choice)).length;
  for (const { essayId, title, name } of staying) {
    if (!penName || !choices.has(choiceOf(place, essayId))) continue;
    done.refused.push({ title, name, penName: penName.name });
  }
}
