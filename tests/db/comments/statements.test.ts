import { expect, test } from "vitest";
import { postComment } from "#app/domain/comments/post.ts";
import { readEssay } from "#app/domain/essays/read-essay.ts";
import { readThreadPage } from "#app/domain/threads/read-thread.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { commentForm, makeHouse, posted } from "#tests/support/house.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { countingStore } from "#tests/support/statements.ts";
import { seedThread } from "#tests/support/threads.ts";

eachDialect("what is asked of the database", (open) => {
  test("for a comment: the same few statements, however long the thread is", async () => {
    const store = countingStore(await open());
    await seedThread(store, { id: "short", branches: 1, size: 2 });
    const rows = await seedThread(store, { id: "long", branches: 30, size: 10 });
    const house = makeHouse(store);
    store.counted();
    for (const essayId of ["short", "long"]) {
      const form = commentForm(house, { essayId });
      posted(await postComment(house, form));
      expect(store.counted()).toEqual({ reading: 1, writing: 12 });
      posted(await postComment(house, { ...form, body: "And one more." }));
      expect(store.counted()).toEqual({ reading: 1, writing: 11 });
      posted(await postComment(house, form));
      expect(store.counted()).toEqual({ reading: 3, writing: 0 });
    }
    const reply = commentForm(house, { essayId: "long", parentId: rows.at(-1)?.id ?? null });
    posted(await postComment(house, reply));
    expect(store.counted()).toEqual({ reading: 1, writing: 13 });
  });

  test("for a page of a thread: as many statements for 300 comments as for two", async () => {
    const store = countingStore(await open());
    await seedThread(store, { id: "short", branches: 1, size: 2 });
    await seedThread(store, { id: "long", branches: 30, size: 10 });
    const statementsFor = async (slug: string) => {
      store.counted();
      const essay = await readEssay(store.read, { slug });
      const page = { essayId: essay?.id ?? "", page: 1, order: "oldest", flat: false } as const;
      await readThreadPage(store.read, { ...page, filter: null });
      return store.counted().reading;
    };
    const few = await statementsFor("short");
    expect(await statementsFor("long")).toBe(few);
    expect(few).toBeLessThanOrEqual(10);
  });

  test("an answer that is put together from what was written is the one that the store gives later", async () => {
    const store = await open();
    await seedEssay(store, { id: "one" });
    await seedEssay(store, { id: "two" });
    const house = makeHouse(store);
    const first = commentForm(house, { essayId: "one", name: "Grey Lamp" });
    const { key } = posted(await postComment(house, first));
    const forms = [
      first,
      { ...first, body: "Again under the form's own key." },
      commentForm(house, { essayId: "one", key, body: "With the key." }),
      commentForm(house, { essayId: "two", key, body: "Somewhere else." }),
      commentForm(house, { essayId: "two", key, body: "And there again." }),
    ];
    for (const form of forms) {
      const once = await postComment(house, form);
      expect(once.ok).toBe(true);
      expect(await postComment(house, form)).toEqual(once);
    }
  });
});
