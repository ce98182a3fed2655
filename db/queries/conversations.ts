/** Essays that answer each other, as the page of their conversation and their own pages show it. */
import type { Reader } from "../connect.ts";

/** Which conversation an essay stands in. */
export function conversationOfSlug(db: Reader, { slug }: { slug: string }) {
  return db
    .selectFrom("essays")
    .select(["id", "state", "conversation_id"])
    .where("slug", "=", slug);
}

/** All essays of a conversation without their words, oldest first: read along their index. */
export function conversationStubs(db: Reader, { conversationId }: { conversationId: string }) {
  return db
    .selectFrom("essays")
    .select(["id", "slug", "title", "state", "published_on"])
    .where("conversation_id", "=", conversationId)
    .where("state", "<>", "waiting")
    .orderBy("ordered_at")
    .orderBy("id");
}

/** Which essay of a conversation answers which, and the comments that they grew out of, in no order. */
export function conversationLinks(db: Reader, { conversationId }: { conversationId: string }) {
  return db
    .selectFrom("essays")
    .innerJoin("essay_links", "essay_links.from_essay_id", "essays.id")
    .leftJoin("comments", "comments.id", "essay_links.to_comment_id")
    .select([
      "essay_links.from_essay_id",
      "essay_links.to_essay_id",
      "essay_links.relation",
      "comments.id as comment_id",
      "comments.essay_id as comment_essay_id",
      "comments.by_name as comment_name",
      "comments.state as comment_state",
    ])
    .where("essays.conversation_id", "=", conversationId);
}

/** What a conversation shows of the essays named, in no order: one query by primary key. */
export function conversationWords(db: Reader, { ids }: { ids: readonly string[] }) {
  return db
    .selectFrom("essays")
    .select([
      "id",
      "lead",
      "experience",
      "debate",
      "by_name",
      "by_kind",
      "standpoint",
      "note",
      "first_lines",
      "indexing",
      "demo",
      "comments_visible",
    ])
    .where("id", "in", ids);
}
