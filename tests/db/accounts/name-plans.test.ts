import { expect, test } from "vitest";
import { pausedThreadNames, pausesOfPenNames, penNameByKey } from "#db/queries/pauses.ts";
import { penNamePage } from "#db/queries/pen-names.ts";
import { namesInTheWay } from "#db/queries/taken-names.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { queryPlan, wholeReads } from "#tests/support/query-plan.ts";

eachDialect("what is asked about a name whenever somebody posts", (open) => {
  test("reads no table whole but the moderators', who are few", async () => {
    const store = await open();
    const { read } = store;
    const day = "2026-03-14";
    const asked = { nameKey: "a", lookKey: "a", lookMarks: ["m", "n"] };
    const inTheWay = await queryPlan(store, namesInTheWay(read, asked).compile());
    expect(wholeReads(inTheWay).map((line) => /moderators/.test(line))).toEqual([true]);
    for (const query of [
      pausesOfPenNames(read, { ids: ["a", "b"], day }).compile(),
      pausedThreadNames(read, { day }).compile(),
      penNameByKey(read, { nameKey: "a" }).compile(),
      penNamePage(read, { nameKey: "a" }).compile(),
    ]) {
      expect(wholeReads(await queryPlan(store, query)), query.sql).toEqual([]);
    }
  });
});
