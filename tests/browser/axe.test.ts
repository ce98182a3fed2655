import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { KEEPING_AN_ACCOUNT } from "#tests/support/account-scenes.ts";
import { CLAIMING } from "#tests/support/claim-scenes.ts";
import {
  COMING_IN,
  EMPTY_HOUSE,
  FORMS,
  moderatorScenes,
  openFolds,
  READING,
  type Scene,
} from "#tests/support/every-page.ts";
import { seedFullHouse } from "#tests/support/full-house.ts";
import { LEAVING } from "#tests/support/leaving-scenes.ts";
import { joinLink } from "#tests/support/moderator.ts";
import { PASSKEYS } from "#tests/support/passkey-scenes.ts";
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

type View = readonly ["light" | "dark", number];

const VIEWS: readonly View[] = [
  ["light", 1280],
  ["dark", 320],
];
const OTHER_VIEWS: readonly View[] = [
  ["dark", 1280],
  ["light", 320],
];
/** The pages that have most in them: these are looked at in the other views as well. */
const FULLEST = [
  "/",
  "/stories?only=1",
  "/essays/story",
  "/conversations/story",
  "/write",
  "/about",
];

/** What another theme or width can change; the first view is held to all rules. */
const DRAWN = [
  "color-contrast",
  "target-size",
  "link-in-text-block",
  "scrollable-region-focusable",
];

async function everyFinding(page: Page, views: readonly View[] = VIEWS): Promise<string[]> {
  await openFolds(page);
  const all: string[] = [];
  for (const view of views) {
    const [theme, width] = view;
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 800 });
    const found = await findings(page, view === VIEWS[0] ? undefined : DRAWN);
    all.push(...found.map((line) => `${theme} at ${width}: ${line}`));
  }
  return all;
}

async function look(
  page: Page,
  scenes: readonly Scene[],
  views?: readonly View[],
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const scene of scenes) {
    await scene.go(page);
    const here = await everyFinding(page, views);
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
    expect(found).toEqual([
      "light at 1280: color-contrast",
      "light at 1280: label",
      "dark at 320: color-contrast",
    ]);
  });

  it("finds nothing in an empty house", async () => {
    const { page } = await house.visit();
    expect(await look(page, EMPTY_HOUSE)).toEqual({});
  });
});

/** So many pages in one test: all together take longer than one may. */
const AT_ONCE = 15;

describe("axe in a house where everything has happened", () => {
  beforeAll(async () => {
    await seedFullHouse(house.store);
    // The empty front page was kept; a change by another process is heard within a second.
    const front = async () => (await fetch(house.server.origin)).text();
    await vi.waitFor(async () => expect(await front()).toContain("The kettle on the sill"), 5_000);
  });

  for (let from = 0; from < READING.length; from += AT_ONCE) {
    const pages = READING.slice(from, from + AT_ONCE);
    it(`finds nothing where one reads, ${pages[0]?.name} and what follows`, async () => {
      const { page } = await house.visit();
      expect(await look(page, pages)).toEqual({});
    });
  }

  it("finds nothing in the dark on a wide screen, and in the light on a narrow one", async () => {
    const { page } = await house.visit();
    const fullest = READING.filter(({ name }) => FULLEST.includes(name));
    expect(fullest.map(({ name }) => name).toSorted()).toEqual(FULLEST.toSorted());
    expect(await look(page, fullest, OTHER_VIEWS)).toEqual({});
  });

  it("finds nothing on any page that a form leads to", async () => {
    const { page } = await house.visit();
    expect(await look(page, FORMS)).toEqual({});
  });

  it("finds nothing while an essay is written, changed and taken back", async () => {
    const { page } = await house.visit();
    expect(await look(page, WRITING)).toEqual({});
  });

  it("finds nothing where somebody joins and signs in", async () => {
    const { page } = await house.visit();
    expect(await look(page, COMING_IN)).toEqual({});
  });

  it("finds nothing around codes, sessions and a recovery", async () => {
    const { page } = await house.visit();
    expect(await look(page, KEEPING_AN_ACCOUNT)).toEqual({});
  });

  it("finds nothing where somebody takes up what they wrote before", async () => {
    const { page } = await house.visit();
    expect(await look(page, CLAIMING)).toEqual({});
  });

  it("finds nothing where somebody takes out, takes back and leaves", async () => {
    const { page } = await house.visit();
    expect(await look(page, LEAVING)).toEqual({});
  });

  it("finds nothing around passkeys", async () => {
    const baseURL = `http://localhost:${house.server.port}`;
    const { page } = await house.visit({ more: { baseURL } });
    expect(await look(page, PASSKEYS)).toEqual({});
  });

  it("finds nothing in the moderators' room", async () => {
    const link = await joinLink(house.server, "Owl");
    const { page } = await house.visit();
    expect(await look(page, moderatorScenes(link))).toEqual({});
  });
});
