import { afterAll, beforeAll, expect, it } from "vitest";
import { connect, type Store } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import { ask } from "#tests/support/ask.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

let server: TestServer;
let store: Store;

beforeAll(async () => {
  server = await startServer();
  store = await connect(server.databaseUrl);
  const listed = { lead: "debate", indexing: 1 } as const;
  await seedEssay(store, { id: "listed", ...listed, edited_on: "2026-03-09" });
  await seedEssay(store, { id: "мой-опыт", ...listed, ordered_at: 5 });
  await seedEssay(store, { id: "kept-out" });
  await seedEssay(store, { id: "invented", ...listed, demo: 1 });
  await seedEssay(store, { id: "removed", ...listed, state: "removed" });
  await store.write((trx) => recordChanges(trx, ["fronts"]));
});

afterAll(async () => {
  await store.close();
  await server.stop();
});

it("robots.txt refuses crawlers for language models, keeps the others from forms, and names the sitemap", async () => {
  const { status, headers, text } = await ask(server.origin, "/robots.txt");
  expect(status).toBe(200);
  expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
  const [refused = "", others = ""] = text.split("\n\n");
  for (const name of ["GPTBot", "ClaudeBot", "CCBot", "Google-Extended"]) {
    expect(refused).toContain(`User-agent: ${name}\n`);
  }
  expect(refused.endsWith("\nDisallow: /")).toBe(true);
  expect(others).toMatch(/^User-agent: \*\n/);
  for (const path of ["/write", "/key", "/inbox", "/essays/*/reply", "/essays/*/lost-key"]) {
    expect(others).toContain(`Disallow: ${path}\n`);
  }
  expect(others).not.toMatch(/^Disallow: \/$/m);
  expect(text).toContain(`\nSitemap: ${server.origin}/sitemap.xml\n`);
  expect((await ask(server.origin, "/promises")).text).toContain("We can’t enforce it");
});

it("the sitemap has the essays that may be listed, each with a day, and no others", async () => {
  const { headers, text } = await ask(server.origin, "/sitemap.xml");
  expect(headers["content-type"]).toBe("application/xml; charset=utf-8");
  const essays = [...text.matchAll(/<loc>[^<]*\/essays\/([^<]*)<\/loc><lastmod>([^<]*)</g)];
  expect(essays.map(([, slug, day]) => [decodeURIComponent(slug ?? ""), day])).toEqual([
    ["мой-опыт", "2026-03-01"],
    ["listed", "2026-03-09"],
  ]);
  for (const path of ["/", "/stories", "/debates", "/about"]) {
    expect(text).toContain(`<loc>${server.origin}${path}</loc>`);
  }
});

it("what its writer keeps out of search engines says so in every form", async () => {
  for (const [address, tag] of [
    ["/essays/kept-out", "noindex"],
    ["/essays/kept-out.data", "noindex"],
    ["/essays/kept-out.json", "noindex"],
    ["/essays/kept-out.md", "noindex"],
    ["/essays/kept-out/feed.xml", "noindex"],
    ["/stories", "noindex"],
    ["/feed.xml", "noindex"],
    ["/essays/listed", undefined],
    ["/essays/listed.data", undefined],
    ["/essays/listed.json", undefined],
    ["/essays/listed.md", undefined],
    ["/about", undefined],
  ] as const) {
    const { headers } = await ask(server.origin, address);
    expect([address, headers["x-robots-tag"]]).toEqual([address, tag]);
  }
  const front = await ask(server.origin, "/?sort=new");
  expect(front.text).toMatch(/<li data-size="\w+" data-nosnippet="">(?:(?!<li).)*kept-out/s);
  expect(front.text).toMatch(/<li data-size="\w+">(?:(?!<li).)*\/essays\/listed"/s);
});

it("feeds leave invented pieces out, lists mark each", async () => {
  for (const feed of ["/feed.xml", "/feed.json", "/debates/feed.xml"]) {
    const { text } = await ask(server.origin, feed);
    expect(text).toContain("/essays/listed");
    expect(text).not.toContain("/essays/invented");
  }
  const { text, headers } = await ask(server.origin, "/");
  expect(headers["x-robots-tag"]).toBe("noindex");
  expect(text.split("Invented example. Nobody lived this.")).toHaveLength(3);
});
