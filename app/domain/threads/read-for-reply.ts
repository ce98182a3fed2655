import type { Reader } from "#db/connect.ts";
import { ancestors, assemble, readingOrder } from "./assemble.ts";
import { isReadable, readStubs, withWords } from "./read-comments.ts";
import type { CommentStub, CommentView, ShownComment } from "./types.ts";

/** So many others are offered to be addressed as well. */
const OFFERED = 30;

export interface ReplyPlace {
  /** The comment that is answered; null: the essay. */
  answered: ShownComment | null;
  /** Others of the thread who may be addressed as well, the nearest first. */
  addressable: { id: string; name: string }[];
}

/**
 * What the reply page shows of the thread.
 *
 * @param parentId null: an answer to the essay
 * @param chosen comments already chosen to be addressed: they are offered wherever they stand
 * @returns null where there is no such comment in this thread
 */
export async function readForReply(
  db: Reader,
  {
    essayId,
    parentId,
    chosen,
  }: { essayId: string; parentId: string | null; chosen: readonly string[] },
): Promise<ReplyPlace | null> {
  const stubs = await readStubs(db, essayId);
  const byId = new Map(stubs.map((stub) => [stub.id, stub]));
  const parent = parentId === null ? undefined : byId.get(parentId);
  if (parentId !== null && !parent) return null;
  const [answered] = parent ? await withWords(db, { essayId, stubs, shown: [parent] }) : [];
  const near = parent ? nearest(stubs, byId, parent) : [...stubs].reverse();
  const picked = chosen.flatMap((id) => byId.get(id) ?? []);
  const offered = new Map<string, string>();
  for (const { id, by, state } of [...picked, ...near]) {
    if (offered.size >= OFFERED) break;
    if (id !== parentId && by !== null && isReadable(state)) offered.set(id, by.name);
  }
  return {
    answered: answered ? withoutMoment(answered) : null,
    addressable: [...offered].map(([id, name]) => ({ id, name })),
  };
}

function withoutMoment({ orderedAt: _orderedAt, ...shown }: CommentView): ShownComment {
  return shown;
}

/** Those above first, then the rest of the branch, the newest of it first. */
function nearest(
  stubs: readonly CommentStub[],
  byId: ReadonlyMap<string, CommentStub>,
  parent: CommentStub,
): CommentStub[] {
  const branch = readingOrder(assemble(stubs.filter(({ rootId }) => rootId === parent.rootId)));
  return [...ancestors(byId, parent), ...branch.reverse()];
}
