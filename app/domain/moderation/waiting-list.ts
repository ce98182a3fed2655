import { openReviews } from "#db/queries/reviews.ts";
import type { House } from "../house.ts";
import { makeCursor, readCursor } from "../identity/cursor.ts";
import { requireMay } from "./permissions.ts";
import type { WaitingList } from "./types.ts";

const PAGE = 30;
const LIST = "waiting";

/**
 * What waits for a moderator, the oldest first: the words and the name in that thread, and nothing
 * of who is behind it.
 *
 * @param after cursor of the page before; null: from the oldest
 * @throws DomainError notAllowed
 */
export async function waitingList(
  house: House,
  { moderator, after }: { moderator: { id: string }; after: string | null },
): Promise<WaitingList> {
  const { read } = house.store;
  const actor = { kind: "moderator", id: moderator.id } as const;
  await requireMay(read, house, { actor, act: "see_waiting" });
  const position = after === null ? null : readCursor(house.secrets, LIST, after);
  const found = await openReviews(read, { after: position, limit: PAGE + 1 }).execute();
  const shown = found.slice(0, PAGE);
  const last = found.length > PAGE ? shown.at(-1) : undefined;
  return {
    pieces: shown.map((row) => ({
      reviewId: row.id,
      kind: row.kind,
      askedOn: row.asked_on,
      essay: { slug: row.slug, title: row.title },
      piece: {
        id: row.comment_id,
        state: row.state,
        name: row.by_name,
        note: row.note,
        html: row.html,
        writtenOn: row.written_on,
        imported: row.origin === "imported",
      },
    })),
    next: last ? makeCursor(house.secrets, LIST, { at: last.ordered_at, id: last.id }) : null,
  };
}
