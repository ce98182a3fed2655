import { expect, it } from "vitest";
import { eachDialect } from "#tests/support/databases.ts";

eachDialect("the store", (open) => {
  it("keeps fifty concurrent read-modify-writes exact when every fifth is rolled back", async () => {
    const store = await open();
    await store.write((trx) =>
      trx.insertInto("counters").values({ name: "sum", value: 0 }).execute(),
    );
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, number) =>
        store.write(async (trx) => {
          const { value } = await trx
            .selectFrom("counters")
            .select("value")
            .where("name", "=", "sum")
            .executeTakeFirstOrThrow();
          await trx
            .updateTable("counters")
            .set({ value: value + 1 })
            .where("name", "=", "sum")
            .execute();
          if (number % 5 === 4) throw new Error("rolled back on purpose");
          return value;
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(10);
    const { value } = await store.read
      .selectFrom("counters")
      .select("value")
      .executeTakeFirstOrThrow();
    expect(value).toBe(40);
  });
});
