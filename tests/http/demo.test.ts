import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoId } from "#app/domain/demo/demo-id.ts";
import { demoPieces } from "#app/domain/demo/pieces/all.ts";
import { words } from "#app/words/words.ts";
import { ask } from "#tests/support/ask.ts";
import { firsthand } from "#tests/support/command.ts";
import { postAsGuest } from "#tests/support/guest.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { Visitor } from "#tests/support/visitor.ts";

const LINE = words().demo.line;
const LONG = "who-does-the-peer-worker-work-for";
const DEEP = demoId(LONG, "a3");
const QUIET_GATE = fileURLToPath(
  new URL("../corpus/wordpress/quiet-gate-1.2.xml", import.meta.url),
);

/** Every kind of page that shows an invented piece. */
const PAGES = [
  ...demoPieces.map(({ slug }) => `/essays/${slug}`),
  `/essays/${LONG}?perspective=experience`,
  `/essays/${LONG}?flat=1`,
  `/essays/${LONG}/reply`,
  `/essays/${LONG}/reply?parent=${DEEP}`,
  `/comments/${DEEP}/branch`,
  `/conversations/${LONG}`,
  `/write?responds=${LONG}`,
  `/write?comment=${DEEP}`,
  "/",
  "/stories",
  "/debates",
  "/tags/coercion",
  "/series/back-on-the-14",
  "/people/Teodor%20Vey",
];

let server: TestServer;
let visitor: Visitor;
beforeAll(async () => {
  server = await startServer({ env: { DEMO: "on" } });
  visitor = new Visitor(server.origin);
}, 120_000);
afterAll(() => server.stop());

const robots = (headers: Headers) => headers.get("X-Robots-Tag");

describe("a new house with its invented examples", () => {
  it.each(PAGES)("%s says that it is invented, and is for no search engine", async (address) => {
    const page = await visitor.get(address);
    expect(page.status).toBe(200);
    expect(page.text).toContain(LINE);
    const meta = page.document.querySelector('meta[name="robots"]')?.getAttribute("content");
    expect([meta, robots(page.headers)]).toContain("noindex");
    expect(
      page.document.querySelector('link[type="application/atom+xml"][href*="essays/"]'),
    ).toBeNull();
  });

  it("says so twice around an essay, under its title and before the thread", async () => {
    const { document } = await visitor.get(`/essays/${LONG}`);
    const places = [...document.querySelectorAll(".invented")].map((line) => line.parentElement);
    expect(places.map((place) => place?.className)).toEqual(["essay", "comments"]);
    expect(document.querySelector(".essay-head + .invented")).not.toBeNull();
  });

  it("says nothing of it where nothing is invented", async () => {
    for (const address of ["/about", "/help", "/promises", "/moderation/log"]) {
      expect((await visitor.get(address)).document.querySelector(".invented")).toBeNull();
    }
  });

  it("shows the long exchange down to its end, and footnotes that lead to the works cited", async () => {
    const { document } = await visitor.get(`/essays/${LONG}`);
    const depths = [...document.querySelectorAll("article[data-depth]")].map((article) =>
      Number(article.getAttribute("data-depth")),
    );
    expect(depths.length).toBeGreaterThanOrEqual(60);
    expect(Math.max(...depths)).toBe(14);
    const marks = [...document.querySelectorAll(".essay-words sup a")].map((mark) =>
      mark.getAttribute("href"),
    );
    expect(marks).toHaveLength(3);
    for (const href of marks) {
      expect(document.getElementById((href ?? "#").slice(1))?.closest(".works")).not.toBeNull();
    }
  });

  it("says so in JSON and Markdown too", async () => {
    const json = await ask(server.origin, `/essays/${LONG}.json`);
    expect(JSON.parse(json.text)).toMatchObject({ essay: { invented: true } });
    const markdown = await ask(server.origin, `/essays/${LONG}.md`);
    const [front, text] = markdown.text.split("\n---\n");
    expect(front).toContain("\ninvented: true");
    expect(text).toMatch(/^\n\*Invented example\. Nobody lived this\.\*\n\n/);
    expect([json, markdown].map(({ headers }) => headers["x-robots-tag"])).toEqual([
      "noindex",
      "noindex",
    ]);
  });

  it("belongs to nobody: no page offers to fold it as one's own words", async () => {
    const slug = "i-take-the-tablets-and-im-tired-of-explaining-it";
    const { status } = await ask(server.origin, `/essays/${slug}/my-words`);
    expect(status).toBe(404);
  });

  it("stays out of feeds and the sitemap", async () => {
    for (const feed of ["/feed.xml", "/feed.json", "/stories/feed.xml", "/debates/feed.json"]) {
      const { status, text } = await ask(server.origin, feed);
      expect(status).toBe(200);
      expect(text).not.toContain("/essays/");
    }
    const ofOne = [`/essays/${LONG}/feed.xml`, `/comments/${DEEP}/feed.xml`];
    for (const feed of ofOne) expect((await ask(server.origin, feed)).status).toBe(404);
    expect((await ask(server.origin, "/sitemap.xml")).text).not.toContain("/essays/");
  });

  it("can be tried out; its end leaves what a visitor wrote, and comes with an import", async () => {
    const posted = await postAsGuest(visitor, LONG, { body: "Trying this out.", parent: DEEP });
    expect(posted.id).toMatch(/^[a-z2-9]{12}$/);
    const reply = await visitor.get(`/essays/${LONG}/reply?parent=${posted.id}`);
    expect(reply.text).toContain(words().demo.reply);

    const refused = await firsthand(server, "import", "wordpress", QUIET_GATE);
    expect(refused.code, refused.err).toBe(0);
    await expect
      .poll(async () => (await visitor.get("/stories")).text, { timeout: 5_000 })
      .not.toContain(LINE);
    const thread = await visitor.get(`/essays/${LONG}`);
    expect(thread.text).toContain("Trying this out.");
    expect(thread.text).not.toContain(LINE);
    expect(thread.text).not.toContain("Copper Lantern");
    expect(thread.document.querySelectorAll('[data-state="missing"]').length).toBeGreaterThan(0);
    expect((await visitor.get("/essays/forty-one-days")).status).toBe(404);
    const check = await firsthand(server, "check");
    expect(check.code, check.out).toBe(0);
    const again = await firsthand(server, "demo");
    expect([again.code, again.err.trim()]).toEqual([1, words().demo.command.notEmpty]);
  });
});

describe("the command", () => {
  it("loads and removes the examples, and an emptied house stays empty on the next start", async () => {
    const first = await startServer();
    const visitorHere = new Visitor(first.origin);
    expect((await visitorHere.get("/")).text).not.toContain(LINE);
    const say = words().demo.command;
    const loaded = await firsthand(first, "demo");
    expect(loaded).toMatchObject({ code: 0, err: "" });
    expect((await firsthand(first, "demo")).out.trim()).toBe(say.thereAlready);
    await expect
      .poll(async () => (await visitorHere.get("/")).text, { timeout: 5_000 })
      .toContain(LINE);
    const cleared = await firsthand(first, "demo", "--clear");
    expect([cleared.code, cleared.out.trim()]).toEqual([0, say.cleared(demoPieces.length, 0)]);
    expect((await firsthand(first, "demo", "--clear")).out.trim()).toBe(say.nothingToClear);
    expect((await firsthand(first, "demo", "--what")).code).toBe(2);
    await first.end();
    const second = await startServer({ folder: first.folder, env: { DEMO: "on" } });
    expect((await new Visitor(second.origin).get("/")).text).not.toContain(LINE);
    await second.stop();
    await first.stop();
  }, 120_000);
});
