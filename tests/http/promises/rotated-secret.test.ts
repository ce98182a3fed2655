import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import { firsthand } from "#tests/support/command.ts";
import { postAsGuest } from "#tests/support/guest.ts";
import { joinedMember, signIn } from "#tests/support/member.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { Visitor } from "#tests/support/visitor.ts";

let server: TestServer;
let beside: TestServer;
beforeAll(async () => {
  server = await startServer();
  beside = await startServer({ folder: server.folder });
  const store = await connect(server.databaseUrl);
  await seedEssay(store, { id: "story" });
  await seedEssay(store, { id: "other" });
  await store.close();
});
afterAll(async () => {
  await beside?.stop();
  await server?.stop();
});

/** The same browser, at the other server; both serve one site. */
function movedTo({ origin }: TestServer, visitor: Visitor): Visitor {
  const moved = new Visitor(origin);
  for (const [name, value] of visitor.cookies) moved.cookies.set(name, value);
  return moved;
}

async function currentSecret(): Promise<string> {
  const text = await readFile(join(server.folder, "secrets", "firsthand.key"), "utf8");
  return (JSON.parse(text) as { current: string }).current;
}

it("signs nobody out and loses no form, on two servers that were running already", async () => {
  const { visitor: member, name } = await joinedMember(server, { name: "Quiet Heron" });
  const guest = new Visitor(server.origin);
  const first = await postAsGuest(guest, "story", { body: "Before the change." });
  await guest.submit(first.page, { intent: "written_down", fields: { keep: "1" } });
  const form = await guest.get("/essays/other/reply");
  const before = await currentSecret();

  const rotated = await firsthand(server, "secrets", "rotate");
  expect(rotated).toMatchObject({ code: 0, err: "" });
  const secret = await currentSecret();
  expect(secret).not.toBe(before);
  expect(rotated.out).toContain(`The new secret is ${secret}.`);
  expect(rotated.out).toMatch(new RegExp(`^${secret} {2}0 rows {2}\\(new\\)$`, "m"));
  expect(rotated.out).toMatch(new RegExp(`^${before} {2}\\d\\d+ rows$`, "m"));
  const { mode } = await stat(join(server.folder, "secrets", "firsthand.key"));
  expect(mode & 0o777).toBe(0o600);

  // A form from before the change, and cookies from before it, on both.
  const late = await guest.submit(form, { intent: "post", fields: { body: "From an open form." } });
  expect(late.text).toContain(first.key);
  for (const at of [server, beside]) {
    expect((await movedTo(at, member).get("/settings")).status).toBe(200);
    const inbox = await movedTo(at, guest).get("/inbox");
    expect(inbox.text).toContain("Title of story");
    expect(inbox.text).toContain("Title of other");
  }
  // Signed in after the change, by the one: known to the other at once.
  const again = new Visitor(beside.origin);
  await signIn(again, { name });
  for (const at of [server, beside]) {
    const page = await movedTo(at, again).get("/settings");
    expect(page).toMatchObject({ status: 200, address: "/settings" });
  }
  // A form of the one, sent to the other.
  const newer = await movedTo(beside, guest).get("/essays/other/reply");
  const crossed = await movedTo(server, guest).submit(newer, {
    intent: "post",
    fields: { body: "Across the two." },
  });
  // Under the name that the open form got.
  const names = [...crossed.document.querySelectorAll('article[id^="comment-"] .name')];
  expect(new Set(names.map(({ textContent }) => textContent)).size).toBe(1);
  const stranger = new Visitor(server.origin);
  const { text } = await stranger.get("/essays/other");
  for (const body of ["From an open form.", "Across the two."]) expect(text).toContain(body);
  expect((await stranger.get("/settings")).address).not.toBe("/settings");
  expect(await firsthand(server, "check")).toMatchObject({ code: 0 });
});

it("is rotated by one at a time", async () => {
  const ends = await Promise.all([1, 2].map(() => firsthand(server, "secrets", "rotate")));
  const text = await readFile(join(server.folder, "secrets", "firsthand.key"), "utf8");
  const { current, secrets } = JSON.parse(text) as { current: string; secrets: object };
  const done = ends.filter(({ code }) => code === 0);
  expect(done.length).toBeGreaterThan(0);
  for (const { out } of done) {
    const [, id = ""] = /The new secret is (\w+)\./.exec(out) ?? [];
    expect(Object.keys(secrets)).toContain(id);
  }
  for (const { code, err } of ends.filter((end) => end.code !== 0)) {
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining("just now") });
  }
  expect(Object.keys(secrets)).toContain(current);
  expect(Object.keys(secrets)).toHaveLength(2 + done.length);
});
