import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import { ask } from "#tests/support/ask.ts";
import { joinedMember, signIn } from "#tests/support/member.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { Visitor } from "#tests/support/visitor.ts";

let folder = "";
let server: TestServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "firsthand-leaving-"));
  server = await startServer({ folder });
  const store = await connect(server.databaseUrl);
  await seedEssay(store, { id: "there" });
  await store.close();
});
afterAll(async () => {
  await server.end();
  await rm(folder, { recursive: true, force: true });
});

async function comment(visitor: Visitor, body: string): Promise<void> {
  const form = await visitor.get("/essays/there/reply");
  const page = await visitor.submit(form, { intent: "post", fields: { body } });
  expect(page.address).toMatch(/#comment-/);
}

it("takes one name back after a question, and brings it back", async () => {
  const { visitor } = await joinedMember(server, { name: "Marsh Heron" });
  const empty = await visitor.get("/settings/take-back");
  expect(empty.document.querySelector('input[name="what"]')).toBeNull();
  await comment(visitor, "Words of the heron.");
  const page = await visitor.get("/settings/take-back");
  expect(page.headers.get("Cache-Control")).toBe("private, no-store");
  const nothing = await visitor.submit(page, { intent: "ask" });
  expect(nothing.status).toBe(422);
  const what = page.document.querySelector('input[name="what"]')?.getAttribute("value") ?? "";
  const question = await visitor.submit(page, { intent: "ask", fields: { what } });
  expect(question.text).toContain("Marsh Heron: 1 comment");
  const reader = new Visitor(server.origin);
  expect((await reader.get("/essays/there")).text).toContain("Words of the heron.");
  const taken = await visitor.submit(question, { intent: "take-back" });
  expect((await reader.get("/essays/there")).text).not.toContain("Words of the heron.");
  const back = await visitor.submit(taken, { intent: "undo" });
  expect(back.address).toBe("/settings/take-back?done=back");
  expect((await reader.get("/essays/there")).text).toContain("Words of the heron.");
});

it("hands the file out to a form of its owner only, under a name that tells nothing", async () => {
  const { visitor } = await joinedMember(server, { name: "Tin Kettle" });
  await comment(visitor, "Words of the kettle.");
  const page = await visitor.get("/settings/take-out");
  const { action, body } = visitor.fill(page, { intent: "take-out" });
  const cookie = [...visitor.cookies].map((pair) => pair.join("=")).join("; ");
  const type = "application/x-www-form-urlencoded";
  const headers = { Origin: server.origin, "Content-Type": type, Cookie: cookie };
  const file = await ask(server.origin, action, { method: "POST", headers, body });
  expect(file.status).toBe(200);
  expect(file.headers).toMatchObject({
    "content-type": "application/zip",
    "content-disposition": 'attachment; filename="firsthand-mine.zip"',
    "cache-control": "private, no-store",
  });
  expect(file.text.startsWith("PK")).toBe(true);
  const fetched = await ask(server.origin, action, { headers: { Cookie: cookie } });
  expect(fetched).toMatchObject({ status: 303, headers: { location: "/settings/take-out" } });
  const { Cookie: _, ...nobody } = headers;
  const refused = await ask(server.origin, action, { method: "POST", headers: nobody, body });
  expect(refused.status).toBe(303);
  expect(refused.headers.location).toContain("/sign-in");
});

it("lets an account go by passphrase only, shows nothing but how to keep it, and keeps it", async () => {
  const name = "Old Harbour";
  const { visitor, passphrase } = await joinedMember(server, { name });
  await comment(visitor, "Words of the harbour.");
  const elsewhere = new Visitor(server.origin);
  await signIn(elsewhere, { name, passphrase });
  expect((await elsewhere.get("/settings")).address).toBe("/settings");
  const form = await visitor.get("/settings/leave");
  const all = { choice: "take_back", passphrase, sure: "1" };
  for (const wrong of [{ passphrase: "another one" }, { choice: "" }, { sure: [] }]) {
    const refused = await visitor.submit(form, { intent: "leave", fields: { ...all, ...wrong } });
    expect(refused.status, refused.text).toBe(422);
  }
  const reader = new Visitor(server.origin);
  expect((await reader.get("/essays/there")).text).toContain("Words of the harbour.");
  const left = await visitor.submit(form, { intent: "leave", fields: all });
  expect(left.text).toContain("Keep my account");
  expect((await reader.get("/essays/there")).text).not.toContain("Words of the harbour.");
  // Everywhere else the account is signed out; here every other page leads back.
  expect((await elsewhere.get("/settings")).address).toContain("/sign-in");
  for (const path of ["/settings", "/settings/names", "/settings/claim"]) {
    expect((await visitor.get(path)).address, path).toBe("/settings/leave");
  }
  const reply = await visitor.get("/essays/there/reply");
  expect(reply.html).not.toContain(name);
  // Signing in again leads to the same page, and there it can be kept.
  const again = new Visitor(server.origin);
  const page = await signIn(again, { name, passphrase });
  expect(page.address).toBe("/settings/leave");
  const kept = await again.submit(page, { intent: "keep" });
  expect(kept.address).toBe("/settings");
  expect(kept.text).toContain(name);
  expect((await reader.get("/essays/there")).text).toContain("Words of the harbour.");
});
