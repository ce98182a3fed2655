import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { words } from "#app/words/words.ts";
import { connect, type Store } from "#db/connect.ts";
import { type Published, publishAsGuest, secretsOn } from "#tests/support/publishing.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { type Page, Visitor } from "#tests/support/visitor.ts";

let server: TestServer;
let store: Store;

beforeAll(async () => {
  server = await startServer();
  store = await connect(server.databaseUrl);
  await seedEssay(store, { id: "imported", by_kind: "imported", by_name: "Oak Ferry" });
});

afterAll(async () => {
  await store.close();
  await server.stop();
});

const someone = () => new Visitor(server.origin);

/** The form to change an essay, opened with its key. */
async function opened(visitor: Visitor, { slug, key }: Published): Promise<Page> {
  const asked = await visitor.get(`/essays/${slug}/edit`);
  return visitor.submit(asked, { intent: "open", fields: { key } });
}

const versionsOf = async (slug: string) =>
  store.read
    .selectFrom("essay_versions")
    .innerJoin("essays", "essays.id", "essay_versions.essay_id")
    .select(["essay_versions.markdown", "essay_versions.open"])
    .where("essays.slug", "=", slug)
    .execute();

describe("an essay's writer", () => {
  it("is asked for the key, finds everything in the form, and changes it", async () => {
    const essay = await publishAsGuest(someone(), {
      title: "Before",
      body: "The first words.",
      tags: "rain, housing",
      works_cited: "Smith 2011",
      standing: "lived",
      reply_mode: "support",
      series: "Winters",
    });
    const visitor = someone();
    const asked = await visitor.get("/essays/before/edit");
    expect(asked.html).not.toContain("The first words.");
    const wrong = await visitor.submit(asked, { intent: "open", fields: { key: essay.code } });
    expect(wrong.status).toBe(403);
    expect(wrong.html).not.toContain("The first words.");
    const form = await opened(visitor, essay);
    expect(form.status).toBe(200);
    expect(form.headers.get("cache-control")).toBe("private, no-store");
    const { body } = visitor.fill(form, { intent: "save" });
    expect(Object.fromEntries(new URLSearchParams(body))).toMatchObject({
      title: "Before",
      body: "The first words.",
      lead: "story",
      perspective: "experience",
      standing: "lived",
      reply_mode: "support",
      works_cited: "Smith 2011",
      indexing: "",
      series: "Winters",
    });
    expect(new URLSearchParams(body).getAll("tag").sort()).toEqual(["housing", "rain"]);

    const look = await visitor.submit(form, {
      intent: "preview",
      fields: { title: "After", body: "The *second* words." },
    });
    expect(look.document.querySelector(".essay-preview h1")?.textContent).toBe("After");
    expect(look.document.querySelector(".essay-preview em")?.textContent).toBe("second");
    expect((await someone().get("/essays/before")).text).toContain("The first words.");

    const empty = await visitor.submit(look, { intent: "save", fields: { title: "" } });
    expect(empty.status).toBe(422);
    expect(empty.document.querySelector("#write-body")?.textContent).toBe("The *second* words.");
    const saved = await visitor.submit(empty, { intent: "save", fields: { title: "After" } });
    expect(saved.address).toBe("/essays/before");
    expect(saved.document.querySelector("h1")?.textContent).toBe("After");
    expect(saved.text).toContain("The second words.");
    expect(saved.text).not.toContain("The first words.");
  });

  it("keeps the words where the key was lost on the way, and can type it again", async () => {
    const essay = await publishAsGuest(someone(), { title: "Kept words" });
    const visitor = someone();
    const form = await opened(visitor, essay);
    const { body } = visitor.fill(form, { intent: "save", fields: { body: "A long change." } });
    const lost = await visitor.post("/essays/kept-words/edit", body.replace(/key=[^&]*/, "key="));
    expect(lost.status).toBe(403);
    expect(lost.document.querySelector("#write-body")?.textContent).toBe("A long change.");
    const saved = await visitor.submit(lost, { intent: "save", fields: { key: essay.key } });
    expect(saved.text).toContain("A long change.");
  });

  it("keeps an earlier version open, closes it, and forgets it", async () => {
    const essay = await publishAsGuest(someone(), {
      title: "With versions",
      body: "Canary-41 at first.[^a]\n\n[^a]: A footnote.",
      note: "rain",
    });
    const { slug, key } = essay;
    const at = `/essays/${slug}/versions`;
    expect((await someone().get(at)).text).toContain("No earlier version is open");
    const visitor = someone();
    const form = await opened(visitor, essay);
    const fields = { body: "Then other words.[^a]\n\n[^a]: A footnote.", keep_open: "1" };
    await visitor.submit(form, { intent: "save", fields });
    const open = await someone().get(at);
    expect(open.headers.get("cache-control")).toBe("private, no-store");
    expect(open.text).toContain("Canary-41");
    // The note folds what was said before as well.
    expect(open.document.querySelector(".version details.note")?.hasAttribute("open")).toBe(false);

    const asked = await visitor.submit(open, { intent: "open", fields: { key } });
    const hidden = await visitor.submit(asked, { intent: "hide" });
    expect(hidden.status).toBe(200);
    expect(hidden.document.querySelector('[role="status"]')?.textContent).toContain("Nobody sees");
    expect((await someone().get(at)).text).not.toContain("Canary-41");
    expect(await versionsOf(slug)).toMatchObject([{ open: 0 }]);

    const stranger = await someone().submit(await someone().get(at), {
      intent: "open",
      fields: { key: essay.code },
    });
    expect(stranger.status).toBe(403);
    await visitor.submit(hidden, { intent: "show" });
    expect((await someone().get(at)).text).toContain("Canary-41");
    const again = await visitor.submit(asked, { intent: "forget" });
    expect(again.text).toContain("Only the newest words are left.");
    expect((await someone().get(at)).text).not.toContain("Canary-41");
    expect(await versionsOf(slug)).toEqual([]);
  });

  it("takes it back with the code, and undoes it with the key", async () => {
    const { slug, key, code } = await publishAsGuest(someone(), {
      title: "Taken back",
      body: "Canary-77 words.",
    });
    const reader = someone();
    expect((await reader.get(`/essays/${slug}`)).text).toContain("Canary-77");
    const visitor = someone();
    const page = await visitor.get(`/essays/${slug}/take-back`);
    expect(page.text).not.toContain("Canary-77");
    const wrong = await visitor.submit(page, {
      intent: "take-back",
      fields: { key: key.replace(/.$/, (last) => (last === "0" ? "1" : "0")) },
    });
    expect(wrong.status).toBe(403);
    const done = await visitor.submit(page, { intent: "take-back", fields: { key: code } });
    expect(done.status).toBe(200);
    const place = await reader.get(`/essays/${slug}`);
    expect(place.status).toBe(410);
    for (const address of [`/essays/${slug}`, `/essays/${slug}/versions`, "/", "/stories"]) {
      const { html } = await reader.get(address);
      expect(html).not.toContain("Canary-77");
      expect(html).not.toContain("Taken back</a>");
    }
    expect(done.text).not.toContain(words().own.askKey.keyOrCode);
    const refused = await visitor.submit(done, { intent: "undo", fields: { key: code } });
    expect(refused.status).toBe(403);
    await visitor.submit(refused, { intent: "undo", fields: { key } });
    expect((await reader.get(`/essays/${slug}`)).text).toContain("Canary-77");
  });

  it("has no such pages for what is not theirs to change, or not there", async () => {
    for (const [address, status] of [
      ["/essays/imported/edit", 404],
      ["/essays/imported/take-back", 404],
      ["/essays/imported/versions", 200],
      ["/essays/nothing/edit", 404],
      ["/essays/nothing/take-back", 404],
      ["/essays/nothing/versions", 404],
    ] as const) {
      expect((await someone().get(address)).status, address).toBe(status);
    }
    const { page } = await publishAsGuest(someone(), { title: "Another" });
    expect(secretsOn(page)).toHaveLength(2);
  });
});

describe("where first pieces wait", () => {
  it("says so before and after, and its writer can change it meanwhile", async () => {
    const folder = await mkdtemp(join(tmpdir(), "firsthand-essay-"));
    await mkdir(join(folder, "data"));
    await writeFile(join(folder, "data", "site.toml"), 'guests = "first post waits"\n');
    const house = await startServer({ folder });
    try {
      const visitor = new Visitor(house.origin);
      const look = await visitor.submit(await visitor.get("/write"), {
        intent: "preview",
        fields: { title: "Patience", body: "Words.", lead: "story" },
      });
      expect(look.document.querySelector(".essay-preview")?.textContent).toContain(
        "reads it before",
      );
      const panel = await visitor.submit(look, { intent: "publish" });
      expect(panel.text).toContain("Waiting to be read. Nothing is wrong with it.");
      expect(panel.text).toContain("/essays/patience");
      expect(panel.document.querySelector('a[href="/essays/patience"]')).toBeNull();
      expect((await visitor.get("/essays/patience")).status).toBe(404);
      const [key = ""] = secretsOn(panel);
      const inbox = await visitor.submit(panel, {
        intent: "written_down",
        fields: { keep: "1" },
      });
      expect(inbox.address).toBe("/inbox");
      expect(inbox.text).toContain("Patience");
      const stranger = new Visitor(house.origin);
      const asked = await stranger.get("/essays/patience/edit");
      expect(asked.text).not.toContain("Patience");
      const form = await stranger.submit(asked, { intent: "open", fields: { key } });
      const saved = await stranger.submit(form, {
        intent: "save",
        fields: { title: "More patience" },
      });
      expect(saved.address).toBe("/inbox");
      const second = await publishAsGuest(visitor, { title: "Another one" });
      expect(second.page.address).toBe("/inbox");
      expect(second.page.text).toContain("More patience");
    } finally {
      await house.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
