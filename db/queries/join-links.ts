import type { Insertable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { JoinLinksTable } from "../schema-accounts.ts";

/** A link with the moderator it is for. */
export function linkAt(db: Reader, { marks }: { marks: readonly string[] }) {
  return db
    .selectFrom("join_links")
    .innerJoin("moderators", "moderators.id", "join_links.moderator_id")
    .select([
      "join_links.token_mark",
      "join_links.expires_at",
      "join_links.used",
      "moderators.id",
      "moderators.name",
      "moderators.until",
      "moderators.dismissed_on",
    ])
    .where("join_links.token_mark", "in", marks);
}

export function insertLink(trx: Writer, row: Insertable<JoinLinksTable>) {
  return trx.insertInto("join_links").values(row);
}

/** Uses a link up; nothing where it had been. */
export function setLinkUsed(trx: Writer, { mark }: { mark: string }) {
  return trx
    .updateTable("join_links")
    .set({ used: 1 })
    .where("token_mark", "=", mark)
    .where("used", "=", 0)
    .returning("token_mark");
}

export function deleteLinksOf(trx: Writer, { moderatorId }: { moderatorId: string }) {
  return trx.deleteFrom("join_links").where("moderator_id", "=", moderatorId);
}

export function deleteExpiredLinks(trx: Writer, { now }: { now: number }) {
  return trx.deleteFrom("join_links").where("expires_at", "<=", now);
}
