import type { Reader } from "#db/connect.ts";
import { commentWithEssay } from "#db/queries/comments-writing.ts";
import { essayBySlug } from "#db/queries/essays.ts";
import type { House } from "../house.ts";
import { ownerMarks } from "../identity/marks.ts";
import { asId } from "../ids.ts";

/** The one of these keys that owns a piece; null: none does, or there is no such piece. */
export async function keyThatOwns(
  db: Reader,
  house: House,
  { keys, piece }: { keys: readonly string[]; piece: { commentId: string } | { slug: string } },
): Promise<string | null> {
  const owned = "slug" in piece ? await essayOwner(db, piece.slug) : await commentOwner(db, piece);
  if (!owned || owned.mark === null) return null;
  const { essayId, mark } = owned;
  return keys.find((key) => ownerMarks(house.secrets, key, [essayId]).includes(mark)) ?? null;
}

async function commentOwner(db: Reader, { commentId }: { commentId: string }) {
  const row = await commentWithEssay(db, { id: asId(commentId) }).executeTakeFirst();
  return row && { essayId: row.essay_id, mark: row.owner_mark };
}

async function essayOwner(db: Reader, slug: string) {
  const row = await essayBySlug(db, { slug }).executeTakeFirst();
  return row && { essayId: row.id, mark: row.owner_mark };
}
