import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Store } from "#db/connect.ts";
import { everyAddress } from "#tests/support/address-map.ts";
import { commentRow, seedComments, seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { Visitor } from "#tests/support/visitor.ts";

let server: TestServer;
let store: Store;

beforeAll(async () => {
  server = await startServer();
  store = await connect(server.databaseUrl);
  const words = '<p dir="auto">canary-noted</p>';
  await seedEssay(store, { id: "first", note: "rain", html: words, first_lines: "canary-noted" });
  await seedComments(store, "first", [
    commentRow("first", { id: "top", note: "rain", html: words }),
    commentRow("first", { id: "open", ordered_at: Date.parse("2026-03-01") + 2 }),
  ]);
});

afterAll(async () => {
  await store.close();
  await server.stop();
});

/** What a page lacks of the two ways out. */
function lacking(document: Document): string[] {
  const [first] = document.querySelectorAll("a[href], button, input, summary");
  return [
    ...(first?.getAttribute("href") === "/exit" ? [] : ["exit first in reading order"]),
    ...(document.querySelector('a[href="/help"]') ? [] : ["a link to help"]),
  ];
}

/** Words of pieces with a note that are read without being opened. */
function unfolded(document: Document): string[] {
  const copy = document.body.cloneNode(true) as HTMLElement;
  for (const folded of copy.querySelectorAll("details:not([open])")) folded.remove();
  return (copy.textContent ?? "").match(/canary-noted/g) ?? [];
}

describe("promise 12", () => {
  it("is checked by eyes that see a planted page without it", () => {
    const { document } = new JSDOM("<a href='/'>x</a><p>canary-noted</p>").window;
    expect(lacking(document)).toHaveLength(2);
    expect(unfolded(document)).toHaveLength(1);
  });

  it("has exit first and help on every page, and no noted words before they are opened", async () => {
    const visitor = new Visitor(server.origin);
    const filled = { slug: "first", id: "top", name: "somebody", number: "1" };
    const pages = (await everyAddress(filled)).filter((address) => address !== "/exit");
    const looked: string[] = [];
    for (const address of [...pages, "/nothing", "/comments/none"]) {
      const page = await visitor.get(address);
      if (!page.headers.get("content-type")?.startsWith("text/html")) continue;
      looked.push(address);
      expect(lacking(page.document), address).toEqual([]);
      // The page on which somebody takes back their own words, or has them folded, shows them.
      if (!/take-back|lost-key|my-words/.test(address)) {
        expect(unfolded(page.document), address).toEqual([]);
      }
    }
    expect(looked).toEqual(
      expect.arrayContaining(["/", "/essays/first", "/help", "/nothing", "/comments/none"]),
    );
  });

  it("leads out without a word to the place where one goes", async () => {
    const answer = await fetch(`${server.origin}/exit`, { redirect: "manual" });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toMatch(/^https:\/\//);
    expect(answer.headers.get("referrer-policy")).toBe("same-origin");
  });
});
