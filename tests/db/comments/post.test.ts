import { expect, test } from "vitest";
import { postComment } from "#app/domain/comments/post.ts";
import { previewComment } from "#app/domain/comments/preview.ts";
import { takeBack } from "#app/domain/comments/take-back.ts";
import { writtenDown } from "#app/domain/comments/written-down.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import { appointModerator } from "#app/domain/moderation/moderators.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { commentForm, makeHouse, posted, rotated } from "#tests/support/house.ts";
import { commentRow, seedComments, seedEssay } from "#tests/support/seed.ts";

eachDialect("posting a comment", (open) => {
  async function ready(settings = {}) {
    const store = await open();
    const essay = await seedEssay(store, { id: "essay1", by_name: "Marsh Lantern" });
    await seedEssay(store, { id: "essay2" });
    return { store, essay, house: makeHouse(store, { settings }) };
  }
  const rows = (store: Awaited<ReturnType<typeof open>>) =>
    store.read.selectFrom("comments").selectAll().orderBy("ordered_at").execute();

  test("a guest gets a name, a key, a take-back code and a place in the thread", async () => {
    const { store, house } = await ready();
    const form = commentForm(house, {
      essayId: "essay1",
      body: "It *was* so.\r\nYes.",
      perspectives: ["experience"],
      standing: "lived",
      note: " a  ward ",
      standpoint: "eleven years",
    });
    const shown = await previewComment(house, form);
    const first = posted(await postComment(house, form));
    expect(first).toMatchObject({ showKey: true, state: "visible", name: shown.name });
    expect(first.key).toMatch(/^(.{5}-){4}.{5}$/);
    expect(first.takeBackCode).toMatch(/^TB-/);
    const [row] = await rows(store);
    expect(row).toMatchObject({
      id: first.comment.id,
      parent_id: null,
      depth: 1,
      root_id: first.comment.id,
      markdown: "It *was* so.\nYes.",
      experience: 1,
      standing: "lived",
      note: "a ward",
      by_name: first.name,
      by_kind: "thread_name",
      written_on: "2026-03-14",
    });
    expect(row?.html).toContain("<em>was</em>");
    expect(shown.html).toContain("<em>was</em>");
    expect(house.told).toEqual(["essay:essay1", "fronts"]);
    const essay = await store.read
      .selectFrom("essays")
      .selectAll()
      .where("id", "=", "essay1")
      .executeTakeFirstOrThrow();
    expect(essay).toMatchObject({ comments_visible: 1, active_on: "2026-03-14" });
    expect(essay.active_at).toBe(row?.ordered_at);
  });

  test("fifty equal requests at once make one comment and get one answer", async () => {
    const { store, house } = await ready();
    const form = commentForm(house, { essayId: "essay1" });
    const answers = await Promise.all(Array.from({ length: 50 }, () => postComment(house, form)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(posted(answers[0] ?? { ok: false, faults: [] }).showKey).toBe(true);
    expect(await rows(store)).toHaveLength(1);
  });

  test("the same nonce shows the key again until it is written down", async () => {
    const { store, house } = await ready();
    const form = commentForm(house, { essayId: "essay1" });
    const first = posted(await postComment(house, form));
    expect(posted(await postComment(house, form))).toEqual(first);
    await writtenDown(house, { essayId: "essay1", nonce: form.nonce, key: null });
    expect(posted(await postComment(house, form))).toEqual({ ...first, showKey: false });
    // The device has kept the key meanwhile, and sends it along.
    expect(posted(await postComment(house, { ...form, key: first.key }))).toMatchObject({
      comment: first.comment,
    });
    expect(await rows(store)).toHaveLength(1);
  });

  test("a form that came back without the name typed into it is still the same attempt", async () => {
    const { store, house } = await ready();
    const form = commentForm(house, { essayId: "essay1" });
    const first = posted(await postComment(house, { ...form, name: "Amber Wherry" }));
    expect(first.name).toBe("Amber Wherry");
    expect(posted(await postComment(house, { ...form, name: null }))).toEqual(first);
    expect(await rows(store)).toHaveLength(1);
  });

  test("the same nonce with other words is a new attempt under the same key and name", async () => {
    const { store, house } = await ready();
    const form = commentForm(house, { essayId: "essay1" });
    const first = posted(await postComment(house, form));
    const second = posted(await postComment(house, { ...form, body: "And another thing." }));
    expect(second).toMatchObject({ key: first.key, name: first.name, showKey: true });
    expect(second.comment.id).not.toBe(first.comment.id);
    expect(await rows(store)).toHaveLength(2);
    expect(await postComment(house, { ...form, body: "More.", name: "Someone Else" })).toEqual({
      ok: false,
      faults: [{ field: "name", reason: "you_have_another", name: first.name }],
    });
  });

  test("a brought key: its name within the thread, another elsewhere, the key once a thread", async () => {
    const { house } = await ready();
    const first = posted(await postComment(house, commentForm(house, { essayId: "essay1" })));
    const key = first.key.toLowerCase().replaceAll("-", " ");
    const later = posted(await postComment(house, commentForm(house, { essayId: "essay1", key })));
    expect(later).toMatchObject({ name: first.name, key: first.key, showKey: false });
    const form = commentForm(house, { essayId: "essay2", key });
    const elsewhere = posted(await postComment(house, form));
    expect(elsewhere).toMatchObject({ key: first.key, takeBackCode: first.takeBackCode });
    expect(elsewhere).toMatchObject({ showKey: true });
    expect(elsewhere.name).not.toBe(first.name);
    expect(posted(await postComment(house, form))).toEqual(elsewhere);
    await writtenDown(house, { essayId: "essay2", nonce: null, key });
    expect(posted(await postComment(house, form)).showKey).toBe(false);
  });

  test("after a change of secrets a key goes on under its name", async () => {
    const { store, house } = await ready();
    const form = commentForm(house, { essayId: "essay1" });
    const first = posted(await postComment(house, form));
    const later = makeHouse(store, { secrets: rotated(house.secrets) });
    expect(posted(await postComment(later, form))).toEqual(first);
    const { key } = first;
    const second = posted(await postComment(later, commentForm(later, { essayId: "essay1", key })));
    expect(second).toMatchObject({ name: first.name, takeBackCode: first.takeBackCode });
    const marks = (await rows(store)).map((row) => row.owner_mark);
    expect(new Set(marks).size).toBe(1);
    const { id: commentId } = second.comment;
    await takeBack(later, { commentId, secret: first.takeBackCode });
  });

  test("answers stand under what they answer, after it, and address others", async () => {
    const { store, house } = await ready();
    const top = posted(await postComment(house, commentForm(house, { essayId: "essay1" })));
    house.pass(-60_000);
    const other = posted(await postComment(house, commentForm(house, { essayId: "essay1" })));
    const form = commentForm(house, {
      essayId: "essay1",
      parentId: top.comment.id,
      addresses: [other.comment.id, other.comment.id],
    });
    const answer = posted(await postComment(house, form));
    const all = await rows(store);
    expect(all.map(({ id }) => id)).toEqual([top, other, answer].map(({ comment }) => comment.id));
    expect(all[2]).toMatchObject({ depth: 2, root_id: top.comment.id, parent_id: top.comment.id });
    const addressed = await store.read.selectFrom("comment_addresses").selectAll().execute();
    expect(addressed).toEqual([{ comment_id: answer.comment.id, addressed_id: other.comment.id }]);
  });

  test("every fault is told at once, and nothing is written", async () => {
    const { store, house } = await ready();
    await seedComments(store, "essay1", [
      commentRow("essay1", { id: "waiting1", state: "waiting" }),
      commentRow("essay1", { id: "taken1", state: "taken_back" }),
    ]);
    const outcome = await postComment(
      house,
      commentForm(house, {
        essayId: "essay1",
        parentId: "waiting1",
        addresses: ["taken1"],
        body: " \n\u200b",
        name: "Moderator",
        note: "x".repeat(121),
        standing: "worked",
      }),
    );
    expect(outcome).toEqual({
      ok: false,
      faults: [
        { field: "body", reason: "empty" },
        { field: "note", reason: "too_long", limit: 120 },
        { field: "standing", reason: "only_with_experience" },
        { field: "parent", reason: "cannot_be_answered" },
        { field: "addresses", reason: "cannot_be_answered" },
        { field: "name", reason: "reserved" },
      ],
    });
    expect(await rows(store)).toHaveLength(2);
    expect(await store.read.selectFrom("key_lists").selectAll().execute()).toEqual([]);
    expect(house.told).toEqual([]);
  });

  test.each([
    [{ nonce: "made.up.by.me" }, { field: "nonce", reason: "not_ours" }],
    [{ key: "ABCDE" }, { field: "key", reason: "typo" }],
    [{ key: "00000-00000-00000-00000-00000" }, { field: "key", reason: "unknown" }],
    [{ parentId: "nowhere" }, { field: "parent", reason: "not_here" }],
    [{ addresses: ["nowhere"] }, { field: "addresses", reason: "not_here" }],
    [
      { parentId: "there", addresses: ["there"] },
      { field: "addresses", reason: "is_parent" },
    ],
    [{ addresses: [..."abcdefghijk"] }, { field: "addresses", reason: "too_many", limit: 10 }],
    [{ name: "Marsh Lantern" }, { field: "name", reason: "taken" }],
    [{ name: "marsh  lantern" }, { field: "name", reason: "taken" }],
    [{ name: "Name there" }, { field: "name", reason: "taken" }],
    [{ name: "Dora Quill" }, { field: "name", reason: "taken" }],
    [{ name: "Dora Qui11" }, { field: "name", reason: "taken" }],
    [{ name: "Old Commenter" }, { field: "name", reason: "taken" }],
    [{ name: "The Reading Room" }, { field: "name", reason: "reserved" }],
    [{ name: "42" }, { field: "name", reason: "only_digits" }],
  ])("%j is refused", async (given, fault) => {
    const { store, house } = await ready();
    await seedComments(store, "essay1", [commentRow("essay1", { id: "there" })]);
    for (const name of ["Name there", "Old Commenter"]) {
      const row = { essay_id: "essay1", name, name_key: name.toLowerCase(), owner_mark: null };
      await store.write((trx) => trx.insertInto("thread_names").values(row).execute());
    }
    await appointModerator(house, { name: "Dora Quill" });
    const form = commentForm(house, { essayId: "essay1", ...given });
    expect(await postComment(house, form)).toEqual({ ok: false, faults: [fault] });
    expect((await previewComment(house, form)).faults).toEqual([fault]);
  });

  test("a text one character too long is refused", async () => {
    const { house } = await ready();
    const form = commentForm(house, { essayId: "essay1", body: "x".repeat(20_001) });
    const fault = { field: "body", reason: "too_long", limit: 20_000 };
    expect(await postComment(house, form)).toEqual({ ok: false, faults: [fault] });
    posted(await postComment(house, { ...form, body: "x".repeat(20_000) }));
  });

  test("a closed essay and one that is not visible take no comment", async () => {
    const { store, house } = await ready();
    await seedEssay(store, { id: "closed", reply_mode: "closed" });
    await seedEssay(store, { id: "gone", state: "removed" });
    expect(await postComment(house, commentForm(house, { essayId: "closed" }))).toEqual({
      ok: false,
      faults: [{ field: "essay", reason: "closed" }],
    });
    expect(await postComment(house, commentForm(house, { essayId: "gone" }))).toEqual({
      ok: false,
      faults: [{ field: "essay", reason: "not_open" }],
    });
    const nowhere = commentForm(house, { essayId: "nowhere" });
    await expect(postComment(house, nowhere)).rejects.toMatchObject({ kind: "notFound" });
  });

  const withLink = { body: "See https://example.org/ there." };
  test.each([
    ["open", {}, ["visible", "visible", "visible"]],
    ["open", withLink, ["waiting", "waiting", "waiting"]],
    ["first post waits", {}, ["waiting", "waiting", "waiting"]],
    ["all wait", {}, ["waiting", "waiting", "waiting"]],
  ] as const)("guests %j, %j: %j", async (guests, words, states) => {
    const { house } = await ready({ guests });
    const nonce = makeNonce(house);
    const form = commentForm(house, { essayId: "essay1", nonce, ...words });
    const shown = await previewComment(house, form);
    const first = posted(await postComment(house, form));
    expect(shown.willWait).toBe(first.state === "waiting");
    const again = { essayId: "essay2", key: first.key, ...words };
    const second = posted(await postComment(house, commentForm(house, again)));
    const third = posted(await postComment(house, commentForm(house, again)));
    expect([first.state, second.state, third.state]).toEqual(states);
  });

  test("who has a visible piece is not made to wait, except where all wait", async () => {
    const { store, house } = await ready();
    const { key } = posted(await postComment(house, commentForm(house, { essayId: "essay1" })));
    const again = { essayId: "essay2", key, ...withLink };
    expect(posted(await postComment(house, commentForm(house, again))).state).toBe("visible");
    const strict = makeHouse(store, { secrets: house.secrets, settings: { guests: "all wait" } });
    expect(posted(await postComment(strict, commentForm(strict, again))).state).toBe("waiting");
    const trusted = { ...commentForm(strict, again), trusted: true };
    expect(posted(await postComment(strict, trusted)).state).toBe("visible");
  });

  test("a text that no worker could render is kept, escaped", async () => {
    const { store, house } = await ready();
    const broken = makeHouse(store, {
      renderer: {
        render: async () => ({
          ok: true as const,
          rendered: {
            html: "<p>&lt;b&gt;</p>",
            firstLines: "",
            text: "",
            words: 1,
            headings: [],
            links: 0,
            version: 0,
          },
        }),
        close: async () => undefined,
      },
      secrets: house.secrets,
    });
    posted(await postComment(broken, commentForm(broken, { essayId: "essay1", body: "<b>" })));
    expect((await rows(store))[0]).toMatchObject({ renderer_version: 0, markdown: "<b>" });
  });
});
