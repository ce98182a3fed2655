import { createHash } from "node:crypto";
import type { Reader, Writer } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import {
  addAddresses,
  addToCounts,
  commentsHere,
  insertComments,
  insertSourceNotes,
  insertVersions,
  rememberInvented,
} from "#db/queries/folder-imports.ts";
import {
  essaysAmong,
  insertImportedEssay,
  insertRedirects,
  reserveNames,
} from "#db/queries/imports.ts";
import { setTags } from "#db/queries/listings.ts";
import { insertReview } from "#db/queries/reviews.ts";
import type { PieceState } from "#db/schema.ts";
import { tagKey } from "../../essays/tags.ts";
import type { House, Subject } from "../../house.ts";
import { nameKey } from "../../identity/names.ts";
import { newId } from "../../ids.ts";
import { escapedText } from "../../rendering/escaped.ts";
import type { Rendered, RenderRequest } from "../../rendering/types.ts";
import { isReadable } from "../../threads/read-comments.ts";
import { inParts, severalAtOnce } from "../wordpress/run.ts";
import { fileFault } from "./faults.ts";
import type { FolderReader } from "./folder-reader.ts";
import * as at from "./layout.ts";
import type { FolderPlan, PlannedEssay } from "./plan-folder.ts";
import { type EssayFolder, readCommentFile, readEssayFolder } from "./read-pieces.ts";
import { commentRow, essayRow } from "./rows.ts";
import type { CommentFields, PlaceFields } from "./shapes.ts";

const BATCH = 200;
const RENDERED_AT_ONCE = 8;
const ROWS_IN_STATEMENT = 50;

interface Asked {
  reader: FolderReader;
  plan: FolderPlan;
  essay: PlannedEssay;
}

/**
 * Brings in one essay with its thread; what of it is here already, from a run that was ended, stays.
 *
 * @throws FolderError changed, where its files are others than those that were planned
 */
export async function bringInEssay(house: House, { reader, plan, essay }: Asked): Promise<void> {
  const digest = createHash("sha256");
  const folder = await readEssayFolder(reader, essay.id, digest);
  if (!(await isThere(house.store.read, essay.id)))
    await writeEssay(house, { plan, essay, folder });
  await bringInThread(house, { reader, essay, folder, digest });
  if (digest.digest("hex") !== essay.digest) throw fileFault("changed", [at.ESSAYS, essay.id]);
}

async function isThere(db: Reader, id: string): Promise<boolean> {
  return (await essaysAmong(db, { ids: [id] }).execute()).length > 0;
}

async function writeEssay(
  house: House,
  { plan, essay, folder }: { plan: FolderPlan; essay: PlannedEssay; folder: EssayFolder },
): Promise<void> {
  const { id, fields, body } = folder;
  const works = fields.works_cited.length;
  const rendered = isReadable(fields.state)
    ? await renderedAnew(house, { markdown: body, scope: id, works })
    : null;
  const versions = await severalAtOnce(folder.versions, RENDERED_AT_ONCE, async (version) => ({
    essay_id: id,
    version: version.version,
    title: version.fields.title,
    markdown: version.body,
    html: (await renderedAnew(house, { markdown: version.body, scope: id, works })).html,
    replaced_on: version.fields.replaced_on,
    open: 1 as const,
  }));
  const secretId = house.secrets.current.id;
  const row = essayRow({ essay, fields, body, rendered, secretId });
  const subjects: Subject[] = [`essay:${id}`, "fronts"];
  await house.store.write(async (trx) => {
    if (await isThere(trx, id)) return;
    await insertImportedEssay(trx, row).execute();
    await setTags(trx, {
      essayId: id,
      slugs: fields.tags.flatMap((name) => plan.tagSlugs.get(tagKey(name)) ?? []),
    });
    for (const part of inParts(versions, ROWS_IN_STATEMENT)) {
      await insertVersions(trx, part).execute();
    }
    await writeNotes(trx, id, essay.notes);
    for (const part of inParts(essay.paths, ROWS_IN_STATEMENT)) {
      await insertRedirects(trx, { essayId: id, paths: part }).execute();
    }
    await reserve(trx, id, [fields.by]);
    await recordChanges(trx, subjects);
  });
  house.changed(subjects);
}

/** Notes of one day stand in the order of their ids, so that is how new ones are given out. */
async function writeNotes(
  trx: Writer,
  essayId: string,
  notes: readonly { title: string; url: string; noted_on: string }[],
): Promise<void> {
  const ids = notes.map(newId).sort();
  const rows = notes.map(({ title, url, noted_on }, place) => {
    return { id: ids[place] ?? newId(), essay_id: essayId, title, url, noted_on };
  });
  for (const part of inParts(rows, ROWS_IN_STATEMENT)) await insertSourceNotes(trx, part).execute();
}

interface Thread {
  reader: FolderReader;
  essay: PlannedEssay;
  folder: EssayFolder;
  digest: ReturnType<typeof createHash>;
}

/** Comments, parents before their answers, each batch in one transaction with the counts. */
async function bringInThread(house: House, thread: Thread): Promise<void> {
  const { essay, folder } = thread;
  const addressed: { comment_id: string; addressed_id: string }[] = [];
  for (const part of inParts(folder.thread.parentsFirst, BATCH)) {
    const batch = await readBatch(thread, part);
    for (const { place, said } of batch) {
      for (const id of said?.fields.addresses ?? []) {
        addressed.push({ comment_id: place.id, addressed_id: id });
      }
    }
    await writeComments(house, thread, batch);
  }
  if (addressed.length === 0) return;
  await house.store.write(async (trx) => {
    for (const rows of inParts(addressed, ROWS_IN_STATEMENT)) {
      await addAddresses(trx, rows).execute();
    }
    await recordChanges(trx, [`essay:${essay.id}`]);
  });
  house.changed([`essay:${essay.id}`]);
}

interface ReadComment {
  index: number;
  place: PlaceFields;
  /** Null: it can't be read. */
  said: { fields: CommentFields; body: string } | null;
}

/** One file after the other, in the order in which the plan has read them. */
async function readBatch(
  { reader, essay, folder, digest }: Thread,
  part: readonly number[],
): Promise<ReadComment[]> {
  const batch: ReadComment[] = [];
  for (const index of part) {
    const place = folder.thread.places[index];
    if (!place) continue;
    const said = isReadable(place.state)
      ? await readCommentFile(reader, { essayId: essay.id, place, digest })
      : null;
    batch.push({ index, place, said });
  }
  return batch;
}

async function writeComments(
  house: House,
  { essay, folder }: Thread,
  batch: readonly ReadComment[],
): Promise<void> {
  const here = await hereAmong(house.store.read, batch);
  const missing = batch.filter(({ place }) => !here.has(place.id));
  if (missing.length === 0) return;
  const { depths, roots } = folder.thread;
  const ready = await severalAtOnce(missing, RENDERED_AT_ONCE, async ({ index, place, said }) => {
    const where = {
      essayId: essay.id,
      depth: depths[index] ?? 1,
      rootId: roots[index] ?? place.id,
      orderedAt: essay.comments[index] ?? 0,
    };
    const rendered = said && (await renderedAnew(house, { markdown: said.body, scope: place.id }));
    return { place, row: commentRow(place, where, said && rendered && { ...said, rendered }) };
  });
  const subjects: Subject[] = [`essay:${essay.id}`, "fronts"];
  await house.store.write(async (trx) => {
    const meanwhile = await hereAmong(trx, missing);
    const fresh = ready.filter(({ place }) => !meanwhile.has(place.id));
    for (const part of inParts(fresh, ROWS_IN_STATEMENT)) {
      await insertComments(
        trx,
        part.map(({ row }) => row),
      ).execute();
    }
    const counts = countsOf(fresh.map(({ place }) => place.state));
    await addToCounts(trx, { essayId: essay.id, counts }).execute();
    for (const { place } of fresh) {
      if (place.state === "waiting") await askAgain(trx, place);
    }
    const invented = fresh.flatMap(({ place }) => (place.invented ? [place.id] : []));
    for (const ids of inParts(invented, ROWS_IN_STATEMENT)) {
      await rememberInvented(trx, { ids }).execute();
    }
    await reserve(
      trx,
      essay.id,
      fresh.map(({ row }) => row.by_name),
    );
    await recordChanges(trx, subjects);
  });
  house.changed(subjects);
}

/** What waited goes on waiting, without words; a moderator can take its place away. */
async function askAgain(trx: Writer, { id, written_on }: PlaceFields): Promise<void> {
  await insertReview(trx, {
    id: newId(),
    comment_id: id,
    essay_id: null,
    kind: "first_post",
    ordered_at: Date.parse(written_on),
    asked_on: written_on,
    outcome: null,
  }).execute();
}

async function hereAmong(db: Reader, batch: readonly ReadComment[]): Promise<ReadonlySet<string>> {
  const ids = batch.map(({ place }) => place.id);
  return new Set((await commentsHere(db, { ids }).execute()).map(({ id }) => id));
}

function countsOf(states: readonly PieceState[]): Record<PieceState, number> {
  const counts = { visible: 0, waiting: 0, folded: 0, removed: 0, taken_back: 0, missing: 0 };
  for (const state of states) counts[state] += 1;
  return counts;
}

/** Nobody else may take a name that stands in a thread already. */
async function reserve(
  trx: Writer,
  essayId: string,
  names: readonly (string | null)[],
): Promise<void> {
  const byKey = new Map<string, string>();
  for (const name of names) if (name !== null) byKey.set(nameKey(name), name);
  byKey.delete("");
  const list = [...byKey].map(([key, name]) => ({ key, name }));
  if (list.length > 0) await reserveNames(trx, { essayId, names: list }).execute();
}

/** HTML in a folder is never believed. What is beyond the limits of a piece is kept as plain text. */
async function renderedAnew(house: House, request: RenderRequest): Promise<Rendered> {
  const result = await house.renderer.render(request);
  return result.ok ? result.rendered : escapedText(request.markdown);
}
