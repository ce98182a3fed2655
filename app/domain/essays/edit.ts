import type { Writer } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import {
  insertEssayVersion,
  setVersionsOpen,
  updateEssay,
  versionsOfEssay,
} from "#db/queries/essays-writing.ts";
import { setTags } from "#db/queries/listings.ts";
import { insertReview } from "#db/queries/reviews.ts";
import type { PieceState } from "#db/schema.ts";
import { type OwnChange, pauseOfOwner } from "../comments/edit.ts";
import { dayOf, type House, type Subject } from "../house.ts";
import { readKey } from "../identity/key.ts";
import { emptyKeyList, findKeyList } from "../identity/key-list.ts";
import { newId } from "../ids.ts";
import { type OwnEssayRow, requireOwnEssay } from "./own.ts";
import { essayColumns, renderEssay } from "./publish.ts";
import { cleanEssay, essayFaults } from "./rules.ts";
import { placeInSeries } from "./series.ts";
import { essaySubjects } from "./states.ts";
import { tagSlugs } from "./tags.ts";
import type { EditEssayOutcome, EssayFault, EssayWords } from "./types.ts";

/** States in which a writer may change the words. */
const EDITABLE: readonly PieceState[] = ["visible", "waiting", "folded"];

/** An essay's new words, by its key. */
export interface EssayChange extends EssayWords, OwnChange {
  slug: string;
  /** May readers read the earlier versions, this one included? */
  keepOpen: boolean;
}

/**
 * Changes the words of an essay; its slug stays. The version before is kept for its writer, and for
 * readers only where the writer keeps it open. Where everything is read before it is public, so is
 * every change. Whoever is paused changes nothing.
 *
 * @returns where it stands now, or every fault; `essay`/`cannot_be_changed`: removed or taken back
 * @throws DomainError notFound, notYours
 */
export async function editEssay(
  house: House,
  { slug, key, whose, keepOpen, ...sent }: EssayChange,
): Promise<EditEssayOutcome> {
  const words = cleanEssay(sent);
  const { id } = await requireOwnEssay(house.store.read, house, { slug, key });
  const faults: EssayFault[] = essayFaults(words);
  const text = await renderEssay(house, { words, scope: id, faults });
  const { lead } = words;
  if (!text.ok || lead === null || faults.length > 0) return { ok: false, faults };
  const columns = essayColumns({ ...words, lead }, text.rendered);
  const done = await house.store.write(async (trx) => {
    const row = await requireOwnEssay(trx, house, { slug, key });
    if (!EDITABLE.includes(row.state)) {
      const fault = { field: "essay", reason: "cannot_be_changed" } as const;
      return { outcome: { ok: false as const, faults: [fault] }, subjects: [] };
    }
    const paused = await pauseOfOwner(trx, house, { key, whose });
    if (paused.length > 0) return { outcome: { ok: false as const, faults: paused }, subjects: [] };
    const state = await change(trx, house, { row, columns, keepOpen });
    await setTags(trx, { essayId: id, slugs: await tagSlugs(trx, words.tags) });
    const series = await moveInSeries(trx, house, { row, title: words.series, key });
    const shown = await essaySubjects(trx, { essayId: id });
    const subjects = [...new Set([...shown, ...series])];
    await recordChanges(trx, subjects);
    return { outcome: { ok: true as const, essay: { id, slug }, state }, subjects };
  });
  house.changed(done.subjects);
  return done.outcome;
}

interface Change {
  row: OwnEssayRow;
  columns: ReturnType<typeof essayColumns>;
  keepOpen: boolean;
}

async function change(
  trx: Writer,
  house: House,
  { row, columns, keepOpen }: Change,
): Promise<PieceState> {
  const essayId = row.id;
  await setVersionsOpen(trx, { essayId, open: keepOpen }).execute();
  const { html: _, renderer_version: __, first_lines: ___, words: ____, ...said } = columns;
  const isSame = (Object.keys(said) as (keyof typeof said)[]).every((at) => row[at] === said[at]);
  if (isSame) return row.state;
  const now = house.clock();
  const on = dayOf(now);
  if (row.markdown !== columns.markdown || row.title !== columns.title) {
    const [last] = await versionsOfEssay(trx, { essayId }).limit(1).execute();
    await insertEssayVersion(trx, {
      essay_id: essayId,
      version: (last?.version ?? 0) + 1,
      title: row.title,
      markdown: row.markdown,
      html: row.html,
      replaced_on: on,
      open: keepOpen ? 1 : 0,
    }).execute();
  }
  const waits = row.state === "visible" && house.settings.guests === "all wait";
  const state = waits ? "waiting" : row.state;
  const set = { ...columns, perspective_source: "writer", edited_on: on, state } as const;
  await updateEssay(trx, { id: essayId, set }).execute();
  if (waits) {
    const review = {
      id: newId(),
      comment_id: null,
      essay_id: essayId,
      kind: "first_post",
    } as const;
    const asked = { ordered_at: now.getTime(), asked_on: on, outcome: null };
    await insertReview(trx, { ...review, ...asked }).execute();
  }
  return state;
}

async function moveInSeries(
  trx: Writer,
  house: House,
  { row, title, key }: { row: OwnEssayRow; title: string | null; key: string },
): Promise<Subject[]> {
  const read = readKey(key);
  if (!read.ok) return [];
  const secret = house.secrets.current;
  const stored = await findKeyList(trx, house.secrets, read.key);
  const { takeBackCode } = stored ?? emptyKeyList(house.secrets, read.key);
  const place = { essayId: row.id, title, key: read.key, takeBackCode, secret };
  return await placeInSeries(trx, house, place);
}
