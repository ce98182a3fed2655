import type { Page } from "playwright-core";
import { PASSPHRASE } from "./member.ts";

/** A page, or a state of one, and how somebody gets there. */
export interface Scene {
  name: string;
  go: (page: Page) => Promise<unknown>;
}

const at = (address: string): Scene => ({ name: address, go: (page) => page.goto(address) });

/** The pages of a house with nothing in it. */
export const EMPTY_HOUSE: readonly Scene[] = [
  "/",
  "/stories",
  "/stories?only=1",
  "/tags",
  "/moderation/log",
].map(at);

/** Every page of the house that seedFullHouse makes, as far as reading goes. */
export const READING: readonly Scene[] = [
  "/",
  "/stories?only=1",
  "/stories?standing=lived&tag=kettles",
  "/debates?sort=active",
  "/debates?tag=nothing",
  "/?sort=new",
  "/tags",
  "/tags/kettles",
  "/series/kettles-in-order",
  "/people/Ada%20Fenwick",
  "/essays/story",
  "/essays/story?perspective=experience",
  "/essays/story?flat=1",
  "/essays/change",
  "/essays/noted",
  "/essays/closed",
  "/essays/gone",
  "/essays/folded",
  "/essays/story/versions",
  "/write",
  "/write?responds=story",
  "/write?comment=secret",
  "/essays/noted/lost-key",
  "/essays/change/my-words",
  "/conversations/story",
  "/comments/heron/branch",
  "/comments/under/branch",
  "/essays/story/reply",
  "/essays/story/reply?parent=secret",
  "/comments/tide/edit",
  "/comments/tide/take-back",
  "/comments/tide/lost-key",
  "/comments/below/my-words",
  "/key",
  "/inbox",
  "/drafts",
  "/join",
  "/recover",
  "/join?token=used",
  "/sign-in",
  "/sign-in?to=%2Fsettings",
  "/sign-out",
  "/moderation/log",
  "/about",
  "/help",
  "/promises",
  "/promises/data",
  "/exit/about",
  "/nothing/here",
  "/people/anybody",
  "/moderation",
].map(at);

const press = (page: Page, intent: string) =>
  page.locator(`button[name="intent"][value="${intent}"]`).first().click();

/** What only a form leads to, in an order that works; each begins where the one before ended. */
export const FORMS: readonly Scene[] = [
  {
    name: "reply with faults and preview",
    go: async (page) => {
      await page.goto("/essays/noted/reply");
      await page.locator("#reply-body").fill("Some *words*.");
      await page.locator("#reply-name").fill("Marsh Lantern");
      await page.locator("#reply-note").fill("x".repeat(130));
      await press(page, "post");
      await page.locator(".faults").waitFor();
    },
  },
  {
    name: "key panel",
    go: async (page) => {
      await page.locator("#reply-name").fill("");
      await page.locator("#reply-note").fill("a note");
      await press(page, "post");
      await page.locator(".key-panel").waitFor();
    },
  },
  {
    name: "the comment in its thread",
    go: async (page) => {
      await page.locator("#key-keep").check();
      await press(page, "written_down");
      await page.waitForURL(/#comment-/);
    },
  },
  { name: "inbox with a key, nothing answered", go: (page) => page.goto("/inbox") },
  { name: "key, open", go: (page) => page.goto("/key") },
  {
    name: "drafts",
    go: async (page) => {
      await page.goto("/essays/noted/reply");
      await page.locator("#reply-body").fill("Half a thought.");
      await press(page, "draft");
      await page.waitForLoadState();
      await page.goto("/drafts");
      await page.locator(".entries").waitFor();
    },
  },
  {
    name: "reply with words that could tell who it is",
    go: async (page) => {
      await page.goto("/essays/noted/reply");
      await page.locator("#reply-body").fill("My sister Mira was on Ward 7 with me.");
      await press(page, "preview");
      await page.locator("details.revealing").waitFor();
      await openFolds(page);
    },
  },
  {
    name: "drafts, with what becomes public later",
    go: async (page) => {
      await page.locator("#reply-later").check();
      await press(page, "post");
      await page.locator(".scheduled").waitFor();
    },
  },
  {
    name: "edit, opened",
    go: async (page) => {
      await page.goto("/inbox");
      await page.locator('a[href$="/edit"]').first().click();
      await page.locator("#edit-body").waitFor();
    },
  },
  {
    name: "edit, with a fault",
    go: async (page) => {
      await page.locator("#edit-body").fill("");
      await press(page, "save");
      await page.locator(".faults").waitFor();
    },
  },
  {
    name: "take back, asked",
    go: async (page) => {
      await page.goto("/inbox");
      await page.locator('a[href$="/take-back"]').first().click();
      await page.waitForURL(/take-back/);
    },
  },
  {
    name: "taken back",
    go: async (page) => {
      await press(page, "take-back");
      await page.locator("button[value=undo]").waitFor();
    },
  },
  {
    name: "brought back",
    go: async (page) => {
      await press(page, "undo");
      await page.getByRole("heading", { name: "Your words are back" }).waitFor();
    },
  },
  {
    name: "key, changed",
    go: async (page) => {
      await page.goto("/key");
      await page.locator("summary", { hasText: "Change the key" }).click();
      await press(page, "change");
      await page.locator(".secret-shown").first().waitFor();
    },
  },
  {
    name: "my words, folded",
    go: async (page) => {
      await page.goto("/comments/below/my-words");
      await press(page, "fold");
      await page.getByRole("status").waitFor();
    },
  },
  {
    name: "lost key, folded",
    go: async (page) => {
      await page.goto("/comments/lonely/lost-key");
      await press(page, "fold");
      await page.getByRole("status").waitFor();
    },
  },
  {
    name: "lost key of an essay, folded",
    go: async (page) => {
      await page.goto("/essays/noted/lost-key");
      await press(page, "fold");
      await page.getByRole("status").waitFor();
    },
  },
  {
    name: "refused from elsewhere",
    go: async (page) => {
      await page.goto("/key");
      const action = page.url();
      await page.goto("about:blank");
      await page.setContent(`<form method="post" action="${action}"><button>Go</button></form>`);
      await page.getByRole("button").click();
      await page.getByText("This did not come from our own page").waitFor();
    },
  },
];

/** Coming in, with what goes wrong on the way; ends signed out. */
export const COMING_IN: readonly Scene[] = [
  {
    name: "join with faults",
    go: async (page) => {
      await page.goto("/join");
      await page.locator("#join-name").fill("Moderator");
      await page.locator("#join-passphrase").fill("password123");
      await press(page, "join");
      await page.locator(".faults").waitFor();
    },
  },
  {
    name: "joined, with codes",
    go: async (page) => {
      await page.locator("#join-name").fill("Pebble Lantern");
      await page.locator("#join-passphrase").fill(PASSPHRASE);
      await press(page, "join");
      await page.waitForURL(/\/settings\//);
    },
  },
  { name: "settings", go: (page) => page.goto("/settings") },
  { name: "passkeys, no place for them", go: (page) => page.goto("/settings/passkeys") },
  {
    name: "pen names, with a fault",
    go: async (page) => {
      await page.goto("/settings/names");
      await page.locator("#new-name").fill("Moderator");
      await press(page, "make");
      await page.locator(".faults").waitFor();
    },
  },
  {
    name: "pen names, one made and retired",
    go: async (page) => {
      await page.locator("#new-name").fill("Sunlit Trellis");
      await press(page, "make");
      await page.waitForURL(/done=made/);
      const entry = page.locator(".entries > li", { hasText: "Sunlit Trellis" });
      await entry.locator("summary").click();
      await entry.locator('button[value="retire"]').click();
      await page.waitForURL(/done=retired/);
    },
  },
  {
    name: "the page of a name that has published nothing",
    go: (page) => page.goto("/people/Pebble%20Lantern"),
  },
  { name: "the page of a retired name", go: (page) => page.goto("/people/Sunlit%20Trellis") },
  { name: "sign-in, signed in", go: (page) => page.goto("/sign-in") },
  { name: "sign-out, signed in", go: (page) => page.goto("/sign-out") },
  {
    name: "sign-in with a fault",
    go: async (page) => {
      await press(page, "sign-out");
      await page.waitForURL((url) => url.pathname === "/");
      await page.goto("/sign-in");
      await page.locator("#sign-in-name").fill("Pebble Lantern");
      await page.locator("#sign-in-passphrase").fill("not this one");
      await press(page, "sign-in");
      await page.locator(".faults").waitFor();
    },
  },
];

/** What a moderator sees; begins signed out, with the printed link. */
export function moderatorScenes(link: string): readonly Scene[] {
  return [
    { name: "joining with a link", go: (page) => page.goto(link) },
    {
      name: "joining, with a fault",
      go: async (page) => {
        await page.locator("#join-passphrase").fill("password123");
        await press(page, "join");
        await page.locator(".faults").waitFor();
      },
    },
    {
      name: "joined",
      go: async (page) => {
        await page.locator("#join-passphrase").fill(PASSPHRASE);
        await press(page, "join");
        await page.waitForURL(/\/settings\//);
      },
    },
    {
      name: "moderation with pieces",
      go: async (page) => {
        await page.goto("/moderation");
        await page.locator(".entries").waitFor();
      },
    },
    {
      name: "moderation with a fault",
      go: async (page) => {
        await page.locator("select").first().selectOption("other");
        await page.locator('[name="reason"]').first().fill("");
        await press(page, "let_through");
        await page.locator(".faults").waitFor();
      },
    },
    {
      name: "log with a row",
      go: async (page) => {
        await page.locator('[name="reason"]').first().fill("It said nothing against anybody.");
        await press(page, "let_through");
        await page.waitForURL(/\/moderation$/);
        await page.goto("/moderation/log");
        await page.locator("table").waitFor();
      },
    },
    {
      name: "pause with faults",
      go: async (page) => {
        await page.goto("/moderation/pause?name=Nobody%20Here");
        await press(page, "pause");
        await page.locator(".faults").waitFor();
      },
    },
    {
      name: "paused, and told so",
      go: async (page) => {
        await page.locator("#pause-name").fill("Owl");
        await page.locator("#pause-days").fill("1");
        await page.locator("#pause-reason").fill("To see what it looks like.");
        await press(page, "pause");
        await page.getByRole("status").waitFor();
        await page.goto("/settings");
        await page.locator(".notice").waitFor();
      },
    },
  ];
}

/** Opens every fold of a page, so that what is in it is looked at as well. */
export async function openFolds(page: Page): Promise<void> {
  await page.locator("details").evaluateAll((all) => {
    for (const one of all) one.setAttribute("open", "");
  });
}
