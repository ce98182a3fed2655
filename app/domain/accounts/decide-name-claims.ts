/** The operator's word on names of the old blog. Who asks, and under which other names, is told to nobody. */
import { words } from "#app/words/words.ts";
import type { Writer } from "#db/connect.ts";
import { importedEssays, threadsOfImported } from "#db/queries/giving-imported.ts";
import {
  claimedNamesLike,
  decideNameClaims,
  insertClaimedName,
  nameClaimById,
  openNameClaims,
} from "#db/queries/name-claims.ts";
import { penNamesById } from "#db/queries/pen-names.ts";
import type { House, Subject } from "../house.ts";
import { findKeyList, type KeyList } from "../identity/key-list.ts";
import { lookKey, nameKey } from "../identity/names.ts";
import { open, secretById } from "../identity/secret-ring.ts";
import { appendLog } from "../moderation/log.ts";
import { NAME_CLAIM, spelt } from "./claim-name.ts";
import { claimedNameMark, claimedNameMarks } from "./claimed-names.ts";
import { giveImported } from "./give-imported.ts";
import { looksLike } from "./give-thread.ts";
import type { AcceptOutcome, DeclineOutcome, OpenNameClaim } from "./name-claim-types.ts";

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof nameClaimById>["executeTakeFirst"]>>>;

/** What waits for the operator's word, the oldest first. */
export async function waitingNameClaims({ store }: Pick<House, "store">): Promise<OpenNameClaim[]> {
  const claims: OpenNameClaim[] = [];
  for (const row of await openNameClaims(store.read).execute()) {
    const name = row.imported_name;
    const essays = await importedEssays(store.read, { name }).execute();
    const threads = await threadsOfImported(store.read, { name }).execute();
    claims.push({
      code: spelt(row.id),
      name,
      essays: essays.length,
      comments: threads.reduce((sum, { pieces }) => sum + Number(pieces), 0),
      askedOn: row.asked_on,
      shownAs: row.shown_as,
    });
  }
  return claims;
}

/** A code as somebody typed it. */
function codeFrom(typed: string): string {
  return typed
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

/**
 * Gives everything that stands under the name of a claim to who asks, in one transaction, and writes
 * the row of the public log. Other claims to the name, or to one that looks like it, are declined.
 *
 * @param code as typed
 */
export async function acceptNameClaim(
  house: House,
  { code }: { code: string },
): Promise<AcceptOutcome> {
  const subjects: Subject[] = [];
  const outcome = await house.store.write(async (trx): Promise<AcceptOutcome> => {
    const row = await nameClaimById(trx, { id: codeFrom(code) }).executeTakeFirst();
    if (!row) return { ok: false, reason: "unknown" };
    if (row.outcome !== null) return { ok: false, reason: "decided" };
    const to = await whoTakes(trx, house, row);
    if (!to) return { ok: false, reason: "gone" };
    const name = row.imported_name;
    const like = { nameKey: nameKey(name), lookKey: lookKey(name) };
    const claimed = await claimedNamesLike(trx, like).execute();
    const mine = claimedNameMarks(house.secrets, to.key);
    if (claimed.some(({ owner_mark: owner }) => !mine.includes(owner))) {
      return { ok: false, reason: "taken" };
    }
    const { subjects: changed, ...given } = await giveImported(trx, house, { name, ...to });
    subjects.push(...changed);
    await insertClaimedName(trx, {
      name_key: like.nameKey,
      name,
      look_key: like.lookKey,
      owner_mark: claimedNameMark(house.secrets, to.key),
      secret_id: house.secrets.current.id,
      erase_at: null,
    }).execute();
    await decideNameClaims(trx, { ids: [row.id], outcome: "accepted" }).execute();
    const others = (await openNameClaims(trx).execute())
      .filter((other) => looksLike(other.imported_name, name))
      .map(({ id }) => id);
    if (others.length > 0) {
      await decideNameClaims(trx, { ids: others, outcome: "declined" }).execute();
    }
    const say = words().claim.log;
    await logged(trx, house, "claim_accepted", say.accepted(given.essays, given.comments));
    for (const _ of others) await logged(trx, house, "claim_declined", say.declinedForOther);
    return { ok: true, name, declined: others.length, ...given };
  });
  if (outcome.ok) house.changed(subjects);
  return outcome;
}

/**
 * Says that a name is not the one's who asks: nothing is given.
 *
 * @param code as typed
 */
export async function declineNameClaim(
  house: House,
  { code }: { code: string },
): Promise<DeclineOutcome> {
  return await house.store.write(async (trx): Promise<DeclineOutcome> => {
    const row = await nameClaimById(trx, { id: codeFrom(code) }).executeTakeFirst();
    if (!row) return { ok: false, reason: "unknown" };
    if (row.outcome !== null) return { ok: false, reason: "decided" };
    await decideNameClaims(trx, { ids: [row.id], outcome: "declined" }).execute();
    await logged(trx, house, "claim_declined", words().claim.log.declined);
    return { ok: true, name: row.imported_name };
  });
}

/** The key of who asks, and the pen name that is to be shown; null: one of them has gone. */
async function whoTakes(
  trx: Writer,
  house: House,
  row: Row,
): Promise<{ key: string; list: KeyList; penName: string | null } | null> {
  const secret = secretById(house.secrets, row.secret_id);
  const how = { purpose: NAME_CLAIM, key: "", bind: row.id };
  const key = secret && row.sealed_key && open(secret, { ...how, sealed: row.sealed_key });
  const list = key ? await findKeyList(trx, house.secrets, key) : null;
  if (!key || !list) return null;
  if (row.pen_name_id === null) return { key, list, penName: null };
  const pen = await penNamesById(trx, { ids: [row.pen_name_id] }).executeTakeFirst();
  if (!pen || pen.retired === 1 || pen.erase_at !== null) return null;
  return { key, list, penName: pen.name };
}

/** The log says what was given, not whose it was, nor under which name it stands. */
async function logged(
  trx: Writer,
  house: House,
  action: "claim_accepted" | "claim_declined",
  reason: string,
): Promise<void> {
  await appendLog(trx, house, {
    action,
    reason_class: "operator",
    reason_text: reason,
    by: words().names.operator,
    subject: null,
  });
}
