/** What has been said to the holder of a key, and what the holder has written. */
import type { Reader } from "../connect.ts";

interface Mine {
  essayIds: readonly string[];
  /** One mark (or one a secret of the ring) in each of these threads. */
  marks: readonly string[];
}

/** The newest comments of one's own, whatever their state. */
export function ownPieces(db: Reader, { essayIds, marks, limit }: Mine & { limit: number }) {
  return db
    .selectFrom("comments")
    .innerJoin("essays", "essays.id", "comments.essay_id")
    .select([
      "comments.id",
      "comments.state",
      "comments.by_name",
      "comments.written_on",
      "comments.erase_at",
      "comments.ordered_at",
      "essays.slug",
      "essays.title",
      "essays.state as essay_state",
    ])
    .where("comments.essay_id", "in", essayIds)
    .where("comments.owner_mark", "in", marks)
    .orderBy("comments.ordered_at", "desc")
    .orderBy("comments.id", "desc")
    .limit(limit);
}

/** The newest essays of one's own, whatever their state; erased ones are nobody's any more. */
export function ownEssays(db: Reader, { essayIds, marks, limit }: Mine & { limit: number }) {
  return db
    .selectFrom("essays")
    .select(["id", "slug", "title", "state", "by_name", "published_on", "erase_at", "ordered_at"])
    .where("id", "in", essayIds)
    .where("owner_mark", "in", marks)
    .orderBy("ordered_at", "desc")
    .orderBy("id", "desc")
    .limit(limit);
}

/** Visible essays of others that answer one's own essays or comments; newest first. */
export function essaysAnsweringMine(
  db: Reader,
  { essayIds, marks, limit }: Mine & { limit: number },
) {
  return db
    .selectFrom("essay_links")
    .innerJoin("essays as mine", "mine.id", "essay_links.to_essay_id")
    .innerJoin("essays", "essays.id", "essay_links.from_essay_id")
    .leftJoin("comments", (join) =>
      join
        .onRef("comments.id", "=", "essay_links.to_comment_id")
        .on("comments.owner_mark", "in", marks),
    )
    .select([
      "essays.id",
      "essays.slug",
      "essays.title",
      "essays.lead",
      "essays.by_name",
      "essays.by_kind",
      "essays.note",
      "essays.published_on",
      "essay_links.relation",
      "comments.id as comment_id",
      "comments.by_name as comment_name",
      "mine.slug as mine_slug",
      "mine.title as mine_title",
      "mine.state as mine_state",
    ])
    .where("essay_links.to_essay_id", "in", essayIds)
    .where("essays.state", "=", "visible")
    .where((eb) =>
      eb.or([eb("essays.owner_mark", "is", null), eb("essays.owner_mark", "not in", marks)]),
    )
    .where((eb) => eb.or([eb("mine.owner_mark", "in", marks), eb("comments.id", "is not", null)]))
    .orderBy("essays.ordered_at", "desc")
    .orderBy("essays.id", "desc")
    .orderBy("essay_links.to_comment_id")
    .limit(limit);
}

/** Visible answers of others to one's own comments or essays, and what addresses them; newest first. */
export function answersToMine(
  db: Reader,
  {
    essayIds,
    marks,
    after,
    limit,
  }: Mine & { after: { at: number; id: string } | null; limit: number },
) {
  let list = db
    .selectFrom("comments")
    .innerJoin("essays", "essays.id", "comments.essay_id")
    .leftJoin("comments as parents", "parents.id", "comments.parent_id")
    .select([
      "comments.id",
      "comments.parent_id",
      "comments.by_name",
      "comments.by_kind",
      "comments.note",
      "comments.html",
      "comments.written_on",
      "comments.ordered_at",
      "parents.owner_mark as parent_mark",
      "essays.owner_mark as essay_mark",
      "essays.slug",
      "essays.title",
    ])
    .select((eb) =>
      eb
        .selectFrom("comment_addresses")
        .innerJoin("comments as addressed", "addressed.id", "comment_addresses.addressed_id")
        .select((inner) => inner.fn.min("addressed.id").as("id"))
        .whereRef("comment_addresses.comment_id", "=", "comments.id")
        .where("addressed.owner_mark", "in", marks)
        .as("addressed_id"),
    )
    .where("comments.state", "=", "visible")
    .where("essays.state", "=", "visible")
    .where((eb) =>
      eb.or([eb("comments.owner_mark", "is", null), eb("comments.owner_mark", "not in", marks)]),
    )
    .where("comments.id", "in", (eb) =>
      eb
        .selectFrom("comments as mine")
        .innerJoin("comments as child", (join) =>
          join
            .onRef("child.essay_id", "=", "mine.essay_id")
            .onRef("child.parent_id", "=", "mine.id"),
        )
        .select("child.id")
        .where("mine.essay_id", "in", essayIds)
        .where("mine.owner_mark", "in", marks)
        .union(
          eb
            .selectFrom("comments as mine")
            .innerJoin("comment_addresses as to_me", "to_me.addressed_id", "mine.id")
            .select("to_me.comment_id as id")
            .where("mine.essay_id", "in", essayIds)
            .where("mine.owner_mark", "in", marks),
        )
        .union(
          eb
            .selectFrom("essays as mine")
            .innerJoin("comments as child", "child.essay_id", "mine.id")
            .select("child.id")
            .where("mine.id", "in", essayIds)
            .where("mine.owner_mark", "in", marks)
            .where("child.depth", "=", 1),
        ),
    );
  if (after) {
    list = list.where((eb) =>
      eb(eb.refTuple("comments.ordered_at", "comments.id"), "<", eb.tuple(after.at, after.id)),
    );
  }
  return list.orderBy("comments.ordered_at", "desc").orderBy("comments.id", "desc").limit(limit);
}

/** The threads in which one has a name. */
export function ownThreads(db: Reader, { essayIds, marks }: Mine) {
  return db
    .selectFrom("thread_names")
    .innerJoin("essays", "essays.id", "thread_names.essay_id")
    .select(["essays.id", "essays.slug", "essays.title", "thread_names.name"])
    .where("thread_names.essay_id", "in", essayIds)
    .where("thread_names.owner_mark", "in", marks)
    .where("essays.state", "=", "visible")
    .orderBy("essays.title")
    .orderBy("essays.id");
}
