import type { Page } from "playwright-core";
import type { Scene } from "./every-page.ts";
import { PASSPHRASE } from "./member.ts";
import { givePhone } from "./phone.ts";

const press = (page: Page, intent: string) =>
  page.locator(`button[name="intent"][value="${intent}"]`).first().click();

let code = "";

/**
 * Passkeys, and a recovery that one could confirm; begins signed out, and each begins where the one
 * before ended. To be visited at a host name: an address of digits has no passkeys.
 */
export const PASSKEYS: readonly Scene[] = [
  {
    name: "passkeys, none yet",
    go: async (page) => {
      await givePhone(page);
      await page.goto("/join");
      await page.locator("#join-name").fill("Copper Finch");
      await page.locator("#join-passphrase").fill(PASSPHRASE);
      await press(page, "join");
      await page.locator("ol.codes").waitFor();
      code = (await page.locator("ol.codes code").first().textContent()) ?? "";
      await press(page, "written_down");
      await page.goto("/settings/passkeys");
    },
  },
  {
    name: "passkeys, one added",
    go: async (page) => {
      await page.locator("#passkey-label").fill("My phone");
      await page.getByRole("button", { name: "Add a passkey" }).click();
      await page.waitForURL(/done=added/);
    },
  },
  {
    name: "passkeys, the same once more",
    go: async (page) => {
      await page.getByRole("button", { name: "Add a passkey" }).click();
      await page.getByText("You have this passkey already.").waitFor();
    },
  },
  {
    name: "passkeys, a name that is too long",
    go: async (page) => {
      await page.goto("/settings/passkeys");
      await page.locator(".entries summary").click();
      await page.locator(".entries input[name=label]").fill("x".repeat(61));
      await press(page, "name");
      await page.locator(".faults").waitFor();
    },
  },
  {
    name: "recover, asked, with a passkey",
    go: async (page) => {
      await page.goto("/recover");
      await page.locator("#recover-code").fill(code);
      await page.locator("#recover-passphrase").fill("walnut ferry eleven copper drum");
      await press(page, "recover");
      await page.getByRole("button", { name: "Confirm with a passkey" }).waitFor();
    },
  },
  {
    name: "sign-in, with a passkey that is gone",
    go: async (page) => {
      await page.goto("/settings/passkeys");
      await page.locator(".entries summary").click();
      await press(page, "remove");
      await page.waitForURL(/done=removed/);
      await page.goto("/sign-in");
      await page.getByRole("button", { name: "Sign in with a passkey" }).click();
      await page.getByText("This passkey opens nothing here.").waitFor();
    },
  },
];
