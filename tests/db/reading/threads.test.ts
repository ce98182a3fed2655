import { expect, it } from "vitest";
import { readEssay } from "#app/domain/essays/read-essay.ts";
import { threadJson } from "#app/domain/exchange/thread-json.ts";
import { findComment, readBranch } from "#app/domain/threads/read-branch.ts";
import { readForReply } from "#app/domain/threads/read-for-reply.ts";
import { readThreadPage, readWholeThread } from "#app/domain/threads/read-thread.ts";
import type { Store } from "#db/connect.ts";
import type { PieceState } from "#db/schema.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { commentRow, seedComments, seedEssay } from "#tests/support/seed.ts";

const SECRET_WORDS = "canary-4711";

/** a ← b ← c, a ← d, e; each of the states given. */
async function thread(store: Store, states: Partial<Record<string, PieceState>> = {}) {
  await seedEssay(store, { id: "essay" });
  const row = (id: string, at: number, parent?: ReturnType<typeof commentRow>) =>
    commentRow("essay", {
      id,
      ordered_at: at,
      parent: parent ?? null,
      state: states[id] ?? "visible",
      html: `<p>${SECRET_WORDS} ${id}</p>`,
      markdown: `${SECRET_WORDS} ${id}`,
    });
  const a = row("a", 1);
  const b = row("b", 2, a);
  const c = row("c", 5, b);
  const d = row("d", 3, a);
  const e = row("e", 4);
  await seedComments(store, "essay", [a, b, d, e, c]);
}

const USUAL = { essayId: "essay", page: 1, order: "oldest", flat: false, filter: null } as const;

eachDialect("reading a thread", (open) => {
  it("gives comments in reading order, each with whom it answers", async () => {
    const store = await open();
    await thread(store);
    const comments = await readWholeThread(store.read, "essay");
    expect(comments.map(({ id, depth, parentName }) => [id, depth, parentName])).toEqual([
      ["a", 1, null],
      ["b", 2, "Name a"],
      ["c", 3, "Name b"],
      ["d", 2, "Name a"],
      ["e", 1, null],
    ]);
  });

  it.each<PieceState>(["waiting", "removed", "taken_back", "missing"])(
    "shows neither words nor name of what is %s, and keeps its replies",
    async (state) => {
      const store = await open();
      await thread(store, { b: state });
      const essay = await readEssay(store.read, { slug: "essay" });
      if (!essay) throw new Error("the essay was seeded");
      const json = threadJson(essay, await readWholeThread(store.read, "essay"));
      const read = JSON.parse(json) as {
        comments: { id: string; state: string; parent: string }[];
      };
      expect(json).toContain(`${SECRET_WORDS} a`);
      expect(json).not.toContain(`${SECRET_WORDS} b`);
      expect(json).not.toContain("Name b");
      const place = read.comments.find(({ id }) => id === "b");
      expect(place).toMatchObject({ state, parent: "a", depth: 2 });
      for (const gone of ["html", "markdown", "by"]) expect(place).not.toHaveProperty(gone);
      expect(read.comments.find(({ id }) => id === "c")?.parent).toBe("b");
    },
  );

  it("counts all states, and they add up to the comments there are", async () => {
    const store = await open();
    await thread(store, { b: "removed", d: "waiting", e: "folded" });
    const essay = await readEssay(store.read, { slug: "essay" });
    const comments = await readWholeThread(store.read, "essay");
    const counts = Object.values(essay?.counts ?? {});
    expect(essay?.counts).toMatchObject({ visible: 2, removed: 1, waiting: 1, folded: 1 });
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(comments.length);
  });

  it("reads it without nesting, oldest first, and with the newest branch first", async () => {
    const store = await open();
    await thread(store);
    const flat = await readThreadPage(store.read, { ...USUAL, flat: true });
    expect(flat?.flat?.map(({ id }) => id)).toEqual(["a", "b", "d", "e", "c"]);
    const newest = await readThreadPage(store.read, { ...USUAL, order: "newest" });
    expect(newest?.branches.map(({ comment }) => comment.id)).toEqual(["e", "a"]);
  });

  it("has no page beyond the last", async () => {
    const store = await open();
    await thread(store);
    expect(await readThreadPage(store.read, { ...USUAL, page: 2 })).toBeNull();
  });

  it("gives a long thread in pages, and finds every comment on its page", async () => {
    const store = await open();
    await seedEssay(store, { id: "essay" });
    const rows = Array.from({ length: 700 }, (_, index) =>
      commentRow("essay", { id: `t${index}`, ordered_at: index }),
    );
    await seedComments(store, "essay", rows);
    const seen: string[] = [];
    for (let page = 1; page <= 3; page += 1) {
      const read = await readThreadPage(store.read, { ...USUAL, page });
      expect(read?.pages).toBe(3);
      seen.push(...(read?.branches.map(({ comment }) => comment.id) ?? []));
    }
    expect(seen).toEqual(rows.map(({ id }) => id));
    const found = await findComment(store.read, { id: "t650" });
    expect(found?.place).toEqual({ on: "thread", page: 3 });
  });

  it("gives a branch with those above it, and a chain of 700 in pages", async () => {
    const store = await open();
    await seedEssay(store, { id: "essay" });
    const rows: ReturnType<typeof commentRow>[] = [];
    for (let index = 0; index < 700; index += 1) {
      rows.push(
        commentRow("essay", { id: `n${index}`, ordered_at: index, parent: rows.at(-1) ?? null }),
      );
    }
    await seedComments(store, "essay", rows);
    const first = await readThreadPage(store.read, USUAL);
    expect(first?.cut).toEqual([{ rootId: "n0", size: 700, shown: 60 }]);
    const branch = await readBranch(store.read, { id: "n2", page: 3 });
    expect(branch).toMatchObject({ pages: 3, size: 698, slug: "essay" });
    expect(branch?.ancestors.map(({ id }) => id)).toEqual(["n0", "n1"]);
    expect(branch?.branches[0]?.comment).toMatchObject({ id: "n602", parentName: "Name n601" });
    expect((await findComment(store.read, { id: "n699" }))?.place).toEqual({
      on: "branch",
      rootId: "n0",
      page: 3,
    });
  });

  it("offers whom else a reply may address, the nearest first, nobody without a name", async () => {
    const store = await open();
    await thread(store, { d: "removed" });
    const place = await readForReply(store.read, {
      essayId: "essay",
      parentId: "c",
      chosen: ["e"],
    });
    expect(place?.answered?.id).toBe("c");
    expect(place?.addressable.map(({ id }) => id)).toEqual(["e", "b", "a"]);
    expect(
      await readForReply(store.read, { essayId: "essay", parentId: "none", chosen: [] }),
    ).toBeNull();
  });
});
