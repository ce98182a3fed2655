import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { acknowledgedId, hiddenFields, sendForm, shownKey } from "#tests/support/guest.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const TIMES = 50;

let folder = "";
let servers: TestServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.end();
  await rm(folder, { recursive: true, force: true });
});

eachDialect("one form, sent fifty times at once to two servers of one house", (_open, _d, url) => {
  it("is one comment and has one answer, with one key", async () => {
    folder = await mkdtemp(join(tmpdir(), "firsthand-nodes-"));
    const databaseUrl = await url();
    const store = await connect(databaseUrl);
    await seedEssay(store, { id: "twice" });
    // The secret is made by the first and shared with the second.
    const first = await startServer({ databaseUrl, folder });
    const second = await startServer({ databaseUrl, folder });
    servers = [first, second];
    const path = "/essays/twice/reply";
    const form = await hiddenFields(first.origin, path);
    form.set("body", "Pressed fifty times.");
    form.set("intent", "post");
    const answers = await Promise.all(
      Array.from({ length: TIMES }, (_, number) => {
        const { origin } = number % 2 === 0 ? first : second;
        return sendForm(origin, path, form);
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(TIMES).fill(200));
    const ids = new Set(answers.map(acknowledgedId));
    expect(new Set(answers.map(shownKey)).size).toBe(1);
    const rows = await store.read.selectFrom("comments").selectAll().execute();
    expect(rows.map(({ id, markdown }) => ({ id, markdown }))).toEqual([
      { id: [...ids][0], markdown: "Pressed fifty times." },
    ]);
    expect(ids.size).toBe(1);
    expect(shownKey(answers[0] as (typeof answers)[0])).not.toBeNull();

    // With other words it is another attempt, also where the other server gets it.
    form.set("body", "Other words.");
    const other = await sendForm(second.origin, path, form);
    expect(ids.has(acknowledgedId(other))).toBe(false);
    expect(shownKey(other)).toBe(shownKey(answers[0] as (typeof answers)[0]));
    await store.close();
  });
});
