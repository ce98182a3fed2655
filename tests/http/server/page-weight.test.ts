import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import { lotFrom } from "#tests/bench/random.ts";
import { threadRows } from "#tests/bench/rows.ts";
import { Writer } from "#tests/bench/text.ts";
import { weightOf } from "#tests/support/page-weight.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

/** WordPress sends 95 kB in nine requests for such a thread. */
const MOST_BYTES = 45_000;
const MOST_REQUESTS = 5;

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  const lot = lotFrom(1);
  const shape = { slug: "long-talk", comments: 74, words: 7_000 };
  const { essay, comments, names } = threadRows(lot, new Writer(lot), shape);
  const store = await connect(server.databaseUrl);
  await store.write(async (trx) => {
    await trx.insertInto("essays").values(essay).execute();
    await trx.insertInto("thread_names").values(names).execute();
    await trx.insertInto("comments").values(comments).execute();
    await recordChanges(trx, [`essay:${essay.id}`, "fronts"]);
  });
  await store.close();
});
afterAll(() => server.stop());

describe("a thread of 74 comments and 7,000 words", () => {
  it("weighs less than 45 kB in at most five requests, fonts and icon apart", async () => {
    const weights = await weightOf(server.origin, "/essays/long-talk");
    const shown = weights.map(({ path, bytes }) => `${bytes} ${path}`).join("\n");
    expect(weights.length, shown).toBeLessThanOrEqual(MOST_REQUESTS);
    const sum = weights.reduce((total, { bytes }) => total + bytes, 0);
    expect(sum, shown).toBeLessThan(MOST_BYTES);
    // It is the whole thread that was weighed, with its style and what its scripts need.
    expect(weights[0]?.bytes).toBeGreaterThan(20_000);
    expect(weights.filter(({ path }) => path.endsWith(".css"))).toHaveLength(1);
    expect(weights.filter(({ path }) => path.endsWith(".js")).length).toBeGreaterThan(0);
  });
});
