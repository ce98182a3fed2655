import { expect, test } from "vitest";
import { lostKeyOfEssay, myEssay } from "#app/domain/essays/claims.ts";
import { findEssay } from "#app/domain/essays/find-essay.ts";
import { publishEssay } from "#app/domain/essays/publish.ts";
import { takeBackEssay } from "#app/domain/essays/take-back.ts";
import { runDueJobs } from "#app/domain/jobs/run-due-jobs.ts";
import { decide } from "#app/domain/moderation/decide.ts";
import { appointModerator } from "#app/domain/moderation/moderators.ts";
import { waitingList } from "#app/domain/moderation/waiting-list.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { essayForm, published } from "#tests/support/essays.ts";
import { DAY, makeHouse } from "#tests/support/house.ts";
import { seedEssay } from "#tests/support/seed.ts";

eachDialect("an essay whose writer has no key", (open) => {
  async function ready() {
    const store = await open();
    const house = makeHouse(store);
    await appointModerator(house, { name: "Dora Quill" });
    const found = store.read.selectFrom("moderators").select("id");
    const moderator = await found.executeTakeFirstOrThrow();
    const list = async () => (await waitingList(house, { moderator, after: null })).pieces;
    return { store, house, moderator, list };
  }

  test("“I lost my key” folds once, asks once, and never claims", async () => {
    const { house, moderator, list } = await ready();
    const { essay, key } = published(
      await publishEssay(house, essayForm(house, { tags: ["Wards"] })),
    );
    const { slug } = essay;
    expect(await myEssay(house, { slug })).toEqual({ ok: false, reason: "not_possible" });
    house.told.length = 0;
    const folded = { ok: true, essayId: essay.id, slug, folded: true };
    expect(await lostKeyOfEssay(house, { slug })).toEqual(folded);
    expect(house.told).toContain("fronts");
    expect(await lostKeyOfEssay(house, { slug })).toEqual(folded);
    // It stays readable behind its fold, and is in no list.
    expect(await findEssay(house, { slug })).toMatchObject({ state: "folded" });
    const tags = house.store.read.selectFrom("tags").select("essays");
    expect(await tags.execute()).toEqual([{ essays: 0 }]);
    const [asked, ...more] = await list();
    expect(more).toEqual([]);
    expect(asked).toMatchObject({ kind: "lost_key", piece: { id: essay.id, state: "folded" } });
    const about = { reviewId: asked?.reviewId ?? "" };
    const shown = { moderator, about, outcome: "let_through", reasonText: "No." } as const;
    expect(await decide(house, shown)).toMatchObject({ ok: true, state: "visible" });
    expect(await lostKeyOfEssay(house, { slug })).toEqual({ ...folded, folded: false });
    expect(await list()).toHaveLength(1);
    expect(await findEssay(house, { slug })).toMatchObject({ state: "visible" });
    // Its key still owns it.
    expect(await takeBackEssay(house, { slug, secret: key })).toMatchObject({ slug });
    expect(await lostKeyOfEssay(house, { slug })).toEqual({ ok: false, reason: "not_possible" });
    await expect(lostKeyOfEssay(house, { slug: "nowhere" })).rejects.toMatchObject({
      kind: "notFound",
    });
  });

  test("“these are my words” folds what came from elsewhere; taken away, it leaves the store", async () => {
    const { store, house, moderator, list } = await ready();
    await seedEssay(store, { id: "old", by_kind: "imported", by_name: "Old Name" });
    expect(await lostKeyOfEssay(house, { slug: "old" })).toMatchObject({ ok: false });
    expect(await myEssay(house, { slug: "old" })).toMatchObject({ ok: true, folded: true });
    const [asked] = await list();
    expect(asked).toMatchObject({ kind: "my_words", piece: { imported: true } });
    const about = { reviewId: asked?.reviewId ?? "" };
    const asWished = { moderator, about, outcome: "taken_back", reasonText: "Asked." } as const;
    expect(await decide(house, asWished)).toMatchObject({ ok: true, state: "taken_back" });
    expect(await findEssay(house, { slug: "old" })).toMatchObject({
      title: "",
      state: "taken_back",
    });
    house.pass(DAY);
    expect(await runDueJobs(house)).toMatchObject({ erased: 1 });
    const left = await store.read.selectFrom("essays").selectAll().executeTakeFirstOrThrow();
    expect(left).toMatchObject({ title: "", markdown: "", by_name: null });
  });

  test("an invented example is nobody’s words", async () => {
    const { store, house } = await ready();
    await seedEssay(store, { id: "demo1", demo: 1 });
    expect(await myEssay(house, { slug: "demo1" })).toEqual({ ok: false, reason: "not_possible" });
  });
});
