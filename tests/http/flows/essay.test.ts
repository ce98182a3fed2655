import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Store } from "#db/connect.ts";
import { ask } from "#tests/support/ask.ts";
import { publishAsGuest, publishByScript, secretsOn } from "#tests/support/publishing.ts";
import { commentRow, seedComments, seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { type Page, Visitor } from "#tests/support/visitor.ts";

let server: TestServer;
let store: Store;

beforeAll(async () => {
  server = await startServer();
  store = await connect(server.databaseUrl);
  for (const id of ["asked", "folds", "gone"]) {
    await seedEssay(store, {
      id,
      title: `An essay called ${id}`,
      ...(id === "asked" && { reply_mode: "support" as const }),
      ...(id === "gone" && { state: "removed" as const }),
    });
  }
  await seedComments(store, "folds", [
    commentRow("folds", { id: "heron", by_name: "Quiet Heron", note: "a fall", debate: 1 }),
    commentRow("folds", { id: "nobody", state: "removed" }),
  ]);
});

afterAll(async () => {
  await store.close();
  await server.stop();
});

const someone = () => new Visitor(server.origin);
const essayOf = (slug: string) =>
  store.read.selectFrom("essays").selectAll().where("slug", "=", slug).executeTakeFirstOrThrow();
const titled = (title: string) =>
  store.read.selectFrom("essays").select(["slug", "by_name"]).where("title", "=", title).execute();

/** All that a form of the composer holds, as it would be sent. */
function held(page: Page): Record<string, string[]> {
  const { body } = someone().fill(page, { form: 'form[action="/write"]', intent: "publish" });
  const sent = new URLSearchParams(body);
  return Object.fromEntries([...new Set(sent.keys())].map((name) => [name, sent.getAll(name)]));
}

/** Every field of contract.md's composer, and those of a republished piece. */
const EVERYTHING = {
  title: "A night on the ward: “quoted” & <b>marked</b>",
  body: "First.[^1]\n\n## Then\n\nA *second* one.[^a]\n\n[^a]: Under the line.",
  lead: "story",
  perspective: ["experience", "debate"],
  standing: "beside",
  standpoint: "a daughter",
  note: "restraint",
  reply_mode: "support",
  name: "Marsh Lantern",
  tags: "Peer support, housing,  peer   SUPPORT ",
  works_cited: "Smith, J. 2011. https://example.org/a form.pdf\nAnother one",
  indexing: "yes",
  original_author: "Jo Smith",
  source: "https://example.org/old",
  licence: "CC BY 4.0",
  series: "Winters",
};

describe("somebody without an account writes", () => {
  it("a story, and gets name, key, code and a link to it", async () => {
    const { page, key, code, slug } = await publishAsGuest(someone(), {
      title: "The kettle on the sill",
    });
    expect(page.status).toBe(200);
    expect(page.headers.get("cache-control")).toBe("private, no-store");
    expect(key).toMatch(/^([0-9A-Z]{5}-){4}[0-9A-Z]{5}$/);
    expect(code).toMatch(/^TB-/);
    expect(slug).toBe("the-kettle-on-the-sill");
    const seen = await someone().get(`/essays/${slug}`);
    expect(seen.status).toBe(200);
    expect(seen.document.querySelector("h1")?.textContent).toBe("The kettle on the sill");
    const row = await essayOf(slug);
    expect(row).toMatchObject({ lead: "story", experience: 1, debate: 0, indexing: 0 });
    expect(row.by_name).not.toBe("");
    expect((await someone().get("/stories")).text).toContain("The kettle on the sill");
  });

  it("with every field there is, and all of it is on the page", async () => {
    const { slug } = await publishAsGuest(someone(), EVERYTHING);
    const row = await essayOf(slug);
    expect(row).toMatchObject({
      title: EVERYTHING.title,
      lead: "story",
      experience: 1,
      debate: 1,
      standing: "beside",
      standpoint: "a daughter",
      note: "restraint",
      reply_mode: "support",
      by_name: "Marsh Lantern",
      indexing: 1,
      original_author: "Jo Smith",
      source: "https://example.org/old",
      licence: "CC BY 4.0",
    });
    const page = await someone().get(`/essays/${slug}`);
    for (const words of ["a daughter", "Jo Smith", "CC BY 4.0", "Peer support", "Winters"]) {
      expect(page.text).toContain(words);
    }
    expect(page.document.querySelector("details.note .essay-words em")?.textContent).toBe("second");
    const works = page.document.querySelector(".works ol, ol.works");
    expect(works?.textContent).toContain("Another one");
    const cited = page.document.querySelector('.essay-words a[href$="-work-1"]');
    expect(
      page.document.getElementById(cited?.getAttribute("href")?.slice(1) ?? ""),
    ).not.toBeNull();
    const tags = await store.read
      .selectFrom("essay_tags")
      .select("tag_slug")
      .where("essay_id", "=", row.id)
      .execute();
    expect(tags.map((tag) => tag.tag_slug).sort()).toEqual(["housing", "peer-support"]);
  });

  it("by a script that sends no more than title, text and lead", async () => {
    const fields = { title: "By a script", body: "Words.", lead: "story" };
    const { status, text } = await publishByScript(server.origin, fields);
    expect(status).toBe(200);
    expect(text).toContain("secret-shown");
    expect(await titled("By a script")).toHaveLength(1);
  });

  it("with only a perspective, or only a lead: each follows from the other", async () => {
    for (const [perspective, lead] of [
      ["experience", "story"],
      ["debate", "debate"],
    ] as const) {
      const fields = { title: `Only ${perspective}`, lead: "", perspective: [perspective] };
      const { slug } = await publishAsGuest(someone(), fields);
      expect((await essayOf(slug)).lead).toBe(lead);
    }
    const page = await someone().get("/write");
    const fields = { title: "Both", body: "Words.", perspective: ["experience", "debate"] };
    const unsaid = await someone().submit(page, { intent: "publish", fields });
    expect(unsaid.status).toBe(422);
    expect(unsaid.document.querySelector("#write-lead .fault")?.textContent).toContain("a story");
    const against = await someone().submit(page, {
      intent: "publish",
      fields: { ...fields, lead: "story", perspective: ["debate"] },
    });
    expect(against.status).toBe(422);
    expect(against.document.querySelector("#write-perspective .fault")).not.toBeNull();
    expect(
      against.document.querySelector("details:has(#write-perspective)")?.hasAttribute("open"),
    ).toBe(true);
    expect(await titled("Both")).toEqual([]);
  });

  it("lets search engines list what it says they may, or what is usual", async () => {
    for (const [indexing, lead, may] of [
      ["", "debate", 1],
      ["no", "debate", 0],
      ["1", "story", 1],
    ] as const) {
      const fields = { title: `Listed ${indexing} ${lead}`, indexing, lead };
      const { slug } = await publishAsGuest(someone(), fields);
      expect((await essayOf(slug)).indexing).toBe(may);
    }
  });

  it("has every fault at its field, and everything that was typed", async () => {
    const typed = {
      ...EVERYTHING,
      title: "",
      lead: "debate",
      perspective: ["debate"],
      note: "x".repeat(130),
      name: "moderator",
      tags: "one, two, three, four, five, six, seven, eight, nine, ten, eleven",
    };
    const visitor = someone();
    const back = await visitor.submit(await visitor.get("/write"), {
      intent: "publish",
      fields: typed,
    });
    expect(back.status).toBe(422);
    expect(back.headers.get("cache-control")).toBe("private, no-store");
    const holds = held(back);
    for (const [name, value] of Object.entries(typed)) {
      expect(holds[name], name).toEqual([value].flat());
    }
    for (const field of ["title", "note", "name", "tags"]) {
      const input = back.document.getElementById(`write-${field}`);
      expect(input?.getAttribute("aria-invalid"), field).toBe("true");
      expect(back.document.querySelector(`.faults a[href="#write-${field}"]`)).not.toBeNull();
    }
    expect(back.document.querySelector("#write-standing .fault")).not.toBeNull();
    expect(back.document.querySelector("#write-reply_mode .fault")).not.toBeNull();
    // Nothing that is wrong is folded away.
    const folded = [...back.document.querySelectorAll("details:not([open])")];
    expect(folded.filter((one) => one.querySelector(".fault") !== null)).toEqual([]);
  });

  it("is asked what to do where no button is named, and keeps the words", async () => {
    const visitor = someone();
    const page = await visitor.get("/write");
    const { body } = visitor.fill(page, {
      form: 'form[action="/write"]',
      intent: "publish",
      fields: { body: "Still here." },
    });
    const back = await visitor.post("/write", body.replace("intent=publish", "intent=else"));
    expect(back.status).toBe(422);
    expect(back.document.querySelector("#write-body")?.textContent).toBe("Still here.");
    const filled = body.replace("leave_empty=", "leave_empty=spam");
    expect((await visitor.post("/write", filled)).status).toBe(422);
    const foreign = body.replace(/nonce=[^&]*/, "nonce=none");
    const old = await visitor.post("/write", foreign);
    expect(old.status).toBe(422);
    expect(old.document.querySelector("#write-body")?.textContent).toBe("Still here.");
  });

  it("sees it before it is public exactly as it will be", async () => {
    const visitor = someone();
    const look = await visitor.submit(await visitor.get("/write"), {
      intent: "preview",
      fields: { ...EVERYTHING, title: "Seen before" },
    });
    expect(look.status).toBe(200);
    expect(await titled("Seen before")).toEqual([]);
    const shown = (page: Page) => {
      const article = page.document.querySelector("article.essay");
      const parts = [".essay-head", ".essay-words", ".works"].map(
        (part) => article?.querySelector(part)?.textContent ?? part,
      );
      return parts.join("\n").replace(/\s+/g, " ");
    };
    expect(look.document.querySelector(".essay-preview")?.textContent).toContain("not public yet");
    const button = look.document.querySelector('button[value="publish"]')?.textContent;
    expect(button).toBe("Publish as a story, by Marsh Lantern");
    const panel = await visitor.submit(look, { intent: "publish" });
    expect(secretsOn(panel)).toHaveLength(2);
    const essay = await someone().get(`/essays/${(await titled("Seen before"))[0]?.slug}`);
    expect(shown(look)).toBe(shown(essay));
  });

  it("finds its later essay with the same key, and is led straight to it", async () => {
    const { key } = await publishAsGuest(someone(), { title: "The first of two" });
    const { page } = await publishAsGuest(someone(), { title: "The second of two", key });
    expect(page.address).toBe("/essays/the-second-of-two");
    expect(secretsOn(page)).toEqual([]);
    const [first] = await titled("The first of two");
    const [second] = await titled("The second of two");
    expect(first?.by_name).not.toBe(second?.by_name);
  });

  it("is told in words where the address is another script's", async () => {
    const { key } = await publishAsGuest(someone());
    const { page } = await publishAsGuest(someone(), { title: "Мой опыт", key });
    expect(decodeURIComponent(page.address)).toBe("/essays/мой-опыт");
    expect(page.status).toBe(200);
  });
});

describe("pressing twice, losing the line", () => {
  it("gives one essay and one answer for the same form fifty times at once", async () => {
    const visitor = someone();
    const page = await visitor.get("/write");
    const form = visitor.fill(page, {
      intent: "publish",
      fields: { title: "Only once", body: "Please.", lead: "story" },
    });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => someone().post(form.action, form.body)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map((answer) => secretsOn(answer).join(" "))).size).toBe(1);
    expect(await titled("Only once")).toHaveLength(1);

    const [answer] = answers as [Page];
    const written = await visitor.submit(answer, { intent: "written_down" });
    expect(written.address).toBe("/essays/only-once");
    const late = await someone().post(form.action, form.body);
    expect(late.address).toBe("/essays/only-once");
    expect(secretsOn(late)).toEqual([]);
  });

  it("opens the same form again by Back", async () => {
    const headers = { "sec-fetch-mode": "navigate", referer: `${server.origin}/essays/asked` };
    const opened = await ask(server.origin, "/write?responds=asked", { headers });
    expect(opened.status).toBe(302);
    const address = opened.headers.location ?? "";
    expect(address).toContain("responds=asked");
    const visitor = new Visitor(server.origin, headers.referer);
    const fields = { title: "Lost on the way", body: "Words.", lead: "story" };
    const lost = await visitor.submit(await visitor.get(address), { intent: "publish", fields });
    const again = await visitor.submit(await visitor.get(address), { intent: "publish", fields });
    expect(secretsOn(again)).toEqual(secretsOn(lost));
    expect(await titled("Lost on the way")).toHaveLength(1);
  });
});

describe("drafts of essays", () => {
  it("keep every field, go on after the key was typed again, and end when published", async () => {
    const visitor = someone();
    const kept = await visitor.submit(await visitor.get("/write?responds=asked"), {
      intent: "draft",
      fields: { ...EVERYTHING, title: "Half an essay", relation: "follows_up" },
    });
    const [key = ""] = secretsOn(kept);
    expect(key).not.toBe("");
    const drafts = await visitor.submit(kept, { intent: "written_down", fields: { keep: "1" } });
    expect(drafts.address).toBe("/drafts");
    expect(drafts.text).toContain("“Half an essay”");
    const href =
      drafts.document.querySelector('a[href^="/write?draft="]')?.getAttribute("href") ?? "";
    const again = await visitor.get(href);
    const holds = held(again);
    const expected = { ...EVERYTHING, title: "Half an essay", relation: "follows_up" };
    for (const [name, value] of Object.entries(expected)) {
      expect(holds[name], name).toEqual([value].flat());
    }
    expect(again.document.querySelector(".answered")?.textContent).toContain("called asked");

    // Without the key in this browser the draft is asked for at its own page.
    expect((await someone().get(href)).address).toBe("/drafts");

    const later = await visitor.submit(again, {
      intent: "draft",
      fields: { title: "More of it" },
    });
    expect(later.address).toBe("/drafts");
    expect(later.document.querySelectorAll('a[href^="/write?draft="]')).toHaveLength(1);
    expect(later.text).toContain("More of it");

    const published = await visitor.submit(await visitor.get(href), { intent: "publish" });
    expect(published.address).toBe("/essays/more-of-it");
    expect((await visitor.get("/drafts")).text).not.toContain("More of it");
    expect(await store.read.selectFrom("drafts").select("id").execute()).toEqual([]);
  });

  it("hold a whole book", async () => {
    const visitor = someone();
    const body = `${"Long words, and “quotes”. ".repeat(5_500)}\n`;
    const kept = await visitor.submit(await visitor.get("/write"), {
      intent: "draft",
      fields: { title: "Long", body },
    });
    expect(secretsOn(kept)).toHaveLength(2);
  });
});

describe("answering with an essay", () => {
  it("shows what is answered, whose wish stands over the form, and the link on both pages at once", async () => {
    const visitor = someone();
    const page = await visitor.get("/write?responds=asked");
    expect(page.document.querySelector(".answered")?.textContent).toContain("called asked");
    expect(page.document.querySelector(".wish")?.textContent).toContain("support and questions");
    const relations = [...page.document.querySelectorAll<HTMLInputElement>('[name="relation"]')];
    expect(relations.map(({ value }) => value)).not.toContain("grew_out_of");
    expect(relations.find(({ checked }) => checked)?.value).toBe("responds");
    // Both pages have been read, and so are kept, before.
    await someone().get("/essays/asked");
    const fields = { title: "An answer", relation: "disagrees_in_part" };
    const { slug } = await publishAsGuest(someone(), fields, "/write?responds=asked");
    const there = await someone().get("/essays/asked");
    expect(there.document.querySelector(`.essay-links a[href="/essays/${slug}"]`)).not.toBeNull();
    const here = await someone().get(`/essays/${slug}`);
    expect(here.document.querySelector('.answers a[href="/essays/asked"]')).not.toBeNull();
  });

  it("grows out of a comment, whose words stay folded by its note", async () => {
    const page = await someone().get("/write?comment=heron");
    expect(page.document.querySelector(".answered")?.textContent).toContain("Quiet Heron");
    expect(page.document.querySelector(".answered details.note")?.hasAttribute("open")).toBe(false);
    const relations = [...page.document.querySelectorAll<HTMLInputElement>('[name="relation"]')];
    expect(relations[0]).toMatchObject({ value: "grew_out_of", checked: true });
    const { slug } = await publishAsGuest(someone(), { title: "Grown" }, "/write?comment=heron");
    const link = await store.read
      .selectFrom("essay_links")
      .selectAll()
      .where("from_essay_id", "=", (await essayOf(slug)).id)
      .executeTakeFirst();
    expect(link).toMatchObject({
      to_essay_id: "folds",
      to_comment_id: "heron",
      relation: "grew_out_of",
    });
    expect((await someone().get("/essays/folds")).html).toContain(`/essays/${slug}`);
  });

  it("takes along what was typed as a reply that has become long", async () => {
    const visitor = someone();
    const reply = await visitor.get("/essays/folds/reply?parent=heron");
    const { body } = visitor.fill(reply, {
      intent: "take_up",
      fields: { body: "It has become long.", note: "rain", perspective: ["debate"] },
    });
    const page = await visitor.post("/write", body);
    expect(page.status).toBe(200);
    const holds = held(page);
    expect(holds).toMatchObject({
      body: ["It has become long."],
      note: ["rain"],
      perspective: ["debate"],
      comment: ["heron"],
      responds: ["folds"],
      relation: ["grew_out_of"],
    });
  });

  it("is told where there is nothing to answer, and can publish by itself", async () => {
    for (const [query, status] of [
      ["responds=nothing", 404],
      ["responds=gone", 410],
      ["comment=nothing", 404],
      ["comment=nobody", 410],
    ] as const) {
      expect((await someone().get(`/write?${query}`)).status, query).toBe(status);
    }
    const visitor = someone();
    await seedEssay(store, { id: "leaving" });
    const page = await visitor.get("/write?responds=leaving");
    await store.write((trx) =>
      trx.updateTable("essays").set({ state: "removed" }).where("id", "=", "leaving").execute(),
    );
    const fields = { title: "By itself after all", body: "Words.", lead: "debate" };
    const told = await visitor.submit(page, { intent: "publish", fields });
    expect(told.status).toBe(422);
    expect(told.document.querySelector(".faults")?.textContent).toContain("by itself");
    const panel = await visitor.submit(told, { intent: "publish" });
    expect(panel.status).toBe(200);
    expect(await titled("By itself after all")).toHaveLength(1);
  });
});
