import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { PASSPHRASE } from "#tests/support/member.ts";
import { givePhone } from "#tests/support/phone.ts";
import { openVisitedHouse, type Visit, type VisitedHouse } from "#tests/support/visit.ts";

let house: VisitedHouse;
let members = 0;

beforeAll(async () => {
  house = await openVisitedHouse();
});

afterEach(() => house.leave());
afterAll(() => house.close());

/** An address of digits has no passkeys. */
const named = () => `http://localhost:${house.server.port}`;

async function visit({ javaScript = true, more = {} } = {}): Promise<Visit> {
  return house.visit({ javaScript, width: 390, more: { baseURL: named(), ...more } });
}

const press = (page: Page, intent: string) =>
  page.locator(`button[name="intent"][value="${intent}"]`).first().click();

/** Joins under a name of its own, and writes the codes down. */
async function join(page: Page): Promise<{ name: string; codes: string[] }> {
  members += 1;
  const name = `Quiet Heron ${"abcdefghij".charAt(members)}`;
  await page.goto("/join");
  await page.locator("#join-name").fill(name);
  await page.locator("#join-passphrase").fill(PASSPHRASE);
  await press(page, "join");
  await page.waitForURL(/\/settings\/codes$/);
  const codes = await page.locator("code.secret-shown").allTextContents();
  await press(page, "written_down");
  return { name, codes };
}

async function add(page: Page, label: string) {
  await page.goto("/settings/passkeys");
  await page.getByLabel("What do you want to call it?").last().fill(label);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.waitForURL(/done=added$/);
}

async function signOut(page: Page) {
  await page.goto("/sign-out");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL((address) => address.pathname === "/");
}

async function signInByWords(page: Page, name: string, passphrase: string) {
  await page.goto("/sign-in");
  await page.locator("#sign-in-name").fill(name);
  await page.locator("#sign-in-passphrase").fill(passphrase);
  await press(page, "sign-in");
}

const signInButton = (page: Page) => page.getByRole("button", { name: "Sign in with a passkey" });
const passkeys = (page: Page) => page.locator(".entries h3").allTextContents();

it("is added, named, signs in without a word typed, and when removed opens nothing", async () => {
  const { page, complaints } = await visit();
  const phone = await givePhone(page);
  const { name } = await join(page);
  await add(page, "My phone");
  expect(await passkeys(page)).toEqual(["My phone"]);
  const [kept] = await phone.kept();
  expect(kept).toMatchObject({
    rpId: "localhost",
    isResidentCredential: true,
    userName: name,
    userDisplayName: name,
  });

  await page.locator(".entries summary").click();
  await page.locator(".entries").getByLabel("What do you want to call it?").fill("The blue phone");
  await press(page, "name");
  await page.waitForURL(/done=saved$/);
  expect(await passkeys(page)).toEqual(["The blue phone"]);

  await signOut(page);
  await page.goto("/settings/passkeys");
  await page.waitForURL(/\/sign-in\?to=/);
  await signInButton(page).click();
  await page.waitForURL(/\/settings\/passkeys$/);
  await page.getByText(/last used on/).waitFor();

  await page.locator(".entries summary").click();
  await press(page, "remove");
  await page.waitForURL(/done=removed$/);
  expect(await passkeys(page)).toEqual([]);
  expect(await phone.kept()).toHaveLength(1);

  await signOut(page);
  await page.goto("/sign-in");
  await signInButton(page).click();
  await page.getByText("This passkey opens nothing here.").waitFor();
  await page.goto("/settings/passkeys");
  expect(new URL(page.url()).pathname).toBe("/sign-in");
  expect(complaints).toEqual([]);
});

it("works where the browser can neither read nor write JSON for it", async () => {
  const { page, complaints } = await visit();
  await page.addInitScript(() => {
    const old = PublicKeyCredential as unknown as Record<string, unknown>;
    old["parseCreationOptionsFromJSON"] = undefined;
    old["parseRequestOptionsFromJSON"] = undefined;
    Object.assign(PublicKeyCredential.prototype, { toJSON: undefined });
  });
  await givePhone(page);
  await join(page);
  await add(page, "");
  expect(await passkeys(page)).toEqual(["Passkey without a name"]);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByText("You have this passkey already.").waitFor();
  await signOut(page);
  await page.goto("/sign-in");
  await signInButton(page).click();
  await page.waitForURL(/\/inbox$/);
  expect(complaints).toEqual([]);
});

it("says so where the device has none, and goes on", async () => {
  const { page } = await visit();
  await givePhone(page);
  await page.goto("/sign-in");
  await signInButton(page).click();
  await page.getByText("Nothing was done").waitFor();
  expect(await signInButton(page).isEnabled()).toBe(true);
});

it("leads to the sign-in page whoever was signed out in the meantime", async () => {
  const { page, context } = await visit();
  await givePhone(page);
  await join(page);
  await page.goto("/settings/passkeys");
  await context.clearCookies();
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.waitForURL(/\/sign-in\?to=/);
  expect(new URL(page.url()).searchParams.get("to")).toBe("/settings/passkeys/add");
});

it("is offered nowhere to a browser that knows no passkeys", async () => {
  const { page } = await visit();
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "PublicKeyCredential"));
  await join(page);
  await page.goto("/settings/passkeys");
  expect(await page.getByText("Adding a passkey needs JavaScript").isVisible()).toBe(true);
  expect(await page.getByRole("button", { name: "Add a passkey" }).count()).toBe(0);
  await page.goto("/sign-in");
  expect(await signInButton(page).count()).toBe(0);
});

it("is listed, named and removed without JavaScript, and the page says why not added", async () => {
  const visited = await visit();
  await givePhone(visited.page);
  await join(visited.page);
  await add(visited.page, "My phone");
  const storageState = await visited.context.storageState();
  const { page } = await visit({ javaScript: false, more: { storageState } });
  await page.goto("/settings/passkeys");
  expect(await page.getByText("Adding a passkey needs JavaScript").isVisible()).toBe(true);
  expect(await page.getByRole("button", { name: "Add a passkey" }).count()).toBe(0);
  await page.locator(".entries summary").click();
  await page.locator(".entries input[name=label]").fill("x".repeat(61));
  await press(page, "name");
  await page.locator(".faults").waitFor();
  await page.locator(".entries input[name=label]").fill("Another");
  await press(page, "name");
  await page.waitForURL(/done=saved$/);
  expect(await passkeys(page)).toEqual(["Another"]);
  await page.locator(".entries summary").click();
  await press(page, "remove");
  await page.waitForURL(/done=removed$/);
  expect(await passkeys(page)).toEqual([]);
  await page.goto("/sign-in");
  expect(await signInButton(page).count()).toBe(0);
});

it("is neither made nor used at an address of digits, and the page says so", async () => {
  const { page } = await visit({ more: { baseURL: house.server.origin } });
  await join(page);
  await page.goto("/settings/passkeys");
  await page.getByText("This page was opened at a number").waitFor();
  expect(await page.locator("form[data-passkey]").count()).toBe(0);
  await page.goto("/sign-in");
  expect(await page.locator("form[data-passkey]").count()).toBe(0);
});

it("confirms a recovery at once, and then the old passphrase and every other browser are out", async () => {
  const { page, complaints } = await visit();
  await givePhone(page);
  const { name, codes } = await join(page);
  await add(page, "My phone");
  const other = await visit();
  await signInByWords(other.page, name, PASSPHRASE);
  await other.page.waitForURL(/\/inbox$/);
  await signOut(page);

  const passphrase = "walnut ferry eleven copper drum";
  await page.goto("/recover");
  await page.locator("#recover-code").fill(codes[0] ?? "");
  await page.locator("#recover-passphrase").fill(passphrase);
  await press(page, "recover");
  await page.getByRole("button", { name: "Confirm with a passkey" }).click();
  await page.waitForURL(/\/settings\/sessions$/);
  await page.getByText("You are signed in nowhere else.").waitFor();

  await other.page.goto("/settings");
  expect(new URL(other.page.url()).pathname).toBe("/sign-in");
  await signInByWords(other.page, name, PASSPHRASE);
  await other.page.locator(".faults").waitFor();
  await signInByWords(other.page, name, passphrase);
  await other.page.waitForURL(/\/inbox$/);
  expect([...complaints, ...other.complaints]).toEqual([]);
});
