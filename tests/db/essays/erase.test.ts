import { expect, test } from "vitest";
import { postComment } from "#app/domain/comments/post.ts";
import { takeBack } from "#app/domain/comments/take-back.ts";
import { editEssay } from "#app/domain/essays/edit.ts";
import { findEssay } from "#app/domain/essays/find-essay.ts";
import { ownEssay } from "#app/domain/essays/own.ts";
import { publishEssay } from "#app/domain/essays/publish.ts";
import { takeBackEssay } from "#app/domain/essays/take-back.ts";
import { findRedirect } from "#app/domain/exchange/wordpress/redirects.ts";
import { runDueJobs } from "#app/domain/jobs/run-due-jobs.ts";
import { checkIntegrity } from "#db/queries/integrity.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { essayForm, published } from "#tests/support/essays.ts";
import { tablesWith } from "#tests/support/everything-kept.ts";
import { commentForm, DAY, HOUR, makeHouse, posted, rotated } from "#tests/support/house.ts";
import { commentRow, seedComments, seedEssay } from "#tests/support/seed.ts";

const CANARY = "Canary-7731";
/** The same in a slug, and folded for comparison. */
const FOLDED = "canary-7731";

eachDialect("erasing an essay", (open) => {
  async function ready() {
    const store = await open();
    const house = makeHouse(store);
    const publish = async (form: Parameters<typeof essayForm>[1] = {}) => {
      house.pass(HOUR);
      return published(await publishEssay(house, essayForm(house, form)));
    };
    return { store, house, publish };
  }
  type Store = Awaited<ReturnType<typeof open>>;
  const row = (store: Store, id: string) =>
    store.read.selectFrom("essays").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

  test("leaves nothing of it but its empty place, and its thread", async () => {
    const { store, house, publish } = await ready();
    const answered = await publish({ title: "Answered" });
    const mine = await publish({
      title: `Title ${CANARY}`,
      body: `Body ${CANARY}[^1]`,
      note: `note ${CANARY}`,
      standpoint: `standpoint ${CANARY}`,
      standing: "lived",
      worksCited: [`A work, ${CANARY}`],
      tags: [`Tag ${CANARY}`, "Wards"],
      originalAuthor: `Author ${CANARY}`,
      source: `Source ${CANARY}`,
      licence: `Licence ${CANARY}`,
      series: `Series ${CANARY}`,
      name: `Name ${CANARY}`,
      responds: answered.essay.slug,
      indexing: true,
    });
    const { key } = mine;
    const { id, slug } = mine.essay;
    const kept = await ownEssay(house, { slug, key });
    const change = { ...kept, body: `Changed ${CANARY}`, slug, key, keepOpen: true };
    expect(await editEssay(house, change)).toMatchObject({ ok: true });
    const response = await publish({ title: "A response", responds: slug, tags: ["Wards"] });
    const answer = posted(await postComment(house, commentForm(house, { essayId: id })));
    const path = `/2012/03/${FOLDED}`;
    await store.write(async (trx) => {
      await trx.insertInto("redirects").values({ old_path: path, essay_id: id }).execute();
      const note = { id: "n", title: CANARY, url: `https://e.example/${CANARY}` };
      await trx
        .insertInto("source_notes")
        .values({ ...note, essay_id: id, noted_on: "2026-03-01" })
        .execute();
    });
    expect(await findRedirect(house, `${path}/feed/`)).toBe(`/essays/${slug}`);
    const before = [...(await tablesWith(store, CANARY)), ...(await tablesWith(store, FOLDED))];
    for (const table of [
      ...["essays", "essay_versions", "tags", "essay_tags", "series", "thread_names"],
      ...["redirects", "source_notes"],
    ]) {
      expect(before).toContain(table);
    }
    await takeBackEssay(house, { slug, secret: key });
    house.told.length = 0;
    house.pass(DAY);
    expect(await runDueJobs(house)).toMatchObject({ erased: 1 });
    expect(await tablesWith(store, CANARY)).toEqual([]);
    expect(await tablesWith(store, FOLDED)).toEqual([]);
    for (const told of [answered, response, mine]) {
      expect(house.told).toContain(`essay:${told.essay.id}`);
    }
    const left = await row(store, id);
    expect(left).toMatchObject({ slug: id, state: "taken_back", comments_visible: 1, words: 0 });
    for (const column of ["owner_mark", "take_back_mark", "secret_id", "attempt_mark"] as const) {
      expect(left[column]).toBeNull();
    }
    // It goes on standing where it stood, without saying how it answered.
    const links = store.read.selectFrom("essay_links").select(["to_essay_id", "relation"]);
    expect(await links.where("from_essay_id", "=", id).execute()).toEqual([
      { to_essay_id: answered.essay.id, relation: "responds" },
    ]);
    // Both addresses lead to the empty place with the thread that stays.
    for (const asked of [slug, id]) {
      const place = await findEssay(house, { slug: asked });
      expect(place).toMatchObject({ id, slug: id, state: "taken_back", title: "", keyed: false });
      expect(place?.counts.visible).toBe(1);
      expect(place?.responses.map((link) => link.slug)).toEqual([response.essay.slug]);
    }
    expect(await findEssay(house, { slug: "nowhere" })).toBeNull();
    expect(await findRedirect(house, `${path}/feed/`)).toBe(`/essays/${id}`);
    expect(await findRedirect(house, "/2012/03/else")).toBeNull();
    // After a change of secrets as well; and nobody else comes to stand at the old address.
    const later = { ...house, secrets: rotated(house.secrets) };
    expect(await findEssay(later, { slug })).toMatchObject({ id });
    expect(await findRedirect(later, path)).toBe(`/essays/${id}`);
    const next = published(
      await publishEssay(later, essayForm(later, { title: `Title ${CANARY}` })),
    );
    expect(next.essay.slug).toBe(`${slug}-2`);

    const tags = store.read.selectFrom("tags").select(["slug", "essays"]);
    expect(await tags.execute()).toEqual([{ slug: "wards", essays: 1 }]);
    expect(await store.read.selectFrom("series").selectAll().execute()).toEqual([]);
    const ids = [answered, mine, response].map(({ essay }) => essay.id);
    const conversations = store.read.selectFrom("essays").select(["id", "conversation_id"]);
    const of = new Map(
      (await conversations.where("id", "in", ids).execute()).map((e) => [e.id, e.conversation_id]),
    );
    expect(of.get(answered.essay.id)).toBe(of.get(id));
    expect(of.get(id)).not.toBeNull();
    expect(of.get(response.essay.id)).toBe(of.get(id));
    // The key still opens its other things, and what others answered is theirs.
    await takeBack(house, { commentId: answer.comment.id, secret: answer.key });
    expect(await checkIntegrity(store)).toEqual([]);
  });

  test("the name stays while something else in the thread stands under it", async () => {
    const { store, house, publish } = await ready();
    const names = async () =>
      (await store.read.selectFrom("thread_names").select("name").execute()).map((n) => n.name);
    const { essay, key, name } = await publish({ name: "Slate Heron" });
    const form = commentForm(house, { essayId: essay.id, key });
    const under = posted(await postComment(house, form));
    expect(under.name).toBe(name);
    await takeBack(house, { commentId: under.comment.id, secret: key });
    house.pass(DAY);
    await runDueJobs(house);
    expect(await names()).toEqual(["Slate Heron"]);
    house.pass(HOUR);
    const again = posted(
      await postComment(house, commentForm(house, { essayId: essay.id, key, body: "Again." })),
    );
    await takeBackEssay(house, { slug: essay.slug, secret: key });
    house.pass(DAY);
    await runDueJobs(house);
    expect(await names()).toEqual(["Slate Heron"]);
    await takeBack(house, { commentId: again.comment.id, secret: key });
    house.pass(DAY);
    await runDueJobs(house);
    expect(await names()).toEqual([]);
  });

  test("the name of an old blog's author goes with the last piece under it", async () => {
    const { store, house } = await ready();
    const by = { by_kind: "imported", by_name: "Old Name" } as const;
    await seedEssay(store, { id: "old", ...by });
    await seedComments(store, "old", [commentRow("old", { id: "c1", origin: "imported", ...by })]);
    const reserved = { essay_id: "old", name: "Old Name", name_key: "old name", owner_mark: null };
    await store.write((trx) => trx.insertInto("thread_names").values(reserved).execute());
    const names = () => store.read.selectFrom("thread_names").select("name").execute();
    const due = { state: "taken_back", erase_at: 1 } as const;
    await store.write((trx) =>
      trx.updateTable("comments").set(due).where("id", "=", "c1").execute(),
    );
    await runDueJobs(house);
    expect(await names()).toHaveLength(1);
    await store.write((trx) =>
      trx.updateTable("essays").set(due).where("id", "=", "old").execute(),
    );
    expect(await runDueJobs(house)).toMatchObject({ erased: 1 });
    expect(await names()).toEqual([]);
  });

  test("a series and a tag stay while others carry them; many are erased at once", async () => {
    const { store, house, publish } = await ready();
    const shared = { series: "Winters", tags: ["Wards"] };
    const first = await publish({ title: "One", ...shared });
    const { key } = first;
    await publish({ title: "Two", ...shared, key });
    const slugs: string[] = [first.essay.slug];
    for (let i = 0; i < 25; i += 1) {
      slugs.push((await publish({ title: `Part ${i}`, ...shared, key })).essay.slug);
    }
    for (const slug of slugs) await takeBackEssay(house, { slug, secret: key });
    house.pass(DAY);
    expect(await runDueJobs(house)).toMatchObject({ erased: 26 });
    expect(await store.read.selectFrom("series").select("title").execute()).toEqual([
      { title: "Winters" },
    ]);
    expect(await store.read.selectFrom("tags").select("essays").execute()).toEqual([{ essays: 1 }]);
    expect(await checkIntegrity(store)).toEqual([]);
  });
});
