import { expect, test } from "vitest";
import { claimKeys } from "#app/domain/accounts/claim-keys.ts";
import { speakersIn } from "#app/domain/accounts/speaking.ts";
import { openAccount } from "#app/domain/accounts/vault.ts";
import { ownCommentsIn } from "#app/domain/comments/own.ts";
import { postComment } from "#app/domain/comments/post.ts";
import { takeBack } from "#app/domain/comments/take-back.ts";
import { changeKey } from "#app/domain/identity/change-key.ts";
import { listDrafts, saveDraft } from "#app/domain/identity/drafts.ts";
import { findKeyList } from "#app/domain/identity/key-list.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import { runDueJobs } from "#app/domain/jobs/run-due-jobs.ts";
import { dontPublish, listScheduled } from "#app/domain/later/draft-again.ts";
import { publishDue, publishNow } from "#app/domain/later/publish.ts";
import { SCHEDULED_LIMIT, scheduleComment, scheduleEssay } from "#app/domain/later/schedule.ts";
import { unsealPiece } from "#app/domain/later/seal.ts";
import { takeBackTogether } from "#app/domain/leaving/take-back-together.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { essayForm } from "#tests/support/essays.ts";
import { commentForm, DAY, HOUR, makeHouse, posted, type TestHouse } from "#tests/support/house.ts";
import { memberOf } from "#tests/support/member.ts";
import { seedEssay } from "#tests/support/seed.ts";

const CANARY = "kingfisherxyzzy";

eachDialect("what becomes public later", (open) => {
  async function ready() {
    const store = await open();
    await seedEssay(store, { id: "essay1" });
    return { store, house: makeHouse(store) };
  }
  type Store = Awaited<ReturnType<typeof open>>;

  const form = (house: TestHouse, over: Partial<Parameters<typeof commentForm>[1]> = {}) =>
    commentForm(house, { essayId: "essay1", body: CANARY, ...over });
  const draft = { slug: "essay1", fields: { body: CANARY } };

  async function kept(house: TestHouse, over: Partial<Parameters<typeof commentForm>[1]> = {}) {
    const outcome = await scheduleComment(house, { form: form(house, over), draft });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    return outcome;
  }
  const rows = (store: Store) => store.read.selectFrom("scheduled_pieces").selectAll().execute();
  const comments = (store: Store) => store.read.selectFrom("comments").selectAll().execute();
  const essay = (store: Store) =>
    store.read
      .selectFrom("essays")
      .selectAll()
      .where("id", "=", "essay1")
      .executeTakeFirstOrThrow();

  test("is nowhere before, is there within the day under its name, and can be taken back", async () => {
    const { store, house } = await ready();
    const before = await essay(store);
    const { key, id } = await kept(house, { name: "Amber Finch" });
    expect(await comments(store)).toEqual([]);
    expect(await essay(store)).toEqual(before);
    expect(await store.read.selectFrom("thread_names").selectAll().execute()).toEqual([]);
    expect(house.told).toEqual([]);
    const [row] = await rows(store);
    expect(JSON.stringify(row)).not.toContain(CANARY);
    const due = Number(row?.due_at);
    const now = house.clock().getTime();
    expect(due).toBeGreaterThanOrEqual(now);
    expect(due).toBeLessThan(now + DAY);
    expect(await listScheduled(house, { key })).toEqual([{ id, ...draft }]);

    house.pass(due - now - 1);
    await runDueJobs(house);
    expect(await comments(store)).toEqual([]);
    house.pass(1);
    await runDueJobs(house);
    const [comment] = await comments(store);
    expect(comment).toMatchObject({
      ...{ markdown: CANARY, by_name: "Amber Finch", state: "visible" },
      written_on: new Date(due).toISOString().slice(0, 10),
    });
    expect(Number(comment?.ordered_at)).toBe(due);
    expect(house.told).toContain("essay:essay1");
    expect(await rows(store)).toEqual([]);
    expect(await listScheduled(house, { key })).toEqual([]);
    expect((await essay(store)).comments_visible).toBe(before.comments_visible + 1);
    await takeBack(house, { commentId: comment?.id ?? "", secret: key });
    expect((await comments(store))[0]).toMatchObject({ state: "taken_back" });
  });

  test("is kept once, however often the form is sent, and has the words that were sent last", async () => {
    const { store, house } = await ready();
    const sent = form(house);
    const all = await Promise.all(
      Array.from({ length: 50 }, () => scheduleComment(house, { form: sent, draft })),
    );
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
    const [row, ...more] = await rows(store);
    expect(more).toEqual([]);
    const other = { ...sent, body: "Other words." };
    const again = await scheduleComment(house, { form: other, draft });
    expect(again).toEqual(all[0]);
    const [now] = await rows(store);
    expect(now).toMatchObject({ id: row?.id, due_at: row?.due_at });
    house.pass(DAY);
    await runDueJobs(house);
    expect((await comments(store)).map(({ markdown }) => markdown)).toEqual(["Other words."]);
    // The signal was lost, and the form comes once more.
    await scheduleComment(house, { form: other, draft });
    house.pass(DAY);
    await runDueJobs(house);
    expect(await rows(store)).toEqual([]);
    expect(await comments(store)).toHaveLength(1);
  });

  test("becomes public once, whoever publishes it at the same time", async () => {
    const { store, house } = await ready();
    const { key, id } = await kept(house);
    house.pass(DAY);
    const node = { ...house };
    await Promise.all([
      ...Array.from({ length: 10 }, () => publishDue(house)),
      ...Array.from({ length: 10 }, () => publishDue(node)),
      publishNow(house, { key, id }),
    ]);
    expect(await comments(store)).toHaveLength(1);
    expect(await rows(store)).toEqual([]);
    expect(await listDrafts(house, { key })).toEqual([]);
  });

  test("is a draft again where its writer says so, however close to its moment", async () => {
    const { store, house } = await ready();
    for (let round = 0; round < 8; round += 1) {
      const { key, id } = await kept(house, { body: `${CANARY} ${round}` });
      house.pass(DAY);
      const due = publishDue(house);
      const said = dontPublish(house, { key, id });
      await Promise.all(round % 2 === 0 ? [due, said] : [said, due]);
      const drafts = await listDrafts(house, { key });
      const shown = await ownCommentsIn(house, { essayId: "essay1", key });
      expect(drafts.length + shown.length).toBe(1);
      expect(await rows(store)).toEqual([]);
    }
    const { key, id } = await kept(house);
    await dontPublish(house, { key: (await kept(house)).key, id });
    expect(await listScheduled(house, { key })).toHaveLength(1);
    await dontPublish(house, { key, id });
    house.pass(DAY);
    await runDueJobs(house);
    expect(await listDrafts(house, { key })).toMatchObject([{ id, ...draft }]);
    expect((await listDrafts(house, { key }))[0]).not.toHaveProperty("returned");
  });

  test("is public at once where its writer says so", async () => {
    const { house } = await ready();
    const { key, id } = await kept(house);
    expect(await publishNow(house, { key, id: "another" })).toEqual({ became: "nothing" });
    expect(await publishNow(house, { key, id })).toMatchObject({ became: "comment" });
    expect(await publishNow(house, { key, id })).toEqual({ became: "nothing" });
    expect(await ownCommentsIn(house, { essayId: "essay1", key })).toHaveLength(1);
  });

  test("is a draft that says so, where it can't be posted any more", async () => {
    const { store, house } = await ready();
    const closed = await kept(house);
    await store.write(async (trx) => {
      await trx.updateTable("essays").set({ reply_mode: "closed" }).execute();
    });
    house.pass(DAY);
    expect(await publishDue(house)).toBe(0);
    expect(await comments(store)).toEqual([]);
    expect(await rows(store)).toEqual([]);
    const [again] = await listDrafts(house, { key: closed.key });
    expect(again).toMatchObject({ ...draft, returned: true });
    // Kept anew, it is a draft like any other.
    const nonce = makeNonce(house);
    const { key } = closed;
    await saveDraft(house, { key, nonce, draftId: again?.id ?? "", slug: "essay1", fields: {} });
    expect((await listDrafts(house, { key }))[0]).not.toHaveProperty("returned");
  });

  test("is a draft again where its essay has gone, and where its name is another's now", async () => {
    const { store, house } = await ready();
    const named = await kept(house, { name: "Amber Finch" });
    posted(await postComment(house, form(house, { name: "Amber Finch", body: "First." })));
    const { key, id } = await kept(house);
    await store.write(async (trx) => {
      await trx
        .updateTable("scheduled_pieces")
        .set({ due_at: house.clock().getTime() + 3 * DAY })
        .where("id", "=", id)
        .execute();
    });
    house.pass(DAY);
    await publishDue(house);
    expect(await listDrafts(house, { key: named.key })).toMatchObject([{ returned: true }]);
    await store.write(async (trx) => {
      await trx.deleteFrom("thread_names").execute();
      await trx.deleteFrom("comments").execute();
      await trx.deleteFrom("essays").execute();
    });
    house.pass(3 * DAY);
    await publishDue(house);
    expect(await listDrafts(house, { key })).toMatchObject([{ returned: true }]);
  });

  test("goes on under a key that was changed", async () => {
    const { store, house } = await ready();
    const { key, id } = await kept(house);
    const changed = await changeKey(house, { key, nonce: makeNonce(house) });
    if (!changed.ok) throw new Error(changed.reason);
    expect(await listScheduled(house, { key })).toEqual([]);
    expect(await listScheduled(house, { key: changed.key })).toEqual([{ id, ...draft }]);
    house.pass(DAY);
    await publishDue(house);
    expect(await rows(store)).toEqual([]);
    expect(await ownCommentsIn(house, { essayId: "essay1", key: changed.key })).toHaveLength(1);
    expect(await ownCommentsIn(house, { essayId: "essay1", key })).toEqual([]);
  });

  test("goes on under the account that takes its key up", async () => {
    const { store, house } = await ready();
    const { key, id } = await kept(house);
    const account = await memberOf(house, { name: "Slow River" });
    const claimed = await claimKeys(house, account, { typed: key, choices: new Map() });
    expect(claimed).toMatchObject({ ok: true });
    const now = await openAccount(store.read, house.secrets, account.key);
    const to = now?.vault.threadKeys.at(-1) ?? "";
    expect(await listScheduled(house, { key })).toEqual([]);
    expect(await listScheduled(house, { key: to })).toEqual([{ id, ...draft }]);
    house.pass(DAY);
    await publishDue(house);
    expect(await ownCommentsIn(house, { essayId: "essay1", key: to })).toHaveLength(1);
    expect((await comments(store))[0]).toMatchObject({ by_kind: "thread_name", origin: "guest" });
  });

  test("is not published after its writer has taken everything back", async () => {
    const { store, house } = await ready();
    const { key, id } = await kept(house);
    await takeBackTogether(house, { keys: [key], together: "name" });
    expect(await rows(store)).toEqual([]);
    expect(await listDrafts(house, { key })).toMatchObject([{ id, ...draft }]);
    house.pass(2 * DAY);
    await publishDue(house);
    expect(await comments(store)).toEqual([]);
  });

  test("is not kept with a fault, nor without end, and takes its draft's place", async () => {
    const { store, house } = await ready();
    const wrong = { form: form(house, { body: " " }), draft };
    expect(await scheduleComment(house, wrong)).toMatchObject({
      faults: [{ field: "body", reason: "empty" }],
    });
    expect(await rows(store)).toEqual([]);
    const nonce = makeNonce(house);
    const saved = await saveDraft(house, { key: null, nonce, draftId: null, ...draft });
    if (!saved.ok) throw new Error(saved.reason);
    const { key, draftId } = saved;
    await scheduleComment(house, { form: { ...form(house, { key }), draftId }, draft });
    expect(await listDrafts(house, { key })).toEqual([]);
    for (let more = 1; more < SCHEDULED_LIMIT; more += 1) await kept(house, { key });
    expect(await scheduleComment(house, { form: form(house, { key }), draft })).toEqual({
      ...{ ok: false, tooMany: true },
    });
  });

  test("is an essay as well, with its draft gone and its series begun", async () => {
    const { store, house } = await ready();
    const sent = essayForm(house, { title: "Later", series: "Winters", body: CANARY });
    const fields = { title: "Later", body: CANARY };
    const outcome = await scheduleEssay(house, { form: sent, draft: { slug: null, fields } });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    const count = async () => (await store.read.selectFrom("essays").select("id").execute()).length;
    expect(await count()).toBe(1);
    expect(await scheduleEssay(house, { form: { ...sent, title: "" }, draft })).toMatchObject({
      faults: [{ field: "title", reason: "empty" }],
    });
    house.pass(DAY);
    await Promise.all([publishDue(house), publishDue({ ...house })]);
    expect(await count()).toBe(2);
    expect(await rows(store)).toEqual([]);
    const list = await findKeyList(store.read, house.secrets, outcome.key);
    expect(list).toMatchObject({ scheduled: [], drafts: [] });
    expect(list?.threads).toHaveLength(1);
  });

  test("speaks under a member's name, and tells the house no other name of theirs", async () => {
    const { store, house } = await ready();
    const account = await memberOf(house, { name: "Quiet Heron" });
    const { all } = await speakersIn(store.read, house, account, { essayId: "essay1" });
    const [speaker] = all.filter(({ name }) => name === "Quiet Heron");
    if (!speaker) throw new Error("no such name");
    const mine = { ...form(house, { key: speaker.key }), speaker };
    const outcome = await scheduleComment(house, { form: mine, draft });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    const [row] = await rows(store);
    const opened = JSON.stringify(row && unsealPiece(house.secrets, row));
    expect(opened).toContain(speaker.key);
    const others = speaker.keys.filter((key) => key !== speaker.key);
    expect(others.length).toBeGreaterThan(0);
    for (const key of others) expect(opened).not.toContain(key);
    house.pass(DAY + HOUR);
    await publishDue(house);
    expect((await comments(store))[0]).toMatchObject({
      ...{ by_name: "Quiet Heron", by_kind: "pen_name", origin: "member" },
    });
  });
});
