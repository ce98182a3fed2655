import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Store } from "#db/connect.ts";
import { ask } from "#tests/support/ask.ts";
import { publishAsGuest, secretsOn } from "#tests/support/publishing.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { Visitor } from "#tests/support/visitor.ts";

let server: TestServer;
let store: Store;

beforeAll(async () => {
  server = await startServer();
  store = await connect(server.databaseUrl);
  await seedEssay(store, { id: "asked" });
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

/** A link to a form with an attempt in it, made as a browser makes its own. */
async function baitAt(form: string): Promise<string> {
  const headers = { "sec-fetch-mode": "navigate", referer: `${server.origin}/` };
  const { status, headers: answered } = await ask(server.origin, form, { headers });
  expect(status).toBe(302);
  expect(answered.location).toContain("attempt=");
  return answered.location ?? "";
}

/** The one who made the link writes with it as well: a kept draft, which shows the form's key. */
async function keyOfBait(bait: string): Promise<string> {
  const owner = new Visitor(server.origin, `${server.origin}/`);
  const page = await owner.submit(await owner.get(bait), {
    intent: "draft",
    fields: { body: "Bait." },
  });
  const [key = ""] = secretsOn(page);
  expect(key).not.toBe("");
  return key;
}

describe("a link to a form that somebody else has made", () => {
  it.each([
    ["from a message", null],
    ["on another site", "https://elsewhere.example/page"],
  ])("%s gives whoever opens it a key of their own", async (_, referer) => {
    const write = await baitAt("/write");
    const reply = await baitAt("/essays/asked/reply");
    const known = [await keyOfBait(write), await keyOfBait(reply)];
    const essay = await publishAsGuest(new Visitor(server.origin, referer), {}, write);
    const visitor = new Visitor(server.origin, referer);
    const form = await visitor.get(reply);
    const sent = await visitor.submit(form, { intent: "post", fields: { body: "Mine." } });
    const own = [essay.key, secretsOn(sent)[0] ?? ""];
    for (const key of own) {
      expect(key).not.toBe("");
      expect(known).not.toContain(key);
    }
  });

  it("opens at once and with nothing of the sort in its address where no page of ours led to it", async () => {
    const headers = { "sec-fetch-mode": "navigate" };
    for (const form of ["/write", "/essays/asked/reply"]) {
      expect((await ask(server.origin, form, { headers })).status, form).toBe(200);
    }
  });

  it("tells nobody that a page of ours led to it where it stands in a text", async () => {
    const visitor = new Visitor(server.origin);
    const bait = `${server.origin}${await baitAt("/write")}`;
    const body = `[Here](${bait}) or ${bait}`;
    const works = { body, works_cited: bait, source: bait };
    const { slug } = await publishAsGuest(visitor, works);
    const { document } = await visitor.get(`/essays/${slug}`);
    const links = [...document.querySelectorAll("a[href*='attempt=']")];
    expect(links).toHaveLength(4);
    for (const link of links) expect(link.getAttribute("rel")).toContain("noreferrer");
  });
});
