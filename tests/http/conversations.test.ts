import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linkEssays } from "#app/domain/essays/links.ts";
import { connect, type Store } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import type { Relation } from "#db/schema.ts";
import { ask } from "#tests/support/ask.ts";
import { firsthand } from "#tests/support/command.ts";
import { commentRow, seedComments, seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { type Page, Visitor } from "#tests/support/visitor.ts";

let server: TestServer;
/** Another process on the same store, as the server sees it. */
let store: Store;
beforeAll(async () => {
  server = await startServer();
  store = await connect(server.databaseUrl);
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

/** What somebody gets who only reads: a kept page where there is one. */
async function seen(address: string): Promise<string> {
  return (await ask(server.origin, address)).text;
}

/** What is seen once another process's change has come through; within a second, or never. */
async function soon(address: string, words: string): Promise<string> {
  const deadline = Date.now() + 1_000;
  let text = await seen(address);
  while (Date.now() < deadline && !text.includes(words)) text = await seen(address);
  return text;
}

async function link(
  from: string,
  to: string,
  { relation = "responds" as Relation, toComment = null as string | null } = {},
): Promise<void> {
  await store.write(async (trx) => {
    const rest = { relation, toComment, source: "writer", on: "2026-03-02" } as const;
    await linkEssays(trx, { from, to, ...rest });
    await recordChanges(trx, [`essay:${from}`, `essay:${to}`]);
  });
}

const secretsOf = (page: Page) =>
  [...page.document.querySelectorAll("code.secret-shown")].map((code) => code.textContent ?? "");

/** Publishes an essay without JavaScript, as an answer to another or to a comment. */
async function publish(address: string, fields: Record<string, string | string[]>) {
  const visitor = new Visitor(server.origin);
  const write = await visitor.get(address);
  const panel = await visitor.submit(write, { intent: "publish", fields });
  expect([panel.status, panel.text]).toEqual([200, expect.stringContaining("key")]);
  const [key = ""] = secretsOf(panel);
  const row = await store.read
    .selectFrom("essays")
    .select("slug")
    .where("title", "=", String(fields["title"]))
    .executeTakeFirstOrThrow();
  return { visitor, key, slug: row.slug };
}

describe("an essay that answers another", () => {
  it("stands on both pages, in the conversation and beside its neighbours, at once in every state", async () => {
    await seedEssay(store, { id: "first", title: "The first of all", ordered_at: 1 });
    await seedEssay(store, { id: "older", title: "An older answer", ordered_at: 2 });
    await link("older", "first");
    const around = ["/essays/first", "/essays/older", "/conversations/first"];
    const all = async () => (await Promise.all(around.map(seen))).join("\n");
    await soon("/conversations/first", "An older answer");
    expect(await all()).not.toContain("A fresh reply");
    const sent = { title: "A fresh reply", body: "I was there too.", lead: "debate" };
    const { visitor, key, slug } = await publish("/write?responds=first", {
      ...{ ...sent, relation: "disagrees_in_part", name: "Tidewater", note: "" },
    });
    for (const address of around) {
      expect([address, await seen(address)]).toEqual([
        address,
        expect.stringContaining("A fresh reply"),
      ]);
    }
    const own = new Visitor(server.origin);
    const page = await own.get(`/essays/${slug}`);
    expect(page.text).toContain("Sees part of The first of all differently");
    expect(page.document.querySelector(".in-conversation")?.textContent).toContain("3 essays");

    const edit = await visitor.get(`/essays/${slug}/edit`);
    const opened = edit.document.querySelector("#essay-title, [name=title]")
      ? edit
      : await visitor.submit(edit, { intent: "open", fields: { key } });
    await visitor.submit(opened, { intent: "save", fields: { title: "Another title", key } });
    for (const address of around) {
      const text = await seen(address);
      expect([address, text]).toEqual([address, expect.stringContaining("Another title")]);
      expect(text).not.toContain("A fresh reply");
    }

    const back = await visitor.get(`/essays/${slug}/take-back`);
    await visitor.submit(back, { intent: "take-back", fields: { key } });
    expect(await all()).not.toContain("Another title");
    expect(await all()).not.toContain("Tidewater");
    expect(await seen("/conversations/first")).toContain("taken back by its writer");

    const undo = await visitor.get(`/essays/${slug}/take-back`);
    await visitor.submit(undo, { intent: "undo", fields: { key } });
    for (const address of around) expect(await seen(address)).toContain("Another title");
  });

  it("shows at the comment that it grew out of, in thread, filter and branch, and in JSON", async () => {
    await seedEssay(store, { id: "ground", title: "The ground" });
    const seed = commentRow("ground", { id: "seed1", by_name: "Quiet Heron", experience: 1 });
    await seedComments(store, "ground", [seed]);
    const places = [
      "/essays/ground",
      "/essays/ground?flat=1",
      "/essays/ground?perspective=experience",
      "/comments/seed1/branch",
    ];
    for (const place of places) expect(await seen(place)).not.toContain("grew out of this");
    const { slug } = await publish("/write?comment=seed1", {
      ...{ title: "What grew", body: "It rained.", lead: "debate", name: "Oak Ferry" },
    });
    for (const place of places) {
      const text = await seen(place);
      expect([place, text]).toEqual([
        place,
        expect.stringContaining(`grew out of this: <a href="/essays/${slug}"`),
      ]);
    }
    const grown = `/essays/${slug}`;
    expect(await seen(grown)).toContain(
      '<a href="/comments/seed1"><bdi>a comment by Quiet Heron</bdi></a>',
    );
    const thread = JSON.parse(await seen("/essays/ground.json"));
    const link = { relation: "grew_out_of", comment: "seed1" };
    expect(thread.essay.responses).toEqual([{ slug, ...link }]);
    const json = JSON.parse(await seen(`${grown}.json`));
    expect(json.essay.responds_to).toEqual([{ slug: "ground", ...link }]);

    // The commenter's name leaves the other essay's page with the comment.
    await store.write(async (trx) => {
      const gone = trx.updateTable("comments").set({ state: "taken_back" });
      await gone.where("id", "=", "seed1").execute();
      await recordChanges(trx, ["essay:ground"]);
    });
    for (const place of [grown, "/conversations/ground"]) {
      const text = await soon(place, '<a href="/comments/seed1"><bdi>a comment</bdi></a>');
      expect(text).toContain('<a href="/comments/seed1"><bdi>a comment</bdi></a>');
      expect(text).not.toContain("Quiet Heron");
    }
  });
});

describe("the address of a conversation", () => {
  it("is that of its first essay; others lead there, one alone to itself, none to nothing", async () => {
    await seedEssay(store, { id: "one", slug: "один", title: "Один", ordered_at: 1 });
    await seedEssay(store, { id: "two", ordered_at: 2 });
    await seedEssay(store, { id: "alone" });
    await seedEssay(store, { id: "waits", state: "waiting", ordered_at: 3 });
    await link("two", "one");
    await link("waits", "one");
    const answer = async (slug: string) => {
      const path = `/conversations/${encodeURIComponent(slug)}`;
      const { status, headers } = await ask(server.origin, path);
      return [status, headers.location];
    };
    const first = `/conversations/${encodeURIComponent("один")}`;
    expect(await answer("two")).toEqual([302, `${first}#essay-two`]);
    expect(await answer("один")).toEqual([200, undefined]);
    expect(await answer("alone")).toEqual([302, "/essays/alone"]);
    expect(await answer("waits")).toEqual([404, undefined]);
    expect(await answer("nobody")).toEqual([404, undefined]);
    for (const query of ["?page=2", "?page=0", "?page=x"]) {
      expect((await ask(server.origin, `${first}${query}`)).status).toBe(404);
    }
    const page = await new Visitor(server.origin).get(first);
    expect(page.document.querySelector("h1")?.textContent).toContain("Один");
    expect(page.document.querySelector('meta[name="robots"]')?.getAttribute("content")).toBe(
      "noindex",
    );
  });

  it("holds circles and chains of a hundred and more, a page at a time", async () => {
    const names = Array.from(
      { length: 120 },
      (_, place) => `deep${String(place).padStart(3, "0")}`,
    );
    for (const [place, id] of names.entries()) await seedEssay(store, { id, ordered_at: place });
    for (const [place, id] of names.entries()) await link(id, names[place - 1] ?? "deep119");
    const visitor = new Visitor(server.origin);
    const first = await visitor.get("/conversations/deep000");
    const entries = (page: Page) =>
      [...page.document.querySelectorAll("article[id^=essay-]")].map(({ id }) => id.slice(6));
    expect(entries(first)).toEqual(names.slice(0, 100));
    const second = await visitor.get("/conversations/deep110");
    expect(second.address).toBe("/conversations/deep000?page=2#essay-deep110");
    expect(entries(second)).toEqual(names.slice(100));
    expect(second.document.querySelector("#essay-deep100 .relations a")?.getAttribute("href")).toBe(
      "/conversations/deep000#essay-deep099",
    );
    const essay = await visitor.get("/essays/deep050");
    const neighbours = [...essay.document.querySelectorAll(".in-conversation li a")];
    expect(neighbours.map((link) => link.getAttribute("href"))).toEqual([
      "/essays/deep049",
      "/essays/deep051",
    ]);
  });
});

describe("npx firsthand responses", () => {
  const pair = ["later", "sooner"] as const;
  const run = (...typed: string[]) => firsthand(server, "responses", ...typed);

  it("lists, accepts and declines, also for the pages of a server that is running", async () => {
    await seedEssay(store, { id: "sooner", title: "Sooner", ordered_at: 1 });
    await seedEssay(store, { id: "later", title: "Later", ordered_at: 2 });
    expect(await run()).toMatchObject({ code: 0, out: expect.stringContaining("No links") });
    await store.write((trx) =>
      trx
        .insertInto("proposed_links")
        .values({
          ...{ from_essay_id: "later", to_essay_id: "sooner", found_in: "text" },
          ...{ proposed_on: "2026-03-01", outcome: null },
        })
        .execute(),
    );
    const listed = await run();
    expect(listed.out).toContain(
      "1. “Later” (1 March 2026) links to “Sooner” (1 March 2026)\n   found in its text\n   later sooner\n",
    );
    expect(await seen("/essays/sooner")).not.toContain("Later");
    expect(await run("accept", ...pair, "--relation", "follows_up")).toEqual({
      ...{ code: 0, out: "later now answers sooner.\n", err: "" },
    });
    expect(await soon("/essays/sooner", "Later")).toContain("goes on from it");
    expect(await soon("/essays/later", "Goes on from")).toContain('href="/essays/sooner"');
    expect((await run()).out).toContain("No links");
    expect((await run("decline", ...pair)).code).toBe(0);
    expect((await run("accept", "--all")).out).toContain("No links");
  });

  it("says what is wrong, with 1 for bad input and 2 for bad usage", async () => {
    expect(await run("accept", "nobody", "nothing")).toMatchObject({
      ...{ code: 1, out: "", err: "No link from nobody to nothing was proposed.\n" },
    });
    for (const typed of [
      ["accept"],
      ["accept", "later"],
      ["decline", "later", "sooner", "more"],
      ["accept", "--all", "later", "sooner"],
      ["accept", ...pair, "--relation", "grew_out_of"],
      ["list"],
      ["--all"],
    ]) {
      const { code, err } = await run(...typed);
      expect([typed, code, err.length > 0]).toEqual([typed, 2, true]);
    }
    expect((await run("--help")).out).toContain("accept");
    expect((await run("accept", "--help")).out).toContain("--relation");
  });
});
