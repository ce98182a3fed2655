import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishAsGuest } from "#tests/support/publishing.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { Visitor } from "#tests/support/visitor.ts";

const WORDS = "\nAn hour of words </textarea><b>\nand another line.";

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

describe("a reply that is sent after the essay was taken back", () => {
  it.each(["post", "preview", "draft"])("comes back with all its words (%s)", async (intent) => {
    const visitor = new Visitor(server.origin);
    const { slug, code } = await publishAsGuest(new Visitor(server.origin), { title: intent });
    const reply = await visitor.get(`/essays/${slug}/reply`);
    const ask = await visitor.get(`/essays/${slug}/take-back`);
    await visitor.submit(ask, { intent: "take-back", fields: { key: code } });
    const answer = await visitor.submit(reply, { intent, fields: { body: WORDS } });
    expect(answer.status).toBe(410);
    expect(answer.document.querySelector("textarea")?.value).toBe(WORDS);
    expect(answer.document.querySelector("textarea + b")).toBeNull();
  });

  it("comes back where the examples go at the same moment, and nothing breaks", async () => {
    const house = await startServer({ env: { DEMO: "on" } });
    try {
      const visitor = new Visitor(house.origin);
      const { document } = await visitor.get("/");
      const first = document.querySelector('main a[href^="/essays/"]')?.getAttribute("href") ?? "";
      const reply = await visitor.get(`${first}/reply`);
      const bodies = Array.from({ length: 12 }, (_, number) => `Words ${number}`);
      const posts = bodies.map((body) =>
        visitor.submit(reply, { intent: "post", fields: { body } }),
      );
      const answers = await Promise.all([
        publishAsGuest(visitor).then(({ page }) => page),
        ...posts,
      ]);
      for (const { status } of answers) expect([200, 404, 422]).toContain(status);
      const lost = answers.filter(({ status }) => status === 404);
      for (const page of lost) expect(page.document.querySelector("textarea")).not.toBeNull();
    } finally {
      await house.stop();
    }
  });

  it("says nothing of words where there were none", async () => {
    const visitor = new Visitor(server.origin);
    const answer = await visitor.post("/essays/nowhere/reply", "body=");
    expect(answer.status).toBe(404);
    expect(answer.document.querySelector("textarea")).toBeNull();
  });
});
