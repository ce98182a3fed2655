import { afterAll, beforeAll, expect, it } from "vitest";
import { firsthand } from "#tests/support/command.ts";
import { joinedMember } from "#tests/support/member.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { type Page, Visitor } from "#tests/support/visitor.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const NAMES = "/settings/names";

/** The form of one name that has such a button, as a selector. */
function formOf({ document }: Page, name: string, intent: string): string {
  const entry = [...document.querySelectorAll(".entries > li")].find(
    (one) => one.querySelector("h2")?.textContent === name,
  );
  const form = entry?.querySelector(`button[value="${intent}"]`)?.closest("form");
  if (!form) throw new Error(`no "${intent}" for ${name}`);
  return `#${form.id}`;
}

const change = (visitor: Visitor, page: Page, name: string, intent: string, fields = {}) =>
  visitor.submit(page, { form: formOf(page, name, intent), intent, fields });

it("shows a member the way to all settings, and nobody else", async () => {
  const { visitor } = await joinedMember(server, { name: "Quiet Heron" });
  const page = await visitor.get("/settings");
  expect(page.text).toContain("Quiet Heron");
  const links = [...page.document.querySelectorAll("main a")].map((link) =>
    link.getAttribute("href"),
  );
  expect(links).toEqual(
    expect.arrayContaining([
      ...["/settings/names", "/settings/passphrase", "/settings/passkeys", "/settings/codes"],
      ...["/settings/sessions", "/settings/claim", "/settings/take-out", "/settings/take-back"],
      ...["/settings/leave", "/people/Quiet%20Heron"],
    ]),
  );
  for (const path of ["/settings", NAMES]) {
    const answer = await fetch(`${server.origin}${path}`, { redirect: "manual" });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`/sign-in?to=${encodeURIComponent(path)}`);
    const mine = await visitor.get(path);
    expect(mine.headers.get("cache-control")).toContain("no-store");
    expect(mine.document.querySelector('meta[name="robots"]')?.getAttribute("content")).toBe(
      "noindex",
    );
  }
});

it("makes, describes, retires and brings back a name; its page follows, and links nothing", async () => {
  const { visitor } = await joinedMember(server, { name: "Amber Finch" });
  const reader = new Visitor(server.origin);
  expect((await reader.get("/people/Marsh%20Lantern")).status).toBe(404);
  let page = await visitor.get(NAMES);
  page = await visitor.submit(page, { intent: "make", fields: { name: " Marsh  Lantern " } });
  expect(page.address).toBe(`${NAMES}?done=made`);
  const empty = await reader.get("/people/Marsh%20Lantern");
  expect(empty.status).toBe(200);
  expect(empty.headers.get("x-robots-tag")).toBe("noindex");
  expect(empty.text).toContain("No essay has been published under this name yet.");
  const description = "Eleven years <b>in</b> and out.";
  page = await change(visitor, page, "Marsh Lantern", "describe", { description });
  expect(page.text).toContain("The line is saved.");
  const described = await reader.get("/people/Marsh%20Lantern");
  expect(described.text).toContain(description);
  expect(described.html).not.toContain("Amber Finch");
  expect((await reader.get("/people/Amber%20Finch")).html).not.toContain("Marsh");

  page = await change(visitor, page, "Marsh Lantern", "retire");
  expect((await reader.get("/people/Marsh%20Lantern")).text).toContain("This name is retired");
  page = await change(visitor, page, "Marsh Lantern", "back");
  expect(page.text).toContain("The name is back.");
  expect((await reader.get("/people/Marsh%20Lantern")).text).not.toContain("is retired");
});

it("gives back what was typed where it can't be had, with a sentence at its field", async () => {
  const { visitor } = await joinedMember(server, { name: "Oak Ferry" });
  const page = await visitor.get(NAMES);
  for (const [name, sentence] of [
    ["0ak Ferrу", "mixes letters"],
    ["Qu1et Heron", "Somebody has this name"],
    ["Moderator", "look after this place"],
    ["Anna|", "signs in it that no name has"],
    ["", "Choose a pen name."],
    [`a${"\u0301".repeat(10_000)}`, "too long"],
  ] as const) {
    const refused = await visitor.submit(page, { intent: "make", fields: { name } });
    expect(refused.status).toBe(422);
    expect(refused.document.querySelector("#new-name-fault")?.textContent).toContain(sentence);
    if (name.length < 100) {
      const value = refused.document.querySelector("#new-name")?.getAttribute("value");
      expect(value ?? "").toBe(name);
    }
  }
  const description = "x".repeat(301);
  const long = await change(visitor, page, "Oak Ferry", "describe", { description });
  expect(long.status).toBe(422);
  expect(long.html).toContain(description);
  const foreign = await change(visitor, page, "Oak Ferry", "retire", { id: "somebody-elses" });
  expect(foreign.status).toBe(422);
});

it("has room for five names, and says so", async () => {
  const { visitor } = await joinedMember(server, { name: "Cedar One" });
  let page = await visitor.get(NAMES);
  const form = page;
  for (const name of ["Cedar Two", "Cedar Three", "Cedar Four", "Cedar Five"]) {
    page = await visitor.submit(page, { intent: "make", fields: { name } });
    expect(page.status).toBe(200);
  }
  expect(page.text).toContain("You have 5 names that speak");
  const sixth = await visitor.submit(form, { intent: "make", fields: { name: "Cedar Six" } });
  expect(sixth.status).toBe(422);
  expect(sixth.text).toContain("You have 5 names that speak");
});

it("chooses which name usually speaks", async () => {
  const { visitor } = await joinedMember(server, { name: "Dune Lark" });
  const page = await visitor.get(NAMES);
  const chosen = await visitor.submit(page, { intent: "usual", fields: { usual: "thread" } });
  const radio = chosen.document.querySelector("#usual-thread");
  expect(radio?.hasAttribute("checked")).toBe(true);
  expect(chosen.text).toContain("It is chosen.");
});

it("pauses whoever has a name, who is told, with the reason; nobody else is", async () => {
  const { out } = await firsthand(server, "moderator", "appoint", "Dora Quill");
  const link = /(\/join\?token=\S+)/.exec(out)?.[1] ?? "";
  const moderator = new Visitor(server.origin);
  const joining = await moderator.get(link);
  const passphrase = "meadow ninety lathe kettle osprey";
  await moderator.submit(joining, { intent: "join", fields: { passphrase } });
  const { visitor } = await joinedMember(server, { name: "Ember Wren" });
  const names = await visitor.get(NAMES);
  await visitor.submit(names, { intent: "make", fields: { name: "Glade Wren" } });

  const form = await moderator.get("/moderation/pause?name=Ember%20Wren");
  expect(form.document.querySelector("#pause-name")?.getAttribute("value")).toBe("Ember Wren");
  const faulty = await moderator.submit(form, { intent: "pause", fields: { days: "31" } });
  expect(faulty.status).toBe(422);
  expect(faulty.document.querySelector("#pause-days-fault")).not.toBeNull();
  const fields = { days: "3", reason: "Went on after two requests." };
  const done = await moderator.submit(form, { intent: "pause", fields });
  expect(done.text).toContain("Whoever has this name is paused until");

  const told = await visitor.get("/settings");
  expect(told.text).toContain("You are paused until");
  expect(told.text).toContain("Went on after two requests.");
  const reader = new Visitor(server.origin);
  for (const path of ["/people/Ember%20Wren", "/people/Glade%20Wren"]) {
    expect((await reader.get(path)).text).not.toContain("paused");
  }
  const log = await reader.get("/moderation/log");
  expect(log.text).toContain("Paused for some days");
  expect(log.text).toContain("whoever has a name");
  expect(log.html).not.toContain("Wren");

  const end = { intent: "end", fields: { reason: "We talked." } };
  expect((await moderator.submit(form, end)).text).toContain("The pause is over.");
  expect((await visitor.get("/settings")).text).not.toContain("paused");
  const stranger = await fetch(`${server.origin}/moderation/pause`, { redirect: "manual" });
  expect(stranger.status).toBe(303);
  expect((await visitor.get("/moderation/pause")).address).toContain("/sign-in");
});
