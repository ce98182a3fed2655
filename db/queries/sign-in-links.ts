import type { Insertable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { SignInLinksTable } from "../schema-house.ts";

/** A sign-in link with the moderator it is for. */
export function linkAt(db: Reader, { marks }: { marks: readonly string[] }) {
  return db
    .selectFrom("sign_in_links")
    .innerJoin("moderators", "moderators.id", "sign_in_links.moderator_id")
    .select([
      "sign_in_links.token_mark",
      "sign_in_links.expires_at",
      "sign_in_links.used",
      "moderators.id",
      "moderators.name",
      "moderators.until",
      "moderators.dismissed_on",
    ])
    .where("sign_in_links.token_mark", "in", marks);
}

export function insertLink(trx: Writer, row: Insertable<SignInLinksTable>) {
  return trx.insertInto("sign_in_links").values(row);
}

export function setLinkUsed(trx: Writer, { mark }: { mark: string }) {
  return trx.updateTable("sign_in_links").set({ used: 1 }).where("token_mark", "=", mark);
}

export function deleteLinksOf(trx: Writer, { moderatorId }: { moderatorId: string }) {
  return trx.deleteFrom("sign_in_links").where("moderator_id", "=", moderatorId);
}

export function deleteExpiredLinks(trx: Writer, { now }: { now: number }) {
  return trx.deleteFrom("sign_in_links").where("expires_at", "<=", now);
}
