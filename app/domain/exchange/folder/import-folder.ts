import type { Writer } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import { insertLink, setConversation } from "#db/queries/essay-links.ts";
import { holdsAnything, unfinishedFolderImport } from "#db/queries/exports.ts";
import {
  beginFolderImport,
  endFolderImport,
  insertLogRows,
  insertTags,
} from "#db/queries/folder-imports.ts";
import { insertPart, insertSeries, seriesWithSlug } from "#db/queries/series-writing.ts";
import { clearDemo } from "../../demo/clear.ts";
import { tagKey } from "../../essays/tags.ts";
import type { House, Subject } from "../../house.ts";
import { newId } from "../../ids.ts";
import { inParts } from "../wordpress/run.ts";
import type { FolderCounts } from "./export-folder.ts";
import { FolderError, type FolderFaultKind } from "./faults.ts";
import { bringInEssay } from "./import-essay.ts";
import type { FolderPlan } from "./plan-folder.ts";

const ROWS_AT_ONCE = 500;
const ROWS_IN_STATEMENT = 100;

/**
 * Brings in what `planFolder` has planned, into an empty store: pieces under their own ids, HTML
 * rendered anew, moments made up in the order of the folder. It runs in small transactions and may be
 * ended at any moment: the store then says that it is unfinished, and the same folder goes on.
 *
 * @param onEssay told how many essays of how many are here
 * @throws FolderError not_empty, another_unfinished, changed; what the store throws
 */
export async function importFolder(
  house: House,
  { plan, onEssay = () => {} }: { plan: FolderPlan; onEssay?: (done: number, of: number) => void },
): Promise<FolderCounts> {
  house.changed(await house.store.write((trx) => begin(trx, plan)));
  await bringInTags(house, plan);
  const reader = plan.reader.again();
  for (const [done, essay] of plan.essays.entries()) {
    await bringInEssay(house, { reader, plan, essay });
    onEssay(done + 1, plan.essays.length);
  }
  await bringInLinks(house, plan);
  await bringInLog(house, plan);
  const subjects: Subject[] = ["site", "fronts"];
  await house.store.write(async (trx) => {
    await bringInSeries(trx, plan);
    await endFolderImport(trx).execute();
    await recordChanges(trx, subjects);
  });
  house.changed(subjects);
  return plan.counts;
}

/** Invented examples go; anything else that is here already, but for this very folder, is a reason to stop. */
async function begin(trx: Writer, { digest }: FolderPlan): Promise<Subject[]> {
  const unfinished = await unfinishedFolderImport(trx).executeTakeFirst();
  if (unfinished) {
    if (unfinished.digest !== digest) throw fault("another_unfinished");
    return [];
  }
  const subjects = await clearDemo(trx);
  if (await holdsAnything(trx)) throw fault("not_empty");
  await beginFolderImport(trx, { digest }).execute();
  return subjects;
}

function fault(kind: FolderFaultKind): FolderError {
  return new FolderError({ kind, file: "", line: null, detail: "" });
}

async function bringInTags(house: House, { indexes }: FolderPlan): Promise<void> {
  const rows = indexes.tags.tags.map(({ slug, name }) => ({ slug, name, name_key: tagKey(name) }));
  await inStatements(house, rows, (trx, part) => insertTags(trx, part).execute());
}

/** A conversation at a time, so that links and what they connect are never apart. */
async function bringInLinks(house: House, { conversations }: FolderPlan): Promise<void> {
  for (const { essays, links } of conversations) {
    const conversationId = essays[0] ?? null;
    const subjects: Subject[] = essays.map((essay) => `essay:${essay}` as const);
    await house.store.write(async (trx) => {
      for (const { from, to, comment, relation, source, linked_on } of links) {
        await insertLink(trx, {
          from_essay_id: from,
          to_essay_id: to,
          to_comment_id: comment ?? "",
          relation,
          source,
          linked_on,
        }).execute();
      }
      for (const ids of inParts(essays, ROWS_AT_ONCE)) {
        await setConversation(trx, { ids, conversationId }).execute();
      }
      await recordChanges(trx, subjects);
    });
    house.changed(subjects);
  }
}

async function bringInSeries(trx: Writer, { indexes }: FolderPlan): Promise<void> {
  for (const { slug, title, parts } of indexes.series.series) {
    if (await seriesWithSlug(trx, { slug }).executeTakeFirst()) continue;
    const id = newId();
    const unowned = { owner_mark: null, take_back_mark: null, secret_id: null };
    await insertSeries(trx, { id, slug, title, ...unowned }).execute();
    for (const { essay, position } of parts) {
      await insertPart(trx, { series_id: id, essay_id: essay, position }).execute();
    }
  }
}

/** As it is, and nothing added: the chain of the log is that of the site that the folder comes from. */
async function bringInLog(house: House, { indexes }: FolderPlan): Promise<void> {
  await inStatements(house, indexes.log.rows, (trx, part) => insertLogRows(trx, part).execute());
}

/** Writes rows in transactions of some hundred, each in statements that both databases take. */
async function inStatements<T>(
  house: House,
  rows: readonly T[],
  insert: (trx: Writer, part: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (const batch of inParts(rows, ROWS_AT_ONCE)) {
    await house.store.write(async (trx) => {
      for (const part of inParts(batch, ROWS_IN_STATEMENT)) await insert(trx, part);
    });
  }
}
