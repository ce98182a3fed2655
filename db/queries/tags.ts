import type { Reader, Writer } from "../connect.ts";

/** Tags by the folded form of their names. */
export function tagsByKey(db: Reader, { keys }: { keys: readonly string[] }) {
  return db.selectFrom("tags").select(["slug", "name_key"]).where("name_key", "in", keys);
}

export function tagWithSlug(db: Reader, { slug }: { slug: string }) {
  return db.selectFrom("tags").select(["slug", "name"]).where("slug", "=", slug);
}

export function insertTag(trx: Writer, row: { slug: string; name: string; name_key: string }) {
  return trx.insertInto("tags").values(row);
}
