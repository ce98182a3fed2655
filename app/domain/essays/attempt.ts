/** One attempt of the composer: the same nonce with the same words is the same attempt. */
import { createHash } from "node:crypto";
import type { Reader } from "#db/connect.ts";
import { essayByAttempt } from "#db/queries/essays-writing.ts";
import { nameOfOwner } from "#db/queries/thread-names.ts";
import type { Who } from "../comments/post.ts";
import type { House } from "../house.ts";
import { findKeyList } from "../identity/key-list.ts";
import { ownerMarks } from "../identity/marks.ts";
import type { Nonce } from "../identity/nonce.ts";
import { mark } from "../identity/secret-ring.ts";
import type { EssayForm, PublishOutcome } from "./types.ts";

/**
 * The mark of an attempt, over the nonce and all words of the (cleaned) form. The name is no part of it:
 * browsers bring it back empty when somebody presses Back after a lost answer.
 */
export function essayAttemptMark(nonce: Nonce, form: EssayForm): string {
  const {
    nonce: _nonce,
    key: _key,
    draftId: _draft,
    scheduledId: _scheduled,
    trusted: _trusted,
    name: _name,
    speaker: _speaker,
    ...said
  } = form;
  const words = JSON.stringify(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)));
  const hash = createHash("sha256").update(words).digest();
  return mark(nonce.secret, "essay attempt", nonce.text, hash);
}

/**
 * The answer to an attempt that has been made; null: it has not. The first answer comes from here as
 * well, so that every later one is the same. The key is shown until it has been written down.
 */
export async function earlierEssay(
  db: Reader,
  house: House,
  { attempt, who }: { attempt: string; who: Who },
): Promise<PublishOutcome | null> {
  const row = await essayByAttempt(db, { attemptMark: attempt }).executeTakeFirst();
  if (!row) return null;
  const answer = {
    ok: true as const,
    essay: { id: row.id, slug: row.slug },
    name: row.by_name ?? "",
    state: row.state,
  };
  for (const key of [who.derived, ...(who.brought === null ? [] : [who.brought])]) {
    const marks = ownerMarks(house.secrets, key, [row.id]);
    if (row.owner_mark === null || !marks.includes(row.owner_mark)) continue;
    const list = await findKeyList(db, house.secrets, key);
    const name = await nameOfOwner(db, { essayId: row.id, marks }).executeTakeFirst();
    const showKey = name !== undefined && name.key_written_down === 0;
    return { ...answer, key, takeBackCode: list?.takeBackCode ?? null, showKey };
  }
  return { ...answer, key: null, takeBackCode: null, showKey: false };
}
