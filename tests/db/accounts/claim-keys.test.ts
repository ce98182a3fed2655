import { expect, test } from "vitest";
import { claimKeys, nameThreads } from "#app/domain/accounts/claim-keys.ts";
import { type Choices, choiceOf } from "#app/domain/accounts/claim-types.ts";
import { lookAtKeys, takenUp } from "#app/domain/accounts/claimable.ts";
import { makePenName } from "#app/domain/accounts/make-account.ts";
import type { Account } from "#app/domain/accounts/types.ts";
import { changeVault, openAccount } from "#app/domain/accounts/vault.ts";
import { editComment } from "#app/domain/comments/edit.ts";
import { ownComment, ownCommentsIn } from "#app/domain/comments/own.ts";
import { postComment } from "#app/domain/comments/post.ts";
import { takeBack } from "#app/domain/comments/take-back.ts";
import { ownEssay } from "#app/domain/essays/own.ts";
import { publishEssay } from "#app/domain/essays/publish.ts";
import { listDrafts, saveDraft } from "#app/domain/identity/drafts.ts";
import { findKey } from "#app/domain/identity/find-key.ts";
import { inbox } from "#app/domain/identity/inbox.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import { keepOnDevice, openSession } from "#app/domain/identity/sessions.ts";
import { publishDue } from "#app/domain/later/publish.ts";
import { scheduleComment } from "#app/domain/later/schedule.ts";
import type { Store } from "#db/connect.ts";
import { checkIntegrity } from "#db/queries/integrity.ts";
import { insertThreadName } from "#db/queries/thread-names.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { essayForm, published } from "#tests/support/essays.ts";
import { commentForm, DAY, makeHouse, posted, type TestHouse } from "#tests/support/house.ts";
import { memberOf } from "#tests/support/member.ts";
import { publicView } from "#tests/support/public-view.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { commentAs } from "#tests/support/speaking.ts";

const NOTHING: Choices = new Map();

eachDialect("taking up what was written with a key", (open) => {
  async function ready() {
    const store = await open();
    await seedEssay(store, { id: "essay1", by_name: "Marsh Lantern" });
    await seedEssay(store, { id: "essay2", by_name: "Oak Ferry" });
    const house = makeHouse(store);
    const account = await memberOf(house, { name: "Slow River" });
    const first = posted(await postComment(house, commentForm(house, { essayId: "essay1" })));
    const { key } = first;
    const second = posted(
      await postComment(house, commentForm(house, { essayId: "essay2", key, name: "Amber Finch" })),
    );
    return { store, house, account, key, first, second };
  }

  const now = async (house: TestHouse, { key }: Account): Promise<Account> => {
    const account = await openAccount(house.store.read, house.secrets, key);
    if (!account) throw new Error("no such account");
    return account;
  };
  const penOf = ({ vault }: Account, place = 0) => vault.names[place] ?? { id: "", key: "" };
  const rows = (store: Store) =>
    store.read
      .selectFrom("comments")
      .select(["id", "by_name", "by_kind", "origin", "revision", "edited_on"])
      .orderBy("ordered_at")
      .execute();

  test("shows every thread with the name it has there, and the essays", async () => {
    const { house, account, key } = await ready();
    const essay = published(await publishEssay(house, essayForm(house, { title: "Mine", key })));
    const looked = await lookAtKeys(house, account, { typed: `\n ${key.toLowerCase()} \n` });
    if (!looked.ok) throw new Error(JSON.stringify(looked.faults));
    expect(looked.keys).toHaveLength(1);
    expect(looked.keys[0]?.threads).toMatchObject([
      { title: "Mine", slug: essay.essay.slug, ownEssay: true },
      { title: "Title of essay1", ownEssay: false },
      { title: "Title of essay2", name: "Amber Finch", ownEssay: false },
    ]);
  });

  test("what stays looks as before to everybody, and is opened by the account alone", async () => {
    const { store, house, account, key, first, second } = await ready();
    const token = await keepOnDevice(house, { key });
    const before = await publicView(store);
    const revisions = await rows(store);
    const changes = await store.read.selectFrom("content_changes").selectAll().execute();
    house.told.length = 0;

    const claimed = await claimKeys(house, account, { typed: key, choices: NOTHING });
    expect(claimed).toEqual({ ok: true, done: { staying: 2, named: 0, refused: [] } });
    expect(await publicView(store)).toEqual(before);
    expect(await rows(store)).toEqual(revisions);
    expect(await store.read.selectFrom("content_changes").selectAll().execute()).toEqual(changes);
    expect(house.told).toEqual([]);

    expect(await findKey(house, key)).toEqual({ ok: false, reason: "unknown" });
    expect(await openSession(house, token)).toBeNull();
    for (const secret of [key, first.takeBackCode]) {
      const taken = takeBack(house, { commentId: first.comment.id, secret });
      await expect(taken).rejects.toMatchObject({ kind: "notYours" });
    }
    const { vault } = await now(house, account);
    expect(vault.threadKeys).toHaveLength(2);
    const [, mine = ""] = vault.threadKeys;
    for (const { comment } of [first, second]) {
      const own = await ownComment(house, { commentId: comment.id, key: mine });
      const changed = { ...own, commentId: comment.id, key: mine, body: "Changed since." };
      expect(await editComment(house, changed)).toMatchObject({ ok: true });
    }
    expect((await inbox(house, { keys: [mine], after: null }))?.threads).toHaveLength(2);
    expect(await checkIntegrity(store)).toEqual([]);
  });

  test("what goes to a pen name stands under it, also the essay, and the rest does not", async () => {
    const { store, house, account, key, first, second } = await ready();
    const form = essayForm(house, { title: "Mine", key, series: "Winters" });
    const { essay } = published(await publishEssay(house, form));
    house.told.length = 0;
    const pen = penOf(account);
    const choices = new Map([
      [choiceOf(0, "essay1"), pen.id],
      [choiceOf(0, essay.id), pen.id],
    ]);
    const claimed = await claimKeys(house, account, { typed: key, choices });
    expect(claimed).toEqual({ ok: true, done: { staying: 1, named: 2, refused: [] } });
    expect(new Set(house.told)).toEqual(new Set(["essay:essay1", `essay:${essay.id}`, "fronts"]));
    const named = { by_name: "Slow River", by_kind: "pen_name", origin: "member", edited_on: null };
    expect(await rows(store)).toMatchObject([
      named,
      { by_name: "Amber Finch", by_kind: "thread_name", origin: "guest" },
    ]);
    const own = await ownEssay(house, { slug: essay.slug, key: pen.key });
    expect(own).toMatchObject({ name: "Slow River", series: "Winters" });
    expect((await inbox(house, { keys: [pen.key], after: null }))?.threads).toHaveLength(2);

    // Another part joins the series, which is the pen name's now.
    const speaker = { key: pen.key, trusted: true };
    published(
      await publishEssay(house, essayForm(house, { title: "Two", series: "Winters", ...speaker })),
    );
    expect(await store.read.selectFrom("series").select("title").execute()).toHaveLength(1);

    // The other name of the same key is opened by another key of the account.
    const { vault } = await now(house, account);
    const [, thread = ""] = vault.threadKeys;
    await ownComment(house, { commentId: first.comment.id, key: pen.key });
    await ownComment(house, { commentId: second.comment.id, key: thread });
    const crossed = ownComment(house, { commentId: second.comment.id, key: pen.key });
    await expect(crossed).rejects.toMatchObject({ kind: "notYours" });
    expect(await checkIntegrity(store)).toEqual([]);

    // Later, what was left under a thread name is given a name as well.
    const left = await takenUp(house, await now(house, account));
    expect(left).toMatchObject([{ threads: [{ essayId: "essay2", name: "Amber Finch" }] }]);
    const later = new Map([[choiceOf(0, "essay2"), pen.id]]);
    expect(await nameThreads(house, account, { choices: later })).toMatchObject({
      done: { staying: 0, named: 1 },
    });
    expect((await rows(store)).map((row) => row.by_name)).toEqual(["Slow River", "Slow River"]);
  });

  test("where the pen name speaks already the two become one; a pause is not shortened", async () => {
    const { store, house, account, key, first } = await ready();
    const pen = penOf(account);
    const own = await commentAs(house, account, { as: "Slow River", essayId: "essay1" });
    await store.write((trx) =>
      trx
        .updateTable("thread_names")
        .set({ paused_until: "2026-04-01" })
        .where("essay_id", "=", "essay1")
        .where("name", "=", first.name)
        .execute(),
    );
    const choices = new Map([[choiceOf(0, "essay1"), pen.id]]);
    expect(await claimKeys(house, account, { typed: key, choices })).toMatchObject({ ok: true });
    for (const { comment } of [first, own]) {
      await ownComment(house, { commentId: comment.id, key: pen.key });
    }
    const names = await store.read
      .selectFrom("thread_names")
      .select(["name", "paused_until"])
      .where("essay_id", "=", "essay1")
      .execute();
    expect(names).toEqual([{ name: "Slow River", paused_until: "2026-04-01" }]);
  });

  test("somebody else's similar name refuses its thread, and the rest stands", async () => {
    const { store, house, account, key, first } = await ready();
    // A commenter of the old blog was called nearly so: the second letter is a capital i.
    const like = { essay_id: "essay1", name: "SIow River", name_key: "siow river" };
    await store.write((trx) =>
      insertThreadName(trx, { ...like, owner_mark: null, secret_id: null }).execute(),
    );
    const pen = penOf(account);
    const choices = new Map([
      [choiceOf(0, "essay1"), pen.id],
      [choiceOf(0, "essay2"), pen.id],
    ]);
    const refused = { title: "Title of essay1", name: first.name, penName: "Slow River" };
    const done = { staying: 1, named: 1, refused: [refused] };
    expect(await claimKeys(house, account, { typed: key, choices })).toEqual({ ok: true, done });
    // The same form again: the same answer, and no further key.
    expect(await claimKeys(house, account, { typed: key, choices })).toEqual({ ok: true, done });
    const { vault } = await now(house, account);
    expect(vault.threadKeys).toHaveLength(2);
    const [, mine = ""] = vault.threadKeys;
    expect(await ownComment(house, { commentId: first.comment.id, key: mine })).toMatchObject({
      name: first.name,
    });
  });

  test("drafts come along", async () => {
    const { house, account, key } = await ready();
    const draft = { slug: "essay1", fields: { body: "Half a thought." } };
    await saveDraft(house, { key, nonce: makeNonce(house), draftId: null, ...draft });
    await claimKeys(house, account, { typed: key, choices: NOTHING });
    const [, mine = ""] = (await now(house, account)).vault.threadKeys;
    expect(await listDrafts(house, { key: mine })).toMatchObject([draft]);
    expect(await listDrafts(house, { key })).toEqual([]);
  });

  test("what waits for its moment goes on, and is a draft again where a pen name was chosen", async () => {
    for (const chooses of [false, true]) {
      const { store, house, account, key } = await ready();
      const form = commentForm(house, { essayId: "essay1", key, body: "Later words." });
      const draft = { slug: "essay1", fields: { body: "Later words." } };
      expect(await scheduleComment(house, { form, draft })).toMatchObject({ ok: true });
      const looked = await lookAtKeys(house, account, { typed: key });
      expect(looked).toMatchObject({ keys: [{ scheduled: 1 }] });
      const choices = chooses ? new Map([[choiceOf(0, "essay1"), penOf(account).id]]) : NOTHING;
      expect(await claimKeys(house, account, { typed: key, choices })).toMatchObject({ ok: true });
      house.pass(DAY);
      await publishDue(house);
      const [, mine = ""] = (await now(house, account)).vault.threadKeys;
      const own = await ownCommentsIn(house, { essayId: "essay1", key: mine });
      const drafts = await listDrafts(house, { key: mine });
      expect([own.length, drafts.length]).toEqual(chooses ? [0, 1] : [2, 0]);
      expect(new Set(own.map(({ name }) => name)).size).toBe(chooses ? 0 : 1);
      expect(await checkIntegrity(store)).toEqual([]);
    }
  });

  test("of two accounts at once, one gets it", async () => {
    const { house, account, key } = await ready();
    const other = await memberOf(house, { name: "Grey Lamp" });
    const both = await Promise.all(
      [account, other].map((one) => claimKeys(house, one, { typed: key, choices: NOTHING })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const lost = { ok: false, keys: [{ reason: "unknown", line: 1 }] };
    expect(both.find(({ ok }) => !ok)).toEqual(lost);
    const owned = await Promise.all([account, other].map((one) => now(house, one)));
    expect(owned.map(({ vault }) => vault.threadKeys.length).sort()).toEqual([1, 2]);
  });

  test("one wrong key among good ones: nothing is taken, and each line is told", async () => {
    const { store, house, account, key, first } = await ready();
    const before = await store.read.selectFrom("comments").selectAll().execute();
    const wrong = key.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
    const another = "00000-00000-00000-00000-00000";
    const typed = [key, "", wrong, first.takeBackCode, another].join("\n");
    expect(await claimKeys(house, account, { typed, choices: NOTHING })).toEqual({
      ok: false,
      keys: [
        { reason: "typo", line: 3 },
        { reason: "code", line: 4 },
        { reason: "unknown", line: 5 },
      ],
    });
    expect(await lookAtKeys(house, account, { typed: " \n" })).toMatchObject({
      faults: [{ reason: "empty" }],
    });
    const many = Array.from({ length: 11 }, () => "x").join("\n");
    expect(await lookAtKeys(house, account, { typed: many })).toMatchObject({
      faults: [{ reason: "too_many" }],
    });
    const [own = ""] = account.vault.threadKeys;
    expect(await lookAtKeys(house, account, { typed: own })).toMatchObject({
      faults: [{ reason: "yours", line: 1 }],
    });
    expect(await store.read.selectFrom("comments").selectAll().execute()).toEqual(before);
  });

  test("two pen names at once, another's, or none any more: refused, and nothing is changed", async () => {
    const { store, house, account, key } = await ready();
    const second = await store.write((trx) => makePenName(trx, house, "Tidewater"));
    await store.write((trx) =>
      changeVault(trx, house.secrets, account, (vault) => {
        return { ...vault, names: [...vault.names, second] };
      }),
    );
    const before = await store.read.selectFrom("thread_names").selectAll().execute();
    const choose = (one: string, two: string) =>
      new Map([
        [choiceOf(0, "essay1"), one],
        [choiceOf(0, "essay2"), two],
      ]);
    const several = choose(penOf(account).id, second.id);
    expect(await claimKeys(house, account, { typed: key, choices: several })).toEqual({
      ok: false,
      names: "several",
    });
    const other = penOf(await memberOf(house, { name: "Grey Lamp" }));
    const theirs = choose(other.id, other.id);
    expect(await claimKeys(house, account, { typed: key, choices: theirs })).toEqual({
      ok: false,
      names: "not_yours",
    });
    await store.write((trx) =>
      trx.updateTable("pen_names").set({ retired: 1 }).where("id", "=", second.id).execute(),
    );
    const retired = choose(second.id, second.id);
    expect(await claimKeys(house, account, { typed: key, choices: retired })).toEqual({
      ok: false,
      names: "not_yours",
    });
    expect(await store.read.selectFrom("thread_names").selectAll().execute()).toEqual(before);
  });
});
