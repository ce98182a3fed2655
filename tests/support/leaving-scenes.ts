import type { Page } from "playwright-core";
import type { Scene } from "./every-page.ts";
import { PASSPHRASE } from "./member.ts";

const press = (page: Page, intent: string) =>
  page.locator(`button[name="intent"][value="${intent}"]`).first().click();

/**
 * Taking out, taking back and leaving, with an account that is kept; begins signed out in the full
 * house, and each begins where the one before ended.
 */
export const LEAVING: readonly Scene[] = [
  {
    name: "taking out",
    go: async (page) => {
      await page.goto("/join");
      await page.locator("#join-name").fill("Willow Beacon");
      await page.locator("#join-passphrase").fill(PASSPHRASE);
      await press(page, "join");
      await page.waitForURL(/\/settings\//);
      await page.goto("/settings/take-out");
    },
  },
  {
    name: "taking out what there is not",
    go: (page) => page.goto("/settings/take-out?fault=what"),
  },
  { name: "taking back, nothing written", go: (page) => page.goto("/settings/take-back") },
  {
    name: "taking back",
    go: async (page) => {
      await page.goto("/essays/story/reply");
      await page.locator("#reply-body").fill("To be taken back with everything.");
      await press(page, "post");
      await page.waitForURL(/#comment-/);
      await page.goto("/settings/take-back");
      await page.locator('input[name="what"]').first().waitFor();
    },
  },
  {
    name: "taking back, nothing chosen",
    go: async (page) => {
      await press(page, "ask");
      await page.locator(".faults").waitFor();
    },
  },
  {
    name: "taking back, asked once more",
    go: async (page) => {
      await page.locator('input[name="what"]').first().check();
      await press(page, "ask");
      await page.locator('button[value="take-back"]').waitFor();
    },
  },
  {
    name: "taken back together",
    go: async (page) => {
      await press(page, "take-back");
      await page.locator('button[value="undo"]').waitFor();
    },
  },
  {
    name: "brought back together",
    go: async (page) => {
      await press(page, "undo");
      await page.waitForURL(/done=back/);
    },
  },
  { name: "leaving", go: (page) => page.goto("/settings/leave") },
  {
    name: "leaving, with a fault",
    go: async (page) => {
      await page.locator("#leave-passphrase").fill(PASSPHRASE);
      await press(page, "leave");
      await page.locator(".faults").waitFor();
    },
  },
  {
    name: "on the way out",
    go: async (page) => {
      await page.locator("#leave-thread-names").check();
      await page.locator("#leave-sure").check();
      await page.locator("#leave-passphrase").fill(PASSPHRASE);
      await press(page, "leave");
      await page.locator('button[value="keep"]').waitFor();
    },
  },
  {
    name: "kept",
    go: async (page) => {
      await press(page, "keep");
      await page.waitForURL(/\/settings$/);
    },
  },
];
