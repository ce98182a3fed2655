import {
  answersToMine,
  essaysAnsweringMine,
  ownEssays,
  ownPieces,
  ownThreads,
} from "#db/queries/inbox.ts";
import type { House } from "../house.ts";
import { makeCursor, readCursor } from "./cursor.ts";
import { readKey } from "./key.ts";
import { findKeyList } from "./key-list.ts";
import { ownerMarks } from "./marks.ts";
import type { Inbox, InboxAnswer, InboxPiece, InboxResponse, MyThread } from "./types.ts";

const ANSWERS_A_PAGE = 30;
const PIECES_SHOWN = 100;
const RESPONSES_SHOWN = 50;
/** So many of a key's newest threads are looked through: a query takes only so many values. */
const THREADS_LOOKED_AT = 500;
const LIST = "inbox";

interface Mine {
  essayIds: string[];
  marks: string[];
}

async function whatIsMine(house: House, typed: readonly string[]): Promise<Mine | null> {
  const mine: Mine = { essayIds: [], marks: [] };
  let isAny = false;
  for (const one of typed) {
    const read = readKey(one);
    const list = read.ok ? await findKeyList(house.store.read, house.secrets, read.key) : null;
    if (!read.ok || !list) continue;
    isAny = true;
    const essayIds = list.threads.slice(-Math.floor(THREADS_LOOKED_AT / typed.length));
    mine.essayIds.push(...essayIds);
    mine.marks.push(...ownerMarks(house.secrets, read.key, essayIds));
  }
  return isAny ? { ...mine, essayIds: [...new Set(mine.essayIds)] } : null;
}

/**
 * What others have answered to the pieces of a key (or of several keys of one name), comments and essays, newest first, the pieces
 * themselves with their states, and the threads they stand in. Six queries, however much there is.
 *
 * @param keys as typed or kept
 * @param after cursor of the page before; null, or not one of ours: from the newest
 * @returns null: no such key is in use
 */
export async function inbox(
  house: House,
  { keys, after }: { keys: readonly string[]; after: string | null },
): Promise<Inbox | null> {
  const mine = await whatIsMine(house, keys);
  if (!mine) return null;
  if (mine.essayIds.length === 0) {
    return { answers: [], next: null, responses: [], pieces: [], threads: [] };
  }
  const position = after === null ? null : readCursor(house.secrets, LIST, after);
  const [found, responses, pieces, threads] = await Promise.all([
    answersToMine(house.store.read, {
      ...mine,
      after: position,
      limit: ANSWERS_A_PAGE + 1,
    }).execute(),
    responsesTo(house, mine),
    piecesOf(house, mine),
    threadsOf(house, mine),
  ]);
  const shown = found.slice(0, ANSWERS_A_PAGE);
  const last = found.length > ANSWERS_A_PAGE ? shown.at(-1) : undefined;
  const marks = new Set(mine.marks);
  const answers = shown.map(
    (row): InboxAnswer => ({
      id: row.id,
      slug: row.slug,
      title: row.title,
      answersId: marks.has(row.parent_mark ?? "") ? row.parent_id : row.addressed_id,
      by: row.by_name && row.by_kind ? { name: row.by_name, kind: row.by_kind } : null,
      note: row.note,
      html: row.html,
      writtenOn: row.written_on,
    }),
  );
  const next = last && makeCursor(house.secrets, LIST, { at: last.ordered_at, id: last.id });
  return { answers, next: next ?? null, responses, pieces, threads };
}

async function responsesTo(house: House, mine: Mine): Promise<InboxResponse[]> {
  const query = essaysAnsweringMine(house.store.read, { ...mine, limit: RESPONSES_SHOWN });
  const bySlug = new Map<string, InboxResponse>();
  for (const row of await query.execute()) {
    if (bySlug.has(row.slug)) continue;
    bySlug.set(row.slug, {
      slug: row.slug,
      title: row.title,
      lead: row.lead,
      by: row.by_name && row.by_kind ? { name: row.by_name, kind: row.by_kind } : null,
      publishedOn: row.published_on,
      relation: row.relation,
      comment: row.comment_id === null ? null : { id: row.comment_id, name: row.comment_name },
      to: { slug: row.mine_slug, title: row.mine_state === "visible" ? row.mine_title : null },
    });
  }
  return [...bySlug.values()];
}

async function piecesOf(house: House, mine: Mine): Promise<InboxPiece[]> {
  const { read } = house.store;
  const ask = { ...mine, limit: PIECES_SHOWN };
  const [comments, essays] = await Promise.all([
    ownPieces(read, ask).execute(),
    ownEssays(read, ask).execute(),
  ]);
  const pieces = [
    ...comments.map((row) => ({
      of: "comment" as const,
      ...row,
      title: row.essay_state === "visible" ? row.title : null,
      on: row.written_on,
    })),
    ...essays.map((row) => ({ of: "essay" as const, ...row, on: row.published_on })),
  ];
  return pieces
    .sort((a, b) => b.ordered_at - a.ordered_at || (a.id < b.id ? 1 : -1))
    .slice(0, PIECES_SHOWN)
    .map(({ of, id, slug, title, by_name: name, state, on: writtenOn, erase_at: undoUntil }) => ({
      ...{ of, id, slug, title, name, state, writtenOn, undoUntil },
    }));
}

async function threadsOf(house: House, mine: Mine): Promise<MyThread[]> {
  const rows = await ownThreads(house.store.read, mine).execute();
  return rows.map(({ id, slug, title, name }) => ({ essayId: id, slug, title, name }));
}

/** The threads in which a key has a name, by title; none for what is no key in use. */
export async function myThreads(house: House, { key }: { key: string }): Promise<MyThread[]> {
  const mine = await whatIsMine(house, [key]);
  return mine && mine.essayIds.length > 0 ? await threadsOf(house, mine) : [];
}
