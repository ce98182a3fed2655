import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Store } from "#db/connect.ts";
import { tablesWith } from "#tests/support/everything-kept.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { type Page, Visitor } from "#tests/support/visitor.ts";

let server: TestServer;
let store: Store;

beforeAll(async () => {
  server = await startServer();
  store = await connect(server.databaseUrl);
  for (const id of ["look", "later", "dont"]) await seedEssay(store, { id, title: `On ${id}` });
});

afterAll(async () => {
  await store.close();
  await server.stop();
});

const found = (page: Page) =>
  [...page.document.querySelectorAll(".revealing b")].map((one) => one.textContent);

describe("words that could tell who somebody is", () => {
  it("stand beside the preview of a reply, in a fold, and nowhere else", async () => {
    const visitor = new Visitor(server.origin);
    const form = await visitor.get("/essays/look/reply");
    expect(form.document.querySelector(".revealing")).toBeNull();
    const page = await visitor.submit(form, {
      intent: "preview",
      fields: {
        body: "My sister **Mira** came to Ward 7. Seed Writer was there.",
        standpoint: "nurse at Brackley Hospital",
      },
    });
    expect(page.document.querySelector("details.revealing")?.hasAttribute("open")).toBe(false);
    expect(page.document.querySelector(".revealing summary")?.textContent).toMatch(/\(\d\)/);
    expect(found(page)).toEqual(
      expect.arrayContaining(["My sister Mira", "Ward 7", "Brackley Hospital"]),
    );
    expect(await tablesWith(store, "Brackley")).toEqual([]);
    const again = await visitor.submit(page, {
      intent: "preview",
      fields: { body: "I was there." },
    });
    expect(found(again)).not.toContain("Ward 7");
  });

  it("are told to be none where there are none, with what can't be seen", async () => {
    const visitor = new Visitor(server.origin);
    const form = await visitor.get("/essays/look/reply");
    const fields = { body: "I was in hospital for nine weeks, and then I went home." };
    const page = await visitor.submit(form, { intent: "preview", fields });
    expect(page.document.querySelector("details.revealing")).toBeNull();
    expect(page.document.querySelector("p.revealing")?.textContent).toContain("How you write");
  });

  it("stand beside the preview of an essay as well", async () => {
    const visitor = new Visitor(server.origin);
    const form = await visitor.get("/write");
    const fields = {
      title: "What Dr Patel said",
      body: "On 3 March 2014 I was taken in, and I told nobody at all about it.",
      lead: "story",
    };
    const page = await visitor.submit(form, { intent: "preview", fields });
    expect(found(page)).toEqual(expect.arrayContaining(["Dr Patel", "3 March 2014"]));
  });
});

describe("a random moment within the next day", () => {
  const CANARY = "kingfisherxyzzy";

  async function scheduled(slug: string, visitor: Visitor) {
    const form = await visitor.get(`/essays/${slug}/reply`);
    const fields = { body: `${CANARY} ${slug}`, later: "1" };
    const sent = visitor.fill(form, { intent: "post", fields });
    const panel = await visitor.post(sent.action, sent.body);
    expect(panel.status).toBe(200);
    const again = await visitor.post(sent.action, sent.body);
    expect(again.text).toBe(panel.text);
    expect(panel.document.querySelectorAll("code.secret-shown")).toHaveLength(2);
    const list = await visitor.submit(panel, { intent: "written_down", fields: { keep: "1" } });
    expect(list.address).toBe("/drafts");
    return list;
  }

  it("keeps a reply out of sight, gives a key, and publishes at once when asked to", async () => {
    const visitor = new Visitor(server.origin);
    const list = await scheduled("later", visitor);
    expect(list.document.querySelectorAll(".scheduled li")).toHaveLength(1);
    expect(list.text).toContain(CANARY);
    expect(list.text).not.toMatch(/\d\d:\d\d/);
    const reader = new Visitor(server.origin);
    for (const path of ["/essays/later", "/essays/later.json", "/essays/later/feed.xml", "/"]) {
      expect((await reader.get(path)).html).not.toContain(CANARY);
    }
    expect(await tablesWith(store, `${CANARY} later`)).toEqual([]);
    const done = await visitor.submit(list, { intent: "publish_now" });
    expect(done.address).toContain("/essays/later");
    expect((await reader.get("/essays/later")).html).toContain(CANARY);
    expect(await tablesWith(store, `${CANARY} later`)).toContain("comments");
    expect((await visitor.get("/drafts")).document.querySelector(".scheduled")).toBeNull();
    const rows = store.read.selectFrom("scheduled_pieces").select("id");
    expect(await rows.execute()).toEqual([]);
  });

  it("makes it a draft again when asked to, with the box still ticked", async () => {
    const visitor = new Visitor(server.origin);
    const list = await scheduled("dont", visitor);
    const drafts = await visitor.submit(list, { intent: "dont_publish" });
    expect(drafts.document.querySelector(".scheduled")).toBeNull();
    const link = drafts.document.querySelector('a[href*="draft="]')?.getAttribute("href") ?? "";
    const form = await visitor.get(link);
    expect(form.document.querySelector("textarea")?.value).toBe(`${CANARY} dont`);
    const box = form.document.querySelector<HTMLInputElement>('input[name="later"]');
    expect(box?.checked).toBe(true);
    expect((await new Visitor(server.origin).get("/essays/dont")).html).not.toContain(CANARY);
  });

  it("keeps an essay too, and a fault comes back with all that was typed", async () => {
    const visitor = new Visitor(server.origin);
    const form = await visitor.get("/write");
    const fields = { title: `${CANARY} essay`, body: "Words.", lead: "story", later: "1" };
    const wrong = await visitor.submit(form, {
      intent: "publish",
      fields: { ...fields, title: "" },
    });
    expect(wrong.status).toBe(422);
    const box = wrong.document.querySelector<HTMLInputElement>('input[name="later"]');
    expect(box?.checked).toBe(true);
    const panel = await visitor.submit(wrong, { intent: "publish", fields });
    const list = await visitor.submit(panel, { intent: "written_down", fields: { keep: "1" } });
    expect(list.text).toContain(`${CANARY} essay`);
    expect((await new Visitor(server.origin).get("/")).html).not.toContain(`${CANARY} essay`);
    const done = await visitor.submit(list, { intent: "publish_now" });
    expect(done.address).toBe(`/essays/${CANARY}-essay`);
  });
});
