import { expect, test } from "vitest";
import { makePenName } from "#app/domain/accounts/make-account.ts";
import { keysOf } from "#app/domain/accounts/own-names.ts";
import { keyThatOwns } from "#app/domain/accounts/owning.ts";
import { AS_THREAD_NAME, speakersIn } from "#app/domain/accounts/speaking.ts";
import type { Account } from "#app/domain/accounts/types.ts";
import { changeVault } from "#app/domain/accounts/vault.ts";
import { listedNames } from "#app/domain/accounts/whose-lists.ts";
import { lostKeyClaim } from "#app/domain/comments/claims.ts";
import { editComment } from "#app/domain/comments/edit.ts";
import { postComment } from "#app/domain/comments/post.ts";
import { previewComment } from "#app/domain/comments/preview.ts";
import { publishEssay } from "#app/domain/essays/publish.ts";
import type { House } from "#app/domain/house.ts";
import { inbox } from "#app/domain/identity/inbox.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { essayForm, published } from "#tests/support/essays.ts";
import { commentForm, makeHouse, posted, type TestHouse } from "#tests/support/house.ts";
import { memberOf } from "#tests/support/member.ts";
import { seedEssay } from "#tests/support/seed.ts";

async function withAnother(house: House, account: Account, name: string): Promise<Account> {
  return await house.store.write(async (trx) => {
    const pen = await makePenName(trx, house, name);
    const add = (vault: Account["vault"]) => ({ ...vault, names: [...vault.names, pen] });
    return await changeVault(trx, house.secrets, account, add);
  });
}

/** The name of an account that a form offers, found by what it is called or by its `as`. */
async function speakerOf(house: House, account: Account, essayId: string | null, wanted: string) {
  const { all } = await speakersIn(house.store.read, house, account, { essayId });
  const found = all.find(({ as, name }) => as === wanted || name === wanted);
  if (!found) throw new Error(`no name "${wanted}"`);
  return found;
}

async function sayAs(
  house: TestHouse,
  account: Account,
  wanted: string,
  form: { essayId?: string; body?: string; name?: string; parentId?: string | null } = {},
) {
  house.pass(1_000);
  const essayId = form.essayId ?? "essay1";
  const speaker = await speakerOf(house, account, essayId, wanted);
  const sent = commentForm(house, { essayId, ...form });
  return await postComment(house, { ...sent, key: speaker.key, speaker });
}

eachDialect("a member who writes", (open) => {
  async function ready() {
    const store = await open();
    await seedEssay(store, { id: "essay1", by_name: "Marsh Lantern" });
    await seedEssay(store, { id: "essay2", by_name: "Marsh Lantern" });
    const house = makeHouse(store);
    const account = await withAnother(
      house,
      await memberOf(house, { name: "Quiet Heron" }),
      "Tidewater",
    );
    return { store, house, account };
  }

  test("is offered each pen name and a thread name; the usual one is chosen", async () => {
    const { house, account } = await ready();
    const names = await speakersIn(house.store.read, house, account, { essayId: "essay1" });
    expect(names.all.map(({ kind, name }) => [kind, name])).toEqual([
      ["pen_name", "Quiet Heron"],
      ["pen_name", "Tidewater"],
      ["thread_name", null],
    ]);
    expect(names.chosen.name).toBe("Quiet Heron");
    expect(names.hasSpoken).toBe(false);
  });

  test("speaks under a pen name, and no key is shown", async () => {
    const { store, house, account } = await ready();
    const done = posted(await sayAs(house, account, "Tidewater"));
    expect(done).toMatchObject({ name: "Tidewater", showKey: false, state: "visible" });
    const row = await store.read.selectFrom("comments").selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ by_name: "Tidewater", by_kind: "pen_name", origin: "member" });
  });

  test("looks under a thread name like somebody without an account, in the store too", async () => {
    const { store, house, account } = await ready();
    const guest = posted(await postComment(house, commentForm(house, { essayId: "essay1" })));
    const member = posted(await sayAs(house, account, AS_THREAD_NAME));
    const rows = await store.read.selectFrom("comments").selectAll().execute();
    const kinds = rows.map(({ origin, by_kind }) => [origin, by_kind]);
    expect(kinds).toEqual([kinds[0], kinds[0]]);
    expect(guest.name).not.toBe(member.name);
    const elsewhere = posted(await sayAs(house, account, AS_THREAD_NAME, { essayId: "essay2" }));
    const marks = await store.read.selectFrom("comments").select("owner_mark").execute();
    expect(new Set(marks.map(({ owner_mark }) => owner_mark)).size).toBe(3);
    expect(elsewhere.showKey).toBe(false);
  });

  test("goes on in a thread under the name that spoke there last", async () => {
    const { house, account } = await ready();
    const chosen = async (essayId: string) =>
      (await speakersIn(house.store.read, house, account, { essayId })).chosen.name;
    await sayAs(house, account, "Tidewater");
    expect(await chosen("essay1")).toBe("Tidewater");
    expect(await chosen("essay2")).toBe("Quiet Heron");
    const thread = posted(await sayAs(house, account, AS_THREAD_NAME, { name: "Owl at Noon" }));
    expect(thread.name).toBe("Owl at Noon");
    expect(await chosen("essay1")).toBe("Owl at Noon");
    await sayAs(house, account, "Quiet Heron");
    expect(await chosen("essay1")).toBe("Quiet Heron");
  });

  test("answers under their own essay as its writer, whichever name that was", async () => {
    const { house, account } = await ready();
    const speaker = await speakerOf(house, account, null, AS_THREAD_NAME);
    const form = { ...essayForm(house, { name: "Wren" }), key: speaker.key, speaker };
    const essay = published(await publishEssay(house, form)).essay;
    const names = await speakersIn(house.store.read, house, account, { essayId: essay.id });
    expect(names.chosen).toMatchObject({ kind: "thread_name", name: "Wren" });
    const answer = posted(await sayAs(house, account, "Wren", { essayId: essay.id }));
    expect(answer.name).toBe("Wren");
  });

  test("publishes under a pen name", async () => {
    const { store, house, account } = await ready();
    const speaker = await speakerOf(house, account, null, "Tidewater");
    const done = published(
      await publishEssay(house, { ...essayForm(house), key: speaker.key, speaker }),
    );
    expect(done).toMatchObject({ name: "Tidewater", showKey: false });
    const row = await store.read
      .selectFrom("essays")
      .select(["by_name", "by_kind"])
      .where("id", "=", done.essay.id)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ by_name: "Tidewater", by_kind: "pen_name" });
  });

  test("can't use a pen name where somebody else is called so, and is told", async () => {
    const { house, account } = await ready();
    // Before the name was anybody's: the row is older than the pen name.
    await house.store.write((trx) =>
      trx
        .insertInto("thread_names")
        .values({
          essay_id: "essay1",
          name_key: "t1dewater",
          name: "T1dewater",
          owner_mark: "another",
          secret_id: "x",
        })
        .execute(),
    );
    const refused = await sayAs(house, account, "Tidewater");
    const fault = { field: "as", reason: "taken_here", name: "Tidewater" };
    expect(refused).toEqual({ ok: false, faults: [fault] });
    const speaker = await speakerOf(house, account, "essay1", "Tidewater");
    const form = commentForm(house, { essayId: "essay1" });
    const shown = await previewComment(house, { ...form, key: speaker.key, speaker });
    expect(shown.faults).toEqual([fault]);
    expect((await sayAs(house, account, "Tidewater", { essayId: "essay2" })).ok).toBe(true);
  });

  test("can't speak under a name that was retired in the meantime", async () => {
    const { house, account } = await ready();
    const speaker = await speakerOf(house, account, "essay1", "Tidewater");
    await house.store.write((trx) =>
      trx.updateTable("pen_names").set({ retired: 1 }).where("name", "=", "Tidewater").execute(),
    );
    const form = commentForm(house, { essayId: "essay1" });
    const refused = await postComment(house, { ...form, key: speaker.key, speaker });
    expect(refused).toEqual({ ok: false, faults: [{ field: "as", reason: "retired" }] });
    const { all } = await speakersIn(house.store.read, house, account, { essayId: "essay1" });
    expect(all.map(({ name }) => name)).toEqual(["Quiet Heron", null]);
  });

  test("can't speak under any name once the account has begun to leave", async () => {
    const { house, account } = await ready();
    const speakers = await Promise.all(
      ["Tidewater", AS_THREAD_NAME].map((name) => speakerOf(house, account, "essay1", name)),
    );
    await house.store.write(async (trx) => {
      await trx.updateTable("pen_names").set({ erase_at: 1 }).execute();
      await trx.updateTable("key_lists").set({ erase_at: 1 }).execute();
    });
    for (const speaker of speakers) {
      const form = commentForm(house, { essayId: "essay1" });
      const refused = await postComment(house, { ...form, key: speaker.key, speaker });
      expect(refused).toEqual({ ok: false, faults: [{ field: "as", reason: "retired" }] });
    }
  });

  test("who has lost every way in can still have a piece put out of view and looked at", async () => {
    const { store, house, account } = await ready();
    const { comment } = posted(await sayAs(house, account, "Tidewater"));
    const claim = await lostKeyClaim(house, { commentId: comment.id });
    expect(claim).toMatchObject({ ok: true, folded: true });
    const [review] = await store.read.selectFrom("reviews").selectAll().execute();
    expect(review).toMatchObject({ comment_id: comment.id, kind: "lost_key", outcome: null });
  });

  test("finds the key that owns a piece, and with it edits; another account finds none", async () => {
    const { house, account } = await ready();
    const other = await memberOf(house, { name: "Sandpiper" });
    const { comment } = posted(await sayAs(house, account, "Tidewater"));
    const { read } = house.store;
    const piece = { commentId: comment.id };
    const key = await keyThatOwns(read, house, { keys: keysOf(account), piece });
    expect(key).not.toBeNull();
    expect(await keyThatOwns(read, house, { keys: keysOf(other), piece })).toBeNull();
    const words = { perspectives: [], standing: null, note: null, standpoint: null };
    const change = { ...words, commentId: comment.id, key: key ?? "", body: "Otherwise." };
    expect(await editComment(house, change)).toMatchObject({ ok: true });
  });

  test("has an inbox for each name", async () => {
    const { house, account } = await ready();
    const mine = posted(await sayAs(house, account, "Tidewater"));
    house.pass(1_000);
    const answer = { essayId: "essay1", parentId: mine.comment.id, body: "I hear you." };
    await postComment(house, commentForm(house, answer));
    const lists = await listedNames(house.store.read, house, account);
    expect(lists.map(({ name }) => name)).toEqual(["Quiet Heron", "Tidewater", null]);
    const counts = await Promise.all(
      lists.map(async ({ keys }) => (await inbox(house, { keys, after: null }))?.answers.length),
    );
    expect(counts).toEqual([0, 1, 0]);
  });

  test("of fifty equal forms one is posted", async () => {
    const { store, house, account } = await ready();
    const speaker = await speakerOf(house, account, "essay1", "Tidewater");
    const form = { ...commentForm(house, { essayId: "essay1" }), key: speaker.key, speaker };
    const all = await Promise.all(Array.from({ length: 50 }, () => postComment(house, form)));
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await store.read.selectFrom("comments").select("id").execute()).toHaveLength(1);
  });

  test("a form sent again from another account doubles nothing and tells nothing", async () => {
    const { store, house, account } = await ready();
    const other = await memberOf(house, { name: "Sandpiper" });
    const speaker = await speakerOf(house, account, "essay1", "Tidewater");
    const form = commentForm(house, { essayId: "essay1" });
    const first = posted(await postComment(house, { ...form, key: speaker.key, speaker }));
    const thief = await speakerOf(house, other, "essay1", "Sandpiper");
    const again = await postComment(house, { ...form, key: thief.key, speaker: thief });
    expect(again).toMatchObject({ ok: true, comment: first.comment, key: null, showKey: false });
    expect(await store.read.selectFrom("comments").select("id").execute()).toHaveLength(1);
  });
});
