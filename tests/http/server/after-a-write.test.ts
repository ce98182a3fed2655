import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import { ask } from "#tests/support/ask.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { Visitor } from "#tests/support/visitor.ts";

let server: TestServer;
/** Another process on the same store. */
let beside: TestServer;
beforeAll(async () => {
  server = await startServer();
  beside = await startServer({ folder: server.folder });
  const store = await connect(server.databaseUrl);
  await seedEssay(store, { id: "first" });
  await store.close();
});
afterAll(async () => {
  await beside.stop();
  await server.stop();
});

const THREAD = "/essays/first";

async function write(words: string): Promise<Visitor> {
  const visitor = new Visitor(server.origin);
  const reply = await visitor.get(`${THREAD}/reply`);
  const answer = await visitor.submit(reply, { intent: "post", fields: { body: words } });
  expect(answer.status).toBe(200);
  return visitor;
}

async function threadOf(at: TestServer, cookie?: string): Promise<string> {
  const headers = cookie === undefined ? undefined : { Cookie: cookie };
  return (await ask(at.origin, THREAD, headers && { headers })).text;
}

describe("what somebody wrote", () => {
  it("stands in kept pages of this process in the same moment", async () => {
    expect(await threadOf(server)).not.toContain("Written at once");
    await write("Written at once");
    expect(await threadOf(server)).toContain("Written at once");
  });

  it("stands in kept pages of another process within a second", async () => {
    expect(await threadOf(beside)).not.toContain("Written elsewhere");
    await write("Written elsewhere");
    const deadline = Date.now() + 1_000;
    let text = "";
    while (Date.now() < deadline && !text.includes("Written elsewhere")) {
      text = await threadOf(beside);
    }
    expect(text).toContain("Written elsewhere");
  });

  it("is there at once for whoever wrote it, in whichever process, by a cookie of ten seconds", async () => {
    await threadOf(beside);
    const { cookies } = await write("Written by me");
    expect([...cookies.keys()]).toEqual(["firsthand-fresh"]);
    const cookie = `firsthand-fresh=${cookies.get("firsthand-fresh")}`;
    expect(await threadOf(beside, cookie)).toContain("Written by me");
  });
});

it("whoever only reads, or only looks at a preview, gets no cookie", async () => {
  const reader = new Visitor(server.origin);
  await reader.get(THREAD);
  const reply = await reader.get(`${THREAD}/reply`);
  await reader.submit(reply, { intent: "preview", fields: { body: "Only looking" } });
  expect([...reader.cookies.keys()]).toEqual([]);
});
