import type { Page } from "playwright-core";
import type { Scene } from "./every-page.ts";
import { PASSPHRASE } from "./member.ts";

const press = (page: Page, intent: string) =>
  page.locator(`button[name="intent"][value="${intent}"]`).first().click();

let key = "";

/**
 * Somebody writes with a key, joins, and takes up what was written with it, and a name of the old
 * blog; begins signed out in the full house, and each begins where the one before ended.
 */
export const CLAIMING: readonly Scene[] = [
  {
    name: "claim, nothing typed",
    go: async (page) => {
      await page.goto("/essays/change/reply");
      await page.locator("#reply-body").fill("Words with a key.");
      await press(page, "post");
      await page.locator(".key-panel").waitFor();
      key = (await page.locator("code.secret-shown").first().textContent()) ?? "";
      await page.goto("/join");
      await page.locator("#join-name").fill("Copper Trellis");
      await page.locator("#join-passphrase").fill(PASSPHRASE);
      await press(page, "join");
      await page.waitForURL(/\/settings\//);
      await page.goto("/settings/claim");
    },
  },
  {
    name: "claim, with faults in the keys",
    go: async (page) => {
      await page.locator("#claim-keys-keys").fill(`${key}\nnothing`);
      await press(page, "look");
      await page.locator(".faults").waitFor();
    },
  },
  {
    name: "claim, choosing names",
    go: async (page) => {
      await page.locator("#claim-keys-keys").fill(key);
      await press(page, "look");
      await page.locator('button[value="take"]').waitFor();
    },
  },
  {
    name: "claim, taken up",
    go: async (page) => {
      await press(page, "take");
      await page.locator(".notice").waitFor();
    },
  },
  {
    name: "claim, no name chosen for what was taken up",
    go: async (page) => {
      await press(page, "name");
      await page.locator(".faults").waitFor();
    },
  },
  {
    name: "claim, with a fault in the name",
    go: async (page) => {
      await page.locator("#claim-imported-imported").fill("Nobody Here");
      await press(page, "ask");
      await page.locator(".faults").waitFor();
    },
  },
  {
    name: "claim, asked for a name",
    go: async (page) => {
      await page.locator("#claim-imported-imported").fill("Oak Ferry");
      await press(page, "ask");
      await page.locator("#claim-names code").waitFor();
    },
  },
];
