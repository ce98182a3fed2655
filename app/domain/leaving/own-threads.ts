import type { Reader } from "#db/connect.ts";
import { findKeyList } from "../identity/key-list.ts";
import { ownerMarks } from "../identity/marks.ts";
import type { SecretRing } from "../identity/secret-ring.ts";

/** One thread of one key. */
interface OwnThread {
  key: string;
  essayId: string;
}

/** Some threads, with what their pieces of one's own are marked with. */
export interface ThreadBatch {
  essayIds: string[];
  marks: string[];
  /** Whose a mark is. */
  keyOf: ReadonlyMap<string, string>;
}

/** How many threads one question is about. */
const AT_ONCE = 40;

/** All threads in which these keys have something, in no order that tells anything. */
export async function threadsOfKeys(
  db: Reader,
  ring: SecretRing,
  keys: readonly string[],
): Promise<OwnThread[]> {
  const threads: OwnThread[] = [];
  for (const key of keys) {
    const list = await findKeyList(db, ring, key);
    for (const essayId of new Set(list?.threads)) threads.push({ key, essayId });
  }
  return threads.sort((a, b) => (a.essayId < b.essayId ? -1 : 1));
}

/** The same in batches, each ready to be asked for. */
export function inBatches(ring: SecretRing, threads: readonly OwnThread[]): ThreadBatch[] {
  const batches: ThreadBatch[] = [];
  for (let at = 0; at < threads.length; at += AT_ONCE) {
    const some = threads.slice(at, at + AT_ONCE);
    const keyOf = new Map(
      some.flatMap(({ key, essayId }) =>
        ownerMarks(ring, key, [essayId]).map((mark) => [mark, key] as const),
      ),
    );
    const essayIds = [...new Set(some.map(({ essayId }) => essayId))];
    batches.push({ essayIds, marks: [...keyOf.keys()], keyOf });
  }
  return batches;
}
