import { expect, test } from "vitest";
import { postComment } from "#app/domain/comments/post.ts";
import { runDueJobs } from "#app/domain/jobs/run-due-jobs.ts";
import { RENDERER_VERSION, type Renderer } from "#app/domain/rendering/types.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { commentForm, makeHouse, posted, realRenderer } from "#tests/support/house.ts";
import { seedEssay } from "#tests/support/seed.ts";

/** What the real one gives when no worker answers. */
const failing: Renderer = {
  render: async (request) => {
    const result = await realRenderer().render({ ...request, markdown: "" });
    if (!result.ok) return result;
    return { ok: true, rendered: { ...result.rendered, html: "<p>escaped</p>", version: 0 } };
  },
  close: async () => undefined,
};

eachDialect("rendering again", (open) => {
  async function ready() {
    const store = await open();
    await seedEssay(store, { id: "essay1", markdown: "An *old* essay.", renderer_version: 0 });
    const house = makeHouse(store, { renderer: failing });
    const form = commentForm(house, { essayId: "essay1", body: "So *it* was." });
    const { comment } = posted(await postComment(house, form));
    const row = () =>
      store.read
        .selectFrom("comments")
        .selectAll()
        .where("id", "=", comment.id)
        .executeTakeFirstOrThrow();
    const essay = () => store.read.selectFrom("essays").selectAll().executeTakeFirstOrThrow();
    return { store, house, row, essay };
  }

  test("what could not be rendered is rendered later, and its page is made afresh", async () => {
    const { store, house, row, essay } = await ready();
    expect(await row()).toMatchObject({ renderer_version: 0, html: "<p>escaped</p>" });
    const before = await essay();
    const mended = makeHouse(store, { secrets: house.secrets });
    expect(await runDueJobs(mended)).toEqual({ erased: 0, rendered: 2 });
    expect(await row()).toMatchObject({ renderer_version: RENDERER_VERSION, revision: 2 });
    expect((await row()).html).toContain("<em>it</em>");
    expect(await essay()).toMatchObject({ renderer_version: RENDERER_VERSION, words: 3 });
    expect((await essay()).html).toContain("<em>old</em>");
    expect((await essay()).revision).toBe(before.revision + 1);
    expect(mended.told).toContain("essay:essay1");
    expect(await runDueJobs(mended)).toEqual({ erased: 0, rendered: 0 });
  });

  test("what fails again is left for the next time, and ends", async () => {
    const { house, row } = await ready();
    expect(await runDueJobs(house)).toEqual({ erased: 0, rendered: 0 });
    expect(await row()).toMatchObject({ renderer_version: 0, revision: 1 });
  });

  test("what today's limits refuse keeps what it shows, and is not tried for ever", async () => {
    const { store, row } = await ready();
    const strict: Renderer = {
      render: async () => ({ ok: false, reason: "too_long", limit: 1 }),
      close: async () => undefined,
    };
    await runDueJobs(makeHouse(store, { renderer: strict }));
    expect(await row()).toMatchObject({
      renderer_version: RENDERER_VERSION,
      html: "<p>escaped</p>",
    });
  });

  test("words that changed while they were rendered are not overwritten", async () => {
    const { store, row } = await ready();
    const racing: Renderer = {
      ...realRenderer(),
      render: async (request) => {
        await store.write((trx) =>
          trx.updateTable("comments").set({ html: "<p>newer</p>", revision: 7 }).execute(),
        );
        return realRenderer().render(request);
      },
    };
    await runDueJobs(makeHouse(store, { renderer: racing }));
    expect(await row()).toMatchObject({ html: "<p>newer</p>", revision: 7 });
  });
});
