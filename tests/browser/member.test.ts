import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { PASSPHRASE } from "#tests/support/member.ts";
import { commentRow, seedComments, seedEssay } from "#tests/support/seed.ts";
import { openVisitedHouse, type VisitedHouse } from "#tests/support/visit.ts";

/** Flows 2 and 3 of product.md with an account, in the real browser. */
let house: VisitedHouse;
let essays = 0;
beforeAll(async () => {
  house = await openVisitedHouse();
});
afterEach(() => house.leave());
afterAll(() => house.close());

async function essay(): Promise<string> {
  essays += 1;
  const id = `member${essays}`;
  await seedEssay(house.store, { id, title: `An essay called ${id}` });
  await seedComments(house.store, id, [commentRow(id, { id: `${id}t`, by_name: "Old Tide" })]);
  return id;
}

const post = (page: Page) => page.locator('button[name="intent"][value="post"]');

/** How many buttons say just this, to the eye and to the ear. */
const says = (page: Page, words: string) =>
  page.getByRole("button", { name: words, exact: true }).count();

/** Joins, and writes the codes down. */
async function join(page: Page, name: string) {
  await page.goto("/join");
  await page.locator('input[name="name"]').fill(name);
  await page.locator('input[name="passphrase"]').fill(PASSPHRASE);
  await page.locator('button[name="intent"][value="join"]').click();
  await page.waitForURL(/\/settings\/codes/);
  expect(await page.locator("code").count()).toBeGreaterThanOrEqual(10);
  await page.locator('button[name="intent"][value="written_down"]').click();
}

for (const javaScript of [false, true]) {
  describe(`a member ${javaScript ? "with" : "without"} JavaScript`, () => {
    const open = (theme: "light" | "dark" = "light") =>
      house.visit({ javaScript, width: 390, theme });
    const called = (name: string) => `${name} ${javaScript ? "Reed" : "Rush"}`;

    it("joins, answers under the name that the button says, and goes on as that", async () => {
      const id = await essay();
      const { page, complaints } = await open();
      const name = called("Quiet");
      await join(page, name);
      await page.goto(`/essays/${id}`);
      await page.getByRole("link", { name: "Reply to Old Tide" }).click();
      await page.locator(".in-place, .reply-page").waitFor();
      expect(await says(page, `Reply as ${name}`)).toBe(1);
      // The choice changes the words of the button, without a script as well.
      await page.getByRole("radio", { name: /A thread name/ }).check();
      expect(await says(page, "Reply under a thread name")).toBe(1);
      await page.getByRole("radio", { name: new RegExp(name) }).check();
      expect(await says(page, `Reply as ${name}`)).toBe(1);
      await page.getByRole("textbox", { name: "Your words" }).fill("I was there too.");
      await post(page).click();
      await page.waitForURL(/#comment-/);
      const mine = page.locator("article", { hasText: "I was there too." }).last();
      expect(await mine.getByRole("link", { name }).first().textContent()).toBe(name);
      expect(await page.locator("code.secret-shown").count()).toBe(0);

      await page.goto("/inbox");
      expect(await page.locator(".name-row [aria-current]").textContent()).toBe(name);
      await page.getByRole("link", { name: "Edit" }).first().click();
      await page.getByRole("textbox", { name: "Your words" }).fill("I was there as well.");
      await page.getByRole("button", { name: "Save the change" }).click();
      await page.waitForURL(/#comment-/);
      expect(complaints).toEqual([]);
    });

    it("publishes a story under a thread name, and signs out and in again", async () => {
      const { page } = await open("dark");
      const name = called("Amber");
      await join(page, name);
      await page.goto("/write");
      await page.locator('input[name="title"]').fill(`The long corridor of ${name}`);
      await page.locator('textarea[name="body"]').fill("It was longer at night.");
      await page.locator("#write-lead-story").check();
      await page.getByRole("radio", { name: /A thread name/ }).check();
      const publish = page.locator('button[name="intent"][value="publish"]');
      expect(await says(page, "Publish under a thread name")).toBe(1);
      await publish.click();
      await page.waitForURL(/\/essays\//);
      const at = new URL(page.url()).pathname;
      expect(await page.locator(".byline").textContent()).not.toContain(name);

      await page.goto("/sign-out");
      await page.locator('main button[name="intent"]').click();
      await page.goto(`${at}/edit`);
      expect(await page.locator('textarea[name="body"]').count()).toBe(0);
      await page.goto("/sign-in");
      await page.locator('input[name="name"]').fill(name);
      await page.locator('input[name="passphrase"]').fill(PASSPHRASE);
      await page.locator('button[name="intent"][value="sign-in"]').click();
      await page.waitForURL(/\/inbox/);
      await page.goto(`${at}/edit`);
      expect(await page.locator('textarea[name="body"]').inputValue()).toBe(
        "It was longer at night.",
      );
    });
  });
}
