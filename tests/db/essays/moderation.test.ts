import { expect, test } from "vitest";
import { postComment } from "#app/domain/comments/post.ts";
import { editEssay } from "#app/domain/essays/edit.ts";
import { findEssay } from "#app/domain/essays/find-essay.ts";
import { ownEssay } from "#app/domain/essays/own.ts";
import { publishEssay } from "#app/domain/essays/publish.ts";
import { takeBackEssay, undoTakeBackEssay } from "#app/domain/essays/take-back.ts";
import { runDueJobs } from "#app/domain/jobs/run-due-jobs.ts";
import { decide } from "#app/domain/moderation/decide.ts";
import { verifyLog, wholeLog } from "#app/domain/moderation/log.ts";
import { appointModerator } from "#app/domain/moderation/moderators.ts";
import { waitingList } from "#app/domain/moderation/waiting-list.ts";
import type { SiteSettings } from "#app/domain/settings.ts";
import { checkIntegrity } from "#db/queries/integrity.ts";
import { openReviews } from "#db/queries/reviews.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { essayForm, published } from "#tests/support/essays.ts";
import { commentForm, DAY, HOUR, makeHouse, posted } from "#tests/support/house.ts";
import { queryPlan } from "#tests/support/query-plan.ts";

eachDialect("essays before moderators", (open) => {
  async function ready(guests: SiteSettings["guests"] = "first post waits") {
    const store = await open();
    const house = makeHouse(store, { settings: { guests } });
    const appointed = await appointModerator(house, { name: "Dora Quill" });
    if (!appointed.ok) throw new Error(appointed.reason);
    const found = store.read.selectFrom("moderators").select("id");
    const moderator = await found.executeTakeFirstOrThrow();
    const publish = async (form: Parameters<typeof essayForm>[1] = {}) => {
      house.pass(HOUR);
      return published(await publishEssay(house, essayForm(house, form)));
    };
    const list = async () => (await waitingList(house, { moderator, after: null })).pieces;
    return { store, house, moderator, publish, list };
  }

  test("what waits is listed with all that would be public, and nothing of who is behind it", async () => {
    const { house, publish, list } = await ready();
    const { essay, name } = await publish({
      title: "Two winters",
      note: "a death",
      standpoint: "her brother",
      tags: ["Wards", "Keys"],
      worksCited: ["A book"],
    });
    expect(await findEssay(house, { slug: essay.slug })).toBeNull();
    const [piece, ...more] = await list();
    expect(more).toEqual([]);
    expect(piece).toMatchObject({
      kind: "first_post",
      askedOn: "2026-03-14",
      essay: { slug: "two-winters", title: "Two winters", state: "waiting" },
      asEssay: { words: 8, standpoint: "her brother", worksCited: ["A book"] },
      piece: { id: essay.id, state: "waiting", name, note: "a death", imported: false },
    });
    expect(piece?.asEssay?.tags).toEqual(["Keys", "Wards"]);
    expect(piece?.piece.html).toContain("It rained");
    expect(JSON.stringify(piece)).not.toMatch(/"[^"]*(?:mark|secret|ordered)[^"]*":/i);
  });

  test("essays and comments stand in one list, the oldest first", async () => {
    const { house, publish, list } = await ready();
    const known = await publish({ title: "One" });
    house.pass(HOUR);
    const other = await publish({ title: "Two", key: known.key });
    await house.store.write((trx) =>
      trx
        .updateTable("essays")
        .set({ state: "visible" })
        .where("id", "=", known.essay.id)
        .execute(),
    );
    const comment = posted(
      await postComment(house, commentForm(house, { essayId: known.essay.id })),
    );
    house.pass(HOUR);
    await takeBackEssay(house, { slug: other.essay.slug, secret: known.key });
    const third = await publish({ title: "Three" });
    const shown = (await list()).map(({ asEssay, piece }) => [asEssay !== null, piece.id]);
    expect(shown).toEqual([
      [true, known.essay.id],
      [false, comment.comment.id],
      [true, third.essay.id],
    ]);
  });

  test("letting through publishes it now, and its writer is known from then on", async () => {
    const { store, house, moderator, publish, list } = await ready();
    const waiting = await publish({ title: "One", tags: ["Wards"] });
    house.pass(DAY);
    const answered = await publish({ title: "Two" });
    const reviewId = (await list())[0]?.reviewId ?? "";
    const decision = {
      moderator,
      about: { reviewId },
      outcome: "let_through",
      reasonText: "Fine.",
    } as const;
    house.told.length = 0;
    expect(await decide(house, decision)).toEqual({
      ok: true,
      slug: "one",
      commentId: null,
      state: "visible",
    });
    for (const subject of [`essay:${waiting.essay.id}`, "fronts"] as const) {
      expect(house.told).toContain(subject);
    }
    expect(await decide(house, decision)).toEqual({ ok: false, reason: "already_done" });
    expect((await list()).map(({ piece }) => piece.id)).toEqual([answered.essay.id]);
    const row = await store.read
      .selectFrom("essays")
      .selectAll()
      .where("id", "=", waiting.essay.id)
      .executeTakeFirstOrThrow();
    const now = house.clock();
    expect(row).toMatchObject({
      state: "visible",
      ordered_at: now.getTime(),
      active_at: now.getTime(),
      published_on: now.toISOString().slice(0, 10),
    });
    const tag = store.read.selectFrom("tags").select("essays");
    expect(await tag.execute()).toEqual([{ essays: 1 }]);
    expect((await publish({ title: "Three", key: waiting.key })).state).toBe("visible");
    const form = commentForm(house, { essayId: row.id, key: waiting.key });
    expect(posted(await postComment(house, form)).state).toBe("visible");
    const log = await wholeLog(house);
    expect(log.at(-1)?.entry).toMatchObject({ action: "let_through", by: "Dora Quill" });
    expect(log.at(-1)?.entry.subject).toMatch(/^essay:[0-9a-f]{16}:/);
    expect(JSON.stringify(log)).not.toContain(waiting.essay.id);
    expect(await verifyLog(store.read)).toEqual([]);
    expect(await checkIntegrity(store)).toEqual([]);
  });

  test("a change that had to wait does not bring an answered essay up again", async () => {
    const { store, house, moderator, publish, list } = await ready("all wait");
    const { essay, key } = await publish({ title: "One" });
    const first = { moderator, outcome: "let_through", reasonText: "Fine." } as const;
    await decide(house, { ...first, about: { essaySlug: essay.slug } });
    const form = commentForm(house, { essayId: essay.id });
    await postComment(house, { ...form, trusted: true });
    house.pass(DAY);
    const read = () =>
      store.read
        .selectFrom("essays")
        .select(["ordered_at", "published_on", "state"])
        .where("id", "=", essay.id)
        .executeTakeFirstOrThrow();
    const before = await read();
    const { slug } = essay;
    const kept = await ownEssay(house, { slug, key });
    await editEssay(house, { ...kept, body: "Other words.", slug, key, keepOpen: false });
    expect(await read()).toEqual({ ...before, state: "waiting" });
    const again = (await list()).find(({ piece }) => piece.id === essay.id);
    await decide(house, { ...first, about: { reviewId: again?.reviewId ?? "" } });
    expect(await read()).toEqual(before);
  });

  test("removing leaves an empty place with its thread; restoring brings all back", async () => {
    const { store, house, moderator, publish } = await ready("open");
    const { essay } = await publish({ title: "One", tags: ["Wards"] });
    const { slug } = essay;
    const response = await publish({ title: "Two", responds: slug });
    const about = { essaySlug: slug };
    const removed = { moderator, about, outcome: "removed", reasonText: "A person." } as const;
    const restored = { ...removed, outcome: "restored" } as const;
    expect(await decide(house, restored)).toEqual({ ok: false, reason: "not_possible" });
    expect(await decide(house, { ...removed, outcome: "taken_back" })).toEqual({
      ok: false,
      reason: "not_possible",
    });
    expect(await decide(house, { ...removed, reasonText: " " })).toMatchObject({
      reason: "reason_missing",
    });
    house.told.length = 0;
    expect(await decide(house, removed)).toMatchObject({ ok: true, state: "removed" });
    expect(house.told).toContain(`essay:${response.essay.id}`);
    expect(await findEssay(house, { slug })).toMatchObject({ state: "removed", title: "" });
    expect((await findEssay(house, { slug: response.essay.slug }))?.respondsTo).toEqual([]);
    const tag = store.read.selectFrom("tags").select("essays");
    expect(await tag.execute()).toEqual([{ essays: 0 }]);
    expect(await decide(house, removed)).toEqual({ ok: false, reason: "not_possible" });
    expect(await checkIntegrity(store)).toEqual([]);
    expect(await decide(house, restored)).toMatchObject({ ok: true, state: "visible" });
    expect(await findEssay(house, { slug })).toMatchObject({ state: "visible", title: "One" });
    const nowhere = { ...removed, about: { essaySlug: "nowhere" } };
    await expect(decide(house, nowhere)).rejects.toMatchObject({ kind: "notFound" });
    const nobody = { ...removed, moderator: { id: "nobody" } };
    await expect(decide(house, nobody)).rejects.toMatchObject({ kind: "notAllowed" });
  });

  test("what its writer takes back is not decided, and its question ends with it", async () => {
    const { store, house, moderator, publish, list } = await ready();
    const { essay, key } = await publish();
    const { slug } = essay;
    const about = { reviewId: (await list())[0]?.reviewId ?? "" };
    await takeBackEssay(house, { slug, secret: key });
    expect(await list()).toEqual([]);
    const decision = { moderator, about, outcome: "let_through", reasonText: "Fine." } as const;
    expect(await decide(house, decision)).toEqual({ ok: false, reason: "already_done" });
    await undoTakeBackEssay(house, { slug, key });
    expect(await list()).toHaveLength(1);
    await takeBackEssay(house, { slug, secret: key });
    house.pass(DAY);
    await runDueJobs(house);
    const reviews = store.read.selectFrom("reviews").select("outcome");
    expect(await reviews.execute()).toEqual([{ outcome: "taken_back" }]);
  });

  test("the list reads along its index", async () => {
    const { store } = await ready();
    const query = openReviews(store.read, { after: { at: 1, id: "a" }, limit: 31 });
    const plan = await queryPlan(store, query.compile());
    expect(plan.length).toBeGreaterThan(0);
    const whole = plan.filter((line) => /SCAN (comments|essays)|Seq Scan/.test(line));
    expect(whole, plan.join("\n")).toEqual([]);
  });
});
