import { expect, test } from "vitest";
import { stubsIn, threadStubs } from "#db/queries/threads.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { commentRow, seedComments, seedEssay } from "#tests/support/seed.ts";

eachDialect("a thread read as one row", (open) => {
  test("gives every comment as its columns have it, whatever stands in a name", async () => {
    const store = await open();
    await seedEssay(store, { id: "e1" });
    const top = commentRow("e1", {
      id: "top",
      by_name: "O'Hara | , \u001f\u001e Ω",
      ordered_at: 5,
    });
    const reply = commentRow("e1", {
      id: "reply",
      parent: top,
      ordered_at: 6,
      experience: 1,
      standing: "lived",
    });
    const gone = commentRow("e1", { id: "gone", state: "missing", ordered_at: 4 });
    const rows = [top, reply, { ...gone, by_name: null, by_kind: null }];
    await seedComments(store, "e1", rows);
    const { lines } = await threadStubs(store.read, { essayId: "e1" }).executeTakeFirstOrThrow();
    const shared = { revision: 1, by_kind: "thread_name", debate: 0 };
    expect(stubsIn(lines)).toEqual([
      {
        ...{ ...shared, id: "gone", parent_id: null, root_id: "gone", depth: 1, state: "missing" },
        ...{ ordered_at: 4, by_name: null, by_kind: null, experience: 0, standing: null },
      },
      {
        ...{ ...shared, id: "top", parent_id: null, root_id: "top", depth: 1, state: "visible" },
        ...{ ordered_at: 5, by_name: "O'Hara | ,  Ω", experience: 0, standing: null },
      },
      {
        ...{ ...shared, id: "reply", parent_id: "top", root_id: "top", depth: 2, state: "visible" },
        ...{ ordered_at: 6, by_name: "Name reply", experience: 1, standing: "lived" },
      },
    ]);
    const backwards = (lines ?? "").split("\u001e").reverse().join("\u001e");
    expect(stubsIn(backwards)).toEqual(stubsIn(lines));
  });

  test("gives none of an essay that nobody has answered", async () => {
    const store = await open();
    const none = await threadStubs(store.read, { essayId: "nobody" }).executeTakeFirst();
    expect(stubsIn(none?.lines ?? null)).toEqual([]);
  });
});
