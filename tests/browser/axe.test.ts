import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { firsthand } from "#tests/support/command.ts";
import {
  EMPTY_HOUSE,
  FORMS,
  moderatorScenes,
  openFolds,
  READING,
  type Scene,
} from "#tests/support/every-page.ts";
import { seedFullHouse } from "#tests/support/full-house.ts";
import { openVisitedHouse, type VisitedHouse } from "#tests/support/visit.ts";
import { WRITING } from "#tests/support/write-scenes.ts";

let house: VisitedHouse;

beforeAll(async () => {
  house = await openVisitedHouse();
});

afterEach(() => house.leave());
afterAll(() => house.close());

/** What axe finds, one line a fault. */
async function findings(page: Page, rules?: string[]): Promise<string[]> {
  // Without pages of its own for what comes from frames: there are no frames.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}

/** A page in both themes: wide in light; narrow in dark, where the colours are what is new. */
async function everyFinding(page: Page): Promise<string[]> {
  await openFolds(page);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 800 });
  const light = await findings(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 360, height: 800 });
  const dark = await findings(page, ["color-contrast", "target-size", "link-in-text-block"]);
  return [...light, ...dark.map((line) => `in dark: ${line}`)];
}

async function look(page: Page, scenes: readonly Scene[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const scene of scenes) {
    await scene.go(page);
    const here = await everyFinding(page);
    if (here.length > 0) found[scene.name] = here;
  }
  return found;
}

describe("axe", () => {
  it("finds what is planted, in light and in dark", async () => {
    const { page } = await house.visit();
    await page.goto("/");
    await page.evaluate(() => {
      const planted = document.createElement("div");
      planted.innerHTML = '<input><p class="soft">too faint</p>';
      const faint = planted.querySelector("p");
      if (faint) faint.style.opacity = "0.4";
      document.querySelector("main")?.append(planted);
    });
    const found = (await everyFinding(page)).map((line) =>
      line.replace(/(?<=contrast|label):.*/s, ""),
    );
    expect(found.toSorted()).toEqual(["color-contrast", "in dark: color-contrast", "label"]);
  });

  it("finds nothing in an empty house", async () => {
    const { page } = await house.visit();
    expect(await look(page, EMPTY_HOUSE)).toEqual({});
  });

  it("finds nothing on any page that is read", async () => {
    await seedFullHouse(house.store);
    // The empty front page was kept; a change by another process is heard within a second.
    const front = async () => (await fetch(house.server.origin)).text();
    await expect.poll(front, { timeout: 5_000 }).toContain("The kettle on the sill");
    const { page } = await house.visit();
    expect(await look(page, READING)).toEqual({});
  });

  it("finds nothing on any page that a form leads to", async () => {
    const { page } = await house.visit();
    expect(await look(page, FORMS)).toEqual({});
  });

  it("finds nothing while an essay is written, changed and taken back", async () => {
    const { page } = await house.visit();
    expect(await look(page, WRITING)).toEqual({});
  });

  it("finds nothing in the moderators' room", async () => {
    const { out } = await firsthand(house.server, "moderator", "appoint", "Owl");
    const link = /\/sign-in\?token=\S+/.exec(out)?.[0] ?? "";
    const { page } = await house.visit();
    expect(await look(page, moderatorScenes(link))).toEqual({});
  });
});
