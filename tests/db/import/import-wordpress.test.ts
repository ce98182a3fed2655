import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, it } from "vitest";
import { importWordpress } from "#app/domain/exchange/wordpress/import-wordpress.ts";
import { FATE } from "#app/domain/exchange/wordpress/place-thread.ts";
import { planImport } from "#app/domain/exchange/wordpress/plan-import.ts";
import { findRedirect } from "#app/domain/exchange/wordpress/redirects.ts";
import type { House } from "#app/domain/house.ts";
import { verifyLog } from "#app/domain/moderation/log.ts";
import type { Store } from "#db/connect.ts";
import { checkIntegrity } from "#db/queries/integrity.ts";
import { inColumns, model, type Row, rowList } from "#tests/support/comment-forest.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { makeHouse } from "#tests/support/house.ts";
import { wxr } from "#tests/support/wxr.ts";
import { fileOf } from "#tests/support/wxr-file.ts";

const corpus = (name: string) =>
  fileURLToPath(new URL(`../../corpus/wordpress/${name}`, import.meta.url));
const QUIET_GATE = corpus("quiet-gate-1.2.xml");

async function bringIn(house: House, path: string, names: "keep" | "hide" = "keep") {
  const plan = await planImport({ path, names, today: 20_000 });
  return { plan, report: await importWordpress(house, { plan }) };
}

async function sound(store: Store) {
  expect(await checkIntegrity(store)).toEqual([]);
  expect(await verifyLog(store.read)).toEqual([]);
}

const FATES = ["1", "0", "spam"];

function threadFile(rows: readonly Row[]) {
  const comments = rows.map(({ id, parent, day, fate }) => ({
    id,
    parent,
    day: new Date(day * 86_400_000).toISOString().slice(0, 10),
    status: FATES[fate] ?? "1",
  }));
  return fileOf(wxr([{ id: 900, comments }]));
}

async function storedThread(store: Store) {
  const rows = await store.read
    .selectFrom("comments")
    .leftJoin("comments as parent", "parent.id", "comments.parent_id")
    .select(["comments.old_number as id", "parent.old_number as parentId", "comments.depth"])
    .select(["comments.state", "comments.markdown"])
    .orderBy("comments.ordered_at")
    .execute();
  return rows.map(({ id, parentId, depth, state, markdown }) => {
    const stands = { id, parentId: parentId ?? 0, depth, empty: state === "missing" };
    expect(markdown).toBe(stands.empty ? "" : `words of ${id}`);
    return stands;
  });
}

eachDialect("bringing a blog in", (open) => {
  it("brings the whole of a real blog, and the second time nothing", async () => {
    const store = await open();
    const house = makeHouse(store);
    const { plan, report } = await bringIn(house, QUIET_GATE);
    expect(report).toMatchObject({
      essays: 5,
      comments: 76,
      placeholders: 3,
      waiting: 1,
      drafts: 5,
    });
    expect(report).toMatchObject({ redirects: 10, images: 4 });
    expect(plan.counts).toEqual({
      essays: 5,
      comments: 76,
      placeholders: 3,
      waiting: 1,
      drafts: 5,
    });
    const essay = await store.read
      .selectFrom("essays")
      .selectAll()
      .where("slug", "=", "the-kettle-on-the-sill")
      .executeTakeFirstOrThrow();
    expect(essay).toMatchObject({ lead: "story", indexing: 0, by_name: "Rowan Ashby" });
    expect(essay).toMatchObject({ perspective_source: "guess", by_kind: "imported" });
    expect(essay).toMatchObject({ comments_visible: 75, comments_waiting: 1, comments_missing: 3 });
    expect(essay).toMatchObject({ published_on: "2012-03-04", active_on: "2012-03-26" });
    expect(essay.ordered_at).toBe(Date.parse("2012-03-04T00:00:00Z"));
    const [review, ...more] = await store.read.selectFrom("reviews").selectAll().execute();
    expect(review).toMatchObject({ kind: "first_post", outcome: null });
    expect(more).toEqual([]);
    expect(await store.read.selectFrom("essay_links").selectAll().execute()).toEqual([]);
    const proposed = store.read.selectFrom("proposed_links").select(["found_in", "outcome"]);
    expect(await proposed.execute()).toEqual([
      { found_in: "pingback", outcome: null },
      { found_in: "pingback", outcome: null },
    ]);
    expect(report.proposals).toBe(2);
    const notes = await store.read.selectFrom("source_notes").select(["title", "url"]).execute();
    expect(notes).toEqual([
      { title: "A Blog Elsewhere » Reading", url: "https://elsewhere.example/2012/03/reading/" },
    ]);
    const drafts = await store.read.selectFrom("operator_drafts").select("reason").execute();
    const reasons = drafts.map(({ reason }) => reason).sort();
    expect(reasons).toEqual(["draft", "future", "password", "pending", "private"]);
    await sound(store);

    const again = await bringIn(house, QUIET_GATE);
    expect(again.report).toMatchObject({ essays: 0, comments: 0, placeholders: 0, waiting: 0 });
    expect(again.report).toMatchObject({ drafts: 0, redirects: 0 });
    expect(again.report.skipped).toContainEqual(
      expect.objectContaining({ reason: "already here", count: 90 }),
    );
    await sound(store);
  });

  it("leaves alone what was changed here since", async () => {
    const store = await open();
    const house = makeHouse(store);
    await bringIn(house, QUIET_GATE);
    await store.write(async (trx) => {
      await trx
        .updateTable("comments")
        .set({ markdown: "My own words now.", revision: 2 })
        .where("old_number", "=", 501)
        .execute();
    });
    await bringIn(house, QUIET_GATE);
    const edited = store.read
      .selectFrom("comments")
      .select("markdown")
      .where("old_number", "=", 501);
    expect(await edited.execute()).toEqual([{ markdown: "My own words now." }]);
  });

  it("keeps names for who had them in their thread, or none at all", async () => {
    const kept = await open();
    await bringIn(makeHouse(kept), QUIET_GATE);
    const names = await kept.read
      .selectFrom("thread_names")
      .select(["name", "owner_mark"])
      .execute();
    expect(names).toContainEqual({ name: "Tidewater", owner_mark: null });
    const hidden = await open();
    await bringIn(makeHouse(hidden), QUIET_GATE, "hide");
    const all = await hidden.read.selectFrom("comments").select("by_name").execute();
    const shown = new Set(all.map(({ by_name }) => by_name));
    expect(shown).toContain("a commenter on the old blog 1");
    expect(shown).toContain("a commenter on the old blog 12");
    expect(shown).not.toContain("Tidewater");
    expect(await hidden.read.selectFrom("thread_names").selectAll().execute()).toEqual([]);
  });

  it("lets old addresses go on working", async () => {
    const store = await open();
    const house = makeHouse(store);
    await bringIn(house, QUIET_GATE);
    await bringIn(house, corpus("long-walk-1.1.xml"));
    const kettle = "/essays/the-kettle-on-the-sill";
    for (const old of [
      "/2012/03/the-kettle-on-the-sill/",
      "/2012/03/the-kettle-on-the-sill",
      "/2012/03/the-kettle-on-the-sill/comment-page-2/",
      "/2012/03/the-kettle-on-the-sill/2/",
      "/2012/03/the-kettle-on-the-sill/?cpage=2",
      "/2012/03/the-kettle-on-the-sill/?replytocom=503",
      "/2012/03/the-kettle-on-the-sill/feed/",
      "/?p=41",
    ]) {
      expect([old, await findRedirect(house, old)]).toEqual([old, kettle]);
    }
    expect(await findRedirect(house, "/blog/?p=7")).toBe("/essays/a-walk");
    expect(await findRedirect(house, "/blog/archives/8")).toBe("/essays/untitled");
    for (const none of ["/", "/?p=46", "/about", "//evil.example/2012", "/2012/03/"]) {
      expect([none, await findRedirect(house, none)]).toEqual([none, null]);
    }
  });

  it("reads WXR 1.0 and 1.1, answers before what they answer", async () => {
    const store = await open();
    const house = makeHouse(store);
    expect((await bringIn(house, corpus("oldest-1.0.xml"))).report).toMatchObject({
      essays: 1,
      comments: 2,
    });
    const { report } = await bringIn(house, corpus("long-walk-1.1.xml"));
    expect(report).toMatchObject({ essays: 2, comments: 7, placeholders: 1 });
    const steps = await store.read
      .selectFrom("comments")
      .select(["old_number", "depth", "state"])
      .where("markdown", "like", "Step%")
      .orderBy("old_number")
      .execute();
    expect(steps.map(({ depth }) => depth)).toEqual([1, 2, 3, 4, 5, 3]);
    const tags = await store.read.selectFrom("tags").select("name").orderBy("name").execute();
    expect(tags).toEqual([{ name: "Advocacy" }, { name: "Doors" }]);
    await sound(store);
  });

  it("never loses a piece that is beyond the limits here", async () => {
    const store = await open();
    const text = `<p>${"kept words ".repeat(12_000)}</p>`;
    const long = "<p>a</p>".repeat(2_500);
    const path = await fileOf(
      wxr([{ id: 1, text: long, comments: [{ id: 2, text: text.repeat(2) }] }]),
    );
    const { report } = await bringIn(makeHouse(store), path);
    expect(report.noted).toContainEqual(
      expect.objectContaining({ reason: "kept as plain text", count: 2 }),
    );
    const row = await store.read
      .selectFrom("comments")
      .select(["html", "renderer_version"])
      .executeTakeFirstOrThrow();
    expect(row.renderer_version).toBe(0);
    expect(row.html).toContain("kept words");
    await sound(store);
  });

  it("stores any forest as a simple model says", async () => {
    const store = await open();
    const house = makeHouse(store);
    await fc.assert(
      fc.asyncProperty(rowList, async (rows) => {
        await store.write(async (trx) => {
          await trx.deleteFrom("reviews").execute();
          await trx.deleteFrom("comments").where("depth", ">", 0).execute();
          for (const table of ["redirects", "imported_items", "essays"] as const) {
            await trx.deleteFrom(table).execute();
          }
        });
        const columns = inColumns(rows);
        await bringIn(house, await threadFile(rows));
        expect(await storedThread(store)).toEqual(model(columns));
        const visible = columns.fates.filter((fate) => fate === FATE.visible).length;
        const essay = store.read.selectFrom("essays").select("comments_visible");
        expect(await essay.execute()).toEqual([{ comments_visible: visible }]);
        expect(await checkIntegrity(store)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
