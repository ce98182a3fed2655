import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PASSPHRASE } from "#tests/support/member.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { type Page, Visitor } from "#tests/support/visitor.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const CODE = /RC(?:-[0-9A-Z]{6}){3}/g;
const FILE = "/settings/codes.txt";

const codesOn = ({ text }: Page): string[] => text.match(CODE) ?? [];

async function joined(name: string): Promise<{ visitor: Visitor; page: Page }> {
  const visitor = new Visitor(server.origin);
  const fields = { name, passphrase: PASSPHRASE };
  const page = await visitor.submit(await visitor.get("/join"), { intent: "join", fields });
  return { visitor, page };
}

describe("recovery codes", () => {
  it("are shown after joining until they are written down, as a text file too", async () => {
    const { visitor, page } = await joined("Quiet Heron");
    expect(page.address).toBe("/settings/codes");
    const codes = codesOn(page);
    expect(new Set(codes).size).toBe(10);
    expect(page.headers.get("Cache-Control")).toBe("private, no-store");
    expect(page.document.querySelectorAll("ol.codes > li")).toHaveLength(10);

    // Looking ends nothing.
    const file = await visitor.get(FILE);
    expect(file.status).toBe(200);
    expect(file.html.match(CODE)).toEqual(codes);
    expect(file.html).toContain(`${server.origin}/recover`);
    expect(file.html).not.toContain("Quiet Heron");
    expect(file.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
    expect(file.headers.get("Content-Disposition")).toMatch(/^attachment; filename=/);
    expect(file.headers.get("Cache-Control")).toBe("private, no-store");
    const again = await visitor.get("/settings/codes");
    expect(again.text.match(CODE)).toEqual(codes);

    const after = await visitor.submit(again, { intent: "written_down" });
    expect(after.text).toContain("You have 10 codes left.");
    expect(after.text).not.toMatch(CODE);
    expect((await visitor.get(FILE)).status).toBe(404);
    // The page from before, pressed once more in another tab.
    const back = await visitor.submit(again, { intent: "written_down" });
    expect(back.text).not.toMatch(CODE);
  });

  it("are made anew, and the page of the old ones can’t hide the new ones", async () => {
    const { visitor, page } = await joined("Grey Tern");
    const old = codesOn(page);
    const left = await visitor.submit(page, { intent: "written_down" });
    const fresh = await visitor.submit(left, { intent: "make" });
    const codes = codesOn(fresh);
    expect(codes).toHaveLength(10);
    expect(codes.filter((code) => old.includes(code))).toEqual([]);
    const pressed = await visitor.submit(left, { intent: "make" });
    expect(pressed.text.match(CODE)).toEqual(codes);
    const stale = await visitor.submit(page, { intent: "written_down" });
    expect(stale.text.match(CODE)).toEqual(codes);
  });

  it("are nobody else’s: not a stranger’s, not another member’s", async () => {
    const { visitor, page } = await joined("Late Wren");
    const codes = codesOn(page);
    const stranger = new Visitor(server.origin);
    for (const address of ["/settings/codes", FILE]) {
      expect((await stranger.get(address)).address).toMatch(/^\/sign-in\?to=%2Fsettings%2Fcodes/);
    }
    const { visitor: other, page: others } = await joined("Slow River");
    expect(codesOn(others).filter((code) => codes.includes(code))).toEqual([]);
    const refused = await other.post("/settings/codes", "intent=make&nonce=made-up");
    expect(refused.status).toBe(422);
    const unknown = await other.post("/settings/codes", "intent=anything&nonce=made-up");
    expect(unknown.status).toBe(422);
    expect((await visitor.get("/settings/codes")).text.match(CODE)).toEqual(codes);
  });
});
