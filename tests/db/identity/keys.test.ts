import { expect, test } from "vitest";
import { ownCommentsIn } from "#app/domain/comments/own.ts";
import { postComment } from "#app/domain/comments/post.ts";
import { takeBack } from "#app/domain/comments/take-back.ts";
import { changeKey } from "#app/domain/identity/change-key.ts";
import {
  DRAFTS_LIMIT,
  deleteDraft,
  listDrafts,
  readDraft,
  saveDraft,
} from "#app/domain/identity/drafts.ts";
import { randomKey } from "#app/domain/identity/key.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import { forget, keepOnDevice, openSession } from "#app/domain/identity/sessions.ts";
import { runDueJobs } from "#app/domain/jobs/run-due-jobs.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { commentForm, DAY, makeHouse, posted, rotated } from "#tests/support/house.ts";
import { seedEssay } from "#tests/support/seed.ts";

eachDialect("keys", (open) => {
  async function ready() {
    const store = await open();
    for (const id of ["essay1", "essay2", "essay3"]) await seedEssay(store, { id });
    const house = makeHouse(store);
    const first = posted(await postComment(house, commentForm(house, { essayId: "essay1" })));
    const { key } = first;
    house.pass(1_000);
    const second = posted(await postComment(house, commentForm(house, { essayId: "essay2", key })));
    return { store, house, first, second, key };
  }
  type Store = Awaited<ReturnType<typeof open>>;

  async function everything(store: Store): Promise<Map<string, Record<string, unknown>[]>> {
    const tables = await store.read.introspection.getTables();
    const all = new Map<string, Record<string, unknown>[]>();
    for (const { name } of tables) {
      all.set(
        name,
        await store.read
          .selectFrom(name as "comments")
          .selectAll()
          .execute(),
      );
    }
    return all;
  }

  test("a stolen store ties no two threads of one key, and holds no key", async () => {
    const { store, house, first, second, key } = await ready();
    await keepOnDevice(house, { key });
    const nonce = makeNonce(house);
    const fields = { body: "draftcanary" };
    await saveDraft(house, { key, nonce, draftId: null, slug: "essay3", fields });
    const all = await everything(store);
    const text = JSON.stringify([...all]);
    // The scan finds what is there: names, and the words of the comments.
    for (const there of [first.name, second.name, "I was there too."]) {
      expect(text).toContain(there);
    }
    const plain = [key, first.takeBackCode].flatMap((one) => [one, one.replaceAll("-", "")]);
    for (const secret of [...plain, ...plain.map((one) => one.toLowerCase()), "draftcanary"]) {
      expect(text).not.toContain(secret);
    }
    // No value of one thread's rows, however it is called, stands in the rows of the other or
    // in a row that belongs to no thread, apart from what is common by nature.
    const common = new Set<unknown>([null, "", 0, 1, "guest", "visible", "writer", "thread_name"]);
    common.add(house.secrets.current.id).add("2026-03-14").add("I was there too.");
    const comments = all.get("comments") ?? [];
    common.add(comments[0]?.["html"]);
    const valuesOf = (rows: Record<string, unknown>[]) =>
      rows.flatMap((row) => Object.values(row)).filter((value) => !common.has(value));
    const ofEssay = (id: string) =>
      ["comments", "thread_names"].flatMap((name) =>
        (all.get(name) ?? []).filter((row) => row["essay_id"] === id),
      );
    const elsewhere = ["key_lists", "sessions", "drafts"].flatMap((name) => all.get(name) ?? []);
    const one = new Set(valuesOf(ofEssay("essay1")));
    expect(one.size).toBeGreaterThan(5);
    for (const value of [...valuesOf(ofEssay("essay2")), ...valuesOf(elsewhere)]) {
      expect(one).not.toContain(value);
    }
    // The planted tie is found: within one thread the marks are the same.
    await postComment(house, commentForm(house, { essayId: "essay1", key }));
    const marks = await store.read
      .selectFrom("comments")
      .select("owner_mark")
      .where("essay_id", "=", "essay1")
      .execute();
    expect(new Set(marks.map((row) => row.owner_mark)).size).toBe(1);
    expect(elsewhere).toHaveLength(3);
  });

  test("changing a key moves everything, ends the old key and code, and can be repeated", async () => {
    const { store, house, first, second, key } = await ready();
    const saved = await saveDraft(house, {
      key,
      nonce: makeNonce(house),
      draftId: null,
      slug: "essay3",
      fields: { body: "Half a thought" },
    });
    const token = await keepOnDevice(house, { key });
    expect(await openSession(house, token)).toEqual({ kind: "key", key });
    const nonce = makeNonce(house);
    const changed = await changeKey(house, { key: key.toLowerCase(), nonce });
    if (!changed.ok) throw new Error(changed.reason);
    expect(changed.key).not.toBe(key);
    expect(changed.takeBackCode).not.toBe(first.takeBackCode);
    expect(await changeKey(house, { key, nonce })).toEqual(changed);
    expect(await changeKey(house, { key, nonce: makeNonce(house) })).toEqual({
      ok: false,
      reason: "unknown",
    });
    for (const { comment, name } of [first, second]) {
      const asked = { essayId: comment.essayId };
      expect(await ownCommentsIn(house, { ...asked, key })).toEqual([]);
      expect(await ownCommentsIn(house, { ...asked, key: changed.key })).toMatchObject([{ name }]);
    }
    expect(await listDrafts(house, { key })).toEqual([]);
    expect(await listDrafts(house, { key: changed.key })).toMatchObject([
      { id: saved.ok && saved.draftId, fields: { body: "Half a thought" } },
    ]);
    const { id: commentId } = first.comment;
    for (const secret of [key, first.takeBackCode]) {
      await expect(takeBack(house, { commentId, secret })).rejects.toMatchObject({
        kind: "notYours",
      });
    }
    await takeBack(house, { commentId, secret: changed.takeBackCode });
    expect(await openSession(house, token)).toBeNull();
    const form = commentForm(house, { essayId: "essay3", key });
    expect(await postComment(house, form)).toEqual({
      ok: false,
      faults: [{ field: "key", reason: "unknown" }],
    });
    const next = commentForm(house, { essayId: "essay2", key: changed.key });
    expect(posted(await postComment(house, next)).name).toBe(second.name);
    expect(await store.read.selectFrom("key_lists").selectAll().execute()).toHaveLength(1);
  });

  test.each([
    ["typo", { key: "ABC" }],
    ["unknown", { key: randomKey() }],
    ["nonce", { nonce: "none" }],
  ])("a key is not changed: %s", async (reason, given) => {
    const { house, key } = await ready();
    const asked = { key, nonce: makeNonce(house), ...given };
    expect(await changeKey(house, asked)).toEqual({ ok: false, reason });
  });

  test("a device remembers a key for 400 days, through a change of secrets, until told", async () => {
    const { store, house, key } = await ready();
    const token = await keepOnDevice(house, { key });
    const later = makeHouse(store, { secrets: rotated(house.secrets), clock: house.clock });
    expect(await openSession(later, token)).toEqual({ kind: "key", key });
    const used = () => store.read.selectFrom("sessions").select("last_used_on").execute();
    house.pass(3 * DAY);
    await openSession(house, token);
    expect(await used()).toEqual([{ last_used_on: "2026-03-17" }]);
    for (const wrong of ["", "x", `${token}x`, token.slice(1)]) {
      expect(await openSession(house, wrong)).toBeNull();
    }
    const other = await keepOnDevice(house, { key });
    await forget(house, other);
    expect(await openSession(house, other)).toBeNull();
    house.pass(397 * DAY);
    expect(await openSession(house, token)).not.toBeNull();
    house.pass(DAY);
    expect(await openSession(house, token)).toBeNull();
    expect(await used()).toHaveLength(1);
    await runDueJobs(house);
    expect(await used()).toEqual([]);
  });

  test("drafts: saved without a key they give one, saved again they stay one", async () => {
    const { house } = await ready();
    const nonce = makeNonce(house);
    const draft = { key: null, nonce, draftId: null, slug: "essay1" };
    const saved = await saveDraft(house, { ...draft, fields: { body: "One\0" } });
    if (!saved.ok) throw new Error(saved.reason);
    const fields = { body: "Two", addresses: ["a", "b"] };
    expect(await saveDraft(house, { ...draft, fields })).toEqual(saved);
    const { key, draftId } = saved;
    expect(await readDraft(house, { key, draftId })).toEqual({
      id: draftId,
      slug: "essay1",
      fields,
      savedOn: "2026-03-14",
    });
    const other = posted(await postComment(house, commentForm(house, { essayId: "essay1" })));
    for (const wrong of [other.key, randomKey(), "x"]) {
      await expect(readDraft(house, { key: wrong, draftId })).rejects.toMatchObject({
        kind: "notFound",
      });
      await deleteDraft(house, { key: wrong, draftId });
    }
    // Posting drops the draft in the same moment.
    const form = { ...commentForm(house, { essayId: "essay1", nonce, key }), draftId };
    expect(posted(await postComment(house, form))).toMatchObject({ key, showKey: true });
    expect(await listDrafts(house, { key })).toEqual([]);
  });

  test("drafts have limits, and are deleted when told", async () => {
    const { house, key } = await ready();
    const save = (fields: { body: string }, nonce = makeNonce(house)) =>
      saveDraft(house, { key, nonce, draftId: null, slug: "essay1", fields });
    expect(await save({ body: "x".repeat(500_001) })).toEqual({ ok: false, reason: "too_long" });
    expect(await save({ body: "x" }, "none")).toEqual({ ok: false, reason: "nonce" });
    for (let i = 0; i < DRAFTS_LIMIT; i += 1) await save({ body: `${i}` });
    expect(await save({ body: "one more" })).toEqual({ ok: false, reason: "too_many" });
    const [newest] = await listDrafts(house, { key });
    expect(newest).toMatchObject({ fields: { body: `${DRAFTS_LIMIT - 1}` } });
    await deleteDraft(house, { key, draftId: newest?.id ?? "" });
    expect(await listDrafts(house, { key })).toHaveLength(DRAFTS_LIMIT - 1);
    expect(await save({ body: "one more" })).toMatchObject({ ok: true });
  });
});
