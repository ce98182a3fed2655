import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { eraseDue } from "#app/domain/comments/erase.ts";
import { postComment } from "#app/domain/comments/post.ts";
import { takeBack } from "#app/domain/comments/take-back.ts";
import { clearDemo } from "#app/domain/demo/clear.ts";
import { demoId } from "#app/domain/demo/demo-id.ts";
import { loadDemo } from "#app/domain/demo/load.ts";
import { demoPieces } from "#app/domain/demo/pieces/all.ts";
import { demoState } from "#app/domain/demo/state.ts";
import { publishEssay } from "#app/domain/essays/publish.ts";
import { readEssay } from "#app/domain/essays/read-essay.ts";
import { moveEssay } from "#app/domain/essays/states.ts";
import { importWordpress } from "#app/domain/exchange/wordpress/import-wordpress.ts";
import { planImport } from "#app/domain/exchange/wordpress/plan-import.ts";
import type { House } from "#app/domain/house.ts";
import { readWholeThread } from "#app/domain/threads/read-thread.ts";
import type { Store } from "#db/connect.ts";
import { essayById } from "#db/queries/essays-writing.ts";
import { checkIntegrity } from "#db/queries/integrity.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { essayForm, published } from "#tests/support/essays.ts";
import { commentForm, DAY, makeHouse, posted } from "#tests/support/house.ts";

const LONG = "who-does-the-peer-worker-work-for";
const QUIET_GATE = fileURLToPath(
  new URL("../../corpus/wordpress/quiet-gate-1.2.xml", import.meta.url),
);

async function rowsIn(store: Store, table: "essays" | "comments" | "tags" | "series") {
  const { rows } = await store.read
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as("rows"))
    .executeTakeFirstOrThrow();
  return Number(rows);
}

/** What is left of the examples anywhere, by table. */
async function leftOf(store: Store) {
  const found: Record<string, number> = {};
  for (const { name } of await store.read.introspection.getTables()) {
    if (["schema_migrations", "counters", "content_changes"].includes(name)) continue;
    const rows = await store.read
      .selectFrom(name as "essays")
      .selectAll()
      .execute();
    if (rows.length > 0) found[name] = rows.length;
  }
  return found;
}

async function clear(house: House) {
  return house.store.write((trx) => clearDemo(trx));
}

eachDialect("the invented examples", (open) => {
  it("fill an empty house: every piece in its place, and everything adds up", async () => {
    const store = await open();
    const house = makeHouse(store);
    const loaded = await loadDemo(house);
    expect(loaded).toMatchObject({ outcome: "loaded", essays: demoPieces.length });
    expect(await checkIntegrity(store)).toEqual([]);
    expect(house.told).toContain("fronts");
    for (const piece of demoPieces) {
      const essay = await readEssay(store.read, { slug: piece.slug });
      const thread = await readWholeThread(store.read, essay?.id ?? "");
      expect(essay).toMatchObject({ demo: true, title: piece.title, indexing: false });
      expect(thread).toHaveLength(piece.comments.length);
      expect(essay?.markdown).toBe(piece.text);
      const rendered = [essay?.html ?? "", ...thread.map(({ html }) => html)].join("");
      expect(rendered).not.toContain("[^");
      expect(essay?.tags.length).toBe(piece.tags.length);
      expect(essay?.respondsTo.map(({ slug, relation }) => ({ slug, relation }))).toEqual(
        (piece.answers ?? []).map(({ slug, relation }) => ({ slug, relation })),
      );
      expect((essay?.publishedOn ?? "") < house.clock().toISOString().slice(0, 10)).toBe(true);
    }
    const { rows } = await store.read
      .selectFrom("comments")
      .select((eb) => eb.fn.max("depth").as("rows"))
      .where("essay_id", "=", demoId(LONG))
      .executeTakeFirstOrThrow();
    expect(Number(rows)).toBe(14);
    const versions = await store.read
      .selectFrom("essays")
      .select("renderer_version")
      .distinct()
      .execute();
    expect(versions.map((row) => row.renderer_version)).not.toContain(0);
  });

  it("stand in one conversation where they answer each other, and in one series", async () => {
    const store = await open();
    await loadDemo(makeHouse(store));
    const conversations = await store.read
      .selectFrom("essays")
      .select("conversation_id")
      .where("conversation_id", "is not", null)
      .execute();
    expect(conversations).toHaveLength(5);
    expect(new Set(conversations.map((row) => row.conversation_id)).size).toBe(1);
    expect(await rowsIn(store, "series")).toBe(1);
    const second = await readEssay(store.read, { slug: "the-form-with-one-box" });
    expect(second?.series).toMatchObject({ title: "Back on the 14" });
    const grown = await readEssay(store.read, { slug: "a-paper-of-mine-that-they-have-to-obey" });
    expect(grown?.respondsTo[0]?.comment).toMatchObject({
      id: demoId(LONG, "a13"),
      name: "Copper Lantern",
    });
  });

  it("come once, whoever asks and however many ask at once", async () => {
    const store = await open();
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => loadDemo(makeHouse(store), { onlyIfNeverUsed: true })),
    );
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([
      "loaded",
      "there_already",
      "there_already",
    ]);
    expect(await loadDemo(makeHouse(store))).toEqual({ outcome: "there_already" });
    expect(await rowsIn(store, "essays")).toBe(demoPieces.length);
  });

  it("go without leaving anything, don't come back by themselves, and can be asked back", async () => {
    const store = await open();
    const house = makeHouse(store);
    await loadDemo(house);
    const subjects = await clear(house);
    expect(subjects).toContain(`essay:${demoId(LONG)}`);
    expect(subjects).toContain("fronts");
    expect(await leftOf(store)).toEqual({});
    expect(await checkIntegrity(store)).toEqual([]);
    expect(await clear(house)).toEqual([]);
    expect(await loadDemo(house, { onlyIfNeverUsed: true })).toEqual({ outcome: "used_before" });
    expect(await loadDemo(house)).toMatchObject({ outcome: "loaded" });
    expect(await checkIntegrity(store)).toEqual([]);
  });

  it("leave the words of visitors, with empty places above them", async () => {
    const store = await open();
    const house = makeHouse(store);
    await loadDemo(house);
    const essayId = demoId(LONG);
    const below = { essayId, parentId: demoId(LONG, "a3"), addresses: [demoId(LONG, "b1")] };
    const mine = posted(
      await postComment(house, commentForm(house, { ...below, body: "I was there." })),
    );
    const answer = { essayId, parentId: mine.comment.id, key: mine.key, body: "And I am still." };
    const second = posted(await postComment(house, commentForm(house, answer)));
    const gone = posted(
      await postComment(house, commentForm(house, { essayId: demoId("forty-one-days") })),
    );
    await takeBack(house, { commentId: gone.comment.id, secret: gone.key });
    house.pass(2 * DAY);
    expect(await eraseDue(house)).toBe(1);

    await clear(house);
    expect(await checkIntegrity(store)).toEqual([]);
    expect(await rowsIn(store, "essays")).toBe(1);
    expect(await rowsIn(store, "tags")).toBe(0);
    const essay = await readEssay(store.read, { slug: LONG });
    expect(essay).toMatchObject({ state: "missing", title: "", demo: false, html: "", by: null });
    expect(essay?.counts).toMatchObject({ visible: 2, missing: 3 });
    const thread = await readWholeThread(store.read, essayId);
    expect(thread.map(({ id, state }) => ({ id, state }))).toEqual([
      { id: demoId(LONG, "a1"), state: "missing" },
      { id: demoId(LONG, "a2"), state: "missing" },
      { id: demoId(LONG, "a3"), state: "missing" },
      { id: mine.comment.id, state: "visible" },
      { id: second.comment.id, state: "visible" },
    ]);
    expect(JSON.stringify(thread)).not.toContain("Copper Lantern");
    const names = await store.read.selectFrom("thread_names").select("name").execute();
    expect(names).toEqual([{ name: mine.name }]);
    const left = await leftOf(store);
    expect(left["imported_items"]).toBeUndefined();
    expect(left["essay_links"]).toBeUndefined();
    expect(left["series"]).toBeUndefined();
    expect(await demoState(store.read)).toMatchObject({ here: 0, realPieces: true });
    expect(await loadDemo(house)).toEqual({ outcome: "not_empty" });
    // What is left is the visitor's own, to take back as before.
    await takeBack(house, { commentId: mine.comment.id, secret: mine.key });
    expect(await checkIntegrity(store)).toEqual([]);
  });

  it("go with the first real essay, in the same moment", async () => {
    const store = await open();
    const house = makeHouse(store);
    await loadDemo(house);
    const { essay } = published(await publishEssay(house, essayForm(house, { responds: LONG })));
    const rows = await store.read.selectFrom("essays").select(["id", "demo"]).execute();
    expect(rows).toEqual([{ id: essay.id, demo: 0 }]);
    expect(house.told).toContain(`essay:${demoId(LONG)}`);
    expect(await checkIntegrity(store)).toEqual([]);
    expect(await loadDemo(house)).toEqual({ outcome: "not_empty" });
  });

  it("stay while the first real essay waits, and go when it is let through", async () => {
    const store = await open();
    const house = makeHouse(store, { settings: { guests: "first post waits" } });
    await loadDemo(house);
    const { essay, state } = published(await publishEssay(house, essayForm(house)));
    expect(state).toBe("waiting");
    expect(await demoState(store.read)).toMatchObject({ here: demoPieces.length });
    await store.write(async (trx) => {
      const row = await essayById(trx, { id: essay.id }).executeTakeFirstOrThrow();
      await moveEssay(trx, house, { essay: row, to: "visible" });
    });
    const rows = await store.read.selectFrom("essays").select(["id", "demo"]).execute();
    expect(rows).toEqual([{ id: essay.id, demo: 0 }]);
  });

  it("go with the first pieces that are brought in, and don't come to them", async () => {
    const store = await open();
    const house = makeHouse(store);
    await loadDemo(house);
    const plan = await planImport({ path: QUIET_GATE, names: "keep", today: 20_000 });
    const report = await importWordpress(house, { plan });
    expect(await rowsIn(store, "essays")).toBe(report.essays);
    expect(
      await store.read.selectFrom("essays").select("id").where("demo", "=", 1).execute(),
    ).toEqual([]);
    expect(house.told).toContain(`essay:${demoId(LONG)}`);
    expect(await checkIntegrity(store)).toEqual([]);
    expect(await loadDemo(house, { onlyIfNeverUsed: true })).toEqual({ outcome: "not_empty" });
  });
});
