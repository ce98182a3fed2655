import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Store } from "#db/connect.ts";
import { ask } from "#tests/support/ask.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { type Page, Visitor } from "#tests/support/visitor.ts";

let server: TestServer;
let store: Store;

beforeAll(async () => {
  server = await startServer();
  store = await connect(server.databaseUrl);
  for (const id of [
    "open",
    "other",
    "twice",
    "lost",
    "back",
    "key",
    "draft",
    "fault",
    "again",
    "noted",
  ]) {
    await seedEssay(store, { id, title: `An essay called ${id}` });
  }
  await seedEssay(store, { id: "closed", reply_mode: "closed" });
});

afterAll(async () => {
  await store.close();
  await server.stop();
});

const secrets = (page: Page) =>
  [...page.document.querySelectorAll("code.secret-shown")].map((code) => code.textContent ?? "");

/** The address at which a browser ends up that is led to a reply page by a page of ours. */
async function openedAt(address: string): Promise<string> {
  const headers = { "sec-fetch-mode": "navigate", referer: `${server.origin}/` };
  const { status, headers: answered } = await ask(server.origin, address, { headers });
  expect(status).toBe(302);
  expect(answered["cache-control"]).toBe("private, no-store");
  expect(answered.location).toContain("attempt=");
  return answered.location ?? "";
}

const commentsOf = (essayId: string) =>
  store.read.selectFrom("comments").select("id").where("essay_id", "=", essayId).execute();

/** Posts the first comment of a visitor in a thread, as the buttons lead: continue, then reply. */
async function firstPost(
  visitor: Visitor,
  slug: string,
  fields: Record<string, string | string[]>,
) {
  const thread = await visitor.get(`/essays/${slug}`);
  const reply = await visitor.submit(thread, { intent: "preview", fields });
  const panel = await visitor.submit(reply, { intent: "post" });
  const [key = "", code = ""] = secrets(panel);
  const link = panel.document.querySelector('a[href^="/comments/"]')?.getAttribute("href") ?? "";
  return { reply, panel, key, code, id: link.slice("/comments/".length) };
}

describe("somebody without an account", () => {
  it("comments from the thread's own form, and gets name, key, code and a link", async () => {
    const visitor = new Visitor(server.origin);
    const { reply, panel, key, code, id } = await firstPost(visitor, "open", {
      body: "Reaching *out* from the **waiting** room.",
      perspective: ["experience"],
    });
    expect(reply.status).toBe(200);
    expect(reply.headers.get("cache-control")).toBe("private, no-store");
    expect(reply.document.querySelector("textarea")?.value).toContain("waiting");
    expect(reply.html).toContain("<em>out</em>");
    expect(panel.status).toBe(200);
    expect(panel.headers.get("cache-control")).toBe("private, no-store");
    expect(key).toMatch(/^([0-9A-Z]{5}-){4}[0-9A-Z]{5}$/);
    expect(code).toMatch(/^TB-/);
    const seen = await new Visitor(server.origin).get(`/comments/${id}`);
    expect(seen.address).toBe(`/essays/open#comment-${id}`);
    const article = seen.document.getElementById(`comment-${id}`);
    expect(article?.dataset).toMatchObject({ parent: "", depth: "1", perspective: "experience" });
    expect(article?.textContent).toContain("Reaching out from the waiting room.");
    expect([...visitor.cookies.keys()].filter((name) => !name.includes("fresh"))).toEqual([]);
  });

  it("answers in the same thread with the key, under the same name, and is led to the comment", async () => {
    const visitor = new Visitor(server.origin);
    const first = await firstPost(visitor, "open", { body: "First of two.", name: "Oak Ferry" });
    const page = await visitor.get(`/essays/open/reply?parent=${first.id}`);
    const fields = { body: "Second of two.", key: first.key.toLowerCase().replaceAll("-", " ") };
    const done = await visitor.submit(page, { intent: "post", fields });
    expect(done.status).toBe(200);
    expect(done.address).toMatch(/^\/essays\/open#comment-/);
    const second = done.document.getElementById(done.address.split("#")[1] ?? "");
    expect(second?.dataset).toMatchObject({ parent: first.id, depth: "2" });
    expect(second?.querySelector(".name")?.textContent).toBe("Oak Ferry");
    expect(second?.querySelector(".in-reply a")?.textContent).toBe("Oak Ferry");
  });

  it("has another name in another thread, and gets the key shown there too", async () => {
    const visitor = new Visitor(server.origin);
    const first = await firstPost(visitor, "open", { body: "Here I am one." });
    const second = await firstPost(visitor, "other", {
      body: "There I am another.",
      key: first.key,
    });
    expect(second.key).toBe(first.key);
    const json = async (slug: string) =>
      (await (await fetch(`${server.origin}/essays/${slug}.json`)).json()) as {
        comments: { id: string; by: { name: string; kind: string } }[];
      };
    const name = async (slug: string, id: string) =>
      (await json(slug)).comments.find((comment) => comment.id === id)?.by;
    expect((await name("open", first.id))?.kind).toBe("thread name");
    expect(await name("other", second.id)).not.toEqual(await name("open", first.id));
  });

  it("gets the same answer for the same form, fifty times at once, until it is written down", async () => {
    const visitor = new Visitor(server.origin);
    const reply = await visitor.get("/essays/twice/reply");
    const form = visitor.fill(reply, { intent: "post", fields: { body: "Only once, please." } });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => new Visitor(server.origin).post(form.action, form.body)),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(new Set(answers.map((answer) => secrets(answer).join(" "))).size).toBe(1);
    const [answer] = answers as [Page];
    expect(secrets(answer)[0]).not.toBe("");
    const rows = await store.read
      .selectFrom("comments")
      .selectAll()
      .where("essay_id", "=", "twice")
      .execute();
    expect(rows).toHaveLength(1);

    const written = await visitor.submit(answer, { intent: "written_down" });
    expect(written.address).toBe(`/essays/twice#comment-${rows[0]?.id}`);
    const late = await new Visitor(server.origin).post(form.action, form.body);
    expect(secrets(late)).toEqual([]);
    expect(late.address).toBe(`/essays/twice#comment-${rows[0]?.id}`);
  });

  it("can send other words with the same form: a new comment under the same key", async () => {
    const visitor = new Visitor(server.origin);
    const reply = await visitor.get("/essays/lost/reply");
    const first = await visitor.submit(reply, { intent: "post", fields: { body: "Lost answer." } });
    const second = await visitor.submit(reply, {
      intent: "post",
      fields: { body: "Better words." },
    });
    expect(secrets(second)).toEqual(secrets(first));
    const { rows } = {
      rows: await store.read
        .selectFrom("comments")
        .select("by_name")
        .where("essay_id", "=", "lost")
        .execute(),
    };
    expect(rows).toHaveLength(2);
    expect(rows[0]?.by_name).toBe(rows[1]?.by_name);
  });

  it("gets everything back that was typed when something is wrong", async () => {
    const visitor = new Visitor(server.origin);
    const reply = await visitor.get("/essays/fault/reply");
    const typed = {
      body: "Some\n\nwords with 'quotes' & <b>marks</b> \u{1F33F}",
      name: "Marsh Lantern",
      note: "x".repeat(130),
      perspective: ["experience", "debate"],
      standing: "worked",
    };
    const back = await visitor.submit(reply, { intent: "post", fields: typed });
    expect(back.status).toBe(422);
    expect(back.document.querySelector("textarea")?.value).toBe(typed.body);
    const field = (name: string) =>
      back.document.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    expect(field("name")?.value).toBe("Marsh Lantern");
    expect(field("note")?.value).toBe(typed.note);
    expect(back.document.querySelectorAll('input[name="perspective"]:checked')).toHaveLength(2);
    expect(
      back.document.querySelector<HTMLInputElement>('input[name="standing"]:checked')?.value,
    ).toBe("worked");
    for (const name of ["name", "note"]) {
      const described = field(name)?.getAttribute("aria-describedby")?.split(" ")[0] ?? "";
      expect(back.document.getElementById(described)?.textContent).not.toBe("");
    }
    expect(
      await store.read
        .selectFrom("comments")
        .select("id")
        .where("essay_id", "=", "fault")
        .execute(),
    ).toEqual([]);
    const empty = await visitor.submit(back, {
      intent: "post",
      fields: { body: " \n ", name: "", note: "" },
    });
    expect(empty.status).toBe(422);
  });

  it("is told where the field that must stay empty was filled", async () => {
    const visitor = new Visitor(server.origin);
    const reply = await visitor.get("/essays/fault/reply");
    const fields = { body: "I am a program.", leave_empty: "https://spam.example" };
    const back = await visitor.submit(reply, { intent: "post", fields });
    expect(back.status).toBe(422);
    expect(back.document.querySelector("textarea")?.value).toBe("I am a program.");
  });

  it("can't answer where the essay is closed, and keeps the words", async () => {
    const visitor = new Visitor(server.origin);
    const thread = await visitor.get("/essays/closed");
    expect(thread.document.querySelector('form[action$="/reply"]')).toBeNull();
    const open = await visitor.get("/essays/open/reply");
    const { body } = visitor.fill(open, {
      intent: "post",
      fields: { body: "Too late, but mine." },
    });
    const back = await visitor.post("/essays/closed/reply", body);
    expect(back.status).toBe(422);
    expect(back.document.querySelector("textarea")?.value).toBe("Too late, but mine.");
  });

  it("changes words, takes them back with the code, and undoes it with the key", async () => {
    const visitor = new Visitor(server.origin);
    const { id, key, code } = await firstPost(visitor, "back", {
      body: "Canary-88 before.",
      perspective: ["debate"],
      note: "rain",
    });
    const ask = await visitor.get(`/comments/${id}/edit`);
    const wrong = await visitor.submit(ask, { intent: "open", fields: { key: code } });
    expect(wrong.status).toBe(403);
    const opened = await visitor.submit(ask, { intent: "open", fields: { key } });
    expect(opened.document.querySelector("textarea")?.value).toBe("Canary-88 before.");
    expect(opened.document.querySelectorAll('input[name="perspective"]:checked')).toHaveLength(1);
    const saved = await visitor.submit(opened, {
      intent: "save",
      fields: { body: "Canary-88 after." },
    });
    expect(saved.text).toContain("Canary-88 after.");
    expect(saved.text).not.toContain("Canary-88 before.");
    expect(saved.document.getElementById(`comment-${id}`)?.dataset["perspective"]).toBe("debate");

    const page = await visitor.get(`/comments/${id}/take-back`);
    const gone = await visitor.submit(page, { intent: "take-back", fields: { key: code } });
    expect(gone.status).toBe(200);
    const reader = new Visitor(server.origin);
    for (const address of [
      "/essays/back",
      "/essays/back.json",
      "/essays/back/feed.xml",
      `/comments/${id}/branch`,
    ]) {
      expect((await reader.get(address)).html).not.toContain("Canary-88");
    }
    const noUndo = await visitor.submit(gone, { intent: "undo", fields: { key: code } });
    expect(noUndo.status).toBe(403);
    await visitor.submit(noUndo, { intent: "undo", fields: { key } });
    expect((await reader.get("/essays/back")).html).toContain("Canary-88 after.");
  });

  it("uses the key on another device, sees answers, and changes the key", async () => {
    const writer = new Visitor(server.origin);
    const { id, key } = await firstPost(writer, "key", { body: "Is anybody there?" });
    const stranger = new Visitor(server.origin);
    const page = await stranger.get(`/essays/key/reply?parent=${id}`);
    await stranger.submit(page, { intent: "post", fields: { body: "I am here, unmistakably." } });

    const phone = new Visitor(server.origin);
    expect((await phone.get("/inbox")).text).not.toContain("unmistakably");
    const wrong = await phone.submit(await phone.get("/key"), {
      intent: "use",
      fields: { key: key.replace(/.$/, (c) => (c === "0" ? "1" : "0")) },
    });
    expect(wrong.status).toBe(422);
    const inbox = await phone.submit(wrong, { intent: "use", fields: { key } });
    expect(inbox.address).toBe("/inbox");
    expect(inbox.text).toContain("unmistakably");
    expect(inbox.headers.get("cache-control")).toBe("private, no-store");

    const changed = await phone.submit(await phone.get("/key"), { intent: "change" });
    const [fresh = ""] = secrets(changed);
    expect(fresh).not.toBe(key);
    expect((await phone.get("/inbox")).text).toContain("unmistakably");
    const old = new Visitor(server.origin);
    expect(
      (await old.submit(await old.get("/key"), { intent: "use", fields: { key } })).status,
    ).toBe(422);
    const closed = await phone.submit(await phone.get("/key"), { intent: "close" });
    expect(closed.status).toBe(200);
    expect((await phone.get("/inbox")).text).not.toContain("unmistakably");
  });

  it("keeps a draft for later, goes on with it, and posts it", async () => {
    const visitor = new Visitor(server.origin);
    const reply = await visitor.get("/essays/draft/reply");
    const kept = await visitor.submit(reply, {
      intent: "draft",
      fields: { body: "Half a thou", note: "hope" },
    });
    const [key = ""] = secrets(kept);
    const drafts = await visitor.submit(kept, { intent: "written_down", fields: { keep: "1" } });
    expect(drafts.address).toBe("/drafts");
    expect(drafts.text).toContain("Half a thou");
    const href = drafts.document.querySelector('a[href*="draft="]')?.getAttribute("href") ?? "";
    const again = await visitor.get(href);
    expect(again.document.querySelector("textarea")?.value).toBe("Half a thou");
    const posted = await visitor.submit(again, {
      intent: "post",
      fields: { body: "Half a thought." },
    });
    expect(secrets(posted)[0]).toBe(key);
    expect((await visitor.get("/drafts")).text).not.toContain("Half a thou");
    expect((await new Visitor(server.origin).get("/drafts")).text).not.toContain("Half a thou");
  });

  it("gets the same form again by Back, so that a lost answer doubles nothing", async () => {
    const visitor = new Visitor(server.origin, `${server.origin}/essays/again`);
    const reply = await visitor.get(await openedAt("/essays/again/reply"));
    const fields = { body: "The answer to this got lost." };
    const lost = await visitor.submit(reply, { intent: "post", fields });
    const back = await visitor.get(reply.address);
    expect(back.headers.get("cache-control")).toBe("private, no-store");
    const again = await visitor.submit(back, { intent: "post", fields });
    expect(secrets(again)).toEqual(secrets(lost));
    expect(await commentsOf("again")).toHaveLength(1);
  });

  it("is asked for the key once it was written down, whatever the form is used for", async () => {
    const visitor = new Visitor(server.origin, `${server.origin}/essays/noted`);
    const reply = await visitor.get(await openedAt("/essays/noted/reply"));
    const panel = await visitor.submit(reply, { intent: "post", fields: { body: "First." } });
    const [key = ""] = secrets(panel);
    await visitor.submit(panel, { intent: "written_down" });
    const old = await visitor.get(reply.address);
    for (const intent of ["post", "draft"]) {
      const refused = await visitor.submit(old, { intent, fields: { body: "By somebody else." } });
      expect(refused.status).toBe(422);
      expect(refused.html).not.toContain(key);
      expect(refused.document.querySelector("textarea")?.value).toBe("By somebody else.");
    }
    const { body } = visitor.fill(old, { intent: "post", fields: { body: "Elsewhere." } });
    const elsewhere = await visitor.post("/essays/other/reply", body);
    expect(elsewhere.status).toBe(422);
    expect(elsewhere.html).not.toContain(key);
    const typed = await visitor.submit(old, { intent: "post", fields: { body: "By me.", key } });
    expect(typed.text).toContain("By me.");
    expect(await commentsOf("noted")).toHaveLength(2);
  });

  it("can send a megabyte of spaces and no one else waits for it", async () => {
    const visitor = new Visitor(server.origin);
    const reply = await visitor.get("/essays/fault/reply");
    const spaces = `a${" ".repeat(900_000)}b`;
    for (const name of ["body", "note", "name", "standpoint"]) {
      const sent = visitor.submit(reply, { intent: "preview", fields: { [name]: spaces } });
      const answers = await Promise.all([fetch(`${server.origin}/healthz`), sent]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    }
  });

  it("is told of far too many who are addressed, and of a path that is none", async () => {
    const visitor = new Visitor(server.origin);
    const reply = await visitor.get("/essays/fault/reply");
    const addresses = Array.from({ length: 5_000 }, (_, index) => `a${index}`);
    const back = await visitor.submit(reply, {
      intent: "post",
      fields: { body: "To everybody.", addresses },
    });
    expect(back.status).toBe(422);
    const { body } = visitor.fill(reply, { intent: "post" });
    const odd = body.replace("intent=post", "intent=written_down&keep=1&key=abc&comment=a%0Ab");
    const away = await new Visitor(server.origin).post("/essays/fault/reply", odd);
    expect(away.address).toBe("/drafts");
    expect(away.status).toBe(200);
  });
});
