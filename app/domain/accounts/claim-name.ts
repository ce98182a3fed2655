/** A member says: what this name of the old blog wrote is mine. The operator confirms it outside. */
import { words } from "#app/words/words.ts";
import type { Reader, Writer } from "#db/connect.ts";
import { importedEssays, threadsOfImported } from "#db/queries/giving-imported.ts";
import {
  claimedNamesLike,
  deleteOpenNameClaims,
  insertNameClaim,
  nameClaimById,
  nameClaimsById,
} from "#db/queries/name-claims.ts";
import { dayOf, type House } from "../house.ts";
import { cleanName, lookKey, nameKey } from "../identity/names.ts";
import { readNonce } from "../identity/nonce.ts";
import { markBytes, seal } from "../identity/secret-ring.ts";
import { idFromBytes } from "../ids.ts";
import { claimedNameMarks } from "./claimed-names.ts";
import { freshKey } from "./make-account.ts";
import type { NameClaimFault, OwnNameClaim, ShownAs } from "./name-claim-types.ts";
import { keysOf, ownNames } from "./own-names.ts";
import type { Account, Vault } from "./types.ts";
import { changeVault, openAccount } from "./vault.ts";

/** Under which the owning key is sealed for the house until the claim is decided. */
export const NAME_CLAIM = "name claim";
/** Claims of one account that wait. */
const NAME_CLAIMS_LIMIT = 5;

type Outcome = { ok: true; code: string } | { ok: false; fault: NameClaimFault };

/**
 * Asks for a name of the old blog. The same form again, and the same name again while it waits, give
 * the same answer.
 *
 * @param typed the name as it is printed
 * @param nonce of the form, checked before
 */
export async function claimImportedName(
  house: House,
  account: Account,
  { typed, shownAs, nonce }: { typed: string; shownAs: ShownAs; nonce: string },
): Promise<Outcome> {
  const name = cleanName(typed);
  const wrong = await nameFault(house.store.read, name);
  if (wrong) return { ok: false, fault: wrong };
  const code = codeOf(house, account, nonce);
  return await house.store.write(async (trx): Promise<Outcome> => {
    const now = await openAccount(trx, house.secrets, account.key);
    if (!now || now.vault.leaving !== null) {
      return { ok: false, fault: { field: "", reason: "leaving" } };
    }
    if (await nameClaimById(trx, { id: code }).executeTakeFirst()) return { ok: true, code };
    const waiting = await waitingClaims(trx, now.vault);
    const same = waiting.find((claim) => claim.name === name);
    if (same) return { ok: true, code: same.code };
    if (waiting.length >= NAME_CLAIMS_LIMIT) {
      const limit = NAME_CLAIMS_LIMIT;
      return { ok: false, fault: { field: "imported", reason: "too_many", limit } };
    }
    const chosen = await keyFor(trx, house, now, { name, shownAs });
    if (!chosen.ok) return chosen;
    const { key, penNameId } = chosen;
    const how = { purpose: NAME_CLAIM, key: "", bind: code };
    await insertNameClaim(trx, {
      id: code,
      imported_name: name,
      shown_as: penNameId === null ? "imported" : "pen_name",
      pen_name_id: penNameId,
      sealed_key: seal(house.secrets.current, { ...how, text: key }),
      secret_id: house.secrets.current.id,
      asked_on: dayOf(house.clock()),
      outcome: null,
    }).execute();
    await changeVault(trx, house.secrets, account, (vault) => {
      const isNew = penNameId === null && !vault.claimed.some((one) => one.key === key);
      return {
        ...vault,
        claims: [...(vault.claims ?? []), { code, name, key }],
        claimed: isNew ? [...vault.claimed, { name, key }] : vault.claimed,
      };
    });
    return { ok: true, code };
  });
}

async function nameFault(db: Reader, name: string): Promise<NameClaimFault | null> {
  if (name === "") return { field: "imported", reason: "empty" };
  if (nameKey(name).startsWith(nameKey(words().importing.nobodyNamed))) {
    return { field: "imported", reason: "nobody" };
  }
  const isHere =
    (await importedEssays(db, { name }).limit(1).executeTakeFirst()) ??
    (await threadsOfImported(db, { name }).limit(1).executeTakeFirst());
  return isHere ? null : { field: "imported", reason: "unknown" };
}

/** 12 characters that follow from the form: not a number of claims, and nothing of who asks. */
function codeOf(house: House, { key }: Account, nonce: string): string {
  const read = readNonce(house, nonce);
  const secret = read.ok ? read.nonce.secret : house.secrets.current;
  return idFromBytes(markBytes(secret, NAME_CLAIM, nonce, key));
}

async function waitingClaims(db: Reader, { claims = [] }: Vault) {
  if (claims.length === 0) return [];
  const rows = await nameClaimsById(db, { ids: claims.map(({ code }) => code) }).execute();
  const open = new Set(rows.filter(({ outcome }) => outcome === null).map(({ id }) => id));
  return claims.filter(({ code }) => open.has(code));
}

type Chosen =
  | { ok: true; key: string; penNameId: string | null }
  | { ok: false; fault: NameClaimFault };

/** The key that is to own the pieces. More of a name that is theirs already goes to the same key. */
async function keyFor(
  trx: Writer,
  house: House,
  account: Account,
  { name, shownAs }: { name: string; shownAs: ShownAs },
): Promise<Chosen> {
  const { vault } = account;
  const like = { nameKey: nameKey(name), lookKey: lookKey(name) };
  for (const row of await claimedNamesLike(trx, like).execute()) {
    const key = keysOf(account).find((one) =>
      claimedNameMarks(house.secrets, one).includes(row.owner_mark),
    );
    if (key === undefined) return { ok: false, fault: { field: "imported", reason: "taken" } };
    if (row.name_key !== like.nameKey) continue;
    const pen = vault.names.find((one) => one.key === key);
    return { ok: true, key, penNameId: pen?.id ?? null };
  }
  if (shownAs.as === "pen_name") {
    const names = await ownNames(trx, account);
    const pen = names.find(({ id, retired }) => id === shownAs.penNameId && !retired);
    if (!pen) return { ok: false, fault: { field: "shown_as", reason: "not_yours" } };
    return { ok: true, key: pen.key, penNameId: pen.id };
  }
  const asked = vault.claimed.find((one) => one.name === name);
  return { ok: true, key: asked?.key ?? (await freshKey(trx, house)), penNameId: null };
}

/** What an account has asked for, the newest first, with what the operator said. */
export async function ownNameClaims(house: House, { vault }: Account): Promise<OwnNameClaim[]> {
  const claims = vault.claims ?? [];
  if (claims.length === 0) return [];
  const ids = claims.map(({ code }) => code);
  const rows = await nameClaimsById(house.store.read, { ids }).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...claims].reverse().map(({ code, name }) => {
    const row = byId.get(code);
    return {
      code: spelt(code),
      name,
      outcome: row ? row.outcome : "declined",
      askedOn: row?.asked_on ?? null,
    };
  });
}

/** Takes back what an account that leaves has asked for and was not told yet. */
export async function withdrawNameClaims(trx: Writer, { claims = [] }: Vault): Promise<void> {
  const ids = claims.map(({ code }) => code);
  if (ids.length > 0) await deleteOpenNameClaims(trx, { ids }).execute();
}

/** A code as it is read out: in groups of four. */
export function spelt(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join("-");
}
