import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { words } from "#app/words/words.ts";
import { connect, type Store } from "#db/connect.ts";
import { firsthand } from "#tests/support/command.ts";
import { postAsGuest } from "#tests/support/guest.ts";
import { reviewOf, signedInModerator } from "#tests/support/moderator.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { type Page, Visitor } from "#tests/support/visitor.ts";

const leave: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of leave.splice(0).toReversed()) await step();
});

async function houseWith(guests: string): Promise<{ server: TestServer; store: Store }> {
  const folder = await mkdtemp(join(tmpdir(), "firsthand-essays-"));
  leave.push(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, "data"));
  await writeFile(join(folder, "data", "site.toml"), `guests = "${guests}"\n`);
  const server = await startServer({ folder });
  leave.push(server.stop);
  const store = await connect(server.databaseUrl);
  leave.push(() => store.close());
  return { server, store };
}

/** Publishes an essay by the form, without JavaScript, and gives its key. */
async function publish(visitor: Visitor, title: string, query = ""): Promise<string> {
  const form = await visitor.get(`/write${query}`);
  const fields = { title, body: `Words of ${title}.`, lead: "debate" };
  const page = await visitor.submit(form, { intent: "publish", fields });
  const key = page.document.querySelector("code.secret-shown")?.textContent ?? "";
  expect(key, page.text).not.toBe("");
  return key;
}

const useKey = async (visitor: Visitor, key: string): Promise<Page> =>
  visitor.submit(await visitor.get("/key"), { intent: "use", fields: { key } });

it("a first essay waits, is read by a moderator, and stands at the top from then on", async () => {
  const { server } = await houseWith("first post waits");
  const writer = new Visitor(server.origin);
  const reader = new Visitor(server.origin);
  const key = await publish(writer, "A wren in the yard");
  const slug = "/essays/a-wren-in-the-yard";
  for (const path of [slug, `${slug}.json`, `${slug}.md`, `${slug}/reply`]) {
    expect((await reader.get(path)).status, path).toBe(404);
  }
  for (const path of ["/", "/debates", "/feed.xml", "/sitemap.xml", "/moderation/log"]) {
    expect((await reader.get(path)).html, path).not.toMatch(/wren/i);
  }
  const inbox = await useKey(writer, key);
  expect(inbox.text).toContain("A wren in the yard");
  expect(inbox.text).toContain(words().thread.places.waiting);
  expect(inbox.document.querySelector(`a[href="${slug}/edit"]`)).not.toBeNull();

  const moderator = await signedInModerator(server, "Amber Finch");
  const waiting = await moderator.get("/moderation");
  expect(waiting.text).toContain(words().moderation.kindOfEssay.first_post);
  expect(waiting.text).toContain("Words of A wren in the yard.");
  const form = reviewOf(waiting, "A wren");
  const missing = await moderator.submit(waiting, { form, intent: "let_through" });
  expect(missing.status).toBe(422);
  expect(missing.text).toContain(words().moderation.reasonMissing);
  const fields = { reason: "It speaks from itself." };
  await moderator.submit(waiting, { form, intent: "let_through", fields });
  expect((await moderator.get("/moderation")).text).toContain(words().moderation.emptyTitle);
  expect((await reader.get(slug)).text).toContain("Words of A wren in the yard.");
  expect((await reader.get("/")).text).toContain("A wren in the yard");
  const log = await reader.get("/moderation/log");
  expect(log.text).toContain(words().moderation.essay);
  expect(log.html).not.toMatch(/wren/i);
  expect(await firsthand(server, "check")).toMatchObject({ code: 0 });
});

it("who has lost the key can have an essay folded, and a moderator shows it or takes it away", async () => {
  const { server, store } = await houseWith("open");
  await publish(new Visitor(server.origin), "A wren in the yard");
  await seedEssay(store, { id: "old", by_kind: "imported", by_name: "A. Writer", indexing: 1 });
  const slug = "/essays/a-wren-in-the-yard";
  const reader = new Visitor(server.origin);
  expect((await reader.get(`${slug}/my-words`)).status).toBe(404);
  expect((await reader.get("/essays/old/lost-key")).status).toBe(404);
  expect((await reader.get("/essays/nowhere/lost-key")).status).toBe(404);
  const essay = await reader.get(slug);
  expect(essay.document.querySelector(`a[href="${slug}/lost-key"]`)).not.toBeNull();
  const ask = await reader.get(`${slug}/lost-key`);
  expect(ask.text).toContain(words().own.essay.lostKey);
  const done = await reader.submit(ask, { intent: "fold" });
  expect(done.text).toContain(words().own.lostKey.doneText);

  // Everything of it is in the fold, and it is in no list.
  const folded = await reader.get(slug);
  expect(folded.status).toBe(200);
  const fold = folded.document.querySelector("details.folded");
  expect(fold?.textContent).toContain("A wren in the yard");
  expect(fold?.hasAttribute("open")).toBe(false);
  fold?.remove();
  expect(folded.document.documentElement.textContent).not.toMatch(/wren in/i);
  expect(folded.document.querySelector('meta[name="robots"]')?.getAttribute("content")).toBe(
    "noindex",
  );
  for (const path of ["/", "/debates", "/feed.xml", "/sitemap.xml", `${slug}/feed.xml`]) {
    const page = await reader.get(path);
    expect(page.html.replaceAll("a-wren-in-the-yard", ""), path).not.toMatch(/wren/i);
  }

  const mine = await reader.get("/essays/old/my-words");
  expect(mine.text).toContain(words().own.essay.myWords);
  await reader.submit(mine, { intent: "fold" });
  const moderator = await signedInModerator(server, "Amber Finch");
  const waiting = await moderator.get("/moderation");
  const reason = { reason: "As was asked." };
  const shown = { form: reviewOf(waiting, "A wren"), intent: "let_through", fields: reason };
  await moderator.submit(waiting, shown);
  expect((await reader.get(slug)).document.querySelector("h1")?.textContent).toContain("A wren");
  const left = await moderator.get("/moderation");
  const away = { form: reviewOf(left, "Title of old"), intent: "taken_back", fields: reason };
  await moderator.submit(left, away);
  const gone = await reader.get("/essays/old");
  expect(gone.status).toBe(410);
  expect(gone.text).toContain(words().thread.essayPlaces.taken_back);
  expect((await reader.get("/essays/old/my-words")).status).toBe(410);
});

it("the inbox has one's essays with their states, and the essays that answer them", async () => {
  const { server } = await houseWith("open");
  const writer = new Visitor(server.origin);
  const key = await publish(writer, "A wren in the yard");
  const slug = "a-wren-in-the-yard";
  const other = new Visitor(server.origin);
  await publish(other, "A jay replies", `?responds=${slug}`);
  const { key: answering } = await postAsGuest(other, slug, { body: "And a comment." });
  const inbox = await useKey(writer, key);
  expect(inbox.text).toContain(words().own.inbox.responses);
  expect(inbox.document.querySelector('a[href="/essays/a-jay-replies"]')).not.toBeNull();
  expect(inbox.document.querySelector(`a[href="/essays/${slug}"]`)).not.toBeNull();
  expect(inbox.html).not.toContain("/comments/null");

  const back = await writer.get(`/essays/${slug}/take-back`);
  await writer.submit(back, { intent: "take-back" });
  const after = await writer.get("/inbox");
  expect(after.text).toContain(words().thread.places.taken_back);
  expect(after.text).toContain(words().own.takeBack.undo);
  // Who answered sees that it is gone, and not what it was called.
  const theirs = await useKey(other, answering);
  expect(theirs.text).toContain(words().thread.notShownEssay);
  expect(theirs.text).not.toMatch(/wren/i);
});
