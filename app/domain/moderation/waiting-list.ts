import type { Reader } from "#db/connect.ts";
import { essaysToLookAt, openReviews, tagsToLookAt } from "#db/queries/reviews.ts";
import { worksFrom } from "../essays/read-essay.ts";
import type { House } from "../house.ts";
import { makeCursor, readCursor } from "../identity/cursor.ts";
import { isReadable } from "../threads/read-comments.ts";
import { requireMay } from "./permissions.ts";
import type { EssayToLookAt, WaitingList, WaitingPiece } from "./types.ts";

const PAGE = 30;
const LIST = "waiting";

/**
 * What waits for a moderator, the oldest first: the words and the name in that thread, and nothing
 * of who is behind it. Comments and essays in one list.
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
  const essays = await essaysOf(
    read,
    shown.flatMap((row) => (row.comment_id === null ? [row.essay_id] : [])),
  );
  return {
    pieces: shown.flatMap((row): WaitingPiece[] => {
      const { slug, title, essay_state: state } = row;
      const shared = { reviewId: row.id, kind: row.kind, askedOn: row.asked_on };
      const essay = { slug, title: isReadable(state) || state === "waiting" ? title : "", state };
      if (row.comment_id !== null)
        return [{ ...shared, essay, asEssay: null, piece: comment(row) }];
      const found = essays.get(row.essay_id);
      return found ? [{ ...shared, essay, ...found, piece: { ...found.piece, state } }] : [];
    }),
    next: last ? makeCursor(house.secrets, LIST, { at: last.ordered_at, id: last.id }) : null,
  };
}

type ReviewRow = Awaited<ReturnType<ReturnType<typeof openReviews>["execute"]>>[number];
type Piece = WaitingPiece["piece"];

function comment(row: ReviewRow): Piece {
  return {
    id: row.comment_id ?? "",
    state: row.comment_state ?? "waiting",
    name: row.comment_name,
    note: row.comment_note,
    html: row.comment_html ?? "",
    writtenOn: row.written_on ?? "",
    imported: row.origin === "imported",
  };
}

/** What a moderator reads of these essays: two queries, or none. */
async function essaysOf(
  db: Reader,
  ids: readonly string[],
): Promise<Map<string, { piece: Omit<Piece, "state">; asEssay: EssayToLookAt }>> {
  if (ids.length === 0) return new Map();
  const rows = await essaysToLookAt(db, { ids }).execute();
  const tags = await tagsToLookAt(db, { ids }).execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        piece: {
          id: row.id,
          name: row.by_name,
          note: row.note,
          html: row.html,
          writtenOn: row.published_on,
          imported: row.owner_mark === null,
        },
        asEssay: {
          words: row.words,
          standpoint: row.standpoint,
          worksCited: worksFrom(row.works_cited),
          tags: tags.filter((tag) => tag.essay_id === row.id).map(({ name }) => name),
        },
      },
    ]),
  );
}
