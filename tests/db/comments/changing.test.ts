import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { lostKeyClaim, myWords } from "#app/domain/comments/claims.ts";
import { editComment } from "#app/domain/comments/edit.ts";
import { eraseDue } from "#app/domain/comments/erase.ts";
import { ownComment, ownCommentsIn } from "#app/domain/comments/own.ts";
import { postComment } from "#app/domain/comments/post.ts";
import { takeBack, undoTakeBack } from "#app/domain/comments/take-back.ts";
import { randomKey } from "#app/domain/identity/key.ts";
import { connect } from "#db/connect.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { commentForm, DAY, HOUR, makeHouse, posted } from "#tests/support/house.ts";
import { commentRow, seedComments, seedEssay } from "#tests/support/seed.ts";

const CANARY = "kingfisherxyzzy";

eachDialect("changing and taking back", (open, dialect, url) => {
  async function ready(store?: Awaited<ReturnType<typeof open>>) {
    const here = store ?? (await open());
    await seedEssay(here, { id: "essay1" });
    const house = makeHouse(here);
    const made = posted(await postComment(house, commentForm(house, { essayId: "essay1" })));
    const { key, takeBackCode, comment } = made;
    return { store: here, house, key, takeBackCode, commentId: comment.id, name: made.name };
  }
  type Store = Awaited<ReturnType<typeof open>>;
  const row = (store: Store, id: string) =>
    store.read.selectFrom("comments").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const essay = (store: Store) =>
    store.read
      .selectFrom("essays")
      .selectAll()
      .where("id", "=", "essay1")
      .executeTakeFirstOrThrow();
  const words = {
    body: "I was there later.",
    perspectives: ["debate"] as const,
    standing: null,
    note: "a death",
    standpoint: null,
  };

  test("its key changes the words, keeps the version before, and shows in the revision", async () => {
    const { store, house, key, commentId } = await ready();
    const before = await essay(store);
    house.pass(DAY);
    const outcome = await editComment(house, { commentId, key, ...words });
    expect(outcome).toMatchObject({ ok: true, state: "visible" });
    expect(await row(store, commentId)).toMatchObject({
      markdown: words.body,
      note: "a death",
      debate: 1,
      edited_on: "2026-03-15",
      written_on: "2026-03-14",
      revision: 2,
    });
    expect((await essay(store)).revision).toBeGreaterThan(before.revision);
    const versions = () => store.read.selectFrom("comment_versions").selectAll().execute();
    const kept = { version: 1, markdown: "I was there too.", replaced_on: "2026-03-15" };
    expect(await versions()).toMatchObject([kept]);
    await editComment(house, { commentId, key, ...words });
    expect(await versions()).toHaveLength(1);
    expect(await row(store, commentId)).toMatchObject({ revision: 2 });
    expect(await ownComment(house, { commentId, key })).toMatchObject({ ...words, slug: "essay1" });
    expect(await ownCommentsIn(house, { essayId: "essay1", key })).toHaveLength(1);
  });

  test("no other key, no code and no nothing changes it, and faults are told", async () => {
    const { store, house, commentId, key, takeBackCode } = await ready();
    for (const wrong of [randomKey(), takeBackCode, "", "x"]) {
      const edit = editComment(house, { commentId, key: wrong, ...words });
      await expect(edit).rejects.toMatchObject({ kind: "notYours" });
      await expect(ownComment(house, { commentId, key: wrong })).rejects.toMatchObject({
        kind: "notYours",
      });
    }
    const nowhere = editComment(house, { commentId: "nowhere", key, ...words });
    await expect(nowhere).rejects.toMatchObject({ kind: "notFound" });
    expect(await editComment(house, { commentId, key, ...words, body: " " })).toEqual({
      ok: false,
      faults: [{ field: "body", reason: "empty" }],
    });
    await takeBack(house, { commentId, secret: key });
    expect(await editComment(house, { commentId, key, ...words })).toEqual({
      ok: false,
      faults: [{ field: "comment", reason: "cannot_be_changed" }],
    });
    expect((await row(store, commentId)).markdown).toBe("I was there too.");
  });

  test("links brought into a first post wait, into a later one not", async () => {
    const { store, house, commentId, key } = await ready();
    const linked = { ...words, body: "See https://example.org/ there." };
    const second = posted(await postComment(house, commentForm(house, { essayId: "essay1", key })));
    const later = { commentId: second.comment.id, key, ...linked };
    expect(await editComment(house, later)).toMatchObject({ state: "visible" });
    await takeBack(house, { commentId: second.comment.id, secret: key });
    expect(await editComment(house, { commentId, key, ...linked })).toMatchObject({
      state: "waiting",
    });
    expect(await essay(store)).toMatchObject({ comments_visible: 0, comments_waiting: 1 });
    const reviews = await store.read.selectFrom("reviews").selectAll().execute();
    expect(reviews).toMatchObject([{ comment_id: commentId, kind: "links", outcome: null }]);
  });

  test("the code takes back and can do nothing else; the key undoes it within the day", async () => {
    const { store, house, key, takeBackCode, commentId } = await ready();
    const secret = takeBackCode.toLowerCase();
    const done = await takeBack(house, { commentId, secret });
    expect(done).toMatchObject({ essayId: "essay1", slug: "essay1" });
    expect(await row(store, commentId)).toMatchObject({ state: "taken_back" });
    expect(await essay(store)).toMatchObject({
      comments_visible: 0,
      comments_taken_back: 1,
      active_on: "2026-03-01",
    });
    house.pass(HOUR);
    expect(await takeBack(house, { commentId, secret })).toEqual(done);
    const byCode = undoTakeBack(house, { commentId, key: takeBackCode });
    await expect(byCode).rejects.toMatchObject({ kind: "notYours" });
    expect(await undoTakeBack(house, { commentId, key })).toMatchObject({ state: "visible" });
    expect(await row(store, commentId)).toMatchObject({ state: "visible", erase_at: null });
    expect(await essay(store)).toMatchObject({ comments_visible: 1, active_on: "2026-03-14" });
    house.pass(2 * DAY);
    expect(await eraseDue(house)).toBe(0);
  });

  test("another's key or code takes nothing back; after the day nothing comes back", async () => {
    const { house, key, commentId } = await ready();
    const other = posted(await postComment(house, commentForm(house, { essayId: "essay1" })));
    for (const secret of [other.key, other.takeBackCode, "", randomKey()]) {
      await expect(takeBack(house, { commentId, secret })).rejects.toMatchObject({
        kind: "notYours",
      });
    }
    await takeBack(house, { commentId, secret: key });
    house.pass(DAY);
    await expect(undoTakeBack(house, { commentId, key })).rejects.toMatchObject({ kind: "gone" });
    expect(await eraseDue(house)).toBe(1);
    await expect(takeBack(house, { commentId, secret: key })).rejects.toMatchObject({
      kind: "gone",
    });
  });

  test("what was waiting or folded comes back as it was", async () => {
    const { house, store, key, commentId } = await ready();
    await lostKeyClaim(house, { commentId });
    await takeBack(house, { commentId, secret: key });
    expect(await undoTakeBack(house, { commentId, key })).toMatchObject({ state: "folded" });
    expect(await essay(store)).toMatchObject({ comments_folded: 1, comments_taken_back: 0 });
  });

  test("a day after a take-back nothing of the words is in the store", async () => {
    const address = await url();
    const store = await connect(address);
    try {
      const { house, key, commentId, name } = await ready(store);
      for (const text of [`${CANARY} one`, `${CANARY} two ${"long ".repeat(3_000)}`]) {
        const edit = { ...words, body: text, note: CANARY, standpoint: CANARY };
        await editComment(house, { commentId, key, ...edit });
      }
      const answer = commentForm(house, { essayId: "essay1", parentId: commentId });
      const other = posted(await postComment(house, answer));
      expect(await traces(store, address)).toBeGreaterThan(0);
      await takeBack(house, { commentId, secret: key });
      house.pass(DAY - 1);
      expect(await eraseDue(house)).toBe(0);
      house.pass(1);
      expect(await eraseDue(house)).toBe(1);
      expect(await traces(store, address)).toBe(0);
      expect(await row(store, commentId)).toMatchObject({
        state: "taken_back",
        markdown: "",
        html: "",
        owner_mark: null,
        take_back_mark: null,
        attempt_mark: null,
        by_name: null,
        note: null,
        standpoint: null,
      });
      const names = await store.read.selectFrom("thread_names").select("name").execute();
      expect(names).toEqual([{ name: other.name }]);
      expect(names).not.toContainEqual({ name });
      expect(await row(store, other.comment.id)).toMatchObject({ parent_id: commentId });
      expect(await essay(store)).toMatchObject({ comments_visible: 1, comments_taken_back: 1 });
      // A new post under the same key is possible and gets its own name.
      posted(await postComment(house, commentForm(house, { essayId: "essay1", key })));
    } finally {
      await store.close();
    }
  });

  /** How many places hold the canary: files as they lie on the disk, or all tables. */
  async function traces(store: Store, address: string): Promise<number> {
    if (dialect === "sqlite") {
      const file = address.slice("sqlite:".length);
      const parts = [file, `${file}-wal`].map((part) =>
        readFile(part).catch(() => Buffer.alloc(0)),
      );
      return (await Promise.all(parts)).filter((bytes) => bytes.includes(CANARY)).length;
    }
    const tables = await store.read.introspection.getTables();
    let found = 0;
    for (const { name } of tables) {
      const all = await store.read
        .selectFrom(name as "comments")
        .selectAll()
        .execute();
      if (JSON.stringify(all).includes(CANARY)) found += 1;
    }
    return found;
  }

  test("the name stays while something else stands under it", async () => {
    const { house, store, key, commentId, name } = await ready();
    posted(await postComment(house, commentForm(house, { essayId: "essay1", key })));
    await takeBack(house, { commentId, secret: key });
    house.pass(DAY);
    await eraseDue(house);
    const names = await store.read.selectFrom("thread_names").select("name").execute();
    expect(names).toEqual([{ name }]);
  });

  test("“I lost my key” folds once, asks once, and never claims", async () => {
    const { house, store, commentId } = await ready();
    const before = await row(store, commentId);
    const outcome = { ok: true, essayId: "essay1", slug: "essay1", folded: true };
    expect(await lostKeyClaim(house, { commentId })).toEqual(outcome);
    expect(await lostKeyClaim(house, { commentId })).toEqual(outcome);
    expect(await row(store, commentId)).toEqual({
      ...before,
      state: "folded",
      revision: before.revision + 1,
    });
    const open = () =>
      store.read.selectFrom("reviews").selectAll().where("outcome", "is", null).execute();
    expect(await open()).toMatchObject([{ kind: "lost_key", comment_id: commentId }]);
    expect(await essay(store)).toMatchObject({ comments_visible: 0, comments_folded: 1 });
    expect(await myWords(house, { commentId })).toEqual({ ok: false, reason: "not_possible" });
    // Moderators have looked and shown it again: asking once more folds nothing.
    await store.write(async (trx) => {
      await trx.updateTable("reviews").set({ outcome: "let_through" }).execute();
      await trx.updateTable("comments").set({ state: "visible" }).execute();
    });
    expect(await lostKeyClaim(house, { commentId })).toMatchObject({ folded: false });
    expect(await open()).toHaveLength(1);
    expect((await row(store, commentId)).state).toBe("visible");
  });

  test("“these are my words” folds an imported comment, and erasing frees its name", async () => {
    const { house, store } = await ready();
    const imported = { origin: "imported", by_kind: "imported", by_name: "Old Name" } as const;
    await seedComments(store, "essay1", [commentRow("essay1", { id: "old1", ...imported })]);
    const reserved = { essay_id: "essay1", name: "Old Name", name_key: "old name" };
    await store.write((trx) =>
      trx
        .insertInto("thread_names")
        .values({ ...reserved, owner_mark: null })
        .execute(),
    );
    expect(await lostKeyClaim(house, { commentId: "old1" })).toMatchObject({ ok: false });
    expect(await myWords(house, { commentId: "old1" })).toMatchObject({ folded: true });
    await store.write((trx) =>
      trx
        .updateTable("comments")
        .set({ state: "taken_back", erase_at: 1 })
        .where("id", "=", "old1")
        .execute(),
    );
    expect(await eraseDue(house)).toBe(1);
    const named = store.read.selectFrom("thread_names").where("name", "=", "Old Name");
    expect(await named.selectAll().execute()).toEqual([]);
    await expect(myWords(house, { commentId: "nowhere" })).rejects.toMatchObject({
      kind: "notFound",
    });
  });
});
