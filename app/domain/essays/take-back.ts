import type { Writer } from "#db/connect.ts";
import { essayBySlug } from "#db/queries/essays.ts";
import type { PieceState } from "#db/schema.ts";
import { DomainError } from "../errors.ts";
import type { House, Subject } from "../house.ts";
import { readKey, readSecret } from "../identity/key.ts";
import { ownerMarks, takeBackMarks } from "../identity/marks.ts";
import { UNDO_MS, WITH_WORDS } from "../taking-back.ts";
import { slugOfGone } from "./gone-addresses.ts";
import { type EssayRow, moveEssay } from "./states.ts";

export interface TakenBackEssay {
  essayId: string;
  slug: string;
  /** Until when (ms) it can be undone. */
  undoUntil: number;
}

/** @throws DomainError notFound; gone: its words have left already */
async function essayAt(trx: Writer, house: House, slug: string): Promise<EssayRow> {
  const essay = await essayBySlug(trx, { slug }).executeTakeFirst();
  const isErased = essay
    ? essay.state === "taken_back" && essay.erase_at === null
    : (await slugOfGone(trx, house.secrets, { slugs: [slug] })) !== null;
  if (isErased) throw new DomainError("gone", "nothing is left of it");
  if (!essay) throw new DomainError("notFound", "no such essay");
  return essay;
}

/**
 * Puts an essay out of view at once; its words leave the store within a day. Repeating it changes
 * nothing.
 *
 * @throws DomainError gone: nothing is left that could be taken back
 */
export async function moveEssayToTakenBack(
  trx: Writer,
  house: Pick<House, "clock">,
  { essay }: { essay: EssayRow },
): Promise<TakenBackEssay & { subjects: Subject[] }> {
  const { id: essayId, slug } = essay;
  if (essay.state === "taken_back" && essay.erase_at !== null) {
    return { essayId, slug, undoUntil: essay.erase_at, subjects: [] };
  }
  if (!WITH_WORDS.includes(essay.state)) throw new DomainError("gone", "nothing is left of it");
  const undoUntil = house.clock().getTime() + UNDO_MS;
  const subjects = await moveEssay(trx, house, { essay, to: "taken_back", eraseAt: undoUntil });
  return { essayId, slug, undoUntil, subjects };
}

/**
 * Takes an essay back, by its key or by the take-back code. Its comments stay under the empty place.
 *
 * @param secret a key or a take-back code as typed
 * @throws DomainError notFound; notYours: neither its key nor its code; gone: erased already
 */
export async function takeBackEssay(
  house: House,
  { slug, secret }: { slug: string; secret: string },
): Promise<TakenBackEssay> {
  const read = readSecret(secret);
  const { subjects, ...done } = await house.store.write(async (trx) => {
    const essay = await essayAt(trx, house, slug);
    const isOurs =
      read.ok &&
      (read.kind === "key"
        ? ownerMarks(house.secrets, read.key, [essay.id]).includes(essay.owner_mark ?? "")
        : takeBackMarks(house.secrets, read.key, essay.id).includes(essay.take_back_mark ?? ""));
    if (!isOurs) throw new DomainError("notYours", "neither its key nor its take-back code");
    return await moveEssayToTakenBack(trx, house, { essay });
  });
  house.changed(subjects);
  return done;
}

/**
 * Brings back what was taken back less than a day ago, by its key only, to where it stood. What is
 * not taken back stays as it is.
 *
 * @throws DomainError notFound, notYours; gone: the day is over
 */
export async function undoTakeBackEssay(
  house: House,
  { slug, key }: { slug: string; key: string },
): Promise<{ essayId: string; slug: string; state: PieceState }> {
  const read = readKey(key);
  const { subjects, ...done } = await house.store.write(async (trx) => {
    const essay = await essayAt(trx, house, slug);
    const { id: essayId } = essay;
    const marks = read.ok ? ownerMarks(house.secrets, read.key, [essayId]) : [];
    if (!marks.includes(essay.owner_mark ?? "")) {
      throw new DomainError("notYours", "this key does not own the essay");
    }
    if (essay.state !== "taken_back") return { essayId, slug, state: essay.state, subjects: [] };
    if (essay.erase_at === null || essay.erase_at <= house.clock().getTime()) {
      throw new DomainError("gone", "the day is over");
    }
    const state = essay.state_before ?? "visible";
    const subjects = await moveEssay(trx, house, { essay, to: state });
    return { essayId, slug, state, subjects };
  });
  house.changed(subjects);
  return done;
}
