import type { Reader } from "../connect.ts";

/** The tags that most visible essays carry. */
export function mostUsedTags(db: Reader, { limit }: { limit: number }) {
  return db
    .selectFrom("tags")
    .select("name")
    .where("essays", ">", 0)
    .orderBy("essays", "desc")
    .orderBy("slug", "desc")
    .limit(limit);
}
