import { expect, it } from "vitest";
import { tagsInUse } from "#app/domain/essays/tags-in-use.ts";
import { mostUsedTags } from "#db/queries/tags-in-use.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { queryPlan, wholeReads } from "#tests/support/query-plan.ts";

eachDialect("tags in use", (open) => {
  it("names the tags that most essays carry, along their index, and none that no essay carries", async () => {
    const store = await open();
    const tags = Array.from({ length: 30 }, (_, index) => ({
      slug: `tag-${index}`,
      name: `Tag ${index}`,
      name_key: `tag ${index}`,
      essays: index % 10,
    }));
    await store.write((trx) => trx.insertInto("tags").values(tags).execute());
    const names = await tagsInUse(store.read);
    expect(names).toHaveLength(24);
    expect(names.slice(0, 3)).toEqual(["Tag 9", "Tag 29", "Tag 19"]);
    expect(names).not.toContain("Tag 10");
    const plan = await queryPlan(store, mostUsedTags(store.read, { limit: 24 }).compile());
    expect(plan.join("\n")).toContain("tags_used");
    expect(wholeReads(plan)).toEqual([]);
  });
});
