import { type SqlBool, sql } from "kysely";
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

/** A tag by one of the ways its slug may be spelt, with the kept count of its visible essays. */
export function tagBySlug(db: Reader, { spellings }: { spellings: readonly string[] }) {
  return db.selectFrom("tags").select(["slug", "name", "essays"]).where("slug", "in", spellings);
}

/** Tags that visible essays carry, by name, keyset-paged; `after` is the folded name of one. */
export function usedTags(db: Reader, { after, limit }: { after?: string; limit: number }) {
  let list = db
    .selectFrom("tags")
    .select(["slug", "name", "name_key", "essays"])
    .where(sql<SqlBool>`essays > 0`);
  if (after !== undefined) list = list.where("name_key", ">", after);
  return list.orderBy("name_key").limit(limit);
}
