import type { Writer } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import {
  fillEmptyPlace,
  forgetPlaceholders,
  growThread,
  insertImportedComments,
  insertImportedItems,
  reserveNames,
} from "#db/queries/imports.ts";
import { keepListings } from "#db/queries/listings.ts";
import { insertReview } from "#db/queries/reviews.ts";
import { dayOf, type House } from "../../house.ts";
import { nameKey } from "../../identity/names.ts";
import { newId } from "../../ids.ts";
import { changesOf, DAY_MS, dayText, type ImportRun, inParts } from "./run.ts";
import { HERE, type ThreadImport } from "./thread-import.ts";

/** A comment with its words rendered, ready to be written. */
export interface ReadyComment {
  node: number;
  name: string;
  /** Is it a name of somebody's own, to be kept for them in this thread? */
  reserve: boolean;
  state: "visible" | "waiting";
  markdown: string;
  html: string;
  version: number;
}

/** More rows than this at once would keep others waiting for the writer. */
const ROWS_AT_ONCE = 500;
const ROWS_IN_STATEMENT = 100;

/**
 * Writes a batch of comments, each below its parent. A parent that isn't here yet gets an empty
 * place first: for good where the file lacks it or it was left out, until its words come where it
 * stands later in the file. So the thread is whole after every transaction.
 */
export async function writeComments(
  house: House,
  run: ImportRun,
  { thread, comments }: { thread: ThreadImport; comments: readonly ReadyComment[] },
): Promise<void> {
  const nodes = new Set(comments.map((comment) => comment.node));
  const above = thread.missingAbove(nodes);
  if (above.length + comments.length > ROWS_AT_ONCE) {
    const unplaced = [...nodes].filter((node) => thread.here[node] === HERE.nothing);
    for (const part of inParts(thread.inDepth([...above, ...unplaced]), ROWS_AT_ONCE)) {
      await writeBatch(house, run, { thread, comments: [], empty: part });
    }
    await writeBatch(house, run, { thread, comments, empty: [] });
  } else await writeBatch(house, run, { thread, comments, empty: above });
}

interface Batch {
  thread: ThreadImport;
  comments: readonly ReadyComment[];
  empty: readonly number[];
}

async function writeBatch(house: House, run: ImportRun, batch: Batch): Promise<void> {
  const { thread, comments, empty } = batch;
  const { source } = run.plan;
  const filled = comments.filter(({ node }) => thread.here[node] === HERE.emptyPlace);
  const subjects = changesOf([thread.essayId]);
  await house.store.write(async (trx) => {
    await writeRows(trx, batch);
    for (const comment of filled) {
      const id = thread.idOf(comment.node);
      await fillEmptyPlace(trx, { id, values: wordsOf(thread, comment) }).execute();
    }
    if (filled.length > 0) {
      const foreignIds = filled.map(({ node }) => thread.placeholderKey(node));
      await forgetPlaceholders(trx, { source, foreignIds }).execute();
    }
    const items = [
      ...empty.map((node) => item("placeholder", thread.placeholderKey(node), thread.idOf(node))),
      ...comments.map(({ node }) => item("comment", thread.foreignId(node), thread.idOf(node))),
    ];
    for (const part of inParts(items, ROWS_AT_ONCE)) {
      await insertImportedItems(trx, { source, items: part }).execute();
    }
    await reserve(trx, thread.essayId, comments);
    await askForReview(trx, house, thread, comments);
    await grow(trx, batch, filled.length);
    await recordChanges(trx, subjects);
  });
  for (const node of empty) thread.here[node] = HERE.emptyPlace;
  for (const { node } of comments) thread.here[node] = HERE.comment;
  run.placeholders += empty.filter((node) => thread.placed.empty[node] === 1).length;
  run.comments += comments.filter(({ state }) => state === "visible").length;
  run.waiting += comments.filter(({ state }) => state === "waiting").length;
  house.changed(subjects);
}

function item(kind: "placeholder" | "comment", foreign_id: string, local_id: string) {
  return { kind, foreign_id, local_id };
}

async function writeRows(trx: Writer, { thread, comments, empty }: Batch): Promise<void> {
  const fresh = comments.filter(({ node }) => thread.here[node] === HERE.nothing);
  const byNode = new Map(fresh.map((comment) => [comment.node, comment]));
  const rows = thread.inDepth([...empty, ...byNode.keys()]).map((node) => {
    const { parentId, rootId, depth } = thread.place(node);
    const comment = byNode.get(node);
    return {
      ...UNMARKED,
      ...(comment ? wordsOf(thread, comment) : EMPTY),
      id: thread.idOf(node),
      essay_id: thread.essayId,
      parent_id: parentId,
      root_id: rootId,
      depth,
      origin: "imported" as const,
      written_on: dayText(thread.placed.day[node] ?? 0),
      ordered_at: orderOf(thread, node),
      old_number: thread.placed.ids[node] ?? null,
    };
  });
  for (const part of inParts(rows, ROWS_IN_STATEMENT)) {
    await insertImportedComments(trx, part).execute();
  }
}

const UNMARKED = {
  state_before: null,
  owner_mark: null,
  take_back_mark: null,
  secret_id: null,
  attempt_mark: null,
  erase_at: null,
  experience: 0,
  debate: 0,
  perspective_source: "guess",
  standing: null,
  standpoint: null,
  note: null,
  edited_on: null,
} as const;

const EMPTY = {
  state: "missing",
  markdown: "",
  html: "",
  renderer_version: 0,
  by_name: null,
  by_kind: null,
} as const;

function wordsOf(thread: ThreadImport, comment: ReadyComment) {
  return {
    state: comment.state,
    markdown: comment.markdown,
    html: comment.html,
    renderer_version: comment.version,
    by_name: comment.name,
    by_kind: "imported" as const,
    written_on: dayText(thread.placed.day[comment.node] ?? 0),
    ordered_at: orderOf(thread, comment.node),
  };
}

function orderOf(thread: ThreadImport, node: number): number {
  return (thread.placed.day[node] ?? 0) * DAY_MS + (thread.placed.rank[node] ?? 0);
}

async function reserve(
  trx: Writer,
  essayId: string,
  comments: readonly ReadyComment[],
): Promise<void> {
  const names = new Map<string, string>();
  for (const { name, reserve } of comments) if (reserve) names.set(nameKey(name), name);
  names.delete("");
  const list = [...names].map(([key, name]) => ({ key, name }));
  if (list.length > 0) await reserveNames(trx, { essayId, names: list }).execute();
}

async function askForReview(
  trx: Writer,
  house: House,
  thread: ThreadImport,
  comments: readonly ReadyComment[],
): Promise<void> {
  const now = house.clock();
  for (const { node, state } of comments) {
    if (state !== "waiting") continue;
    await insertReview(trx, {
      id: newId(),
      comment_id: thread.idOf(node),
      kind: "first_post",
      ordered_at: now.getTime(),
      asked_on: dayOf(now),
      outcome: null,
    }).execute();
  }
}

async function grow(
  trx: Writer,
  { thread, comments, empty }: Batch,
  filled: number,
): Promise<void> {
  let newest: { at: number; on: string } | null = null;
  let visible = 0;
  for (const { node, state } of comments) {
    if (state !== "visible") continue;
    visible += 1;
    const at = orderOf(thread, node);
    if (!newest || at > newest.at) newest = { at, on: dayText(thread.placed.day[node] ?? 0) };
  }
  await growThread(trx, {
    essayId: thread.essayId,
    visible,
    waiting: comments.length - visible,
    missing: empty.length - filled,
    newest,
  }).execute();
  if (newest) await keepListings(trx, { essayId: thread.essayId });
}
