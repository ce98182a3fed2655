import type { Reader } from "#db/connect.ts";
import { tagBySlug, usedTags } from "#db/queries/tags.ts";

export interface TagLine {
  slug: string;
  name: string;
  /** Visible essays that carry it. */
  essays: number;
}

/** The tag that an address means, in capitals or not: one query. Null where there is none. */
export async function findTag(db: Reader, asked: string): Promise<TagLine | null> {
  const small = asked.normalize("NFC").toLowerCase();
  const rows = await tagBySlug(db, { spellings: [...new Set([asked, small])] }).execute();
  return rows.find(({ slug }) => slug === asked) ?? rows[0] ?? null;
}

export interface TagPage {
  tags: TagLine[];
  /** The folded name behind which the next page begins; null at the end. */
  next: string | null;
}

/** A page of all tags that visible essays carry, by name: one query. */
export async function listTags(
  db: Reader,
  { after, limit }: { after?: string; limit: number },
): Promise<TagPage> {
  const rows = await usedTags(db, {
    ...(after !== undefined && { after }),
    limit: limit + 1,
  }).execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    tags: shown.map(({ slug, name, essays }) => ({ slug, name, essays })),
    next: rows.length > limit && last ? last.name_key : null,
  };
}
