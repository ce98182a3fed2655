import type { Writer } from "#db/connect.ts";
import {
  dropFromThread,
  namesWithOwners,
  pauseInThread,
  renameInThread,
  renamePieces,
  writerOfEssay,
} from "#db/queries/claims.ts";
import { remarkThread } from "#db/queries/key-lists.ts";
import { essaySubjects } from "../essays/states.ts";
import type { House, Subject } from "../house.ts";
import { marksFor, ownerMarks } from "../identity/marks.ts";
import { lookKey, nameKey } from "../identity/names.ts";
import { secretById } from "../identity/secret-ring.ts";

/** A key with what its pieces are marked by. */
export interface Holder {
  key: string;
  takeBackCode: string;
}

/** Gives all that a key has in one thread to another, under the name it has there: nothing shows. */
export async function handOverThread(
  trx: Writer,
  { secrets }: Pick<House, "secrets">,
  { essayId, from, to }: { essayId: string; from: string; to: Holder },
): Promise<void> {
  const marks = ownerMarks(secrets, from, [essayId]);
  const fresh = marksFor(secrets.current, { ...to, essayId });
  for (const update of remarkThread(trx, { essayId, marks, to: fresh })) await update.execute();
}

/**
 * Gives all that a key has in one thread to a pen name, and puts that name over it. Where the pen name
 * speaks there already, the two become one.
 *
 * @returns what cached pages must forget; null where somebody else in the thread is called so, or
 *   nearly so: then nothing is changed
 */
export async function giveThreadToPenName(
  trx: Writer,
  { secrets }: Pick<House, "secrets">,
  { essayId, from, to }: { essayId: string; from: string; to: Holder & { name: string } },
): Promise<Subject[] | null> {
  const marks = ownerMarks(secrets, from, [essayId]);
  const penMarks = ownerMarks(secrets, to.key, [essayId]);
  const rows = await namesWithOwners(trx, { essayId }).execute();
  const essay = await writerOfEssay(trx, { essayId }).executeTakeFirst();
  const isMine = (mark: string | null) =>
    mark !== null && (marks.includes(mark) || penMarks.includes(mark));
  const others = rows.filter((row) => !isMine(row.owner_mark)).map(({ name }) => name);
  if (essay && essay.by_name !== null && !isMine(essay.owner_mark)) others.push(essay.by_name);
  if (others.some((other) => looksLike(other, to.name))) return null;

  const had = rows.find((row) => marks.includes(row.owner_mark ?? ""));
  const has = rows.find((row) => penMarks.includes(row.owner_mark ?? ""));
  if (had && has) {
    await dropFromThread(trx, { essayId, nameKey: had.name_key }).execute();
    const until = laterOf(had.paused_until, has.paused_until);
    await pauseInThread(trx, { essayId, nameKey: has.name_key, until }).execute();
  } else if (had) {
    const named = { name: to.name, name_key: nameKey(to.name) };
    await renameInThread(trx, { essayId, nameKey: had.name_key, to: named }).execute();
  }
  const naming = { essayId, marks, name: to.name };
  for (const update of renamePieces(trx, naming)) await update.execute();
  // A thread goes on under the marks that the pen name has there.
  const secret = (has && secretById(secrets, has.secret_id ?? "")) ?? secrets.current;
  const fresh = marksFor(secret, { ...to, essayId });
  for (const update of remarkThread(trx, { essayId, marks, to: fresh })) await update.execute();
  return await essaySubjects(trx, { essayId });
}

/** Could two names be taken for one another? */
export function looksLike(one: string, other: string): boolean {
  const look = lookKey(one);
  return nameKey(one) === nameKey(other) || (look !== "" && look === lookKey(other));
}

/** A pause is not shortened by two names becoming one. */
function laterOf(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
