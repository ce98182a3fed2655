import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { sidewaysScroll } from "#tests/support/browser.ts";
import { openFolds, READING } from "#tests/support/every-page.ts";
import { seedFullHouse } from "#tests/support/full-house.ts";
import { openVisitedHouse, type VisitedHouse } from "#tests/support/visit.ts";

let house: VisitedHouse;

beforeAll(async () => {
  house = await openVisitedHouse();
  await seedFullHouse(house.store);
});

afterEach(() => house.leave());
afterAll(() => house.close());

describe("on paper", () => {
  it("stand the words, names, days and the addresses of links, and no controls", async () => {
    const { page } = await house.visit();
    await page.goto("/essays/story");
    const controls = "a.exit, .top nav, .actions, .answer, .outline, .tabs, .ways, form, .bottom";
    expect(await page.locator(controls).locator("visible=true").count()).toBeGreaterThan(10);
    await page.emulateMedia({ media: "print" });
    const printed = await page
      .locator(controls)
      .locator("visible=true")
      .evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 100)));
    expect(printed).toEqual([]);
    const link = page.locator('.words a[href="https://example.org/form"]').first();
    const after = await link.evaluate((one) => getComputedStyle(one, "::after").content);
    expect(after).toContain("https://example.org/form");
    for (const part of [
      "h1",
      "#comment-heron .words",
      "#comment-heron .name",
      "#comment-heron time",
    ]) {
      expect(await page.locator(part).first().isVisible()).toBe(true);
    }
    const colours = await page.locator("body").evaluate((body) => {
      const { color } = getComputedStyle(body);
      return [color, getComputedStyle(document.documentElement).backgroundColor];
    });
    expect(colours).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
  });

  it("is black on white in the dark as well", async () => {
    const { page } = await house.visit({ theme: "dark" });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await page.goto("/essays/story");
    expect(await page.locator("body").evaluate((body) => getComputedStyle(body).color)).toBe(
      "rgb(0, 0, 0)",
    );
  });
});

describe("with colours of the reader's own", () => {
  it("keeps the shapes of the perspectives, the lines and what is marked", async () => {
    const { page } = await house.visit({ more: { forcedColors: "active" } });
    await page.goto("/comments/heron");
    const shapes = await page.locator(".mark").evaluateAll((all) =>
      all.map((mark) => {
        const { borderTopWidth, borderTopStyle, borderRadius } = getComputedStyle(mark, "::before");
        return `${mark.getAttribute("data-kind")} ${Number.parseFloat(borderTopWidth) > 2} ${borderTopStyle} ${borderRadius}`;
      }),
    );
    expect(new Set(shapes)).toEqual(
      new Set(["experience true solid 50%", "debate true solid 0px"]),
    );
    const marked = await page
      .locator("article:target")
      .evaluate((one) => getComputedStyle(one, "::before").borderInlineStartWidth);
    expect(marked).toBe("3px");
    const current = page.locator(".tabs a[aria-current]").first();
    const { weight, line } = await current.evaluate((one) => {
      const style = getComputedStyle(one);
      return { weight: style.fontWeight, line: style.textDecorationLine + style.borderBottomStyle };
    });
    // Shadows are taken away, so the current one is told by its weight.
    expect(Number(weight)).toBeGreaterThan(600);
    expect(line).not.toBe("");
  });

  it("moves nothing where movement is not wanted, and no page moves anyway", async () => {
    for (const reducedMotion of ["reduce", "no-preference"] as const) {
      const { page } = await house.visit({ more: { reducedMotion } });
      await page.goto("/essays/story");
      await openFolds(page);
      const moving = await page.evaluate(
        () =>
          [document.documentElement, ...document.querySelectorAll("body *")].filter((one) => {
            const style = getComputedStyle(one);
            const changes = style.transitionDuration !== "0s" || style.animationName !== "none";
            return changes || style.scrollBehavior === "smooth";
          }).length,
      );
      expect(moving).toBe(0);
    }
  });
});

describe("with large letters, on a narrow screen, in a magnified window", () => {
  const SIZES = [
    { width: 320, letters: "100%" },
    { width: 320, letters: "200%" },
    // 1280 pixels at 200 %.
    { width: 640, letters: "100%" },
    { width: 1280, letters: "200%" },
  ];

  for (const { width, letters } of SIZES) {
    it(`nothing runs out of any page, and nothing stands under Exit: ${width}, ${letters}`, async () => {
      const { page } = await house.visit({ width, more: { bypassCSP: true } });
      const found: string[] = [];
      for (const scene of READING) {
        await scene.go(page);
        await openFolds(page);
        if (letters !== "100%") await page.addStyleTag({ content: `html{font-size:${letters}}` });
        const sideways = await sidewaysScroll(page);
        if (sideways !== 0) found.push(`${scene.name} runs out by ${sideways}`);
        const under = await page.evaluate(() => {
          const exit = document.querySelector("a.exit")?.getBoundingClientRect() ?? new DOMRect();
          return [...document.querySelectorAll(".top-line a, .top-line li, h1")]
            .filter((one) => {
              const { left, right, top, bottom } = one.getBoundingClientRect();
              const aside = right <= exit.left || left >= exit.right;
              // Boxes may touch; letters are further in.
              return !(aside || bottom <= exit.top + 4 || top >= exit.bottom - 4);
            })
            .map((one) => one.textContent);
        });
        if (under.length > 0) found.push(`${scene.name}: under Exit: ${under.join(", ")}`);
      }
      expect(found).toEqual([]);
    });
  }
});

it("shows where the keyboard is, on everything it reaches", async () => {
  const { page } = await house.visit();
  for (const address of ["/", "/essays/story", "/essays/story/reply", "/about"]) {
    await page.goto(address);
    const unseen: string[] = [];
    let reached = 0;
    for (let last = ""; reached < 150; reached += 1) {
      await page.keyboard.press("Tab");
      const here = await page.evaluate(() => {
        const one = document.activeElement;
        if (one === null || one === document.body) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        const { left, right } = one.getBoundingClientRect();
        const seen =
          outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && right > 0 && left >= 0;
        return { seen, what: one.outerHTML.slice(0, 120) };
      });
      if (here === null || (here.what === last && reached > 0)) break;
      last = here.what;
      if (!here.seen) unseen.push(here.what);
    }
    expect(reached, address).toBeGreaterThan(10);
    expect(unseen, address).toEqual([]);
  }
});

it("opens every fold of a content note without JavaScript", async () => {
  const { page } = await house.visit({ javaScript: false, width: 360 });
  for (const [address, words] of [
    ["/essays/noted", "Words of noted"],
    ["/essays/story", "Words of secret"],
    ["/essays/story", "Words of folded"],
  ] as const) {
    await page.goto(address);
    const text = page.getByText(words, { exact: true });
    expect(await text.isVisible()).toBe(false);
    await page.locator("details", { has: text }).locator("summary").first().click();
    expect(await text.isVisible()).toBe(true);
  }
});
