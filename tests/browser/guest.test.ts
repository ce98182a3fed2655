import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { commentRow, seedComments, seedEssay } from "#tests/support/seed.ts";
import { openVisitedHouse, type VisitedHouse } from "#tests/support/visit.ts";

let house: VisitedHouse;
let essays = 0;

beforeAll(async () => {
  house = await openVisitedHouse();
});

afterEach(() => house.leave());
afterAll(() => house.close());

/** An essay of its own for each test, with one comment by Tidewater to answer. */
async function essay(): Promise<{ id: string; tide: string }> {
  essays += 1;
  const id = `guest${essays}`;
  const tide = `${id}tide`;
  await seedEssay(house.store, { id, title: `An essay called ${id}` });
  await seedComments(house.store, id, [commentRow(id, { id: tide, by_name: "Tidewater" })]);
  return { id, tide };
}

const bodies = async (essayId: string) =>
  (
    await house.store.read
      .selectFrom("comments")
      .select(["markdown", "parent_id"])
      .where("essay_id", "=", essayId)
      .where("origin", "=", "guest")
      .where("owner_mark", "is not", null)
      .orderBy("ordered_at")
      .execute()
  ).map(({ markdown }) => markdown);

const textarea = (page: Page | Locator) => page.getByRole("textbox", { name: "Your words" });
const shown = (page: Page) => page.locator("code.secret-shown");
const post = (page: Page) => page.locator('button[name="intent"][value="post"]');

/** Opens the form that answers Tidewater: in place, or on its own page. */
async function replyToTide(page: Page) {
  await page.getByRole("link", { name: "Reply to Tidewater" }).click();
  await page.locator(".in-place, .reply-page").waitFor();
}

/** Answers Tidewater and gives what must be written down. */
async function answer(page: Page, essayId: string, words: string) {
  await page.goto(`/essays/${essayId}`);
  await replyToTide(page);
  await textarea(page).fill(words);
  await post(page).click();
  await shown(page).first().waitFor();
  const [key = "", code = ""] = await shown(page).allTextContents();
  return { key, code };
}

for (const javaScript of [false, true]) {
  describe(`somebody without an account ${javaScript ? "with" : "without"} JavaScript`, () => {
    const open = () => house.visit({ javaScript, width: 390 });

    it("comments, writes the key down, and comes back from another device with it", async () => {
      const { id, tide } = await essay();
      const { page, complaints } = await open();
      const { key } = await answer(page, id, "It was the *same* with me.");
      expect(key).toMatch(/^([0-9A-Z]{5}-){4}[0-9A-Z]{5}$/);
      await page.getByRole("button", { name: "I have written it down" }).click();
      await page.waitForURL(/#comment-/);
      const mine = page.locator("article:target");
      expect(await mine.getAttribute("data-parent")).toBe(tide);
      expect(await mine.locator(".words").innerHTML()).toContain("<em>same</em>");
      const commentId = (await mine.getAttribute("id"))?.slice("comment-".length) ?? "";

      const { page: stranger } = await open();
      await stranger.goto(`/comments/${commentId}`);
      await stranger.locator(`#comment-${commentId} a.reply`).click();
      await stranger.locator(".in-place, .reply-page").waitFor();
      await textarea(stranger).fill("And with me, unmistakably.");
      await post(stranger).click();
      await shown(stranger).first().waitFor();

      const { page: phone } = await open();
      await phone.goto("/inbox");
      await phone.getByRole("link", { name: "Use your key" }).click();
      await phone.getByLabel("Your key").first().fill(key.toLowerCase().replaceAll("-", " "));
      await phone.getByRole("button", { name: "Open with this key" }).click();
      await phone.waitForURL("**/inbox");
      expect(await phone.locator("main").textContent()).toContain("And with me, unmistakably.");

      await phone.getByRole("link", { name: "Edit" }).click();
      await textarea(phone).fill("It was otherwise with me.");
      await phone.getByRole("button", { name: "Save the change" }).click();
      await phone.waitForURL(/#comment-/);
      const changed = phone.locator(`#comment-${commentId}`);
      expect(await changed.locator(".words").first().textContent()).toContain(
        "It was otherwise with me.",
      );
      expect(await changed.locator(".line").first().textContent()).toContain("changed");

      await phone.goto(`/comments/${commentId}/take-back`);
      await phone.getByRole("button", { name: "Take it back" }).click();
      await phone.getByText("Nobody sees your words any more.").waitFor();
      await page.goto(`/comments/${commentId}`);
      expect(await page.locator(`#comment-${commentId} .empty-place`).textContent()).toBe(
        "Taken back by its writer. The replies stay.",
      );
      await phone.getByRole("button", { name: "Undo: show my words again" }).click();
      await phone.getByRole("heading", { name: "Your words are back" }).waitFor();
      await page.goto(`/comments/${commentId}`);
      expect(await page.locator("main").textContent()).toContain("It was otherwise with me.");

      await phone.goto("/key");
      await phone.locator("summary", { hasText: "Change the key" }).click();
      await phone.getByRole("button", { name: "Give me a new key" }).click();
      await phone.getByRole("heading", { name: "This is your new key" }).waitFor();
      const [fresh] = await shown(phone).allTextContents();
      expect(fresh).not.toBe(key);
      await phone.goto("/inbox");
      expect(await phone.locator("main").textContent()).toContain("unmistakably");

      await page.goto("/key");
      await page.getByLabel("Your key").first().fill(key);
      await page.getByRole("button", { name: "Open with this key" }).click();
      await page.getByText("This key opens nothing here.").first().waitFor();
      expect(complaints).toEqual([]);
    });

    it("sees how it will look, and each fault at its field, with all that was typed", async () => {
      const { id } = await essay();
      const { page } = await open();
      await page.goto(`/essays/${id}`);
      await textarea(page).fill("A *first* thought.");
      await page.getByLabel("I speak from what I lived").check();
      await page.getByRole("button", { name: "Continue" }).click();
      const preview = page.getByRole("region", { name: "How it will look" });
      expect(await preview.locator(".words").innerHTML()).toContain("<em>first</em>");
      expect(await preview.textContent()).toContain("Lived experience");
      await page.getByLabel("Name in this thread").fill("Marsh Lantern");
      await post(page).click();
      await page.getByText("This is not posted yet").waitFor();
      const name = page.getByLabel("Name in this thread");
      expect(await name.getAttribute("aria-invalid")).toBe("true");
      expect(await name.inputValue()).toBe("Marsh Lantern");
      expect(await textarea(page).inputValue()).toBe("A *first* thought.");
      expect(await page.getByLabel("I speak from what I lived").isChecked()).toBe(true);
      expect(await bodies(id)).toEqual([]);
      await page.locator(".faults a").click();
      expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
      await name.fill("Oak Ferry");
      await post(page).click();
      await shown(page).first().waitFor();
      expect(await bodies(id)).toEqual(["A *first* thought."]);
    });

    it("answers again with the key, and is led to the new comment", async () => {
      const { id, tide } = await essay();
      const { page } = await open();
      const { key } = await answer(page, id, "First of two.");
      await page.goto(`/essays/${id}`);
      await replyToTide(page);
      await textarea(page).fill("Second of two.");
      await page.locator("summary", { hasText: "I have a key already" }).click();
      await page.getByLabel("Your key").fill(key);
      await post(page).click();
      await page.waitForURL(/#comment-/);
      const mine = page.locator("article:target");
      await mine.waitFor();
      expect(await mine.textContent()).toContain("Second of two.");
      expect(await mine.getAttribute("data-parent")).toBe(tide);
    });

    it("presses twice and posts once", async () => {
      const { id } = await essay();
      const { page } = await open();
      await page.goto(`/essays/${id}`);
      await replyToTide(page);
      await textarea(page).fill("Pressed twice.");
      await post(page).dblclick();
      await shown(page).first().waitFor();
      expect(await bodies(id)).toEqual(["Pressed twice."]);
    });

    it("answers in two tabs at once: two comments, neither lost", async () => {
      const { id } = await essay();
      const { page, context } = await open();
      const other = await context.newPage();
      for (const [tab, words] of [
        [page, "In the first tab."],
        [other, "In the second tab."],
      ] as const) {
        await tab.goto(`/essays/${id}`);
        await replyToTide(tab);
        await textarea(tab).fill(words);
      }
      await post(page).click();
      await shown(page).first().waitFor();
      await post(other).click();
      await shown(other).first().waitFor();
      expect(await bodies(id)).toEqual(["In the first tab.", "In the second tab."]);
    });

    it("loses the line before or after the words arrived, and neither words nor key", async () => {
      const { id } = await essay();
      const { page } = await open();
      await page.goto(`/essays/${id}`);
      await replyToTide(page);
      await textarea(page).fill("Sent into the dark.");
      // Without JavaScript the browser keeps the words, and sends them again when asked to.
      const send = (tab: Page) =>
        tab.url().includes("/essays/")
          ? post(tab).click({ noWaitAfter: true })
          : tab.reload().catch(() => null);
      let tries = 0;
      await page.route("**/reply", async (route) => {
        if (route.request().method() !== "POST") return route.continue();
        tries += 1;
        // The first never arrives; the answer to the second never does.
        if (tries === 2) await route.fetch();
        return tries <= 2 ? route.abort() : route.continue();
      });
      for (const stored of [0, 1]) {
        await send(page);
        await expect.poll(() => tries).toBe(stored + 1);
        if (javaScript) {
          await page.getByText("Not sent yet: nothing came back.").waitFor();
          expect(await textarea(page).inputValue()).toBe("Sent into the dark.");
        } else {
          await expect.poll(() => page.url()).toContain("chrome-error");
        }
        expect(await bodies(id)).toHaveLength(stored);
      }
      // The browser's own error page takes the wish to send again only once it has settled.
      await expect
        .poll(async () => {
          if (tries === 2) await send(page);
          return tries;
        })
        .toBe(3);
      await shown(page).first().waitFor();
      expect(await shown(page).allTextContents()).toHaveLength(2);
      expect(await bodies(id)).toEqual(["Sent into the dark."]);
    });
  });
}

describe("in place, with JavaScript", () => {
  it("opens under the comment, shows preview, faults and key there, and never leaves the page", async () => {
    const { id, tide } = await essay();
    const { page, complaints } = await house.visit({ width: 390 });
    await page.goto(`/essays/${id}`);
    const at = page.url();
    await replyToTide(page);
    const box = page.locator(`#comment-${tide} + .in-place`);
    const field = textarea(box);
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await textarea(page).count()).toBe(1);
    await post(page).click();
    await box.getByText("Write something first.").first().waitFor();
    await field.fill("Under it.");
    await box.getByRole("button", { name: "See how it will look" }).click();
    await box.getByRole("region", { name: "How it will look" }).waitFor();
    expect(await box.locator(".preview .words").textContent()).toContain("Under it.");
    await post(page).click();
    await box.getByRole("heading", { name: "Your words are public" }).waitFor();
    expect(await shown(page).count()).toBe(2);
    expect(page.url()).toBe(at);
    expect(complaints).toEqual([]);
  });

  it("takes the words along to another comment, keeps them when closed, and says no twice", async () => {
    const { id } = await essay();
    await seedComments(house.store, id, [
      commentRow(id, { id: `${id}finch`, by_name: "Amber Finch" }),
    ]);
    const { page } = await house.visit({ width: 390 });
    await page.goto(`/essays/${id}`);
    await replyToTide(page);
    await textarea(page).fill("For one of you.");
    await page.getByRole("link", { name: "Reply to Amber Finch" }).click();
    const box = page.locator(`#comment-${id}finch + .in-place`);
    await box.waitFor();
    expect(await textarea(box).inputValue()).toBe("For one of you.");
    await box.getByRole("button", { name: "Close" }).click();
    expect(await page.locator(".in-place").count()).toBe(0);
    expect(await page.getByRole("heading", { name: "Answer Marsh Lantern" }).isVisible()).toBe(
      true,
    );
    await replyToTide(page);
    await page.locator(".in-place").waitFor();
    expect(await textarea(page).inputValue()).toBe("For one of you.");
  });

  it("does the small piece of work of the form, so that nobody waits", async () => {
    const { id } = await essay();
    const { page } = await house.visit();
    await page.goto(`/essays/${id}/reply`);
    await page.locator('input[name="altcha"]').waitFor({ state: "attached" });
    await textarea(page).fill("Worked for.");
    const request = page.waitForRequest((one) => one.method() === "POST");
    await post(page).click();
    expect((await request).postData()).toMatch(/altcha=[A-Za-z0-9]/);
    await shown(page).first().waitFor();
  });
});
