import { countOwnPieces, ownCommentStates, ownEssayStates } from "#db/queries/own-pieces.ts";
import type { Account } from "../accounts/types.ts";
import type { House } from "../house.ts";
import { WITH_WORDS } from "../taking-back.ts";
import { inBatches, threadsOfKeys } from "./own-threads.ts";
import { isPartingTogether, type Together } from "./parting-moment.ts";
import { type Part, partsOf } from "./parts.ts";

/** What can be taken back, and what can be brought back. */
export interface PieceCounts {
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

/** Every name of an account with what it has. */
export async function countsByPart(
  house: House,
  account: Account,
): Promise<(Part & PieceCounts)[]> {
  const counted: (Part & PieceCounts)[] = [];
  for (const part of await partsOf(house.store.read, account)) {
    counted.push({ ...part, ...(await countsOf(house, { keys: part.keys, together: "name" })) });
  }
  return counted;
}
