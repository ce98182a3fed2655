/** Which essay answers which, and what connects them into conversations. */
import type { Insertable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { EssayLinksTable } from "../schema.ts";

/** Puts a link in its place; one that is there already keeps its day and takes the new relation. */
export function insertLink(trx: Writer, row: Insertable<EssayLinksTable>) {
  return trx
    .insertInto("essay_links")
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(["from_essay_id", "to_essay_id", "to_comment_id"])
        .doUpdateSet({ relation: row.relation }),
    );
}

/** Every link that an essay made says no more than that it answers. */
export function makeLinksPlain(trx: Writer, { essayId }: { essayId: string }) {
  return trx
    .updateTable("essay_links")
    .set({ relation: "responds" })
    .where("from_essay_id", "=", essayId);
}

/** Takes away a link that came from an import. */
export function deleteAcceptedLink(trx: Writer, { from, to }: { from: string; to: string }) {
  return trx
    .deleteFrom("essay_links")
    .where("from_essay_id", "=", from)
    .where("to_essay_id", "=", to)
    .where("to_comment_id", "=", "")
    .where("source", "=", "pingback");
}

/** The essays that an essay is linked with, whichever of the two made the link. */
export function linkedEssayIds(db: Reader, { essayId }: { essayId: string }) {
  return db
    .selectFrom("essay_links")
    .select("to_essay_id as id")
    .where("from_essay_id", "=", essayId)
    .union(
      db.selectFrom("essay_links").select("from_essay_id as id").where("to_essay_id", "=", essayId),
    );
}

/** Which conversations these essays stand in. */
export function conversationsOf(db: Reader, { ids }: { ids: readonly string[] }) {
  return db.selectFrom("essays").select(["id", "conversation_id"]).where("id", "in", ids);
}

/** All essays of a conversation, in the order of publication. */
export function conversationMembers(db: Reader, { conversationId }: { conversationId: string }) {
  return db
    .selectFrom("essays")
    .select("id")
    .where("conversation_id", "=", conversationId)
    .orderBy("ordered_at")
    .orderBy("id");
}

/** All links between the essays of a conversation. */
export function linksWithin(db: Reader, { conversationId }: { conversationId: string }) {
  return db
    .selectFrom("essay_links")
    .innerJoin("essays", "essays.id", "essay_links.from_essay_id")
    .select(["from_essay_id", "to_essay_id"])
    .where("essays.conversation_id", "=", conversationId);
}

export function setConversation(
  trx: Writer,
  { ids, conversationId }: { ids: readonly string[]; conversationId: string | null },
) {
  return trx.updateTable("essays").set({ conversation_id: conversationId }).where("id", "in", ids);
}

/** Makes one conversation of two. */
export function mergeConversations(trx: Writer, { from, into }: { from: string; into: string }) {
  return trx
    .updateTable("essays")
    .set({ conversation_id: into })
    .where("conversation_id", "=", from);
}
