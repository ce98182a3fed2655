import { expect, test } from "vitest";
import { postComment } from "#app/domain/comments/post.ts";
import { findEssay } from "#app/domain/essays/find-essay.ts";
import { ownEssay } from "#app/domain/essays/own.ts";
import { publishEssay } from "#app/domain/essays/publish.ts";
import { takeBackEssay, undoTakeBackEssay } from "#app/domain/essays/take-back.ts";
import { randomKey } from "#app/domain/identity/key.ts";
import { runDueJobs } from "#app/domain/jobs/run-due-jobs.ts";
import { checkIntegrity } from "#db/queries/integrity.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { essayForm, published } from "#tests/support/essays.ts";
import { commentForm, DAY, HOUR, makeHouse, posted } from "#tests/support/house.ts";

eachDialect("taking an essay back", (open) => {
  async function ready() {
    const store = await open();
    const house = makeHouse(store);
    const publish = async (form: Parameters<typeof essayForm>[1] = {}) => {
      house.pass(HOUR);
      return published(await publishEssay(house, essayForm(house, form)));
    };
    const mine = await publish({ title: "Mine", tags: ["Wards"], series: "Winters" });
    const { slug, id } = mine.essay;
    const answer = posted(await postComment(house, commentForm(house, { essayId: id })));
    house.told.length = 0;
    return { store, house, publish, mine, slug, id, answer, key: mine.key };
  }
  type Store = Awaited<ReturnType<typeof open>>;
  const row = (store: Store, id: string) =>
    store.read.selectFrom("essays").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const tagged = async (store: Store) => {
    const tags = store.read.selectFrom("tags").select(["slug", "essays"]);
    const rows = store.read.selectFrom("essay_tags").select(["tag_slug", "listed"]);
    return { tags: await tags.execute(), rows: await rows.execute() };
  };

  test("is out of view at once with its thread staying, and comes back as it was", async () => {
    const { store, house, slug, id, key, publish } = await ready();
    const reply = await publish({ title: "An answer", responds: slug });
    house.told.length = 0;
    const before = await row(store, id);
    const done = await takeBackEssay(house, { slug, secret: key });
    const undoUntil = house.clock().getTime() + DAY;
    expect(done).toEqual({ essayId: id, slug, undoUntil });
    for (const subject of [`essay:${id}`, `essay:${reply.essay.id}`, "fronts"]) {
      expect(house.told).toContain(subject);
    }
    expect(house.told.some((subject) => subject.startsWith("conversation:"))).toBe(true);
    const place = await findEssay(house, { slug });
    expect(place).toMatchObject({ state: "taken_back", title: "", html: "", by: null, tags: [] });
    expect(place?.counts.visible).toBe(1);
    expect((await findEssay(house, { slug: reply.essay.slug }))?.respondsTo).toEqual([]);
    expect(await tagged(store)).toEqual({
      tags: [{ slug: "wards", essays: 0 }],
      rows: [{ tag_slug: "wards", listed: 0 }],
    });
    house.pass(HOUR);
    expect(await takeBackEssay(house, { slug, secret: key })).toEqual(done);
    expect(await checkIntegrity(store)).toEqual([]);

    house.pass(DAY - 2 * HOUR);
    expect(await undoTakeBackEssay(house, { slug, key })).toEqual({
      essayId: id,
      slug,
      state: "visible",
    });
    expect(await row(store, id)).toEqual({ ...before, revision: before.revision + 2 });
    expect((await tagged(store)).tags).toEqual([{ slug: "wards", essays: 1 }]);
    expect(await undoTakeBackEssay(house, { slug, key })).toMatchObject({ state: "visible" });
    expect(await checkIntegrity(store)).toEqual([]);
  });

  test("the code takes back and can do nothing else; another's key or code does nothing", async () => {
    const { house, slug, mine, answer } = await ready();
    const other = published(await publishEssay(house, essayForm(house, { title: "Other" })));
    const strangers = [answer.key, answer.takeBackCode, other.key, other.takeBackCode];
    for (const secret of [...strangers, randomKey(), "", "nonsense"]) {
      await expect(takeBackEssay(house, { slug, secret })).rejects.toMatchObject({
        kind: "notYours",
      });
    }
    const { takeBackCode } = mine;
    await expect(ownEssay(house, { slug, key: takeBackCode })).rejects.toMatchObject({
      kind: "notYours",
    });
    const typed = ` ${takeBackCode.toLowerCase()} `;
    expect(await takeBackEssay(house, { slug, secret: typed })).toMatchObject({ slug });
    await expect(undoTakeBackEssay(house, { slug, key: typed })).rejects.toMatchObject({
      kind: "notYours",
    });
    for (const lost of ["nowhere", ""]) {
      await expect(takeBackEssay(house, { slug: lost, secret: typed })).rejects.toMatchObject({
        kind: "notFound",
      });
    }
  });

  test("nothing comes back when the day is over, before and after the words have left", async () => {
    const { house, slug, key } = await ready();
    await takeBackEssay(house, { slug, secret: key });
    house.pass(DAY);
    const late = [
      () => undoTakeBackEssay(house, { slug, key }),
      () => takeBackEssay(house, { slug, secret: key }),
    ];
    await expect(late[0]?.()).rejects.toMatchObject({ kind: "gone" });
    expect(await runDueJobs(house)).toMatchObject({ erased: 1 });
    for (const attempt of late) await expect(attempt()).rejects.toMatchObject({ kind: "gone" });
    expect(await runDueJobs(house)).toMatchObject({ erased: 0 });
  });

  test("what was waiting comes back waiting", async () => {
    const store = await open();
    const house = makeHouse(store, { settings: { guests: "first post waits" } });
    const { essay, key, state } = published(await publishEssay(house, essayForm(house)));
    expect(state).toBe("waiting");
    const { slug } = essay;
    await takeBackEssay(house, { slug, secret: key });
    expect(await undoTakeBackEssay(house, { slug, key })).toMatchObject({ state: "waiting" });
    expect(await findEssay(house, { slug })).toBeNull();
  });
});
