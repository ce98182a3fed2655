import type { Writer } from "#db/connect.ts";
import { insertTag, tagsByKey, tagWithSlug } from "#db/queries/tags.ts";
import { freeSlug } from "./slug.ts";

/** The name folded for comparison: the same in other letters, or to the eye, is the same tag. */
export function tagKey(name: string): string {
  const seen = name.normalize("NFKC").replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  return seen.toLowerCase().replace(/\s+/gu, " ").trim();
}

/** Each name once, as it was first typed; blanks are nothing. */
export function distinctTags(names: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const name of names) {
    const key = tagKey(name);
    if (key !== "" && !byKey.has(key)) byKey.set(key, name.replace(/\s+/gu, " ").trim());
  }
  return [...byKey.values()];
}

/**
 * The slugs of tags named by people, in the order named. A tag that is there already in other
 * letters is that tag and keeps its spelling; others are made.
 */
export async function tagSlugs(trx: Writer, names: readonly string[]): Promise<string[]> {
  const wanted = distinctTags(names);
  if (wanted.length === 0) return [];
  const known = await tagsByKey(trx, { keys: wanted.map(tagKey) }).execute();
  const slugs = new Map(known.map((row) => [row.name_key, row.slug]));
  for (const name of wanted) {
    const key = tagKey(name);
    if (slugs.has(key)) continue;
    const isTaken = async (slug: string) =>
      (await tagWithSlug(trx, { slug }).executeTakeFirst()) !== undefined;
    const slug = await freeSlug(name, isTaken, "tag");
    await insertTag(trx, { slug, name, name_key: key }).execute();
    slugs.set(key, slug);
  }
  return wanted.flatMap((name) => slugs.get(tagKey(name)) ?? []);
}
