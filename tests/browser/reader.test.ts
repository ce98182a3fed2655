import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { commentRow, seedComments, seedEssay } from "#tests/support/seed.ts";
import { seedThread } from "#tests/support/threads.ts";
import { openVisitedHouse, type VisitedHouse } from "#tests/support/visit.ts";

let house: VisitedHouse;
type Rows = Awaited<ReturnType<typeof seedThread>>;
let many: Rows;
let paged: Rows;

const HTML_WITH_PARTS = `<h2 id="first-part">The first part</h2><p dir="auto">${"Words. ".repeat(200)}</p><h2 id="second-part">The second part</h2><p dir="auto">End.</p>`;

beforeAll(async () => {
  house = await openVisitedHouse();
  many = await seedThread(house.store, {
    id: "many",
    branches: 31,
    size: 10,
    html: HTML_WITH_PARTS,
  });
  paged = await seedThread(house.store, { id: "paged", branches: 70, size: 10 });
  await seedEssay(house.store, { id: "folded", note: "a ward at night" });
  await seedComments(house.store, "folded", [
    commentRow("folded", { id: "noted", note: "restraint", html: "<p>What was folded.</p>" }),
  ]);
});

afterEach(() => house.leave());
afterAll(() => house.close());

const commentsOn = (page: Page) =>
  page.locator('article[id^="comment-"]').evaluateAll((all) => all.map(({ id }) => id.slice(8)));

const inView = (page: Page, id: string) =>
  page.locator(`#comment-${id}`).evaluate((element) => {
    const { top } = element.getBoundingClientRect();
    return top >= 0 && top < innerHeight / 2;
  });

for (const javaScript of [false, true]) {
  describe(`a reader ${javaScript ? "with" : "without"} JavaScript`, () => {
    const open = () => house.visit({ javaScript, width: 360 });

    it("reads a thread of three hundred comments and more, each once, in reading order", async () => {
      const { page, complaints } = await open();
      await page.goto("/essays/many");
      const first = await commentsOn(page);
      expect(first).toHaveLength(300);
      await page.getByRole("link", { name: "Later branches" }).click();
      await page.waitForURL(/page=2/);
      expect([...first, ...(await commentsOn(page))]).toEqual(many.map(({ id }) => id));
      expect(complaints).toEqual([]);
    });

    it("walks through the pages of seven hundred comments and back", async () => {
      const { page } = await open();
      await page.goto("/essays/paged");
      const read = await commentsOn(page);
      for (const number of [2, 3]) {
        await page.getByRole("link", { name: "Later branches" }).click();
        await page.waitForURL(`**/essays/paged?page=${number}#comments`);
        read.push(...(await commentsOn(page)));
      }
      expect(read).toEqual(paged.map(({ id }) => id));
      expect(await page.getByRole("link", { name: "Later branches" }).count()).toBe(0);
      await page.getByRole("link", { name: "Earlier branches" }).click();
      await page.waitForURL("**/essays/paged?page=2#comments");
    });

    it("is led by a permalink to the right page, with the comment in view and marked", async () => {
      const { page } = await open();
      for (const [row, address] of [
        [paged[5], "/essays/paged"],
        [paged[455], "/essays/paged?page=2"],
        [paged[699], "/essays/paged?page=3"],
      ] as const) {
        const id = row?.id ?? "";
        await page.goto(`/comments/${id}`);
        expect(page.url()).toBe(`${house.server.origin}${address}#comment-${id}`);
        await expect.poll(() => inView(page, id)).toBe(true);
        const target = page.locator("article:target");
        expect(await target.getAttribute("id")).toBe(`comment-${id}`);
        const mark = await target.evaluate(
          (element) => getComputedStyle(element, "::before").content,
        );
        expect(mark).toBe('""');
      }
    });

    it("reads only what speaks from experience, with what it answers folded into a line", async () => {
      const { page } = await open();
      await page.goto("/essays/many");
      await page.getByRole("link", { name: /^Lived experience/ }).click();
      await page.waitForURL("**/essays/many?perspective=experience#comments");
      const matching = await page.locator("section.comments article:not([data-context])").all();
      expect(matching.length).toBeGreaterThan(100);
      for (const one of matching.slice(0, 20)) {
        expect(await one.getAttribute("data-perspective")).toContain("experience");
      }
      const context = page.locator("article[data-context]").first();
      expect(await context.locator(".words").isVisible()).toBe(false);
      await context.locator("summary").click();
      expect(await context.locator(".words").isVisible()).toBe(true);
      await page
        .getByRole("link", { name: "Leave out those that also say what should change" })
        .click();
      await page.waitForURL(/only=1/);
      const only = page.locator("section.comments article:not([data-context])");
      const kinds = await only.evaluateAll((all) =>
        all.map((one) => one.getAttribute("data-perspective")),
      );
      expect(new Set(kinds)).toEqual(new Set(["experience"]));
    });

    it("reads without nesting, and the newest branch first", async () => {
      const { page } = await open();
      await page.goto("/essays/many");
      await page.getByRole("link", { name: "Without nesting" }).click();
      await page.waitForURL(/flat=1/);
      expect(await page.locator(".thread ol").count()).toBe(0);
      expect(await page.locator(".in-reply").nth(3).isVisible()).toBe(true);
      await page.getByRole("link", { name: "Newest branch first" }).click();
      await page.waitForURL(/order=newest/);
      expect((await commentsOn(page))[0]).toBe(many[300]?.id);
    });

    it("finds the parts and the branches in the outline", async () => {
      const { page } = await open();
      await page.goto("/essays/many");
      const outline = page.locator("details.outline");
      await outline.locator("summary").click();
      await outline.getByRole("link", { name: "The second part" }).click();
      expect(new URL(page.url()).hash).toBe("#second-part");
      await outline
        .getByRole("link", { name: /Quiet Heron/ })
        .first()
        .click();
      expect(new URL(page.url()).hash).toMatch(/^#comment-many\d\db00$/);
      expect(await page.locator("nav.outline-column").isVisible()).toBe(false);
    });

    it("opens what is folded behind a note, or goes past it", async () => {
      const { page } = await open();
      await page.goto("/essays/folded");
      const words = page.getByText("Words of folded", { exact: true });
      expect(await words.isVisible()).toBe(false);
      await page.getByRole("link", { name: "Go past it" }).click();
      expect(new URL(page.url()).hash).toBe("#after-essay");
      await page.locator("summary", { hasText: "a ward at night" }).click();
      expect(await words.isVisible()).toBe(true);
      const comment = page.locator("#comment-noted");
      expect(await comment.locator(".words").isVisible()).toBe(false);
      await comment.locator("summary", { hasText: "Speaks about restraint" }).click();
      expect(await comment.locator(".words").isVisible()).toBe(true);
    });

    it("leaves by one tap: the first thing on the page, and always in sight", async () => {
      const { page } = await open();
      await page.goto("/essays/many");
      await page.locator(`#comment-${many[200]?.id}`).scrollIntoViewIfNeeded();
      const exit = page.getByRole("link", { name: "Exit this page" });
      const box = await exit.boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(100);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(330);
      let go = () => {};
      const held = new Promise<void>((resolve) => {
        go = resolve;
      });
      await page.route("**/exit", async (route) => {
        await held;
        await route.fulfill({ contentType: "text/html", body: "<title>Elsewhere</title>" });
      });
      if (javaScript) {
        await page.evaluate(() => {
          const { body } = document;
          new MutationObserver(() => console.log(`${document.title}/${body.textContent}`)).observe(
            body,
            { childList: true },
          );
        });
        // Nothing has come back yet, and nothing can be read any more.
        const emptied = page.waitForEvent("console");
        await exit.click({ noWaitAfter: true });
        expect((await emptied).text()).toBe("…/");
      } else {
        await exit.click({ noWaitAfter: true });
      }
      go();
      await expect.poll(() => page.title()).toBe("Elsewhere");
      await page.goBack();
      if (javaScript) expect(page.url()).toBe("about:blank");
      else expect(page.url()).toContain("/essays/many");
    });
  });
}

it("is sent by Exit to the address of the settings, without telling where from", async () => {
  const answer = await fetch(`${house.server.origin}/exit`, { redirect: "manual" });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe("https://www.bbc.co.uk/weather");
  expect(answer.headers.get("referrer-policy")).toBe("same-origin");
  expect(answer.headers.get("cache-control")).toContain("no-store");
});
