import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { commentRow, seedComments, seedEssay } from "#tests/support/seed.ts";
import { openVisitedHouse, type VisitedHouse } from "#tests/support/visit.ts";

let house: VisitedHouse;

beforeAll(async () => {
  house = await openVisitedHouse();
  await seedEssay(house.store, { id: "heard", title: "Heard at last", reply_mode: "support" });
  const heron = commentRow("heard", { id: "heron", by_name: "Quiet Heron", experience: 1 });
  const tide = commentRow("heard", { id: "tide", by_name: "Tidewater", parent: heron });
  const finch = commentRow("heard", { id: "finch", by_name: "Amber Finch", parent: tide });
  const gone = commentRow("heard", { id: "gone", state: "removed", parent: finch });
  const after = commentRow("heard", { id: "after", by_name: "Oak Ferry", parent: gone });
  await seedComments(house.store, "heard", [heron, tide, finch, gone, after]);
});

afterEach(() => house.leave());
afterAll(() => house.close());

/** What stands in a page for the ear, one line a thing. */
const heard = (page: Page) => page.locator("body").ariaSnapshot();

/** Name of what has the keyboard. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === document.body) return "(the page)";
    const labelled = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    const label = labelled ? element.labels?.[0]?.textContent : element?.textContent;
    return (label ?? "").replace(/\s+/g, " ").trim();
  });

/** Presses Tab until something with that name has the keyboard; gives what was passed. */
async function tabTo(page: Page, name: string | RegExp): Promise<string[]> {
  const passed: string[] = [];
  while (passed.length < 80) {
    await page.keyboard.press("Tab");
    const here = await focused(page);
    if (typeof name === "string" ? here === name : name.test(here)) return passed;
    passed.push(here);
  }
  throw new Error(`Nothing is called "${name}" among: ${passed.join(" | ")}`);
}

/** Levels and words of the headings, in order. */
const headings = (page: Page) =>
  page
    .locator("h1, h2, h3, h4")
    .evaluateAll((all) =>
      all.map((one) => `${one.tagName} ${(one.textContent ?? "").replace(/\s+/g, " ").trim()}`),
    );

describe("a blind reader", () => {
  it("hears Exit first on every page", async () => {
    const { page } = await house.visit();
    for (const address of ["/", "/essays/heard", "/essays/heard/reply", "/help", "/nothing"]) {
      await page.goto(address);
      expect((await heard(page)).split("\n").slice(0, 2)).toEqual([
        "- banner:",
        '  - link "Exit this page":',
      ]);
    }
  });

  it("hears who speaks how deep and to whom, and finds the reply to each by name", async () => {
    const { page } = await house.visit();
    await page.goto("/essays/heard");
    expect(await headings(page)).toEqual([
      "H1 Heard at last",
      "H2 4 comments",
      "H3 Quiet Heron, level 1, reply to the essay",
      "H3 Tidewater, level 2, reply to Quiet Heron",
      "H3 Amber Finch, level 3, reply to Tidewater",
      "H3 Removed comment, level 4, reply to Amber Finch",
      "H3 Oak Ferry, level 5, reply to a removed comment",
      "H2 Answer Marsh Lantern",
    ]);
    const tree = await heard(page);
    expect(tree).toContain('article "Amber Finch, level 3, reply to Tidewater"');
    const replies = await page.getByRole("link", { name: /^Reply/ }).all();
    const names = await Promise.all(replies.map((link) => link.ariaSnapshot()));
    expect(names.map((name) => name.split("\n")[0])).toEqual([
      '- link "Reply to Quiet Heron":',
      '- link "Reply to Tidewater":',
      '- link "Reply to Amber Finch":',
      '- link "Reply to Oak Ferry":',
    ]);
    expect(
      await page.getByRole("link", { name: "Link to this comment by Tidewater" }).count(),
    ).toBe(1);
    expect(tree).toContain("Marsh Lantern would like support and questions here, not debate.");
  });

  it("finds on the reply page what is answered, then the form, each field by its label", async () => {
    const { page } = await house.visit();
    await page.goto("/essays/heard/reply?parent=tide");
    expect(await headings(page)).toEqual([
      "H1 Your answer to “Heard at last”",
      "H2 You answer Tidewater",
    ]);
    for (const name of [
      "Your words",
      "Name in this thread (optional)",
      "Speaks about (optional)",
    ]) {
      expect(await page.getByRole("textbox", { name, exact: true }).count()).toBe(1);
    }
    const group = page.getByRole("group", { name: "Speaks from" });
    expect(await group.getByRole("checkbox").count()).toBe(2);
    expect(await page.getByRole("textbox", { name: /Leave this field empty/ }).count()).toBe(0);
  });

  it("is told at once what is wrong, and led to the field", async () => {
    const { page } = await house.visit({ javaScript: false });
    await page.goto("/essays/heard/reply");
    await page.getByRole("button", { name: /^Reply as / }).click();
    const alert = page.getByRole("alert");
    expect(await alert.ariaSnapshot()).toContain('link "Write something first."');
    const field = page.getByRole("textbox", { name: "Your words" });
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    const described = (await field.getAttribute("aria-describedby")) ?? "";
    expect(described.split(" ")).toEqual(["reply-body-fault", "reply-body-hint"]);
    expect(await page.locator("#reply-body-fault").textContent()).toBe("Write something first.");
  });

  it("finds essays as headings on the front page", async () => {
    const { page } = await house.visit();
    await page.goto("/");
    expect(await headings(page)).toEqual([
      "H1 Firsthand",
      "H2 Stories",
      "H3 Heard at last",
      "H2 What should change",
    ]);
    const tree = await heard(page);
    for (const part of ["banner:", "main:", "contentinfo:", 'navigation "Pages"']) {
      expect(tree).toContain(part);
    }
    expect(tree).toContain('link "4 answers to “Heard at last”"');
  });
});

for (const javaScript of [false, true]) {
  it(`reaches everything and posts with the keyboard alone, ${javaScript ? "with" : "without"} JavaScript`, async () => {
    const { page } = await house.visit({ javaScript });
    await page.goto("/essays/heard");
    expect(await tabTo(page, "Exit this page")).toEqual([]);
    const box = await page.getByRole("link", { name: "Exit this page" }).evaluate((exit) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(exit);
      return `${outlineStyle} ${outlineWidth}`;
    });
    expect(box).toBe("solid 3px");
    expect(await tabTo(page, "Skip to the text")).toEqual([]);
    await tabTo(page, "Skip to the comments");
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe("#comments");
    const passed = await tabTo(page, "Reply to Quiet Heron");
    expect(passed).not.toContain("Skip to the form for your answer");
    await page.keyboard.press("Enter");
    if (javaScript) {
      await expect.poll(() => focused(page)).toBe("Your words");
    } else {
      await page.waitForURL(/reply\?parent=heron/);
      await tabTo(page, "Your words");
    }
    await page.keyboard.type("Written without a mouse.");
    await tabTo(page, "I speak from what I lived or lived beside, or worked in");
    await page.keyboard.press("Space");
    await tabTo(page, /^Reply as /);
    await page.keyboard.press("Enter");
    await page.locator("code.secret-shown").first().waitFor();
    await tabTo(page, "I have written it down");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#comment-/);
    const mine = page.locator("article:target");
    expect(await mine.getAttribute("data-parent")).toBe("heron");
    expect(await mine.getAttribute("data-perspective")).toBe("experience");
    await page.goto("/essays/heard");
    await tabTo(page, "Skip to the form for your answer");
    await page.keyboard.press("Enter");
    await tabTo(page, "Your words");
  });
}
