import { countOwnPieces, ownCommentStates, ownEssayStates } from "#db/queries/own-pieces.ts";
import type { Account } from "../accounts/types.ts";
import type { House } from "../house.ts";
import { WITH_WORDS } from "../taking-back.ts";
import { inBatches, threadsOfKeys } from "./own-threads.ts";
import { isPartingTogether, type Together } from "./parting-moment.ts";
import { partsOf } from "./parts.ts";

/** What can be taken back, and what can be brought back. */
interface PieceCounts {
  essays: number;
  comments: number;
  /** Pieces of both kinds that were taken back together and are still there. */
  undoable: number;
}

/** What these keys have, by number. */
export async function countsOf(
  house: House,
  { keys, together }: { keys: readonly string[]; together: Together },
): Promise<PieceCounts> {
  const { read } = house.store;
  const threads = await threadsOfKeys(read, house.secrets, keys);
  const counts = { essays: 0, comments: 0, undoable: 0 };
  const now = house.clock().getTime();
  for (const { essayIds, marks, keyOf } of inBatches(house.secrets, threads)) {
    const mine = { essayIds, marks };
    const rows = await countOwnPieces(read, { ...mine, states: WITH_WORDS }).execute();
    for (const { of, pieces } of rows) counts[of as "essays" | "comments"] += Number(pieces);
    const gone = { ...mine, states: ["taken_back"] as const };
    const taken = [
      ...(await ownCommentStates(read, gone).execute()),
      ...(await ownEssayStates(read, gone).execute()),
    ];
    counts.undoable += taken.filter(({ id, owner_mark: owner, erase_at: eraseAt }) => {
      const piece = { together, key: keyOf.get(owner ?? "") ?? "", id };
      return eraseAt !== null && eraseAt > now && isPartingTogether(house.secrets, eraseAt, piece);
    }).length;
  }
  return counts;
}

/** One name of an account, or all its thread names, with what stands under it; no key. */
export interface PartLine extends PieceCounts {
  /** What a form says. */
  value: string;
  /** Null: thread names. */
  name: string | null;
  retired: boolean;
}

/** Every name of an account with what it has. */
export async function countsByPart(house: House, account: Account): Promise<PartLine[]> {
  const lines: PartLine[] = [];
  for (const { value, name, retired, keys } of await partsOf(house.store.read, account)) {
    lines.push({ value, name, retired, ...(await countsOf(house, { keys, together: "name" })) });
  }
  return lines;
}
