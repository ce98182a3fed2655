import { scheduledDue, scheduledNamed } from "#db/queries/scheduled-pieces.ts";
import { postComment } from "../comments/post.ts";
import { isDomainError } from "../errors.ts";
import { publishEssay } from "../essays/publish.ts";
import type { House } from "../house.ts";
import { findKeyList } from "../identity/key-list.ts";
import { backToDraft, dropScheduled } from "./draft-again.ts";
import { type LaterPiece, type SealedPiece, unsealPiece } from "./seal.ts";

/** So many in one go; the rest a few minutes later. */
const AT_ONCE = 200;

/** What has become of a piece: public (perhaps waiting to be read), a draft again, or not there. */
export type LaterOutcome =
  | { became: "comment"; id: string }
  | { became: "essay"; slug: string; waits: boolean }
  | { became: "draft" | "nothing" };

/**
 * Publishes what is due; to be called every few minutes by every process. A piece and the end of its
 * waiting are one write (PostForm.scheduledId), so that it becomes public once, however many do this
 * at the same time, and wherever one of them dies.
 *
 * @returns how many have become public
 * @throws the first fault of the store, after the others have had their turn
 */
export async function publishDue(house: House): Promise<number> {
  const now = house.clock().getTime();
  const rows = await scheduledDue(house.store.read, { now, limit: AT_ONCE }).execute();
  let published = 0;
  const failed: unknown[] = [];
  for (const row of rows) {
    try {
      const { became } = await publishRow(house, row);
      if (became === "comment" || became === "essay") published += 1;
    } catch (error) {
      failed.push(error);
    }
  }
  if (failed.length > 0) throw failed[0];
  return published;
}

/** "Publish now": one of the key's own. */
export async function publishNow(
  house: House,
  { key, id }: { key: string; id: string },
): Promise<LaterOutcome> {
  const list = await findKeyList(house.store.read, house.secrets, key);
  if (!list?.scheduled?.includes(id)) return { became: "nothing" };
  const row = await scheduledNamed(house.store.read, { ids: [id] }).executeTakeFirst();
  return row ? await publishRow(house, row) : { became: "nothing" };
}

async function publishRow(house: House, row: SealedPiece): Promise<LaterOutcome> {
  const piece = unsealPiece(house.secrets, row);
  // Its secret is lost; `check` tells of that.
  if (!piece) return { became: "nothing" };
  const outcome = await publish(house, row.id, piece).catch((error: unknown) => {
    if (!isDomainError(error)) throw error;
    // "gone": its writer has just decided otherwise. Else there is nothing to answer any more.
    return { became: error.kind === "gone" ? ("nothing" as const) : ("draft" as const) };
  });
  if (outcome.became === "draft") {
    const made = await backToDraft(house, { row, piece, returned: true });
    return { became: made ? "draft" : "nothing" };
  }
  // Its words may have been posted meanwhile by the very form that had asked for a later moment.
  await dropScheduled(house, { id: row.id, key: piece.form.key });
  return outcome;
}

async function publish(house: House, id: string, piece: LaterPiece): Promise<LaterOutcome> {
  if (piece.of === "comment") {
    const outcome = await postComment(house, { ...piece.form, scheduledId: id });
    return outcome.ok ? { became: "comment", id: outcome.comment.id } : { became: "draft" };
  }
  const outcome = await publishEssay(house, { ...piece.form, scheduledId: id });
  if (!outcome.ok) return { became: "draft" };
  const { essay, state } = outcome;
  return { became: "essay", slug: essay.slug, waits: state === "waiting" };
}
