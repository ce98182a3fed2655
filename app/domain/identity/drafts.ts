/** Drafts of comments and essays: sealed under their writer's key, named only in the key's own list. */
import { deleteDrafts, draftsNamed, saveDraft as storeDraft } from "#db/queries/drafts.ts";
import { DomainError } from "../errors.ts";
import { dayOf, type House } from "../house.ts";
import { idFromBytes } from "../ids.ts";
import { sealDraft, unsealDraft } from "./draft-seal.ts";
import { keyFromNonce, readKey } from "./key.ts";
import { emptyKeyList, findKeyList, saveKeyList } from "./key-list.ts";
import { readNonce } from "./nonce.ts";
import { markBytes } from "./secret-ring.ts";
import type { Draft, DraftFields, SaveDraftOutcome } from "./types.ts";

/** All fields of a draft together, in characters. A whole essay fits, with its signs escaped. */
const DRAFT_LIMIT = 500_000;
/** Drafts of one key. */
export const DRAFTS_LIMIT = 50;

/**
 * Saves a form as it was typed. Without a key it goes under the key that belongs to the
 * form's nonce, which is handed back to be shown. The same nonce saves over the same draft.
 *
 * @param draftId the draft that goes on; null: that of this nonce
 * @param slug the essay whose thread it is for; null: an essay
 */
export async function saveDraft(
  house: House,
  {
    key: typed,
    nonce,
    draftId,
    slug,
    fields,
  }: {
    key: string | null;
    nonce: string;
    draftId: string | null;
    slug: string | null;
    fields: DraftFields;
  },
): Promise<SaveDraftOutcome> {
  const read = readNonce(house, nonce);
  if (!read.ok) return { ok: false, reason: "nonce" };
  const draft = { slug, fields };
  if (JSON.stringify(draft).length > DRAFT_LIMIT) return { ok: false, reason: "too_long" };
  const derived = keyFromNonce(read.nonce.secret, nonce);
  const brought = typed === null || typed.trim() === "" ? null : readKey(typed);
  if (brought && !brought.ok) return { ok: false, reason: "key" };
  const key = brought?.key ?? derived;
  return await house.store.write(async (trx): Promise<SaveDraftOutcome> => {
    const stored = await findKeyList(trx, house.secrets, key);
    if (!stored && key !== derived) return { ok: false, reason: "key" };
    if (stored?.writtenDown && !brought) return { ok: false, reason: "key_needed" };
    const list = stored ?? emptyKeyList(house.secrets, key);
    const ofNonce = idFromBytes(markBytes(read.nonce.secret, "draft", nonce, key));
    const id = draftId !== null && list.drafts.includes(draftId) ? draftId : ofNonce;
    const isNew = !list.drafts.includes(id);
    if (isNew && list.drafts.length >= DRAFTS_LIMIT) return { ok: false, reason: "too_many" };
    const row = sealDraft(house.secrets, { key, id, draft });
    await storeDraft(trx, { ...row, saved_on: dayOf(house.clock()) }).execute();
    if (isNew || !stored) {
      const drafts = isNew ? [...list.drafts, id] : list.drafts;
      await saveKeyList(trx, house.secrets, { key, list: { ...list, drafts } });
    }
    return { ok: true, draftId: id, key, takeBackCode: list.takeBackCode };
  });
}

/** A key's drafts, the newest first; none for what is no key in use. */
export async function listDrafts(house: House, { key: typed }: { key: string }): Promise<Draft[]> {
  const read = readKey(typed);
  if (!read.ok) return [];
  const { key } = read;
  const list = await findKeyList(house.store.read, house.secrets, key);
  if (!list || list.drafts.length === 0) return [];
  const rows = await draftsNamed(house.store.read, { ids: list.drafts }).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...list.drafts].reverse().flatMap((id) => {
    const row = byId.get(id);
    const draft = row && unsealDraft(house.secrets, { key, row });
    return row && draft ? [{ id, ...draft, savedOn: row.saved_on }] : [];
  });
}

/** One draft of a key; null: it has none of that id. */
export async function findDraft(
  house: House,
  { key, draftId }: { key: string; draftId: string },
): Promise<Draft | null> {
  return (await listDrafts(house, { key })).find(({ id }) => id === draftId) ?? null;
}

/**
 * One draft of a key.
 *
 * @throws DomainError notFound: there is none of that id under this key
 */
export async function readDraft(
  house: House,
  { key, draftId }: { key: string; draftId: string },
): Promise<Draft> {
  const draft = await findDraft(house, { key, draftId });
  if (!draft) throw new DomainError("notFound", "no such draft");
  return draft;
}

/** Deletes a draft of a key; does nothing where there is none. */
export async function deleteDraft(
  house: House,
  { key: typed, draftId }: { key: string; draftId: string },
): Promise<void> {
  const read = readKey(typed);
  if (!read.ok) return;
  const { key } = read;
  await house.store.write(async (trx) => {
    const list = await findKeyList(trx, house.secrets, key);
    if (!list?.drafts.includes(draftId)) return;
    await deleteDrafts(trx, { ids: [draftId] }).execute();
    const drafts = list.drafts.filter((id) => id !== draftId);
    await saveKeyList(trx, house.secrets, { key, list: { ...list, drafts } });
  });
}
