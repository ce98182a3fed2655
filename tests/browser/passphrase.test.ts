import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { openVisitedHouse, type VisitedHouse } from "#tests/support/visit.ts";

let house: VisitedHouse;
beforeAll(async () => {
  house = await openVisitedHouse();
});
afterEach(() => house.leave());
afterAll(() => house.close());

it("shows a passphrase to whoever wants to see what they type, and only then", async () => {
  const { page } = await house.visit();
  await page.goto("/join");
  const field = page.locator("#join-passphrase");
  await field.fill("kettle osprey");
  expect(await field.getAttribute("type")).toBe("password");
  await page.getByLabel("Show what I type").check();
  expect(await field.getAttribute("type")).toBe("text");
  expect(await field.inputValue()).toBe("kettle osprey");
  await page.getByLabel("Show what I type").uncheck();
  expect(await field.getAttribute("type")).toBe("password");
});

it("offers nothing that needs a script where there is none", async () => {
  const { page } = await house.visit({ javaScript: false });
  await page.goto("/join");
  expect(await page.getByLabel("Show what I type").isVisible()).toBe(false);
});
