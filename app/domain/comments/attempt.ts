/** One attempt of one form: the same nonce with the same words is the same attempt. */
import { createHash } from "node:crypto";
import type { Reader } from "#db/connect.ts";
import { commentByAttempt, commentsOfOwner } from "#db/queries/comments-writing.ts";
import { nameOfOwner } from "#db/queries/thread-names.ts";
import type { House } from "../house.ts";
import { findKeyList } from "../identity/key-list.ts";
import { ownerMarks } from "../identity/marks.ts";
import type { Nonce } from "../identity/nonce.ts";
import { mark } from "../identity/secret-ring.ts";
import type { CommentForm, PostOutcome } from "./types.ts";

/**
 * The mark of an attempt, over the nonce, the essay and all words of the (cleaned) form. The name is no
 * part of it: who presses Back after a lost answer finds a form without it, and it is theirs already.
 */
export function attemptMark(nonce: Nonce, form: CommentForm): string {
  const words = JSON.stringify([
    form.parentId,
    form.addresses,
    form.body,
    form.perspectives,
    form.standing,
    form.note,
    form.standpoint,
  ]);
  const hash = createHash("sha256").update(words).digest();
  return mark(nonce.secret, "attempt", nonce.text, form.essayId, hash);
}

/**
 * The answer to an attempt that has been made; null: it has not. It is the same as the first one,
 * which post.ts puts together from what it has just written.
 *
 * @param keys the key that was brought, if any, and the key that belongs to the nonce
 */
export async function earlierAnswer(
  db: Reader,
  house: House,
  { attempt, brought, derived }: { attempt: string; brought: string | null; derived: string },
): Promise<PostOutcome | null> {
  const row = await commentByAttempt(db, { attemptMark: attempt }).executeTakeFirst();
  if (!row) return null;
  const answer = {
    ok: true as const,
    comment: { id: row.id, essayId: row.essay_id },
    name: row.by_name ?? "",
    state: row.state,
  };
  for (const key of [derived, ...(brought === null ? [] : [brought])]) {
    const marks = ownerMarks(house.secrets, key, [row.essay_id]);
    if (row.owner_mark === null || !marks.includes(row.owner_mark)) continue;
    const list = await findKeyList(db, house.secrets, key);
    const showKey = await keyIsShown(db, {
      essayId: row.essay_id,
      commentId: row.id,
      marks,
      isDerived: key === derived,
    });
    return { ...answer, key, takeBackCode: list?.takeBackCode ?? null, showKey };
  }
  return { ...answer, key: null, takeBackCode: null, showKey: false };
}

/**
 * Is the key shown with this comment? Until it has been written down: with everything posted under
 * the key of its own nonce, and with the first piece of a brought key in a thread (contract.md).
 */
async function keyIsShown(
  db: Reader,
  {
    essayId,
    commentId,
    marks,
    isDerived,
  }: { essayId: string; commentId: string; marks: readonly string[]; isDerived: boolean },
): Promise<boolean> {
  const name = await nameOfOwner(db, { essayId, marks }).executeTakeFirst();
  if (!name || name.key_written_down === 1) return false;
  return isDerived || isFirstOfOwner(db, { essayId, commentId, marks });
}

/** Is this the first piece of its owner in its thread? */
export async function isFirstOfOwner(
  db: Reader,
  { essayId, commentId, marks }: { essayId: string; commentId: string; marks: readonly string[] },
): Promise<boolean> {
  const [first] = await commentsOfOwner(db, { essayId, marks }).limit(1).execute();
  return first?.id === commentId;
}
