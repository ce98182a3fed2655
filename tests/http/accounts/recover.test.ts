import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Store } from "#db/connect.ts";
import { PASSPHRASE, signIn } from "#tests/support/member.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { type Page, Visitor } from "#tests/support/visitor.ts";

let server: TestServer;
let store: Store;
beforeAll(async () => {
  server = await startServer();
  store = await connect(server.databaseUrl);
  await seedEssay(store, { id: "thread" });
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

const NEW = "walnut ferry eleven copper drum";
const ASKED = "Somebody asked to get in to this account";
/** Pages that are made for somebody signed in, and such as everybody reads. */
const PAGES = [
  "/settings/codes",
  "/settings/sessions",
  "/settings/passphrase",
  "/inbox",
  "/drafts",
  "/write",
  "/key",
  "/essays/thread/reply",
  "/essays/thread",
  "/",
  "/recover",
  "/nothing/here",
];

async function joined(name: string) {
  const visitor = new Visitor(server.origin);
  const fields = { name, passphrase: PASSPHRASE };
  const page = await visitor.submit(await visitor.get("/join"), { intent: "join", fields });
  const codes = page.text.match(/RC(?:-[0-9A-Z]{6}){3}/g) ?? [];
  await visitor.submit(page, { intent: "written_down" });
  return { visitor, codes };
}

async function recover(code: string, passphrase = NEW): Promise<{ lost: Visitor; page: Page }> {
  const lost = new Visitor(server.origin);
  const fields = { code, passphrase };
  const page = await lost.submit(await lost.get("/recover"), { intent: "recover", fields });
  return { lost, page };
}

/** A day passes for everything that waits. */
async function dayPasses(): Promise<void> {
  await store.write((trx) => trx.updateTable("recoveries").set({ due_at: 1 }).execute());
}

describe("recovery", () => {
  it("is seen on every page of whoever is signed in, and by nobody else", async () => {
    const { visitor, codes } = await joined("Quiet Heron");
    const { visitor: other } = await joined("Grey Tern");
    const there = new Visitor(server.origin);
    await signIn(there, { name: "Quiet Heron" });
    for (const address of PAGES) expect((await visitor.get(address)).text).not.toContain(ASKED);

    const { lost, page } = await recover(codes[0]?.toLowerCase() ?? "");
    expect(page.status).toBe(200);
    expect(page.document.querySelector("h1")?.textContent).toBe("In a day you can sign in");
    expect(page.text).toContain("sign in as Quiet Heron");
    expect(page.text).not.toMatch(/\d{1,2}:\d{2}/);
    expect([...lost.cookies.keys()].filter((name) => name.includes("session"))).toEqual([]);

    for (const who of [visitor, there]) {
      for (const address of PAGES) {
        const shown = await who.get(address);
        expect(shown.text, address).toContain(ASKED);
        expect(shown.document.querySelectorAll(".recovery"), address).toHaveLength(1);
        expect(shown.headers.get("Cache-Control"), address).toBe("private, no-store");
      }
    }
    for (const who of [other, lost, new Visitor(server.origin)]) {
      for (const address of ["/", "/inbox", "/essays/thread", "/recover"]) {
        expect((await who.get(address)).text, address).not.toContain(ASKED);
      }
    }
    // As the page says: with the old passphrase, until the day has passed.
    const tries = new Visitor(server.origin);
    expect((await signIn(tries, { name: "Quiet Heron", passphrase: NEW })).status).toBe(422);
  });

  it("is stopped by whoever is signed in; another code works, and ends all sessions", async () => {
    const { visitor, codes } = await joined("Late Wren");
    const there = new Visitor(server.origin);
    await signIn(there, { name: "Late Wren" });
    await recover(codes[0] ?? "");
    const inbox = await there.get("/inbox");
    expect(inbox.text).toContain(ASKED);
    const stopped = await there.submit(inbox, { form: ".recovery form", intent: "stop" });
    expect(stopped.document.querySelector("h1")?.textContent).toBe("It is stopped");
    expect(stopped.text).not.toContain(ASKED);
    expect(stopped.document.querySelector('main a[href="/settings/codes"]')).not.toBeNull();
    expect((await visitor.get("/inbox")).text).not.toContain(ASKED);
    await dayPasses();
    expect((await visitor.get("/settings/codes")).text).toContain("You have 9 codes left.");
    const again = await there.submit(inbox, { form: ".recovery form", intent: "stop" });
    expect(again.text).toContain("Nobody has asked to get in");

    const used = await recover(codes[0] ?? "");
    expect(used.page.status).toBe(422);
    expect(used.page.text).toContain("This code opens nothing.");
    expect((await recover(codes[1] ?? "")).page.status).toBe(200);
    await dayPasses();
    // The first to come after the day, whoever it is, finds it done.
    await visitor.get("/inbox");
    for (const who of [visitor, there]) {
      expect((await who.get("/settings/sessions")).address).toMatch(/^\/sign-in/);
    }
    const back = new Visitor(server.origin);
    expect((await signIn(back, { name: "Late Wren" })).status).toBe(422);
    const page = await signIn(back, { name: "Late Wren", passphrase: NEW });
    expect(page.status).toBe(200);
    expect((await back.get("/settings/codes")).text).toContain("You have 8 codes left.");
  });

  it("says what is wrong with a form, and gives the code back but no passphrase", async () => {
    const { codes } = await joined("Slow River");
    const [code = ""] = codes;
    const cases = [
      ["", NEW, "Type one of your recovery codes here."],
      ["RC-000000-000000-00000A", NEW, "a letter or figure is wrong"],
      ["RC-000000-000000-000000", NEW, "This code opens nothing."],
      [code, "password123", "among the first things that anybody would try"],
      [code, "", "Type a passphrase."],
    ] as const;
    for (const [typed, passphrase, sentence] of cases) {
      const { page } = await recover(typed, passphrase);
      expect(page.status, sentence).toBe(422);
      expect(page.text).toContain(sentence);
      const fields = page.document.querySelectorAll<HTMLInputElement>("main form input");
      const values = [...fields].map(({ name, value }) => [name, value]);
      expect(values).toContainEqual(["code", typed]);
      expect(values).toContainEqual(["passphrase", ""]);
    }
    expect((await recover(code)).page.status).toBe(200);
  });

  it("is not stopped from elsewhere, by nobody, or without our form", async () => {
    const { visitor, codes } = await joined("Marsh Lantern");
    const { visitor: other } = await joined("Amber Finch");
    await recover(codes[0] ?? "");
    const inbox = await visitor.get("/inbox");
    const { action, body } = visitor.fill(inbox, { form: ".recovery form", intent: "stop" });
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    for (const origin of ["null", "https://elsewhere.example"]) {
      const answer = await fetch(new URL(action, server.origin), {
        method: "POST",
        headers: {
          ...{ Cookie: cookie, Origin: origin },
          "Content-Type": "application/x-www-form-urlencoded",
        },
        body,
      });
      expect(answer.status).toBe(403);
    }
    expect((await new Visitor(server.origin).post(action, body)).address).toMatch(/^\/sign-in/);
    expect((await other.post(action, body)).text).toContain("Nobody has asked to get in");
    expect((await visitor.post(action, "intent=stop&nonce=made-up")).status).toBe(422);
    expect((await visitor.get("/inbox")).text).toContain(ASKED);
  });
});
