import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { sidewaysScroll, WIDTHS } from "#tests/support/browser.ts";
import { commentRow, seedComments, seedEssay } from "#tests/support/seed.ts";
import { seedChain } from "#tests/support/threads.ts";
import { openVisitedHouse, type VisitedHouse } from "#tests/support/visit.ts";

const LENGTH = 200;
const CAP = 12;
const NAME = "Donaudampfschifffahrtsgesellschaftskapit";
const WORD = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz".repeat(8);
const ADDRESS = `https://example.org/${"a".repeat(400)}`;

let house: VisitedHouse;
let chain: Awaited<ReturnType<typeof seedChain>>;

beforeAll(async () => {
  house = await openVisitedHouse();
  chain = await seedChain(house.store, { id: "chain", length: LENGTH });
  await seedEssay(house.store, {
    id: "long",
    title: `A title with ${WORD}`,
    by_name: NAME,
    standpoint: WORD.slice(0, 120),
    note: null,
    first_lines: WORD,
    works_cited: JSON.stringify([ADDRESS]),
    html: `<h2 id="part">${WORD}</h2><p dir="auto">${WORD} <a href="${ADDRESS}">${ADDRESS}</a></p><pre><code>${WORD}</code></pre><table><thead><tr><th>${WORD}</th><th>Two</th></tr></thead><tbody><tr><td>1</td><td>${WORD}</td></tr></tbody></table>`,
  });
  const rows: ReturnType<typeof commentRow>[] = [];
  for (let level = 0; level < 15; level += 1) {
    rows.push(
      commentRow("long", {
        id: `long${level}`,
        parent: rows.at(-1) ?? null,
        by_name: NAME,
        standpoint: WORD.slice(0, 120),
        experience: 1,
        debate: 1,
        standing: "beside",
        note: level === 3 ? WORD.slice(0, 120) : null,
        html: `<p dir="auto">${WORD}</p><blockquote><p>${ADDRESS}</p></blockquote>`,
      }),
    );
  }
  await seedComments(house.store, "long", rows);
});

afterEach(() => house.leave());
afterAll(() => house.close());

/** Opens every fold, so that what is in it takes its room. */
const openAll = (page: Page) =>
  page.locator("details").evaluateAll((all) => {
    for (const one of all) one.setAttribute("open", "");
  });

describe("a chain of two hundred replies", () => {
  it("has Reply at every level, and each says and links whom it answers", async () => {
    const { page } = await house.visit({ javaScript: false, width: 320 });
    await page.goto("/essays/chain");
    const found = await page.locator("article[data-depth]").evaluateAll((all) =>
      all.map((article) => ({
        id: article.id,
        parent: article.getAttribute("data-parent"),
        depth: article.getAttribute("data-depth"),
        reply: article.querySelector("a.reply")?.getAttribute("href"),
        heading: article.querySelector("h3")?.textContent,
        answers: article.querySelector(".in-reply a")?.getAttribute("href") ?? null,
        named: article.querySelector(".in-reply a")?.textContent ?? null,
      })),
    );
    expect(found).toEqual(
      chain.map(({ id, parent_id: parent }, index) => ({
        id: `comment-${id}`,
        parent: parent ?? "",
        depth: String(index + 1),
        reply: `/essays/chain/reply?parent=${id}`,
        heading:
          index === 0
            ? "Name 1, level 1, reply to the essay"
            : `Name ${index + 1}, level ${index + 1}, reply to Name ${index}`,
        answers: parent === null ? null : `#comment-${parent}`,
        named: parent === null ? null : `Name ${index}`,
      })),
    );
  });

  it("is nested as deep as the contract says, and goes on as siblings that say whom they answer", async () => {
    const { page } = await house.visit({ javaScript: false });
    await page.goto("/essays/chain");
    const lists = await page.locator("article[data-depth]").evaluateAll((all) =>
      all.map((article) => {
        let deep = 0;
        for (let at = article.closest("ol"); at; at = at.parentElement?.closest("ol") ?? null) {
          deep += 1;
        }
        return deep;
      }),
    );
    expect(lists).toEqual(chain.map((_row, index) => Math.min(index + 1, CAP)));
    const beyond = page.locator('article[data-depth="150"] .in-reply');
    expect(await beyond.isVisible()).toBe(true);
    await beyond.getByRole("link").click();
    expect(new URL(page.url()).hash).toBe("#comment-chain149");
  });

  it("is not wider than the screen, and never narrower than can be read", async () => {
    for (const width of WIDTHS) {
      const { page } = await house.visit({ javaScript: false, width });
      await page.goto("/essays/chain");
      expect(await sidewaysScroll(page)).toBe(0);
      const narrowest = await page
        .locator("article .words")
        .evaluateAll((all) => Math.min(...all.map((one) => one.getBoundingClientRect().width)));
      expect(narrowest).toBeGreaterThan(width === 320 ? 180 : 250);
    }
  });

  it("can be answered at its end, which is then level 201", async () => {
    const { page } = await house.visit({ width: 320 });
    await page.goto(`/comments/chain${LENGTH}`);
    await page.getByRole("link", { name: `Reply to Name ${LENGTH}` }).click();
    await page.locator(".in-place").waitFor();
    expect(await sidewaysScroll(page)).toBe(0);
    await page.getByRole("textbox", { name: "Your words" }).fill("And so on.");
    await page.locator('button[value="post"]').click();
    await page.getByRole("button", { name: "I have written it down" }).click();
    await page.waitForURL(/#comment-/);
    expect(await page.locator("article:target").getAttribute("data-depth")).toBe("201");
  });
});

describe("very long words, names and addresses", () => {
  it("are broken rather than push the page sideways, at every width and at 200 %", async () => {
    const { page } = await house.visit({ javaScript: false });
    const addresses = [
      "/",
      "/stories",
      "/essays/long",
      "/essays/long?flat=1",
      "/essays/long?perspective=debate",
      "/essays/long/reply?parent=long14",
      "/comments/long3/branch",
      "/comments/long3/edit",
      "/comments/long3/take-back",
    ];
    for (const address of addresses) {
      await page.goto(address);
      await openAll(page);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        expect(`${address} at ${width}: ${await sidewaysScroll(page)}`).toBe(
          `${address} at ${width}: 0`,
        );
      }
    }
    const { page: zoomed } = await house.visit({
      width: 320,
      more: { deviceScaleFactor: 2, viewport: { width: 320, height: 256 } },
    });
    await zoomed.goto("/essays/long");
    await openAll(zoomed);
    expect(await sidewaysScroll(zoomed)).toBe(0);
  });

  it("stand in one column that can be read, on every page", async () => {
    const { page } = await house.visit({ width: 1280 });
    for (const address of [
      "/essays/long",
      "/comments/long0/branch",
      "/essays/long/reply?parent=long1",
    ]) {
      await page.goto(address);
      const widths = await page
        .locator(".words")
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
      // 68 characters and a little.
      expect(Math.max(...widths)).toBeLessThan(720);
      expect(widths.length).toBeGreaterThan(0);
    }
  });

  it("don't cover what stands beside them", async () => {
    const { page } = await house.visit({ javaScript: false, width: 320 });
    await page.goto("/essays/long");
    const cut = await page
      .locator(".line, .byline, .actions, h1, h2, .in-reply")
      .evaluateAll((all) =>
        all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className),
      );
    expect(cut).toEqual([]);
  });
});
