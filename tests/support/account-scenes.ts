import type { Page } from "playwright-core";
import type { Scene } from "./every-page.ts";
import { PASSPHRASE } from "./member.ts";

const press = (page: Page, intent: string) =>
  page.locator(`button[name="intent"][value="${intent}"]`).first().click();

let code = "";

/**
 * Codes, sessions, the passphrase, and a recovery from asking to stopping it; begins signed out, and
 * each begins where the one before ended.
 */
export const KEEPING_AN_ACCOUNT: readonly Scene[] = [
  {
    name: "recover, with faults",
    go: async (page) => {
      await page.goto("/recover");
      await page.locator("#recover-code").fill("RC-000000-000000-000000");
      await page.locator("#recover-passphrase").fill(PASSPHRASE);
      await press(page, "recover");
      await page.locator(".faults").waitFor();
    },
  },
  {
    name: "codes, to be written down",
    go: async (page) => {
      await page.goto("/join");
      await page.locator("#join-name").fill("Sunlit Ferry");
      await page.locator("#join-passphrase").fill(PASSPHRASE);
      await press(page, "join");
      await page.locator("ol.codes").waitFor();
      code = (await page.locator("ol.codes code").first().textContent()) ?? "";
    },
  },
  {
    name: "codes, written down",
    go: async (page) => {
      await press(page, "written_down");
      await page.locator('button[value="make"]').waitFor();
    },
  },
  { name: "sessions, this one alone", go: (page) => page.goto("/settings/sessions") },
  {
    name: "passphrase, with a fault",
    go: async (page) => {
      await page.goto("/settings/passphrase");
      await page.locator("#passphrase-old").fill("not this one");
      await page.locator("#passphrase-passphrase").fill("walnut ferry eleven copper drum");
      await press(page, "change");
      await page.locator(".faults").waitFor();
    },
  },
  {
    name: "recover, asked",
    go: async (page) => {
      await page.goto("/recover");
      await page.locator("#recover-code").fill(code);
      await page.locator("#recover-passphrase").fill("walnut ferry eleven copper drum");
      await press(page, "recover");
      await page.getByRole("status").first().waitFor();
    },
  },
  { name: "the notice on a page", go: (page) => page.goto("/settings/sessions") },
  { name: "before it is stopped", go: (page) => page.goto("/recover/stop") },
  {
    name: "stopped",
    go: async (page) => {
      await press(page, "stop");
      await page.getByRole("heading", { name: "It is stopped" }).waitFor();
    },
  },
];
