import type { Reader } from "#db/connect.ts";
import {
  commentAddresses,
  commentTexts,
  stubsIn,
  threadAddresses,
  threadStubs,
  threadTexts,
} from "#db/queries/threads.ts";
import type { By, CommentStub, CommentView, Perspective } from "./types.ts";

/** Comments from this many on are fetched by name instead of by thread. */
const WHOLE_THREAD = 400;
/** Ids in one `in (…)`; both databases take far more, but not without end. */
const IDS_AT_ONCE = 1000;

/** States in which a comment shows its words and its writer. */
export function isReadable(state: CommentStub["state"]): boolean {
  return state === "visible" || state === "folded";
}

function perspectivesOf(row: { experience: 0 | 1; debate: 0 | 1 }): Perspective[] {
  const found: Perspective[] = [];
  if (row.experience) found.push("experience");
  if (row.debate) found.push("debate");
  return found;
}

/** Every comment of a thread without its words, oldest first. */
export async function readStubs(db: Reader, essayId: string): Promise<CommentStub[]> {
  const found = await threadStubs(db, { essayId }).executeTakeFirst();
  return stubsIn(found?.lines ?? null).map((row) => {
    const readable = isReadable(row.state);
    const by: By | null =
      readable && row.by_name !== null && row.by_kind !== null
        ? { name: row.by_name, kind: row.by_kind }
        : null;
    return {
      id: row.id,
      parentId: row.parent_id,
      rootId: row.root_id,
      depth: row.depth,
      state: row.state,
      orderedAt: row.ordered_at,
      revision: row.revision,
      by,
      perspectives: readable ? perspectivesOf(row) : [],
      standing: readable ? row.standing : null,
    };
  });
}

type TextRow = Awaited<ReturnType<ReturnType<typeof threadTexts>["execute"]>>[number];

async function textsOf(
  db: Reader,
  { essayId, ids, all }: { essayId: string; ids: readonly string[]; all: number },
): Promise<Map<string, TextRow>> {
  const texts = new Map<string, TextRow>();
  if (all <= WHOLE_THREAD || ids.length === all) {
    for (const row of await threadTexts(db, { essayId }).execute()) texts.set(row.id, row);
    return texts;
  }
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const rows = await commentTexts(db, { ids: ids.slice(from, from + IDS_AT_ONCE) }).execute();
    for (const row of rows) texts.set(row.id, row);
  }
  return texts;
}

/**
 * Gives the comments named by `shown` their words, names of whom they answer included.
 *
 * @param stubs the whole thread, for the names of parents
 * @param shown those to be shown, in the order wanted
 * @returns what may be seen of each: nothing but its place for what is waiting, removed, taken back
 *   or missing
 */
export async function withWords(
  db: Reader,
  {
    essayId,
    stubs,
    shown,
  }: { essayId: string; stubs: readonly CommentStub[]; shown: readonly CommentStub[] },
): Promise<CommentView[]> {
  if (shown.length === 0) return [];
  const ids = shown.map(({ id }) => id);
  const texts = await textsOf(db, { essayId, ids, all: stubs.length });
  const addressed = await addressedBy(db, { essayId, ids, all: stubs.length });
  const wanted = new Set([...addressed.values()].flat());
  for (const { parentId } of shown) if (parentId !== null) wanted.add(parentId);
  const byId = new Map<string, CommentStub>();
  for (const stub of stubs) if (wanted.has(stub.id)) byId.set(stub.id, stub);
  return shown.flatMap((stub) => {
    const text = texts.get(stub.id);
    return text ? [viewOf(stub, text, byId, addressed.get(stub.id) ?? [])] : [];
  });
}

/** Whom the comments named address beside their parents, by comment. */
async function addressedBy(
  db: Reader,
  { essayId, ids, all }: { essayId: string; ids: readonly string[]; all: number },
): Promise<Map<string, string[]>> {
  const few = all > WHOLE_THREAD && ids.length <= IDS_AT_ONCE;
  const query = few ? commentAddresses(db, { ids }) : threadAddresses(db, { essayId });
  const addressed = new Map<string, string[]>();
  for (const row of await query.execute()) {
    const list = addressed.get(row.comment_id);
    if (list) list.push(row.addressed_id);
    else addressed.set(row.comment_id, [row.addressed_id]);
  }
  return addressed;
}

/** Field by field: a spread would make an object that grows with every field after it. */
function viewOf(
  stub: CommentStub,
  text: TextRow,
  byId: ReadonlyMap<string, CommentStub>,
  addressed: readonly string[],
): CommentView {
  const readable = isReadable(stub.state);
  const parent = stub.parentId === null ? undefined : byId.get(stub.parentId);
  return {
    id: stub.id,
    parentId: stub.parentId,
    rootId: stub.rootId,
    depth: stub.depth,
    state: stub.state,
    orderedAt: stub.orderedAt,
    revision: stub.revision,
    by: stub.by,
    perspectives: stub.perspectives,
    standing: stub.standing,
    parentName: parent?.by?.name ?? null,
    parentState: parent?.state ?? null,
    addresses: readable
      ? addressed.map((id) => ({ id, name: byId.get(id)?.by?.name ?? null }))
      : [],
    perspectiveSource: text.perspective_source,
    standpoint: readable ? text.standpoint : null,
    note: readable ? text.note : null,
    writtenOn: text.written_on,
    editedOn: readable ? text.edited_on : null,
    imported: text.origin === "imported",
    oldNumber: text.old_number,
    html: readable ? text.html : "",
    markdown: readable ? text.markdown : "",
  };
}
