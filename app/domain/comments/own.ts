/** Comments as their own writer may see them, in whatever state they are. */
import type { Reader } from "#db/connect.ts";
import { commentsOfOwner, commentWithEssay } from "#db/queries/comments-writing.ts";
import { DomainError } from "../errors.ts";
import type { House } from "../house.ts";
import { readKey } from "../identity/key.ts";
import { ownerMarks } from "../identity/marks.ts";
import { asId } from "../ids.ts";
import type { OwnComment } from "./types.ts";

export type CommentRow = NonNullable<
  Awaited<ReturnType<ReturnType<typeof commentWithEssay>["executeTakeFirst"]>>
>;

function ownView(row: CommentRow): OwnComment {
  return {
    id: row.id,
    essayId: row.essay_id,
    slug: row.slug,
    title: row.title,
    name: row.by_name ?? "",
    state: row.state,
    body: row.markdown,
    html: row.html,
    perspectives: [
      ...(row.experience ? (["experience"] as const) : []),
      ...(row.debate ? (["debate"] as const) : []),
    ],
    standing: row.standing,
    note: row.note,
    standpoint: row.standpoint,
    writtenOn: row.written_on,
    editedOn: row.edited_on,
    undoUntil: row.erase_at,
  };
}

/**
 * The comment, if this key owns it.
 *
 * @throws DomainError notFound: no such comment; notYours: another key's, or no key
 */
export async function requireOwn(
  db: Reader,
  house: House,
  { commentId, key }: { commentId: string; key: string },
): Promise<CommentRow> {
  const row = await commentWithEssay(db, { id: asId(commentId) }).executeTakeFirst();
  if (!row) throw new DomainError("notFound", "no such comment");
  const read = readKey(key);
  const marks = read.ok ? ownerMarks(house.secrets, read.key, [row.essay_id]) : [];
  if (row.owner_mark === null || !marks.includes(row.owner_mark)) {
    throw new DomainError("notYours", "this key does not own the comment");
  }
  return row;
}

/**
 * One comment for its writer, to be changed or taken back.
 *
 * @throws DomainError notFound, notYours
 */
export async function ownComment(
  house: House,
  { commentId, key }: { commentId: string; key: string },
): Promise<OwnComment> {
  return ownView(await requireOwn(house.store.read, house, { commentId, key }));
}

/** All comments that a key has in one thread, oldest first; waiting ones too. */
export async function ownCommentsIn(
  house: House,
  { essayId, key }: { essayId: string; key: string },
): Promise<OwnComment[]> {
  const read = readKey(key);
  if (!read.ok) return [];
  const marks = ownerMarks(house.secrets, read.key, [essayId]);
  const rows = await commentsOfOwner(house.store.read, { essayId, marks }).execute();
  return rows.map(ownView);
}
