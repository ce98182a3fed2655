import { setTimeout as wait } from "node:timers/promises";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/sha";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connect, type Store } from "#db/connect.ts";
import { ask } from "#tests/support/ask.ts";
import { filesWith } from "#tests/support/everything-kept.ts";
import { acknowledgedId, hiddenFields, sendForm } from "#tests/support/guest.ts";
import { structureOf } from "#tests/support/page-structure.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const PATH = "/essays/limits/reply";
const DELAY_MS = 4_000;

let server: TestServer;
let store: Store;
beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: "on", LOG_LEVEL: "trace" } });
  store = await connect(server.databaseUrl);
  await seedEssay(store, { id: "limits" });
  await ask(server.origin, PATH);
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

/** Somebody at an address of their own, as a proxy on this machine tells it. */
function at(address: string): Record<string, string> {
  return { "X-Forwarded-For": address };
}

async function formFor(body: string): Promise<{ form: URLSearchParams; challenge: string }> {
  const form = await hiddenFields(server.origin, PATH);
  form.set("body", body);
  form.set("intent", "post");
  const { text } = await ask(server.origin, PATH);
  const challenge = /data-challenge="([^"]+)"/.exec(text)?.[1]?.replaceAll("&quot;", '"') ?? "";
  return { form, challenge };
}

/** As public/enhance/work.js does in the browser. */
async function solved(challenge: string): Promise<string> {
  const asked = JSON.parse(challenge);
  const solution = await solveChallenge({ challenge: asked, deriveKey });
  if (!solution) throw new Error("There is no solution.");
  const { counter, derivedKey } = solution;
  const shown = { challenge: asked, solution: { counter, derivedKey } };
  return Buffer.from(JSON.stringify(shown)).toString("base64");
}

async function timed<T>(work: () => Promise<T>): Promise<{ took: number; answer: T }> {
  const began = performance.now();
  const answer = await work();
  return { took: performance.now() - began, answer };
}

it("without JavaScript an answer waits until its form was open for a moment, once", async () => {
  const { form } = await formFor("Written without scripts.");
  const first = await timed(() => sendForm(server.origin, PATH, form, at("198.51.100.1")));
  expect(acknowledgedId(first.answer)).not.toBeNull();
  expect(first.took).toBeGreaterThan(DELAY_MS * 0.7);
  expect(first.took).toBeLessThan(DELAY_MS * 3);
  form.set("body", "The form has been open long enough.");
  const second = await timed(() => sendForm(server.origin, PATH, form, at("198.51.100.1")));
  expect(acknowledgedId(second.answer)).not.toBeNull();
  expect(second.took).toBeLessThan(DELAY_MS * 0.7);
});

it("a solved challenge spares the wait; the same solution counts once", async () => {
  const { form, challenge } = await formFor("Written with scripts.");
  const payload = await solved(challenge);
  const fresh = await formFor("Written with scripts.");
  fresh.form.set("altcha", payload);
  const first = await timed(() => sendForm(server.origin, PATH, fresh.form, at("198.51.100.2")));
  expect(acknowledgedId(first.answer)).not.toBeNull();
  expect(first.took).toBeLessThan(DELAY_MS * 0.7);

  const again = await formFor("Written with a used solution.");
  again.form.set("altcha", payload);
  const second = await timed(() => sendForm(server.origin, PATH, again.form, at("198.51.100.2")));
  expect(acknowledgedId(second.answer)).not.toBeNull();
  expect(second.took).toBeGreaterThan(DELAY_MS * 0.7);

  // One that nobody has worked for is no reason to refuse: it waits like everybody.
  form.set("altcha", Buffer.from("{}").toString("base64"));
  form.set("body", "Written with a made-up solution.");
  expect(acknowledgedId(await sendForm(server.origin, PATH, form))).not.toBeNull();
});

it("too many from one address are told when to come back, and keep all they typed", async () => {
  const here = at("198.51.100.77");
  const { form } = await formFor("");
  const typed = {
    note: "rain",
    standpoint: "from afar",
    name: "Patient Otter",
    standing: "beside",
  };
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  form.append("perspective", "experience");
  await wait(DELAY_MS);
  let refused = null;
  let posted = 0;
  while (refused === null && posted < 100) {
    form.set("body", `One of many, number ${posted}, with <marks> & "quotes".`);
    const answer = await sendForm(server.origin, PATH, form, here);
    if (answer.status === 429) refused = answer;
    else posted += 1;
    expect([200, 303, 429]).toContain(answer.status);
  }
  expect(posted).toBeGreaterThan(9);
  expect(refused?.headers["retry-after"]).toMatch(/^[1-9]\d{0,3}$/);
  const text = refused?.text ?? "";
  const body = /<textarea[^>]*name="body"[^>]*>\n?([^<]*)<\/textarea>/.exec(text)?.[1];
  expect(body).toBe(`One of many, number ${posted}, with &lt;marks&gt; &amp; &quot;quotes&quot;.`);
  for (const value of ["rain", "from afar"]) expect(text).toContain(`value="${value}"`);
  expect(text).toMatch(/<input[^>]*name="standing"[^>]*checked=""[^>]*value="beside"/);
  expect(text).toContain("Patient Otter");
  expect(text).toMatch(/<input[^>]*name="perspective"[^>]*checked=""[^>]*value="experience"/);
  expect(text).toContain(`name="nonce" value="${form.get("nonce")}"`);
  expect(structureOf(text).faults).toEqual([]);

  // Somebody else is let in; and who was refused goes on with the same form later.
  const elsewhere = await sendForm(server.origin, PATH, form, at("203.0.113.9"));
  expect(elsewhere.status).toBe(200);
  const { length } = await store.read
    .selectFrom("comments")
    .select("id")
    .where("by_name", "=", "Patient Otter")
    .execute();
  expect(length).toBe(posted + 1);
});

it("and of the addresses nothing is kept", async () => {
  expect(await filesWith(server.folder, "Patient Otter")).not.toEqual([]);
  for (const address of ["198.51.100.", "203.0.113.9"]) {
    expect(await filesWith(server.folder, address)).toEqual([]);
    expect(server.output()).not.toContain(address);
  }
});
