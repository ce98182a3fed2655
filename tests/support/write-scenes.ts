import type { Page } from "playwright-core";
import { openFolds, type Scene } from "./every-page.ts";

const press = (page: Page, intent: string) =>
  page.locator(`button[name="intent"][value="${intent}"]`).first().click();

const ESSAY = "/essays/a-winter-of-forms";

/** An essay from the empty page to its undone take-back; each begins where the one before ended. */
export const WRITING: readonly Scene[] = [
  {
    name: "write, with faults",
    go: async (page) => {
      await page.goto("/write?comment=secret");
      await press(page, "publish");
      await page.locator(".faults").waitFor();
    },
  },
  {
    name: "write, with a preview that is folded and cites",
    go: async (page) => {
      await openFolds(page);
      await page.locator("#write-title").fill("A winter of forms");
      await page.locator("#write-body").fill("Words.[^1]\n\n## Then\n\nMore.[^a]\n\n[^a]: Below.");
      await page.locator("#write-lead-story").check();
      await page.locator("#write-note").fill("restraint");
      await page.locator("#write-reply_mode-support").check();
      await page.locator("#write-works_cited").fill("Smith 2011. https://example.org/a form.pdf");
      await page.locator("#write-source").fill("https://example.org/old");
      await press(page, "preview");
      await page.locator(".essay-preview").waitFor();
    },
  },
  {
    name: "key panel of an essay",
    go: async (page) => {
      await press(page, "publish");
      await page.locator(".key-panel").waitFor();
    },
  },
  {
    name: "the essay on its page",
    go: async (page) => {
      await page.locator("#key-keep").check();
      await press(page, "written_down");
      await page.waitForURL(`**${ESSAY}`);
    },
  },
  {
    name: "drafts, with an essay",
    go: async (page) => {
      await page.goto("/write");
      await page.locator("#write-title").fill("Half of it");
      await press(page, "draft");
      await page.locator(".entries").waitFor();
    },
  },
  {
    name: "edit of an essay, opened",
    go: async (page) => {
      await page.goto(`${ESSAY}/edit`);
      await page.locator("#write-body").waitFor();
    },
  },
  {
    name: "edit of an essay, with a fault and a preview",
    go: async (page) => {
      await page.locator("#write-title").fill("");
      await press(page, "preview");
      await page.locator(".essay-preview").waitFor();
      await page.locator(".faults").waitFor();
    },
  },
  {
    name: "earlier versions, open",
    go: async (page) => {
      await page.locator("#write-title").fill("A winter of papers");
      await page.locator("#write-keep_open").check();
      await press(page, "save");
      await page.waitForURL(`**${ESSAY}`);
      await page.goto(`${ESSAY}/versions`);
      await page.locator(".version").waitFor();
    },
  },
  {
    name: "earlier versions, forgotten",
    go: async (page) => {
      await press(page, "forget");
      await page.getByRole("status").waitFor();
    },
  },
  {
    name: "take an essay back, asked",
    go: (page) => page.goto(`${ESSAY}/take-back`),
  },
  {
    name: "essay taken back",
    go: async (page) => {
      await press(page, "take-back");
      await page.locator("button[value=undo]").waitFor();
    },
  },
  { name: "the empty place of an essay", go: (page) => page.goto(ESSAY) },
  {
    name: "essay brought back",
    go: async (page) => {
      await page.goto(`${ESSAY}/take-back`);
      await press(page, "undo");
      await page.getByRole("heading", { name: "Your essay is back" }).waitFor();
    },
  },
  {
    name: "edit of an essay, asked for the key",
    go: async (page) => {
      await page.context().clearCookies();
      await page.goto(`${ESSAY}/edit`);
      await page.locator("#write-key").waitFor();
    },
  },
];
