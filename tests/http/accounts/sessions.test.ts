import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { joinedMember, PASSPHRASE, signIn } from "#tests/support/member.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { type Page, Visitor } from "#tests/support/visitor.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const NEW = "walnut ferry eleven copper drum";
const SESSIONS = "/settings/sessions";

async function signedIn(name: string, passphrase = PASSPHRASE): Promise<Visitor> {
  const visitor = new Visitor(server.origin);
  const page = await signIn(visitor, { name, passphrase });
  if (page.status !== 200) throw new Error(`not signed in: ${page.text}`);
  return visitor;
}

const isIn = async (visitor: Visitor) => (await visitor.get(SESSIONS)).address === SESSIONS;

const rows = ({ document }: Page) =>
  [...document.querySelectorAll("tbody tr")].map((row) => row.querySelector("td")?.textContent);

describe("sessions", () => {
  it("are listed, this browser first, and end one by one and all at once", async () => {
    const { visitor } = await joinedMember(server, { name: "Quiet Heron" });
    const alone = await visitor.get(SESSIONS);
    expect(rows(alone)).toEqual(["This browser"]);
    expect(alone.text).toContain("You are signed in nowhere else.");
    expect(alone.text).not.toMatch(/\d{1,2}:\d{2}|127\.0\.0\.1|node|undici/i);

    const second = await signedIn("Quiet Heron");
    const third = await signedIn("Quiet Heron");
    const { visitor: stranger } = await joinedMember(server, { name: "Grey Tern" });
    const list = await visitor.get(SESSIONS);
    expect(rows(list)).toEqual(["This browser", "Another browser (1)", "Another browser (2)"]);
    const form = list.document.querySelectorAll("tbody form")[1]?.id ?? "";
    const after = await visitor.submit(list, { form: `#${form}`, intent: "end" });
    expect(rows(after)).toHaveLength(2);
    const left = [await isIn(second), await isIn(third)];
    expect(left.filter(Boolean)).toHaveLength(1);

    // The same form in a stranger's hands ends nothing.
    const own = await visitor.get(SESSIONS);
    const other = own.document.querySelectorAll("tbody form")[1]?.id ?? "";
    const { action, body } = visitor.fill(own, { form: `#${other}`, intent: "end" });
    await stranger.post(action, body);
    expect(rows(await visitor.get(SESSIONS))).toHaveLength(2);

    await visitor.submit(own, { intent: "end_others" });
    expect([await isIn(second), await isIn(third)]).toEqual([false, false]);
    expect(await isIn(visitor)).toBe(true);

    const fourth = await signedIn("Quiet Heron");
    const everywhere = await fourth.submit(await fourth.get(SESSIONS), { intent: "end_all" });
    expect(everywhere.address).toBe("/sign-in");
    expect([await isIn(visitor), await isIn(fourth)]).toEqual([false, false]);
    expect(await isIn(stranger)).toBe(true);
  });

  it("ending this one signs out here", async () => {
    const { visitor } = await joinedMember(server, { name: "Late Wren" });
    const page = await visitor.submit(await visitor.get(SESSIONS), { intent: "end" });
    expect(page.address).toBe("/sign-in");
    expect([...visitor.cookies.keys()].filter((name) => name.includes("session"))).toEqual([]);
  });
});

describe("the passphrase", () => {
  it("is changed by whoever knows it, and signs everybody else out", async () => {
    const { visitor } = await joinedMember(server, { name: "Slow River" });
    const there = await signedIn("Slow River");
    const form = await visitor.get("/settings/passphrase");
    const change = (old: string, passphrase: string) =>
      visitor.submit(form, { intent: "change", fields: { old, passphrase } });

    const wrong = await change("anything at all but this", NEW);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("This is not the passphrase of this account.");
    const weak = await change(PASSPHRASE, "qwertyuiop");
    expect(weak.status).toBe(422);
    expect(weak.html).not.toContain("qwertyuiop");
    expect(await isIn(there)).toBe(true);

    const changed = await change(PASSPHRASE, NEW);
    expect(changed.status).toBe(200);
    expect(changed.text).toContain("Your passphrase is changed.");
    for (const secret of [PASSPHRASE, NEW]) expect(changed.html).not.toContain(secret);
    // Pressed twice.
    expect((await change(PASSPHRASE, NEW)).status).toBe(200);
    expect(await isIn(there)).toBe(false);
    expect(await isIn(visitor)).toBe(true);
    await expect(signedIn("Slow River")).rejects.toThrow("not signed in");
    expect(await isIn(await signedIn("Slow River", NEW))).toBe(true);
  });

  it("of one pen name can’t be moved to another’s", async () => {
    const { visitor } = await joinedMember(server, { name: "Marsh Lantern" });
    const page = await visitor.get("/settings/passphrase");
    expect(page.text).toContain("You sign in as Marsh Lantern.");
    expect(page.document.querySelectorAll('input[name="pen_name"]')).toHaveLength(0);
    const { action, body } = visitor.fill(page, { intent: "change" });
    const moved = new URLSearchParams(body);
    moved.set("intent", "name");
    moved.set("pen_name", "somebody-else");
    moved.set("name_passphrase", PASSPHRASE);
    const answer = await visitor.post(action, moved.toString());
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Choose one of your pen names.");
  });
});
