import { expect, it } from "vitest";
import type { Store } from "#db/connect.ts";
import {
  essayBySlug,
  respondedBy,
  responsesTo,
  sourceNotes,
  tagsOfEssay,
} from "#db/queries/essays.ts";
import {
  commentAddresses,
  commentByOldNumber,
  commentTexts,
  threadAddresses,
  threadOfComment,
  threadStubs,
  threadTexts,
} from "#db/queries/threads.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { queryPlan, wholeReads } from "#tests/support/query-plan.ts";
import { commentRow, seedComments, seedEssay } from "#tests/support/seed.ts";

/** Every query of a page that is read often; `sorts` where a few rows of one essay are put in order. */
const HOT = {
  "the comments of a thread": ({ read }: Store) => threadStubs(read, { essayId: "e1" }),
  "the words of a thread": ({ read }: Store) => threadTexts(read, { essayId: "e1" }),
  "the words of some comments": ({ read }: Store) => commentTexts(read, { ids: ["c1", "c2"] }),
  "where a comment stands": ({ read }: Store) => threadOfComment(read, { id: "c1" }),
  "a comment by its old number": ({ read }: Store) =>
    commentByOldNumber(read, { slug: "e1", number: 7 }),
  "an essay by its slug": ({ read }: Store) => essayBySlug(read, { slug: "e1" }),
};

const FEW_ROWS_SORTED = {
  "whom comments address": ({ read }: Store) => threadAddresses(read, { essayId: "e1" }),
  "whom some comments address": ({ read }: Store) => commentAddresses(read, { ids: ["a", "b"] }),
  "tags of an essay": ({ read }: Store) => tagsOfEssay(read, { essayId: "e1" }),
  "essays that answer": ({ read }: Store) => responsesTo(read, { essayId: "e1" }),
  "essays answered": ({ read }: Store) => respondedBy(read, { essayId: "e1" }),
  "mentions elsewhere": ({ read }: Store) => sourceNotes(read, { essayId: "e1" }),
};

async function seeded(store: Store): Promise<void> {
  await seedEssay(store, { id: "e1" });
  await seedComments(store, "e1", [commentRow("e1", { id: "c1" }), commentRow("e1", { id: "c2" })]);
}

eachDialect("query plans of reading", (open) => {
  it("finds a planted whole read", async () => {
    const store = await open();
    const planted = store.read.selectFrom("essays").select("id").orderBy("title").compile();
    expect(wholeReads(await queryPlan(store, planted))).not.toEqual([]);
  });

  for (const [title, query] of Object.entries(HOT)) {
    it(`reads ${title} along an index, in its order`, async () => {
      const store = await open();
      await seeded(store);
      expect(wholeReads(await queryPlan(store, query(store).compile()))).toEqual([]);
    });
  }

  for (const [title, query] of Object.entries(FEW_ROWS_SORTED)) {
    it(`finds ${title} along an index`, async () => {
      const store = await open();
      await seeded(store);
      const plan = await queryPlan(store, query(store).compile());
      const scans = wholeReads(plan).filter((line) => /SCAN|Seq/.test(line));
      expect(scans).toEqual([]);
    });
  }
});
