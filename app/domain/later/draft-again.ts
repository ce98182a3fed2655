import type { Writer } from "#db/connect.ts";
import { saveDraft } from "#db/queries/drafts.ts";
import { deleteScheduled, putScheduled, scheduledNamed } from "#db/queries/scheduled-pieces.ts";
import { dayOf, type House } from "../house.ts";
import { sealDraft } from "../identity/draft-seal.ts";
import { findKeyList, type KeyList, saveKeyList } from "../identity/key-list.ts";
import type { SecretRing } from "../identity/secret-ring.ts";
import type { DraftFields } from "../identity/types.ts";
import { type LaterPiece, type SealedPiece, sealPiece, unsealPiece } from "./seal.ts";

/** A piece as its own writer sees it while it waits for its moment, which nobody is told. */
export interface ScheduledPiece {
  id: string;
  /** The essay that it answers; null: it is an essay. */
  slug: string | null;
  fields: DraftFields;
}

/** What of a key waits for its moment, the newest first. */
export async function listScheduled(
  house: House,
  { key }: { key: string },
): Promise<ScheduledPiece[]> {
  const list = await findKeyList(house.store.read, house.secrets, key);
  const ids = list?.scheduled ?? [];
  if (ids.length === 0) return [];
  const rows = await scheduledNamed(house.store.read, { ids }).execute();
  return [...ids].reverse().flatMap((id) => {
    const row = rows.find((one) => one.id === id);
    const piece = row && unsealPiece(house.secrets, row);
    return piece ? [{ id, slug: piece.draft.slug, fields: piece.draft.fields }] : [];
  });
}

/** "Don't": the piece is a draft of its key again. Does nothing where it has become public already. */
export async function dontPublish(
  house: House,
  { key, id }: { key: string; id: string },
): Promise<void> {
  const list = await findKeyList(house.store.read, house.secrets, key);
  if (!list?.scheduled?.includes(id)) return;
  const row = await scheduledNamed(house.store.read, { ids: [id] }).executeTakeFirst();
  const piece = row && unsealPiece(house.secrets, row);
  if (piece) await backToDraft(house, { row, piece, returned: false });
}

/**
 * Makes a piece a draft again, under the key that it has at this moment.
 *
 * @param returned it could not be published, and its draft says so
 * @returns false: it is not there any more, or its key was changed while it was tried
 */
export async function backToDraft(
  house: House,
  { row: read, piece, returned }: { row: SealedPiece; piece: LaterPiece; returned: boolean },
): Promise<boolean> {
  return await house.store.write(async (trx) => {
    const { id } = read;
    const row = await scheduledNamed(trx, { ids: [id] }).executeTakeFirst();
    if (row?.sealed !== read.sealed) return false;
    await deleteScheduled(trx, { ids: [id] }).execute();
    const { draft } = piece;
    const { key } = piece.form;
    const list = await findKeyList(trx, house.secrets, key);
    if (!list) return false;
    const text = returned ? { ...draft, returned } : draft;
    const sealed = sealDraft(house.secrets, { key, id, draft: text });
    await saveDraft(trx, { ...sealed, saved_on: dayOf(house.clock()) }).execute();
    const drafts = [...list.drafts.filter((one) => one !== id), id];
    await saveKeyList(trx, house.secrets, { key, list: { ...without(list, id), drafts } });
    return true;
  });
}

/** Makes all that waits for its moment under a key drafts again. */
export async function holdBack(trx: Writer, house: House, { key }: { key: string }): Promise<void> {
  const list = await findKeyList(trx, house.secrets, key);
  const ids = list?.scheduled ?? [];
  if (!list || ids.length === 0) return;
  const rows = await scheduledNamed(trx, { ids }).execute();
  await deleteScheduled(trx, { ids }).execute();
  const drafts = list.drafts.filter((id) => !ids.includes(id));
  for (const row of rows) {
    const piece = unsealPiece(house.secrets, row);
    if (!piece) continue;
    const sealed = sealDraft(house.secrets, { key, id: row.id, draft: piece.draft });
    await saveDraft(trx, { ...sealed, saved_on: dayOf(house.clock()) }).execute();
    drafts.push(row.id);
  }
  await saveKeyList(trx, house.secrets, { key, list: { ...list, drafts, scheduled: [] } });
}

/** Forgets a piece whose words are public. */
export async function dropScheduled(
  house: House,
  { id, key }: { id: string; key: string },
): Promise<void> {
  const row = await scheduledNamed(house.store.read, { ids: [id] }).executeTakeFirst();
  if (!row) return;
  await house.store.write(async (trx) => {
    await deleteScheduled(trx, { ids: [id] }).execute();
    const list = await findKeyList(trx, house.secrets, key);
    if (list) await saveKeyList(trx, house.secrets, { key, list: without(list, id) });
  });
}

function without(list: KeyList, id: string): KeyList {
  return { ...list, scheduled: (list.scheduled ?? []).filter((one) => one !== id) };
}

/**
 * Gives what waits for its moment to another key of the same person; its place in that key's list is
 * for the caller to write.
 *
 * @param as the name under which it then speaks, where that changes as well; null: none of a member's
 */
export async function moveScheduled(
  trx: Writer,
  ring: SecretRing,
  {
    list,
    to,
    as,
  }: { list: Pick<KeyList, "scheduled">; to: string; as?: LaterPiece["form"]["speaker"] | null },
): Promise<void> {
  const ids = list.scheduled ?? [];
  if (ids.length === 0) return;
  for (const row of await scheduledNamed(trx, { ids }).execute()) {
    const piece = unsealPiece(ring, row);
    if (!piece) continue;
    const { speaker: spoke, ...form } = piece.form;
    const speaker = as === undefined ? spoke && { ...spoke, key: to, keys: [to] } : as;
    const moved = { ...piece, form: { ...form, ...(speaker && { speaker }), key: to } };
    const sealed = sealPiece(ring, row.id, moved as LaterPiece);
    await putScheduled(trx, { ...sealed, due_at: row.due_at }).execute();
  }
}
