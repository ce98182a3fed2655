/** What keys own in some threads, whatever its state; a batch of threads at a time. */
import type { Reader } from "../connect.ts";
import type { PieceState } from "../schema.ts";

interface Mine {
  essayIds: readonly string[];
  /** One mark (or one a secret of the ring) in each of these threads. */
  marks: readonly string[];
}

interface InStates extends Mine {
  states: readonly PieceState[];
}

/** Comments as far as taking them back goes; erased ones are nobody's any more. */
export function ownCommentStates(db: Reader, { essayIds, marks, states }: InStates) {
  return db
    .selectFrom("comments")
    .select(["id", "essay_id", "owner_mark", "state", "state_before", "erase_at"])
    .where("essay_id", "in", essayIds)
    .where("owner_mark", "in", marks)
    .where("state", "in", states);
}

/** Essays with all that moving them to another state takes. */
export function ownEssayStates(db: Reader, { essayIds, marks, states }: InStates) {
  return db
    .selectFrom("essays")
    .selectAll()
    .where("id", "in", essayIds)
    .where("owner_mark", "in", marks)
    .where("state", "in", states);
}

/** How many comments and essays one has in these states: two counts in two rows. */
export function countOwnPieces(db: Reader, { essayIds, marks, states }: InStates) {
  return db
    .selectFrom("comments")
    .select((eb) => [eb.val("comments").as("of"), eb.fn.countAll<number>().as("pieces")])
    .where("essay_id", "in", essayIds)
    .where("owner_mark", "in", marks)
    .where("state", "in", states)
    .unionAll(
      db
        .selectFrom("essays")
        .select((eb) => [eb.val("essays").as("of"), eb.fn.countAll<number>().as("pieces")])
        .where("id", "in", essayIds)
        .where("owner_mark", "in", marks)
        .where("state", "in", states),
    );
}

/** Comments as their writer may take them out, with the thread they stand in. */
export function ownCommentsWhole(db: Reader, { essayIds, marks }: Mine) {
  return db
    .selectFrom("comments")
    .innerJoin("essays", "essays.id", "comments.essay_id")
    .select([
      "comments.id",
      "comments.parent_id",
      "comments.state",
      "comments.by_name",
      "comments.markdown",
      "comments.note",
      "comments.standpoint",
      "comments.experience",
      "comments.debate",
      "comments.standing",
      "comments.written_on",
      "comments.edited_on",
      "essays.slug",
      "essays.title",
      "essays.state as essay_state",
      "essays.owner_mark as essay_mark",
    ])
    .where("comments.essay_id", "in", essayIds)
    .where("comments.owner_mark", "in", marks)
    .orderBy("comments.ordered_at")
    .orderBy("comments.id");
}

/** Essays as their writer may take them out, with their series. */
export function ownEssaysWhole(db: Reader, { essayIds, marks }: Mine) {
  return db
    .selectFrom("essays")
    .leftJoin("series_essays", "series_essays.essay_id", "essays.id")
    .leftJoin("series", "series.id", "series_essays.series_id")
    .selectAll("essays")
    .select(["series.title as series_title", "series_essays.position as series_position"])
    .where("essays.id", "in", essayIds)
    .where("essays.owner_mark", "in", marks)
    .orderBy("essays.ordered_at")
    .orderBy("essays.id");
}

/** Whom these comments address beside their parents. */
export function addressesOf(db: Reader, { ids }: { ids: readonly string[] }) {
  return db.selectFrom("comment_addresses").selectAll().where("comment_id", "in", ids);
}

/** Earlier words of these comments. */
export function commentVersionsOf(db: Reader, { ids }: { ids: readonly string[] }) {
  return db
    .selectFrom("comment_versions")
    .selectAll()
    .where("comment_id", "in", ids)
    .orderBy("version");
}

/** Earlier words of these essays. */
export function essayVersionsOf(db: Reader, { ids }: { ids: readonly string[] }) {
  return db
    .selectFrom("essay_versions")
    .select(["essay_id", "version", "title", "markdown", "replaced_on", "open"])
    .where("essay_id", "in", ids)
    .orderBy("version");
}

/** Tags of these essays, by name. */
export function tagNamesOf(db: Reader, { ids }: { ids: readonly string[] }) {
  return db
    .selectFrom("essay_tags")
    .innerJoin("tags", "tags.slug", "essay_tags.tag_slug")
    .select(["essay_tags.essay_id", "tags.name"])
    .where("essay_tags.essay_id", "in", ids)
    .orderBy("tags.name_key");
}

/** What these essays answer. */
export function answeredBy(db: Reader, { ids }: { ids: readonly string[] }) {
  return db
    .selectFrom("essay_links")
    .innerJoin("essays", "essays.id", "essay_links.to_essay_id")
    .select(["essay_links.from_essay_id", "essay_links.relation", "essays.slug"])
    .where("essay_links.from_essay_id", "in", ids);
}
