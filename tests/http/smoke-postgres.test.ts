import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import { firsthand } from "#tests/support/command.ts";
import { freshDatabaseUrl } from "#tests/support/databases.ts";
import { postAsGuest } from "#tests/support/guest.ts";
import { reviewOf, signedInModerator } from "#tests/support/moderator.ts";
import { startServer } from "#tests/support/server.ts";
import { Visitor } from "#tests/support/visitor.ts";

const EXPORT = fileURLToPath(new URL("../corpus/wordpress/quiet-gate-1.2.xml", import.meta.url));

interface Thread {
  essay: { slug: string; title: string };
  counts: Record<string, number>;
  comments: { id: string; parent: string | null; depth: number; state: string }[];
}

const leave: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of leave.splice(0).toReversed()) await step();
});

it("on PostgreSQL: an old blog comes in, is read, answered, taken back from, moderated, checked", async () => {
  const folder = await mkdtemp(join(tmpdir(), "firsthand-smoke-"));
  leave.push(() => rm(folder, { recursive: true, force: true }));
  const databaseUrl = await freshDatabaseUrl("postgres", "empty");
  const server = await startServer({ databaseUrl, folder });
  leave.push(server.stop);
  const brought = await firsthand(server, "import", "wordpress", EXPORT, "--json");
  expect(brought.code).toBe(0);
  const counts = JSON.parse(brought.out) as Record<string, number>;
  expect(counts["essays"]).toBeGreaterThan(0);
  expect(counts["comments"]).toBeGreaterThanOrEqual(60);
  const again = await firsthand(server, "import", "wordpress", EXPORT, "--json");
  expect(JSON.parse(again.out)).toMatchObject({ essays: 0, comments: 0 });

  // Read: the front, the thread, its data, its feed.
  const reader = new Visitor(server.origin);
  const front = await reader.get("/");
  const slugs = [...front.document.querySelectorAll('main a[href^="/essays/"]')].map(
    (link) => (link.getAttribute("href") ?? "").split(/[/#?]/)[2] ?? "",
  );
  const threads: Thread[] = [];
  for (const slug of new Set(slugs)) {
    threads.push(JSON.parse((await reader.get(`/essays/${slug}.json`)).html));
  }
  const [longest] = threads.sort((a, b) => b.comments.length - a.comments.length) as [Thread];
  const { slug, title } = longest.essay;
  expect(longest.comments.length).toBeGreaterThanOrEqual(60);
  expect(Math.max(...longest.comments.map(({ depth }) => depth))).toBeGreaterThanOrEqual(5);
  expect(longest.comments.some(({ state }) => state === "missing")).toBe(true);
  const thread = await reader.get(`/essays/${slug}`);
  expect(thread.document.querySelector("h1")?.textContent).toBe(title);
  expect(thread.document.querySelectorAll("article[data-depth]").length).toBe(
    longest.comments.length,
  );
  expect((await reader.get(`/essays/${slug}/feed.xml`)).html).toContain("<entry>");

  // Old addresses lead here.
  const [old] = await oldAddresses();
  const led = await fetch(server.origin + old, { redirect: "manual" });
  expect([301, 302, 308]).toContain(led.status);
  expect(led.headers.get("location")).toMatch(/^\/essays\//);

  // Answered at depth by somebody without an account, and taken back.
  const deepest = longest.comments
    .filter(({ state }) => state === "visible")
    .reduce((a, b) => (b.depth > a.depth ? b : a));
  const guest = new Visitor(server.origin);
  const posted = await postAsGuest(guest, slug, { body: "A late answer.", parent: deepest.id });
  const seen = await reader.get(`/comments/${posted.id}`);
  const article = seen.document.getElementById(`comment-${posted.id}`);
  expect(article?.dataset).toMatchObject({
    parent: deepest.id,
    depth: String(deepest.depth + 1),
  });
  const page = await guest.get(`/comments/${posted.id}/take-back`);
  await guest.submit(page, { intent: "take-back", fields: { key: posted.code } });
  expect((await reader.get(`/essays/${slug}`)).html).not.toContain("A late answer.");

  // Moderated.
  const linked = await postAsGuest(new Visitor(server.origin), slug, {
    body: "Look at https://example.org/paper",
  });
  const moderator = await signedInModerator(server, "Amber Finch");
  const waiting = await moderator.get("/moderation");
  const fields = { reason: "A paper, not an offer." };
  const form = reviewOf(waiting, "Look at");
  await moderator.submit(waiting, { form, intent: "let_through", fields });
  expect((await reader.get(`/comments/${linked.id}`)).html).toContain("example.org/paper");
  expect((await reader.get("/moderation/log")).text).toContain("A paper, not an offer.");
  expect(await firsthand(server, "check")).toMatchObject({ code: 0, err: "" });
}, 180_000);

/** Addresses of posts, as the old blog had them. */
async function oldAddresses(): Promise<string[]> {
  const { readFile } = await import("node:fs/promises");
  const text = await readFile(EXPORT, "utf8");
  const items = text.split("<item>").filter((item) => /status><!\[CDATA\[publish\]\]/.test(item));
  const posts = items.filter((item) => /post_type><!\[CDATA\[post\]\]/.test(item));
  return posts.map((item) => {
    const { pathname, search } = new URL(/<link>([^<]+)<\/link>/.exec(item)?.[1] ?? "");
    return pathname + search;
  });
}
