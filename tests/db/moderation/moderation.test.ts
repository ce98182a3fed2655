import { expect, test } from "vitest";
import { nameIsFree } from "#app/domain/accounts/free-name.ts";
import { join } from "#app/domain/accounts/join.ts";
import { lostKeyClaim } from "#app/domain/comments/claims.ts";
import { postComment } from "#app/domain/comments/post.ts";
import type { House } from "#app/domain/house.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import { openSession } from "#app/domain/identity/sessions.ts";
import { decide } from "#app/domain/moderation/decide.ts";
import { peekJoinLink } from "#app/domain/moderation/join-link.ts";
import { appendLog, readLog, verifyLog, wholeLog } from "#app/domain/moderation/log.ts";
import { appointModerator, dismissModerator } from "#app/domain/moderation/moderators.ts";
import { officeOf } from "#app/domain/moderation/office.ts";
import { waitingList } from "#app/domain/moderation/waiting-list.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { commentForm, DAY, HOUR, makeHouse, posted } from "#tests/support/house.ts";
import { memberOf, PASSPHRASE } from "#tests/support/member.ts";
import { seedEssay } from "#tests/support/seed.ts";

const LINKED = "wordscanary, see https://example.org/";

eachDialect("moderation", (open) => {
  async function ready() {
    const store = await open();
    await seedEssay(store, { id: "essay1" });
    const house = makeHouse(store);
    const account = await memberOf(house, { name: "Dora Quill" });
    const appointed = await appointModerator(house, { name: "dora  quill" });
    if (!appointed.ok) throw new Error(appointed.reason);
    const office = (of = account) => officeOf(store.read, house, of);
    const moderator = await office();
    if (!moderator) throw new Error("not in office");
    const post = async (body: string) =>
      posted(await postComment(house, commentForm(house, { essayId: "essay1", body })));
    return { store, house, appointed, office, moderator, post };
  }

  /** Joins with a link, as the form does. */
  async function joinedBy(house: House, { token, name }: { token: string; name: string }) {
    const form = { name, passphrase: PASSPHRASE, nonce: makeNonce(house), link: token };
    const browser = { known: null, earlier: null, gate: () => Promise.resolve(0) };
    const outcome = await join(house, { ...form, ...browser });
    if (!outcome.ok) return outcome;
    const session = await openSession(house, outcome.session);
    return session?.kind === "account" ? session.account : null;
  }
  const BAD_LINK = { ok: false, faults: [{ field: "link" }] };
  const TAKEN = { ok: false, faults: [{ field: "name", fault: { reason: "taken" } }] };
  type Store = Awaited<ReturnType<typeof open>>;
  const comment = (store: Store, id: string) =>
    store.read.selectFrom("comments").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

  test("whoever has the pen name is in office at once, and signs in as always", async () => {
    const { house, appointed, moderator } = await ready();
    expect(moderator).toMatchObject({ name: "Dora Quill", until: "2026-06-12" });
    expect(appointed).toMatchObject({ name: "Dora Quill", token: null, again: false });
    const again = await appointModerator(house, { name: "Dora QUILL" });
    expect(again).toMatchObject({ token: null, again: true, until: "2026-06-12" });
    expect((await wholeLog(house)).map(({ entry }) => entry.action)).toEqual(["appointed"]);
  });

  test("a name that nobody has is kept for whoever comes with the link", async () => {
    const { store, house, office } = await ready();
    const appointed = await appointModerator(house, { name: "Edda Loom" });
    const token = (appointed.ok && appointed.token) || "";
    for (const name of ["Edda Loom", "edda loom", "Edda L00m"]) {
      expect(await nameIsFree(store.read, house, { name })).toEqual({ reason: "taken" });
    }
    expect(await joinedBy(house, { token: "nothing", name: "Edda Loom" })).toEqual(BAD_LINK);
    expect(await joinedBy(house, { token, name: "Dora Quill" })).toEqual(TAKEN);
    expect(await joinedBy(house, { token, name: "Tidewater" })).toEqual(BAD_LINK);
    for (let i = 0; i < 3; i += 1) {
      expect(await peekJoinLink(house, { token })).toEqual({ name: "Edda Loom" });
    }
    const account = await joinedBy(house, { token, name: "Edda Loom" });
    if (account === null || "ok" in account) throw new Error("not joined");
    expect(await office(account)).toMatchObject({ name: "Edda Loom" });
    expect(await peekJoinLink(house, { token })).toBeNull();
    expect(await joinedBy(house, { token, name: "Edda Loom" })).toEqual(TAKEN);
    expect(await appointModerator(house, { name: "Edda Loom" })).toMatchObject({ token: null });
  });

  test("a link is void after a day, and when a fresh one is made", async () => {
    const { house } = await ready();
    const tokenOf = async () => {
      const outcome = await appointModerator(house, { name: "Edda Loom" });
      return (outcome.ok && outcome.token) || "";
    };
    const first = await tokenOf();
    const second = await tokenOf();
    expect(second).not.toBe("");
    expect(await peekJoinLink(house, { token: first })).toBeNull();
    expect(await peekJoinLink(house, { token: second })).toEqual({ name: "Edda Loom" });
    house.pass(DAY);
    expect(await joinedBy(house, { token: second, name: "Edda Loom" })).toEqual(BAD_LINK);
    const third = await tokenOf();
    await dismissModerator(house, { name: "Edda Loom" });
    expect(await joinedBy(house, { token: third, name: "Edda Loom" })).toEqual(BAD_LINK);
  });

  test("a dismissal and the end of the term count at once", async () => {
    const { house, office, moderator, post } = await ready();
    const { comment } = await post(LINKED);
    const asked = { moderator, about: { commentId: comment.id }, reasonText: "Fine." };
    const attempts = [
      () => waitingList(house, { moderator, after: null }),
      () => decide(house, { ...asked, outcome: "let_through" }),
      () => waitingList(house, { moderator: { id: "nobody" }, after: null }),
    ];
    expect(await dismissModerator(house, { name: "dora quill" })).toMatchObject({ ok: true });
    expect(await dismissModerator(house, { name: "Dora Quill" })).toEqual({
      ok: false,
      reason: "unknown",
    });
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toMatchObject({ kind: "notAllowed" });
    }
    expect(await office()).toBeNull();
    const other = await memberOf(house, { name: "Edda Loom" });
    await appointModerator(house, { name: "Edda Loom" });
    house.pass(13 * DAY);
    expect(await office(other)).toMatchObject({ name: "Edda Loom" });
    house.pass(90 * DAY);
    expect(await office(other)).toBeNull();
    expect(await appointModerator(house, { name: "Edda Loom" })).toMatchObject({ again: false });
  });

  test.each([
    ["", "empty"],
    ["Admin", "reserved"],
    ["Dora Qui1l", "taken"],
    ["7", "only_digits"],
  ])("%j can't be a moderator's name: %s", async (name, reason) => {
    const { house } = await ready();
    expect(await appointModerator(house, { name })).toEqual({ ok: false, reason });
  });

  test("the list has what waits, oldest first, and nothing of who is behind it", async () => {
    const { house, moderator, post } = await ready();
    const first = await post(LINKED);
    house.pass(HOUR);
    const second = await post("Plain.");
    await lostKeyClaim(house, { commentId: second.comment.id });
    const list = await waitingList(house, { moderator, after: null });
    expect(list.pieces.map(({ kind, piece }) => [kind, piece.id, piece.state])).toEqual([
      ["links", first.comment.id, "waiting"],
      ["lost_key", second.comment.id, "folded"],
    ]);
    expect(list.pieces[0]).toMatchObject({
      essay: { slug: "essay1", title: "Title of essay1" },
      piece: { name: first.name, writtenOn: "2026-03-14", imported: false },
    });
    expect(list.pieces[0]?.piece.html).toContain("wordscanary");
    expect(JSON.stringify(list)).not.toMatch(/"[^"]*(?:mark|secret|ordered)[^"]*":/i);
    for (let i = 0; i < 40; i += 1) {
      house.pass(1);
      await post(`${LINKED} ${i}`);
    }
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: typeof list = await waitingList(house, { moderator, after });
      ids.push(...page.pieces.map(({ reviewId }) => reviewId));
      after = page.next;
      more = after !== null;
    }
    expect(ids).toHaveLength(42);
    expect(new Set(ids).size).toBe(42);
  });

  test("letting through makes it visible and newest; the writer is known from then on", async () => {
    const { store, house, moderator, post } = await ready();
    const waiting = await post(LINKED);
    house.pass(HOUR);
    const other = await post("Meanwhile.");
    house.pass(HOUR);
    const { pieces } = await waitingList(house, { moderator, after: null });
    const about = { reviewId: pieces[0]?.reviewId ?? "" };
    const decision = { moderator, about, outcome: "let_through", reasonText: " Fine. " } as const;
    expect(await decide(house, { ...decision, reasonText: " \n" })).toEqual({
      ok: false,
      reason: "reason_missing",
    });
    house.told.length = 0;
    expect(await decide(house, decision)).toEqual({
      ok: true,
      slug: "essay1",
      commentId: waiting.comment.id,
      state: "visible",
    });
    expect(house.told).toContain("essay:essay1");
    expect(await decide(house, decision)).toEqual({ ok: false, reason: "already_done" });
    const [one, two] = [
      await comment(store, waiting.comment.id),
      await comment(store, other.comment.id),
    ];
    expect(one.ordered_at).toBeGreaterThan(two.ordered_at);
    const { key } = waiting;
    const next = commentForm(house, { essayId: "essay1", body: LINKED, key });
    expect(posted(await postComment(house, next)).state).toBe("visible");
    const log = await wholeLog(house);
    expect(log.map(({ entry }) => [entry.action, entry.by, entry.reason_text])).toEqual([
      ["appointed", "the operator", "Dora Quill"],
      ["let_through", "Dora Quill", "Fine."],
    ]);
    const text = JSON.stringify(log);
    for (const secret of ["wordscanary", waiting.name, waiting.comment.id]) {
      expect(text).not.toContain(secret);
    }
  });

  test("removing, restoring, and what can't be decided", async () => {
    const { store, house, moderator, post } = await ready();
    const made = await post("Plain.");
    const about = { commentId: made.comment.id };
    const removed = {
      moderator,
      about,
      outcome: "removed",
      reasonText: "Against a person.",
    } as const;
    const restored = { ...removed, outcome: "restored" } as const;
    const asked = { ...removed, outcome: "taken_back" } as const;
    expect(await decide(house, restored)).toEqual({ ok: false, reason: "not_possible" });
    expect(await decide(house, asked)).toEqual({ ok: false, reason: "not_possible" });
    expect(await decide(house, removed)).toMatchObject({ ok: true, state: "removed" });
    expect(await decide(house, removed)).toEqual({ ok: false, reason: "not_possible" });
    const row = await comment(store, made.comment.id);
    expect(row).toMatchObject({ state: "removed", markdown: "Plain." });
    expect(await decide(house, restored)).toMatchObject({ ok: true, state: "visible" });
    const nowhere = { ...removed, about: { commentId: "nowhere" } };
    await expect(decide(house, nowhere)).rejects.toMatchObject({ kind: "notFound" });
    await lostKeyClaim(house, { commentId: made.comment.id });
    const { pieces } = await waitingList(house, { moderator, after: null });
    const review = { reviewId: pieces[0]?.reviewId ?? "" };
    expect(await decide(house, { ...asked, about: review })).toMatchObject({ state: "taken_back" });
    expect(await comment(store, made.comment.id)).toMatchObject({ state: "taken_back" });
    expect(await verifyLog(store.read)).toEqual([]);
    expect((await wholeLog(house)).map(({ entry }) => entry.action)).toEqual([
      "appointed",
      "removed",
      "restored",
      "taken_back",
    ]);
  });

  test("any change of any row of the log is found", async () => {
    const { store, house } = await ready();
    for (let i = 0; i < 5; i += 1) {
      await store.write((trx) =>
        appendLog(trx, house, {
          action: "imported",
          reason_class: "operator",
          reason_text: `Number ${i}`,
          by: "the operator",
          subject: null,
        }),
      );
    }
    expect(await verifyLog(store.read)).toEqual([]);
    const log = await wholeLog(house);
    expect(log.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    const read = await readLog(house, { after: null });
    expect(read).toEqual({ rows: [...log].reverse(), next: null });
    const change = (seq: number, set: Record<string, string | number>) =>
      store.write((trx) =>
        trx.updateTable("moderation_log").set(set).where("seq", "=", seq).execute(),
      );
    const original = await store.read.selectFrom("moderation_log").selectAll().execute();
    const third = original[2] ?? expect.unreachable();
    for (const [set, what] of [
      [{ entry: third.entry.replace("Number 1", "Number 9") }, "changed"],
      [{ entry: ` ${third.entry}` }, "not_canonical"],
      [{ previous_hash: "f".repeat(64) }, "not_chained"],
      [{ hash: "f".repeat(64) }, "changed"],
      [{ seq: 30 }, "missing_before"],
    ] as const) {
      await change(3, set);
      const found = await verifyLog(store.read);
      expect(found.map((finding) => finding.what)).toContain(what);
      await change("seq" in set ? 30 : 3, { ...third });
      expect(await verifyLog(store.read)).toEqual([]);
    }
    await store.write((trx) => trx.deleteFrom("moderation_log").where("seq", "=", 3).execute());
    expect((await verifyLog(store.read)).map(({ what }) => what)).toEqual([
      "missing_before",
      "not_chained",
    ]);
  });
});
