import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, type Reply } from "#tests/support/ask.ts";
import { joinedMember, PASSPHRASE, signIn } from "#tests/support/member.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { Visitor } from "#tests/support/visitor.ts";

const SESSION = "firsthand-session";
const CANARY = "passcanary ninety lathe osprey";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** A form sent as it stands, without following where it leads. */
function send(path: string, fields: Record<string, string>, cookie = ""): Promise<Reply> {
  return ask(server.origin, path, {
    method: "POST",
    headers: {
      Origin: server.origin,
      "Content-Type": "application/x-www-form-urlencoded",
      ...(cookie !== "" && { Cookie: cookie }),
    },
    body: new URLSearchParams(fields).toString(),
  });
}

async function nonceOf(path: string): Promise<string> {
  const { text } = await ask(server.origin, path);
  return /name="nonce" value="([^"]+)"/.exec(text)?.[1] ?? "";
}

describe("an account without a script", () => {
  it("joins with two fields, sees its codes, signs out and in again", async () => {
    const { visitor, name, page } = await joinedMember(server, { name: "Quiet Heron" });
    expect(page.address).toBe("/settings/codes");
    expect(page.headers.get("cache-control")).toBe("private, no-store");
    const out = await visitor.get("/sign-out");
    expect(visitor.cookies.has(SESSION)).toBe(true);
    const left = await visitor.submit(out, { intent: "sign-out" });
    expect([left.address, visitor.cookies.has(SESSION)]).toEqual(["/", false]);
    expect((await visitor.get("/settings")).address).toBe("/sign-in?to=%2Fsettings");
    const back = await signIn(visitor, { name: name.toUpperCase() });
    expect([back.status, back.address]).toEqual([200, "/inbox"]);
  });

  it("asks for nothing but a name and a passphrase", async () => {
    const { document } = await new Visitor(server.origin).get("/join");
    const asked = [...document.querySelectorAll<HTMLInputElement>("main form input")]
      .filter(({ type, name }) => type !== "hidden" && !["leave_empty", ""].includes(name))
      .map(({ name, type, autocomplete }) => [name, type, autocomplete]);
    expect(asked).toEqual([
      ["name", "text", "username"],
      ["passphrase", "password", "new-password"],
    ]);
  });

  it("says what is wrong at its field, keeps the name, and writes no passphrase into a page", async () => {
    const visitor = new Visitor(server.origin);
    const form = await visitor.get("/join");
    const name = "Moderator Canary";
    const failed = await visitor.submit(form, {
      intent: "join",
      fields: { name, passphrase: CANARY },
    });
    expect(failed.status).toBe(422);
    expect(failed.document.querySelector<HTMLInputElement>("#join-name")?.value).toBe(name);
    expect(failed.document.querySelector("#join-name-fault")).not.toBeNull();
    expect(failed.html).not.toContain("passcanary");
    const weak = await visitor.submit(failed, {
      intent: "join",
      fields: { name: "Tall Sedge", passphrase: "password123" },
    });
    expect(weak.document.querySelector("#join-passphrase-fault")).not.toBeNull();
    expect(weak.html).not.toContain("password123");
    const form2 = await visitor.get("/sign-in");
    const fields = { name: "Tall Sedge", passphrase: CANARY };
    const wrong = await visitor.submit(form2, { intent: "sign-in", fields });
    expect(wrong.status).toBe(422);
    expect(wrong.html).not.toContain("passcanary");
    expect(visitor.cookies.has(SESSION)).toBe(false);
    expect(server.output()).not.toContain("passcanary");
  });
});

describe("somebody else's browser", () => {
  let first: string | null = null;
  it("learns nothing of whether there is a name: same status, headers and bytes", async () => {
    await joinedMember(server, { name: "Amber Finch" });
    const seen = [];
    for (const name of ["Amber Finch", "Ember Finch"]) {
      const nonce = await nonceOf("/sign-in");
      const fields = { name, passphrase: "not this one", nonce, intent: "sign-in" };
      const { status, headers, text } = await send("/sign-in", fields);
      const { date: _date, ...rest } = headers;
      const page = text.replaceAll(name, "NAME").replace(/(name="nonce" value=")[^"]*/g, "$1");
      seen.push({ status, headers: rest, page });
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]?.status).toBe(422);
  });

  it("can't fix a session: neither one made up nor one of its own", async () => {
    const { name } = await joinedMember(server, { name: "Plain Sorrel" });
    const attacker = (await joinedMember(server, { name: "Bold Thistle" })).visitor;
    for (const planted of ["made-up", attacker.cookies.get(SESSION) ?? ""]) {
      const victim = new Visitor(server.origin);
      victim.cookies.set(SESSION, planted);
      expect((await signIn(victim, { name })).address).toBe("/inbox");
      expect(victim.cookies.get(SESSION)).not.toBe(planted);
      const behind = new Visitor(server.origin);
      behind.cookies.set(SESSION, planted);
      expect((await behind.get("/settings/codes")).address).toContain("/sign-in");
    }
    const joining = new Visitor(server.origin);
    joining.cookies.set(SESSION, "made-up");
    await joining.submit(await joining.get("/join"), {
      intent: "join",
      fields: { name: "Third Sorrel", passphrase: PASSPHRASE },
    });
    expect(joining.cookies.get(SESSION)).not.toBe("made-up");
  });

  it("signs nobody out by a link, and nobody in or out from elsewhere", async () => {
    const { visitor } = await joinedMember(server, { name: "Calm Linnet" });
    await visitor.get("/sign-out");
    const cookie = `${SESSION}=${visitor.cookies.get(SESSION)}`;
    const headers = {
      Cookie: cookie,
      Origin: "https://elsewhere.example",
      "Content-Type": "application/x-www-form-urlencoded",
    };
    for (const path of ["/sign-out", "/sign-in", "/join"]) {
      const body = `intent=sign-out&nonce=${await nonceOf(path === "/sign-out" ? "/key" : path)}`;
      const reply = await ask(server.origin, path, { method: "POST", headers, body });
      expect([path, reply.status]).toEqual([path, 403]);
    }
    expect((await visitor.get("/settings/codes")).address).toBe("/settings/codes");
  });

  it.each([
    ["/settings/codes", "/settings/codes"],
    ["/inbox?after=x", "/inbox?after=x"],
    ["https://elsewhere.example/", "/inbox"],
    ["//elsewhere.example/", "/inbox"],
    ["/\\elsewhere.example/", "/inbox"],
    ["/\t/elsewhere.example/", "/inbox"],
    ["/.//elsewhere.example/", "/inbox"],
    ["/..//elsewhere.example/", "/inbox"],
    ["javascript:alert(1)", "/inbox"],
    ["settings", "/inbox"],
    ["/sign-in?to=/sign-in", "/inbox"],
    ["/sign-out", "/inbox"],
    ["/%0d%0aSet-Cookie:x=1", "/%0d%0aSet-Cookie:x=1"],
  ])("is led by ?to=%j to %s", async (to, expected) => {
    if (first === null) first = (await joinedMember(server, { name: "Near Marsh" })).name;
    const path = `/sign-in?to=${encodeURIComponent(to)}`;
    const nonce = await nonceOf(path);
    const fields = { name: first, passphrase: PASSPHRASE, nonce, intent: "sign-in" };
    const { status, headers } = await send(path, fields);
    expect([status, headers.location]).toEqual([303, expected]);
  });
});

describe("guessing, where limits are on", () => {
  let limited: TestServer;
  beforeAll(async () => {
    limited = await startServer({ env: { RATE_LIMITS: "on" } });
  });
  afterAll(() => limited.stop());

  it("is answered with a wait, while a browser that knows the name gets in at once", async () => {
    const { visitor, name } = await joinedMember(limited, { name: "Quiet Heron" });
    await visitor.submit(await visitor.get("/sign-out"), { intent: "sign-out" });
    const guesser = new Visitor(limited.origin);
    const form = await guesser.get("/sign-in");
    for (const guessed of [name, "Nobody Here"]) {
      const pages = [];
      for (let i = 0; i < 7; i += 1) {
        const fields = { name: guessed, passphrase: `guess ${i}` };
        pages.push(await guesser.submit(form, { intent: "sign-in", fields }));
      }
      const statuses = pages.map(({ status }) => status);
      expect(statuses.slice(0, 5)).toEqual([422, 422, 422, 422, 422]);
      expect(statuses).toContain(429);
      const refused = pages.find(({ status }) => status === 429);
      expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(refused?.text).toContain("Nothing is lost.");
    }
    expect((await signIn(visitor, { name })).address).toBe("/inbox");
  });

  it("from one address waits a minute at most, and stops nobody who is known there", async () => {
    const { visitor, name } = await joinedMember(limited, { name: "Amber Finch" });
    const guesser = new Visitor(limited.origin);
    const form = await guesser.get("/sign-in");
    let refused = 0;
    for (let i = 0; i < 25; i += 1) {
      const fields = { name: `Somebody ${i}`, passphrase: "12345678" };
      const page = await guesser.submit(form, { intent: "sign-in", fields });
      if (page.status !== 429) continue;
      refused += 1;
      expect(Number(page.headers.get("retry-after"))).toBeLessThanOrEqual(60);
    }
    expect(refused).toBeGreaterThan(0);
    expect((await signIn(visitor, { name })).address).toBe("/inbox");
  });
});
