import { type SqlBool, sql } from "kysely";
import type { Reader } from "../connect.ts";

/** The tags that most visible essays carry, along their own index. */
export function mostUsedTags(db: Reader, { limit }: { limit: number }) {
  // Written out, so that SQLite sees that the partial index holds all of them.
  return db
    .selectFrom("tags")
    .select("name")
    .where(sql<SqlBool>`essays > 0`)
    .orderBy("essays", "desc")
    .orderBy("slug", "desc")
    .limit(limit);
}
