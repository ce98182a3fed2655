/** Making, describing and retiring pen names, and which name usually speaks. */
import type { Writer } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import { setDescription, setRetired } from "#db/queries/pen-names.ts";
import { cleanLine, lengthOf } from "../clean-text.ts";
import { DomainError } from "../errors.ts";
import type { House, Subject } from "../house.ts";
import { cleanName, nameKey } from "../identity/names.ts";
import { pausedUntil } from "../moderation/pause.ts";
import { type FreeNameFault, nameIsFree } from "./free-name.ts";
import { makePenName } from "./make-account.ts";
import { keysOf, ownNames } from "./own-names.ts";
import { AS_THREAD_NAME } from "./speaking.ts";
import { type Account, type OwnPenName, PEN_NAMES_LIMIT } from "./types.ts";
import { changeVault, openAccount } from "./vault.ts";

/** Retired names stay taken: so many in all, lest one person keep every good name. */
export const ALL_NAMES_LIMIT = 20;
const DESCRIPTION_LIMIT = 300;

/** Pages of people are kept with the lists of essays. */
const SUBJECTS: readonly Subject[] = ["fronts"];

export type NewName = { ok: true; name: string } | { ok: false; fault: NewNameFault };
export type NewNameFault = FreeNameFault | { reason: "too_many"; limit: number };

export type NameChange =
  | { ok: true }
  | { ok: false; reason: "too_many" | "too_long"; limit: number }
  /** The name is on its way out of the store. */
  | { ok: false; reason: "leaving" }
  /** Whoever it is may not write before the day after. */
  | { ok: false; reason: "paused"; until: string };

type Whose = Pick<Account, "key">;

/** The account as it is at this moment, with its names. */
async function namesNow(trx: Writer, house: House, { key }: Whose) {
  const account = await openAccount(trx, house.secrets, key);
  if (!account) throw new DomainError("notFound", "no such account");
  return { account, names: await ownNames(trx, account) };
}

const isActive = ({ retired }: OwnPenName) => !retired;

/**
 * Makes another pen name. Of two members who want one name, one gets it; of two sessions that
 * take the last place at once, one does. A name that the account has already is made again to no effect.
 */
export async function makeName(
  house: House,
  { account, name: typed }: { account: Whose; name: string },
): Promise<NewName> {
  const name = cleanName(typed);
  try {
    const made = await house.store.write(async (trx): Promise<NewName> => {
      const { names } = await namesNow(trx, house, account);
      const own = names.find((one) => nameKey(one.name) === nameKey(name));
      if (own && isActive(own)) return { ok: true, name: own.name };
      const fault = await nameIsFree(trx, house, { name });
      if (fault) return { ok: false, fault };
      const full = fullness(names);
      if (full !== null) return { ok: false, fault: { reason: "too_many", limit: full } };
      const pen = await makePenName(trx, house, name);
      await changeVault(trx, house.secrets, account, (vault) => {
        return { ...vault, names: [...vault.names, pen] };
      });
      await recordChanges(trx, SUBJECTS);
      return { ok: true, name };
    });
    if (made.ok) house.changed(SUBJECTS);
    return made;
  } catch (error) {
    // On another node: somebody else with this name, or one that looks like it.
    const fault = await nameIsFree(house.store.read, house, { name });
    if (fault?.reason !== "taken") throw error;
    return { ok: false, fault };
  }
}

/** Which limit has been reached; null: none. */
function fullness(names: readonly OwnPenName[]): number | null {
  if (names.length >= ALL_NAMES_LIMIT) return ALL_NAMES_LIMIT;
  return names.filter(isActive).length >= PEN_NAMES_LIMIT ? PEN_NAMES_LIMIT : null;
}

/**
 * Changes one name of an account, and what pages show of it.
 *
 * @throws DomainError notFound: it is no name of this account
 */
async function changeName(
  house: House,
  { account, id }: { account: Whose; id: string },
  change: (
    trx: Writer,
    name: OwnPenName,
    all: readonly OwnPenName[],
    whole: Account,
  ) => Promise<NameChange>,
): Promise<NameChange> {
  const changed = await house.store.write(async (trx): Promise<NameChange> => {
    const { account: whole, names } = await namesNow(trx, house, account);
    const name = names.find((one) => one.id === id);
    if (!name) throw new DomainError("notFound", "no such name");
    const outcome = await change(trx, name, names, whole);
    if (outcome.ok) await recordChanges(trx, SUBJECTS);
    return outcome;
  });
  if (changed.ok) house.changed(SUBJECTS);
  return changed;
}

/**
 * Describes a name in a line or two, for its page. Nothing typed: no description, which is all that
 * somebody who is paused may say.
 *
 * @throws DomainError notFound
 */
export async function describeName(
  house: House,
  { account, id, description: typed }: { account: Whose; id: string; description: string },
): Promise<NameChange> {
  const description = cleanLine(typed);
  if (description !== null && lengthOf(description) > DESCRIPTION_LIMIT) {
    return { ok: false, reason: "too_long", limit: DESCRIPTION_LIMIT };
  }
  return await changeName(house, { account, id }, async (trx, _name, _all, whole) => {
    const penNameIds = whole.vault.names.map((one) => one.id);
    const until = await pausedUntil(trx, house, { keys: keysOf(whole), penNameIds });
    if (until !== null && description !== null) return { ok: false, reason: "paused", until };
    await setDescription(trx, { id, description }).execute();
    return { ok: true };
  });
}

/**
 * Retires a name: it speaks no more and stays taken, what it wrote stays.
 *
 * @throws DomainError notFound
 */
export async function retireName(
  house: House,
  { account, id }: { account: Whose; id: string },
): Promise<NameChange> {
  return await changeName(house, { account, id }, async (trx, _name, all) => {
    await setRetired(trx, { id, retired: 1 }).execute();
    const next = all.find((one) => isActive(one) && one.id !== id)?.id ?? AS_THREAD_NAME;
    await changeVault(trx, house.secrets, account, (vault) => {
      return { ...vault, usual: vault.usual === id ? next : vault.usual };
    });
    return { ok: true };
  });
}

/**
 * Lets a retired name speak again.
 *
 * @throws DomainError notFound
 */
export async function bringNameBack(
  house: House,
  { account, id }: { account: Whose; id: string },
): Promise<NameChange> {
  return await changeName(house, { account, id }, async (trx, name, all) => {
    if (isActive(name)) return { ok: true };
    if (all.filter(isActive).length >= PEN_NAMES_LIMIT) {
      return { ok: false, reason: "too_many", limit: PEN_NAMES_LIMIT };
    }
    const back = await setRetired(trx, { id, retired: 0 }).executeTakeFirst();
    return Number(back.numUpdatedRows) === 1 ? { ok: true } : { ok: false, reason: "leaving" };
  });
}

/**
 * Chooses which name speaks where nothing else was chosen.
 *
 * @param usual the id of a pen name, or `thread`
 * @throws DomainError notFound: it is no name of this account that speaks
 */
export async function chooseUsual(
  house: House,
  { account, usual }: { account: Whose; usual: string },
): Promise<void> {
  await house.store.write(async (trx) => {
    const { names } = await namesNow(trx, house, account);
    const isOwn = names.some((one) => one.id === usual && isActive(one));
    if (!isOwn && usual !== AS_THREAD_NAME) throw new DomainError("notFound", "no such name");
    await changeVault(trx, house.secrets, account, (vault) => ({ ...vault, usual }));
  });
}
