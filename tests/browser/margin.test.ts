import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { sidewaysScroll } from "#tests/support/browser.ts";
import { seedNotedEssay } from "#tests/support/noted-essay.ts";
import { openVisitedHouse, type VisitedHouse } from "#tests/support/visit.ts";

let house: VisitedHouse;

beforeAll(async () => {
  house = await openVisitedHouse();
  await seedNotedEssay(house.store, { id: "few", notes: 5 });
  await seedNotedEssay(house.store, { id: "many", notes: 20 });
  await seedNotedEssay(house.store, { id: "more", notes: 21 });
});

afterEach(() => house.leave());
afterAll(() => house.close());

interface Places {
  text: { left: number; right: number; bottom: number };
  notes: { left: number; right: number; top: number; bottom: number; mark: number }[];
  outlineRight: number;
}

/** Where the text, its notes, their marks and the outline stand on the page. */
function places(page: Page): Promise<Places> {
  return page.evaluate(() => {
    const box = (one: Element | null) => one?.getBoundingClientRect() ?? new DOMRect();
    const text = box(document.querySelector(".essay-words"));
    const notes = [...document.querySelectorAll(".essay-words .footnotes > ol > li")].map(
      (note, index) => {
        const { left, right, top, bottom } = box(note);
        const mark = box(document.querySelector(`.essay-words sup [id$="-mark-${index + 1}"]`));
        return { left, right, top, bottom, mark: mark.top };
      },
    );
    const outlineRight = box(document.querySelector(".outline-column")).right;
    return {
      text: { left: text.left, right: text.right, bottom: text.bottom },
      notes,
      outlineRight,
    };
  });
}

describe("the margin of a wide screen", () => {
  it.each(["few", "many"])("has the notes beside their words, none on another: %s", async (id) => {
    for (const width of [1100, 1280, 1920]) {
      const { page } = await house.visit({ width, javaScript: width !== 1100 });
      await page.goto(`/essays/${id}`);
      const { text, notes, outlineRight } = await places(page);
      expect(notes.length).toBe(id === "few" ? 5 : 20);
      notes.forEach((note, index) => {
        const above = notes[index - 1];
        expect(note.left, `note ${index + 1} at ${width}`).toBeGreaterThan(text.right);
        expect(note.right).toBeLessThanOrEqual(width);
        expect(note.top).toBeGreaterThanOrEqual(note.mark - 1);
        if (above !== undefined) expect(note.top).toBeGreaterThan(above.bottom);
        // Beside its mark, or right under the note that was in the way.
        const next = Math.max(note.mark, above === undefined ? 0 : above.bottom + 12);
        expect(Math.abs(note.top - next)).toBeLessThan(2);
      });
      expect(outlineRight).toBeLessThan(text.left);
      expect(await sidewaysScroll(page)).toBe(0);
      await house.leave();
    }
  });

  it("is left empty by more than it has room for, and by a narrower one: they stand at the end", async () => {
    for (const [id, width] of [
      ["more", 1280],
      ["few", 1024],
      ["few", 320],
    ] as const) {
      const { page } = await house.visit({ width });
      await page.goto(`/essays/${id}`);
      const { text, notes } = await places(page);
      const lastMark = Math.max(...notes.map(({ mark }) => mark));
      for (const note of notes) {
        expect(note.right).toBeLessThanOrEqual(text.right + 1);
        expect(note.top).toBeGreaterThan(lastMark);
        expect(note.bottom).toBeLessThanOrEqual(text.bottom + 1);
      }
      await house.leave();
    }
  });

  it("leaves them at the end on paper, however wide the sheet", async () => {
    const { page } = await house.visit({ width: 1280 });
    await page.emulateMedia({ media: "print" });
    await page.goto("/essays/few");
    const { text, notes } = await places(page);
    expect(notes.every(({ right }) => right <= text.right + 1)).toBe(true);
  });

  it("leads from a mark to its note, and from the note back", async () => {
    const { page } = await house.visit();
    await page.goto("/essays/few");
    await page.locator(".footnote-mark a").nth(4).click();
    const note = page.locator(".footnotes li").nth(4);
    expect(await note.evaluate((one) => one.matches(":target"))).toBe(true);
    await note.locator(".footnote-back").click();
    expect(new URL(page.url()).hash).toMatch(/-mark-5$/);
    await page.locator(".work-mark a").click();
    expect(await page.locator(".works li:target").count()).toBe(1);
  });
});

describe("the outline", () => {
  it("stays in view on a wide screen, and is never longer than the window", async () => {
    const { page } = await house.visit();
    await page.setViewportSize({ width: 1280, height: 240 });
    await page.goto("/essays/many");
    await page.locator("h2", { hasText: "Where it ended" }).scrollIntoViewIfNeeded();
    const { top, bottom } = await page
      .locator(".outline-column")
      .evaluate((one) => one.getBoundingClientRect().toJSON());
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(240);
    await page.locator(".outline-column a", { hasText: "Where it began" }).click();
    expect(page.url()).toContain("#");
  });

  it("is folded in place on a narrow one, and opens without JavaScript", async () => {
    const { page } = await house.visit({ width: 320, javaScript: false });
    await page.goto("/essays/few");
    expect(await page.locator(".outline-column").isVisible()).toBe(false);
    const link = page.locator(".outline-fold a", { hasText: "Where it ended" });
    expect(await link.isVisible()).toBe(false);
    await page.locator(".outline-fold summary").click();
    await link.click();
    const heading = page.locator("h2", { hasText: "Where it ended" });
    expect(await heading.evaluate((one) => one.matches(":target"))).toBe(true);
  });
});

describe("our letters, when they come late", () => {
  it("move nothing", async () => {
    const { page } = await house.visit({ width: 768 });
    let come = () => {};
    const late = new Promise<void>((resolve) => {
      come = resolve;
    });
    await page.route(/\.woff2$/, async (route) => {
      await late;
      await route.continue();
    });
    await page.addInitScript(() => {
      const moved: number[] = [];
      Object.assign(globalThis, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) moved.push(Reflect.get(entry, "value"));
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto("/essays/few", { waitUntil: "commit" });
    await page.locator("h1").waitFor();
    const areHere = () => page.evaluate(() => document.fonts.check("16px Literata"));
    expect(await areHere()).toBe(false);
    come();
    await expect.poll(areHere).toBe(true);
    await page.evaluate(() => document.fonts.ready.then(() => null));
    expect(await moved(page)).toBeLessThan(0.05);
    // A shift of another kind is seen.
    await page.evaluate(() => {
      const planted = document.createElement("p");
      planted.textContent = "word ".repeat(500);
      document.body.prepend(planted);
    });
    expect(await moved(page)).toBeGreaterThan(0.05);
  });
});

/** How much has moved by itself so far, as browsers score it: layout shift. */
async function moved(page: Page): Promise<number> {
  // Two frames: in the first it is drawn, in the second it is told.
  await page.evaluate(
    () =>
      new Promise((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))),
      ),
  );
  const shifts: number[] = await page.evaluate(() => Reflect.get(globalThis, "moved"));
  return shifts.reduce((sum, one) => sum + one, 0);
}
