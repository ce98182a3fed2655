import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { words } from "#app/words/words.ts";
import { connect, type Store } from "#db/connect.ts";
import { postAsGuest } from "#tests/support/guest.ts";
import { reviewOf, signedInModerator } from "#tests/support/moderator.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { Visitor } from "#tests/support/visitor.ts";

const WAITS = "Waiting to be read. Nothing is wrong with it.";

const leave: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of leave.splice(0).toReversed()) await step();
});

async function houseWith(guests: string): Promise<{ server: TestServer; store: Store }> {
  const folder = await mkdtemp(join(tmpdir(), "firsthand-guests-"));
  leave.push(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, "data"));
  await writeFile(join(folder, "data", "site.toml"), `guests = "${guests}"\n`);
  const server = await startServer({ folder });
  leave.push(server.stop);
  const store = await connect(server.databaseUrl);
  leave.push(() => store.close());
  await seedEssay(store, { id: "thread" });
  return { server, store };
}

async function stateOf(store: Store, id: string) {
  const { state } = await store.read
    .selectFrom("comments")
    .select("state")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return state;
}

it("“first post waits”: read by a moderator, let through, and from then on at once", async () => {
  const { server, store } = await houseWith("first post waits");
  const writer = new Visitor(server.origin);
  expect((await writer.get("/essays/thread/reply")).text).toContain(words().reply.afterPostWaits);
  const first = await postAsGuest(writer, "thread", { body: "New here, a wren." });
  expect(first.page.status).toBe(200);
  expect(first.page.text).toContain(WAITS);
  expect(first.key).not.toBe("");
  const reader = new Visitor(server.origin);
  for (const path of ["/essays/thread", "/essays/thread.json", "/essays/thread/feed.xml"]) {
    expect((await reader.get(path)).html, path).not.toContain("a wren");
  }
  expect((await reader.get("/essays/thread")).text).toContain(WAITS);

  const second = await postAsGuest(new Visitor(server.origin), "thread", { body: "Buy a jay." });
  expect(second.page.text).toContain(WAITS);
  const moderator = await signedInModerator(server, "Amber Finch");
  const waiting = await moderator.get("/moderation");
  expect(waiting.text).toContain("New here, a wren.");
  const withoutReason = await moderator.submit(waiting, {
    form: reviewOf(waiting, "a wren"),
    intent: "let_through",
  });
  expect(withoutReason.status).toBe(422);
  expect(withoutReason.text).toContain(words().moderation.reasonMissing);
  expect(await stateOf(store, first.id)).toBe("waiting");

  await moderator.submit(withoutReason, {
    form: reviewOf(withoutReason, "a wren"),
    intent: "let_through",
    fields: { reason: "It speaks from itself." },
  });
  const left = await moderator.get("/moderation");
  await moderator.submit(left, {
    form: reviewOf(left, "Buy a jay"),
    intent: "removed",
    fields: { reason: "It sells birds.", reason_class: "advertising" },
  });
  expect((await moderator.get("/moderation")).text).toContain(words().moderation.emptyTitle);
  const seen = await reader.get("/essays/thread");
  expect(seen.text).toContain("New here, a wren.");
  expect(seen.html).not.toContain("Buy a jay");
  expect(await stateOf(store, second.id)).toBe("removed");

  const log = await reader.get("/moderation/log");
  for (const told of ["It speaks from itself.", "It sells birds.", "Amber Finch"]) {
    expect(log.text).toContain(told);
  }
  const json = await fetch(`${server.origin}/moderation/log.json`);
  const data = (await json.json()) as { log: { entry: Record<string, string> }[] };
  expect(data.log.map(({ entry }) => [entry["action"], entry["reason_text"]])).toEqual([
    ["appointed", "Amber Finch"],
    ["let_through", "It speaks from itself."],
    ["removed", "It sells birds."],
  ]);
  expect(JSON.stringify(data)).not.toContain("jay");

  // Known now, in other threads as well.
  await seedEssay(store, { id: "other" });
  const later = await postAsGuest(writer, "other", { body: "Back again.", key: first.key });
  expect(later.page.text).not.toContain(WAITS);
  expect(await stateOf(store, later.id)).toBe("visible");
  const removed = await postAsGuest(new Visitor(server.origin), "thread", {
    body: "Buy two.",
    key: second.key,
  });
  expect(await stateOf(store, removed.id)).toBe("waiting");
});

it("“all wait”: also who is known; its writer can change it and take it back meanwhile", async () => {
  const { server, store } = await houseWith("all wait");
  const writer = new Visitor(server.origin);
  const first = await postAsGuest(writer, "thread", { body: "One." });
  const moderator = await signedInModerator(server, "Amber Finch");
  const page = await moderator.get("/moderation");
  const fields = { reason: "Fine." };
  await moderator.submit(page, { form: reviewOf(page, "One."), intent: "let_through", fields });
  expect(await stateOf(store, first.id)).toBe("visible");
  const second = await postAsGuest(writer, "thread", { body: "Two.", key: first.key });
  expect(await stateOf(store, second.id)).toBe("waiting");
  expect(second.page.text).toContain(WAITS);

  const back = await writer.get(`/comments/${second.id}/take-back`);
  await writer.submit(back, { intent: "take-back", fields: { key: first.key } });
  expect(await stateOf(store, second.id)).toBe("taken_back");
  expect((await moderator.get("/moderation")).text).not.toContain("Two.");
});

it("“open”: public at once; only links in a first post wait", async () => {
  const { server, store } = await houseWith("open");
  const writer = new Visitor(server.origin);
  const plain = await postAsGuest(writer, "thread", { body: "Without any." });
  expect(await stateOf(store, plain.id)).toBe("visible");
  const known = { body: "See https://example.org/paper.", key: plain.key };
  expect(await stateOf(store, (await postAsGuest(writer, "thread", known)).id)).toBe("visible");
  const stranger = new Visitor(server.origin);
  const linked = await postAsGuest(stranger, "thread", { body: "See https://example.org/shop." });
  expect(await stateOf(store, linked.id)).toBe("waiting");
  expect(linked.page.text).toContain(WAITS);
  const moderator = await signedInModerator(server, "Amber Finch");
  expect((await moderator.get("/moderation")).text).toContain(words().moderation.kind.links);

  // Nor does a first post get its links later, unread.
  const other = new Visitor(server.origin);
  const clean = await postAsGuest(other, "thread", { body: "Nothing to sell." });
  const form = await other.submit(await other.get(`/comments/${clean.id}/edit`), {
    intent: "open",
    fields: { key: clean.key },
  });
  await other.submit(form, { intent: "save", fields: { body: "Now https://example.org/shop." } });
  expect(await stateOf(store, clean.id)).toBe("waiting");
});
