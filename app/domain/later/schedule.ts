/** "Make it public at a random moment within the next day": nobody can tell from the hour who it was. */
import { randomInt } from "node:crypto";
import type { Writer } from "#db/connect.ts";
import { deleteDrafts } from "#db/queries/drafts.ts";
import { putScheduled } from "#db/queries/scheduled-pieces.ts";
import type { Speaking } from "../accounts/speaking.ts";
import { attemptMark, earlierAnswer } from "../comments/attempt.ts";
import { keyNeeded, type PostForm, type Who, whoPosts } from "../comments/post.ts";
import { previewComment } from "../comments/preview.ts";
import { cleanForm } from "../comments/rules.ts";
import type { Fault } from "../comments/types.ts";
import { earlierEssay, essayAttemptMark } from "../essays/attempt.ts";
import { previewEssay } from "../essays/preview.ts";
import { cleanEssayForm } from "../essays/rules.ts";
import type { EssayFault, EssayForm } from "../essays/types.ts";
import type { House } from "../house.ts";
import type { DraftText } from "../identity/draft-seal.ts";
import { emptyKeyList, findKeyList, saveKeyList } from "../identity/key-list.ts";
import { markBytes } from "../identity/secret-ring.ts";
import { idFromBytes } from "../ids.ts";
import { type LaterPiece, sealPiece } from "./seal.ts";

const WITHIN_MS = 24 * 60 * 60 * 1_000;
/** Pieces of one key that wait for their moment. */
export const SCHEDULED_LIMIT = 20;

/** The key may be shown, as with a first draft; it is the same for the same nonce. */
type Kept = { ok: true; id: string; key: string; takeBackCode: string };

type ScheduleOutcome<F> = Kept | { ok: false; faults: F[] } | { ok: false; tooMany: true };

/**
 * Keeps a comment until a random moment within the next day. It is checked as if it were posted now.
 * The same nonce is the same piece: sent again it changes nothing, with other words it has these.
 *
 * @param draft the form as it was typed
 * @throws DomainError notFound: there is no such essay
 */
export async function scheduleComment(
  house: House,
  { form, draft }: { form: PostForm; draft: DraftText },
): Promise<ScheduleOutcome<Fault>> {
  const { faults } = await previewComment(house, form);
  const who = await whoPosts(house, form);
  if (!who.ok || faults.length > 0) return { ok: false, faults };
  const attempt = attemptMark(who.nonce, cleanForm(form));
  const { brought, derived } = who;
  return await keep(house, {
    ...{ who, draftId: form.draftId },
    pieceOf: (key) => ({ of: "comment", form: { ...toBeKept(form), key }, draft }),
    isPublic: async (trx) =>
      (await earlierAnswer(trx, house, { attempt, brought, derived })) !== null,
  });
}

/** The same for an essay. */
export async function scheduleEssay(
  house: House,
  { form, draft }: { form: EssayForm; draft: DraftText },
): Promise<ScheduleOutcome<EssayFault>> {
  const { faults } = await previewEssay(house, form);
  const who = await whoPosts(house, form);
  if (!who.ok || faults.length > 0) return { ok: false, faults };
  const attempt = essayAttemptMark(who.nonce, cleanEssayForm(form));
  return await keep(house, {
    ...{ who, draftId: form.draftId },
    pieceOf: (key) => ({ of: "essay", form: { ...toBeKept(form), key }, draft }),
    isPublic: async (trx) => (await earlierEssay(trx, house, { attempt, who })) !== null,
  });
}

/**
 * Of a member only the name that speaks is kept with the piece: the house can open it, and must not
 * learn there which other names are the same person's.
 */
function toBeKept<F extends { speaker?: Speaking; draftId?: string }>(
  form: F,
): Omit<F, "speaker" | "draftId"> & { speaker?: Speaking } {
  const { draftId: _dropped, speaker, ...kept } = form;
  if (!speaker) return kept;
  const { key, penNameId } = speaker;
  const alone = { keys: [key], penNameIds: penNameId === null ? [] : [penNameId] };
  return { ...kept, speaker: { ...speaker, ...alone } };
}

interface Keeping {
  who: Who;
  draftId: string | undefined;
  pieceOf: (key: string) => LaterPiece;
  /** Has this very attempt become public already? */
  isPublic: (trx: Writer) => Promise<boolean>;
}

async function keep(
  house: House,
  { who, draftId, pieceOf, isPublic }: Keeping,
): Promise<ScheduleOutcome<{ field: "key"; reason: "unknown" } | ReturnType<typeof keyNeeded>[0]>> {
  const { key, nonce } = who;
  const id = idFromBytes(markBytes(nonce.secret, "scheduled", nonce.text, key));
  const due = house.clock().getTime() + randomInt(WITHIN_MS);
  return await house.store.write(async (trx) => {
    const stored = await findKeyList(trx, house.secrets, key);
    const needed = keyNeeded(stored, who);
    if (needed.length > 0) return { ok: false, faults: needed };
    if (!stored && key !== who.derived) {
      return { ok: false, faults: [{ field: "key", reason: "unknown" }] };
    }
    const list = stored ?? emptyKeyList(house.secrets, key);
    const kept = { ok: true as const, id, key, takeBackCode: list.takeBackCode };
    const { scheduled = [] } = list;
    const isNew = !scheduled.includes(id);
    if (isNew && (await isPublic(trx))) return kept;
    if (isNew && scheduled.length >= SCHEDULED_LIMIT) return { ok: false, tooMany: true };
    const dropped = list.drafts.filter((one) => one === draftId);
    if (dropped.length > 0) await deleteDrafts(trx, { ids: dropped }).execute();
    const row = sealPiece(house.secrets, id, pieceOf(key));
    await putScheduled(trx, { ...row, due_at: due }).execute();
    if (isNew || dropped.length > 0) {
      const drafts = list.drafts.filter((one) => !dropped.includes(one));
      const now = { ...list, drafts, scheduled: isNew ? [...scheduled, id] : scheduled };
      await saveKeyList(trx, house.secrets, { key, list: now });
    }
    return kept;
  });
}
