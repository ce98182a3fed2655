import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Store } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import { ask } from "#tests/support/ask.ts";
import { commentRow, seedComments, seedEssay, seedSeries, seedTags } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { timesOfDay } from "#tests/support/times-of-day.ts";
import { type Page, Visitor } from "#tests/support/visitor.ts";

let server: TestServer;
let store: Store;
let visitor: Visitor;

const AT = Date.parse("2026-03-01T17:43:29.817Z");

beforeAll(async () => {
  server = await startServer();
  store = await connect(server.databaseUrl);
  visitor = new Visitor(server.origin);
});

afterAll(async () => {
  await store.close();
  await server.stop();
});

const titles = (page: Page, within = "") =>
  [
    ...page.document.querySelectorAll(
      `${within} .contents article h2, ${within} .contents article h3`,
    ),
  ].map((title) => title.textContent ?? "");
const link = (page: Page, text: string) =>
  [...page.document.querySelectorAll("main a")]
    .find((anchor) => anchor.textContent?.trim() === text)
    ?.getAttribute("href") ?? null;
const heading = (page: Page) => page.document.querySelector("main h1")?.textContent ?? "";
const changed = () => store.write((trx) => recordChanges(trx, ["fronts"]));

describe("a house with nothing in it", () => {
  it("says what it is, where to read on about it, and what to do next", async () => {
    const page = await visitor.get("/");
    expect(page.status).toBe(200);
    expect(page.document.querySelector(".what")?.textContent).toContain("lived through");
    expect(link(page, "How this place works")).toBe("/about");
    expect(link(page, "Write the first essay")).toBe("/write");
    for (const address of ["/stories", "/debates", "/?sort=new", "/tags"]) {
      const empty = await visitor.get(address);
      expect(empty.status).toBe(200);
      expect(empty.document.querySelector(".empty a")?.getAttribute("href")).toBe("/write");
    }
  });

  it("has no tag, no series, and nobody's page", async () => {
    for (const address of ["/tags/any", "/series/any", "/people/Anybody", "/sitemap.xml?part=x"]) {
      expect((await ask(server.origin, address)).status).toBe(404);
    }
  });
});

describe("a house with essays", () => {
  beforeAll(async () => {
    for (let index = 0; index < 40; index += 1) {
      const lead = index % 2 === 0 ? "story" : "debate";
      const standing = index === 4 ? "beside" : index % 2 === 0 ? "lived" : null;
      await seedEssay(store, {
        id: `essay-${index}`,
        title: `${lead} ${index}`,
        lead,
        standing,
        debate: lead === "debate" || index === 2 ? 1 : 0,
        experience: lead === "story" ? 1 : 0,
        indexing: lead === "debate" ? 1 : 0,
        ordered_at: AT + index,
        active_at: AT + (index === 3 ? 500 : index),
      });
    }
    await seedComments(store, "essay-3", [commentRow("essay-3", { id: "late" })]);
    await seedEssay(store, {
      id: "pen",
      title: "Under a pen name",
      by_name: "Ada/Ö Fenwick",
      by_kind: "pen_name",
      ordered_at: AT - 5,
    });
    await seedEssay(store, {
      id: "by-import",
      by_name: "B. Gone",
      by_kind: "imported",
      ordered_at: AT - 6,
    });
    await seedEssay(store, { id: "waits", title: "Nobody sees it", state: "waiting" });
    await seedTags(store, [
      { essayId: "essay-0", tags: ["coming off"] },
      { essayId: "essay-1", tags: ["coming off"] },
      { essayId: "essay-2", tags: ["coming off", "tea"] },
      { essayId: "waits", tags: ["unseen"] },
    ]);
    await seedSeries(store, { slug: "years", essays: ["essay-0", "waits", "essay-2", "pen"] });
    await changed();
  });

  it("opens with what is new of both leads, told apart, and with what was answered lately", async () => {
    const page = await visitor.get("/");
    expect(titles(page, ".new[data-lead=story]")[0]).toBe("story 38");
    expect(titles(page, ".new[data-lead=debate]")[0]).toBe("debate 39");
    expect(titles(page, ".new[data-lead=story]").every((title) => title.startsWith("story"))).toBe(
      true,
    );
    expect(titles(page, ".still-answered")).toEqual(["debate 3"]);
    expect(page.document.querySelector("[data-size=large]")).not.toBeNull();
  });

  it("walks every list by its links to the end, each essay once", async () => {
    for (const [address, count] of [
      ["/?sort=new", 42],
      ["/?sort=active", 42],
      ["/stories", 22],
      ["/debates?only=1", 20],
    ] as const) {
      const seen: string[] = [];
      let next: string | null = address;
      while (next !== null && seen.length < 100) {
        const page: Page = await visitor.get(next);
        seen.push(...titles(page));
        next = link(page, "Older");
      }
      expect(seen).toHaveLength(count);
      expect(new Set(seen).size).toBe(count);
      expect(seen).not.toContain("Nobody sees it");
    }
  });

  it("keeps what was chosen when something else is chosen", async () => {
    const page = await visitor.get("/stories?only=1&standing=lived&tag=coming-off&sort=active");
    expect(titles(page)).toEqual(["story 0"]);
    expect(link(page, "Newest")).toBe("/stories?only=1&standing=lived&tag=coming-off");
    expect(link(page, "What should change")).toBe(
      "/debates?only=1&standing=lived&sort=active&tag=coming-off",
    );
    expect(link(page, "All")).toBe("/tags/coming-off?standing=lived&sort=active");
    expect(link(page, "Show also those that do both")).toBe(
      "/stories?standing=lived&sort=active&tag=coming-off",
    );
    expect(link(page, "Was beside someone")).toBe(
      "/stories?only=1&standing=beside&sort=active&tag=coming-off",
    );
    expect(link(page, "Any tag")).toBe("/stories?only=1&standing=lived&sort=active");
  });

  it.each([
    ["/stories?tag=coming-off", ["story 2", "story 0"]],
    ["/stories?tag=coming-off&only=1", ["story 0"]],
    ["/debates?tag=coming-off", ["story 2", "debate 1"]],
    ["/debates?tag=coming-off&only=1", ["debate 1"]],
    ["/debates?standing=lived&tag=tea", ["story 2"]],
    ["/debates?standing=lived&only=1", []],
    ["/stories?standing=beside", ["story 4"]],
    ["/?standing=beside", ["story 4"]],
    ["/tags/coming-off", ["story 2", "debate 1", "story 0"]],
    ["/tags/coming-off?standing=lived", ["story 2", "story 0"]],
    ["/series/years", ["story 0", "story 2", "Under a pen name"]],
    [`/people/${encodeURIComponent("Ada/Ö Fenwick")}`, ["Under a pen name"]],
  ])("shows at %s what belongs there", async (address, wanted) => {
    const page = await visitor.get(address);
    expect(page.status).toBe(200);
    expect(titles(page)).toEqual(wanted);
  });

  it("leads from a tag in capitals to its one address, with the rest kept", async () => {
    for (const [asked, to] of [
      ["/tags/Coming-Off?sort=active", "/tags/coming-off?sort=active"],
      ["/stories?tag=COMING-OFF&only=1", "/stories?only=1&tag=coming-off"],
      ["/?tag=coming-off", "/tags/coming-off"],
    ] as const) {
      const { status, headers } = await ask(server.origin, asked);
      expect([status, headers.location]).toEqual([301, to]);
    }
  });

  it("says kindly that nothing carries a tag, and has no page for it", async () => {
    for (const tag of ["nothing", "unseen", "%3Cb%3E"]) {
      const page = await visitor.get(`/stories?tag=${tag}`);
      expect(page.status).toBe(200);
      expect(page.document.querySelector(".empty a")?.getAttribute("href")).toBe("/stories");
      expect((await ask(server.origin, `/tags/${tag}`)).status).toBe(404);
    }
  });

  it("lists the tags that something visible carries, with how many", async () => {
    const page = await visitor.get("/tags");
    const lines = [...page.document.querySelectorAll(".all-tags li")].map(
      (line) => line.textContent,
    );
    expect(lines).toEqual(["coming off 3 essays", "tea 1 essay"]);
  });

  it("has a page for pen names only, under exactly that name", async () => {
    const page = await visitor.get("/essays/pen");
    const to = page.document.querySelector(".byline a")?.getAttribute("href") ?? "";
    expect(heading(await visitor.get(to))).toBe("Ada/Ö Fenwick");
    for (const name of ["B.%20Gone", "Marsh%20Lantern", "ada%2F%C3%B6%20fenwick"]) {
      expect((await ask(server.origin, `/people/${name}`)).status).toBe(404);
    }
    expect((await visitor.get("/essays/by-import")).document.querySelector(".byline a")).toBeNull();
  });

  it("leads from each part of a series to the ones beside it, past what is not shown", async () => {
    const page = await visitor.get("/essays/essay-2");
    const lines = [...page.document.querySelectorAll(".series-line")].map((line) =>
      [...line.querySelectorAll("a")].map((anchor) => anchor.getAttribute("href")),
    );
    expect(lines).toEqual([
      ["/series/years", "/essays/essay-0"],
      ["/series/years", "/essays/essay-0", "/essays/pen"],
    ]);
    const tags = [...page.document.querySelectorAll(".tag-line a")];
    expect(tags.map((anchor) => anchor.getAttribute("href"))).toEqual([
      "/tags/coming-off",
      "/tags/tea",
    ]);
  });

  it("tells nowhere, cursors included, at what time of day anything was written", async () => {
    expect(timesOfDay(`?after=${AT + 3}`, AT - 10, AT + 1_000)).not.toEqual([]);
    for (const address of ["/", "/?sort=active", "/stories", "/tags/coming-off", "/series/years"]) {
      const [path = "", query = ""] = address.split("?");
      for (const asked of [address, `${path === "/" ? "/_root" : path}.data?${query}`]) {
        const { status, headers, text } = await ask(server.origin, asked);
        const { date: _date, ...others } = headers;
        expect(status).toBe(200);
        const said = `${JSON.stringify(others)} ${text}`;
        expect(timesOfDay(said, AT - 10, AT + 1_000), asked).toEqual([]);
      }
    }
  });
});
