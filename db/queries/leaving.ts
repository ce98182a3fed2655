/** Accounts on their way out: what leaves the store with them, and what stays under another name. */
import type { Insertable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { RenamingsTable } from "../schema-accounts.ts";

/** When an account leaves; null: it is kept. */
export function setAccountLeaving(
  trx: Writer,
  { mark, eraseAt }: { mark: string; eraseAt: number | null },
) {
  return trx.updateTable("accounts").set({ erase_at: eraseAt }).where("account_mark", "=", mark);
}

export function setPenNameLeaving(
  trx: Writer,
  { id, eraseAt }: { id: string; eraseAt: number | null },
) {
  return trx.updateTable("pen_names").set({ erase_at: eraseAt }).where("id", "=", id);
}

export function setClaimedNameLeaving(
  trx: Writer,
  {
    nameKey,
    ownerMarks,
    eraseAt,
  }: { nameKey: string; ownerMarks: readonly string[]; eraseAt: number | null },
) {
  return trx
    .updateTable("claimed_names")
    .set({ erase_at: eraseAt })
    .where("name_key", "=", nameKey)
    .where("owner_mark", "in", ownerMarks);
}

export function setKeyListLeaving(
  trx: Writer,
  { locators, eraseAt }: { locators: readonly string[]; eraseAt: number | null },
) {
  return trx.updateTable("key_lists").set({ erase_at: eraseAt }).where("locator", "in", locators);
}

export function setDraftLeaving(
  trx: Writer,
  { id, eraseAt }: { id: string; eraseAt: number | null },
) {
  return trx.updateTable("drafts").set({ erase_at: eraseAt }).where("id", "=", id);
}

/** Which of these marks own anything with words in these threads. */
export function ownersAmong(
  db: Reader,
  { essayIds, marks }: { essayIds: readonly string[]; marks: readonly string[] },
) {
  return db
    .selectFrom("thread_names")
    .select(["essay_id", "owner_mark"])
    .where("essay_id", "in", essayIds)
    .where("owner_mark", "in", marks)
    .union(
      db
        .selectFrom("comments")
        .select(["essay_id", "owner_mark"])
        .where("essay_id", "in", essayIds)
        .where("owner_mark", "in", marks),
    )
    .union(
      db
        .selectFrom("essays")
        .select(["id as essay_id", "owner_mark"])
        .where("id", "in", essayIds)
        .where("owner_mark", "in", marks),
    );
}

/** Notes that these are to get another name; those that are noted already keep their moment. */
export function insertRenamings(trx: Writer, rows: readonly Insertable<RenamingsTable>[]) {
  return trx
    .insertInto("renamings")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing());
}

export function deleteRenamings(
  trx: Writer,
  { essayIds, marks }: { essayIds: readonly string[]; marks: readonly string[] },
) {
  return trx
    .deleteFrom("renamings")
    .where("essay_id", "in", essayIds)
    .where("owner_mark", "in", marks);
}

export function renamingsDue(db: Reader, { now, limit }: { now: number; limit: number }) {
  return db
    .selectFrom("renamings")
    .selectAll()
    .where("due_at", "<=", now)
    .orderBy("due_at")
    .limit(limit);
}

interface Given {
  essayId: string;
  /** Whose it was. */
  from: string;
  name: string;
  marks: { owner_mark: string; take_back_mark: string; secret_id: string };
}

/** Gives all comments of an owner in one thread another name, and nobody's marks. */
export function renameComments(trx: Writer, { essayId, from, name, marks }: Given) {
  return trx
    .updateTable("comments")
    .set({ ...marks, by_name: name, by_kind: "thread_name" })
    .set((eb) => ({
      revision: eb("revision", "+", 1),
      origin: eb
        .case()
        .when("origin", "=", "imported")
        .then(eb.val("imported" as const))
        .else(eb.val("guest" as const))
        .end(),
    }))
    .where("essay_id", "=", essayId)
    .where("owner_mark", "=", from)
    .returning("id");
}

/** The same for the essay itself, which no longer says who wrote it elsewhere. */
export function renameEssay(trx: Writer, { essayId, from, name, marks }: Given) {
  return trx
    .updateTable("essays")
    .set({ ...marks, by_name: name, by_kind: "thread_name", original_author: null, source: null })
    .set((eb) => ({ revision: eb("revision", "+", 1) }))
    .where("id", "=", essayId)
    .where("owner_mark", "=", from)
    .returning("id");
}

export function deleteVersionsOf(trx: Writer, { ids }: { ids: readonly string[] }) {
  return trx.deleteFrom("comment_versions").where("comment_id", "in", ids);
}

/** Accounts whose day is over, with the ways into them and their sessions. */
export function deleteAccountsDue(trx: Writer, { now }: { now: number }) {
  return trx.deleteFrom("accounts").where("erase_at", "<=", now).returning("account_mark");
}

export function deleteKeyListsDue(trx: Writer, { now }: { now: number }) {
  return trx.deleteFrom("key_lists").where("erase_at", "<=", now).returning("locator");
}

export function deleteDraftsDue(trx: Writer, { now }: { now: number }) {
  return trx.deleteFrom("drafts").where("erase_at", "<=", now).returning("id");
}

export function deletePenNamesDue(trx: Writer, { now }: { now: number }) {
  return trx
    .deleteFrom("pen_names")
    .where("erase_at", "<=", now)
    .returning(["id", "name_key", "look_key"]);
}

export function deleteClaimedNamesDue(trx: Writer, { now }: { now: number }) {
  return trx.deleteFrom("claimed_names").where("erase_at", "<=", now).returning("look_key");
}

/** Keeps names taken, by how they looked. */
export function insertGoneNames(
  trx: Writer,
  rows: readonly { look_mark: string; secret_id: string }[],
) {
  return trx
    .insertInto("gone_names")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing());
}
