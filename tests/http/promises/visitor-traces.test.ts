import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { afterEach, expect, it } from "vitest";
import { connect, type Store } from "#db/connect.ts";
import { dataAddress, everyAddress } from "#tests/support/address-map.ts";
import { ask } from "#tests/support/ask.ts";
import { firsthand } from "#tests/support/command.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { filesWith, tablesWith } from "#tests/support/everything-kept.ts";
import { acknowledgedId, hiddenFields, sendForm, shownKey } from "#tests/support/guest.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const ADDRESS = "198.51.100.213";
const AGENT = "TracedBrowser/41.7";
const HEADERS = {
  "User-Agent": `${AGENT} (Planted Machine; rv:41)`,
  "X-Forwarded-For": `10.99.98.97, ${ADDRESS}`,
  "X-Real-IP": ADDRESS,
  "Accept-Language": "x-planted-tongue",
};
/** What a visitor brings along, as it is and as a digest that anybody could undo by trying. */
const TRACES = [
  ADDRESS,
  "10.99.98.97",
  AGENT,
  "Planted Machine",
  "x-planted-tongue",
  ...["md5", "sha1", "sha256"].flatMap((how) =>
    (["hex", "base64", "base64url"] as const).map((as) =>
      createHash(how).update(ADDRESS).digest(as),
    ),
  ),
];
/** What the export of the old blog says of its commenters, and is never kept. */
const IMPORTED_TRACES = [
  "canary-email",
  "mailbox.example",
  "203.0.113.77",
  "CanaryBrowser",
  "canary-url.example",
  "03:17:42",
];
const EXPORT = fileURLToPath(new URL("../../corpus/wordpress/long-walk-1.1.xml", import.meta.url));
/** Stands where a trace would: proves that each place is searched. */
const TWIN = "planted-twin-2290";

let folder = "";
afterEach(() => rm(folder, { recursive: true, force: true }));

eachDialect("what a visitor brings along", (_open, dialect, url) => {
  it("is kept nowhere, after every form, every route, every fault and an import", async () => {
    folder = await mkdtemp(join(tmpdir(), "firsthand-traces-"));
    const temporary = join(folder, "tmp");
    await mkdir(temporary);
    const own = dialect === "sqlite" ? {} : { databaseUrl: await url() };
    const server = await startServer({
      ...own,
      folder,
      env: { LOG_LEVEL: "trace", TMPDIR: temporary },
    });
    const brought = await firsthand(server, "import", "wordpress", EXPORT);
    expect(brought.code).toBe(0);
    const store = await connect(server.databaseUrl);
    const statuses = new Set([
      ...(await sendEveryForm(server, store)),
      ...(await askEverything(server, store)),
    ]);
    await store.write((trx) => sql`alter table essays rename to essays_away`.execute(trx));
    for (const status of await askEverything(server, store)) statuses.add(status);
    await store.write((trx) => sql`alter table essays_away rename to essays`.execute(trx));
    const expected = [200, 303, 400, 403, 404, 405, 413, 414, 415, 422, 500];
    expect(expected.filter((status) => !statuses.has(status))).toEqual([]);

    await writeFile(join(temporary, "planted"), TWIN);
    const places = async (text: string) => ({
      files: await filesWith(folder, text),
      tables: await tablesWith(store, text),
      output: server.output().includes(text) || (brought.out + brought.err).includes(text),
    });
    const twin = await places(TWIN);
    expect(twin.tables).toContain("comments");
    expect(twin.files).toContain("planted");
    expect(twin.files.some((name) => name.startsWith("firsthand.db"))).toBe(dialect === "sqlite");
    expect(server.output()).toMatch(/"reference":"[0-9a-f]{10}"/);
    for (const trace of [...TRACES, ...IMPORTED_TRACES]) {
      expect(await places(trace), trace).toEqual({ files: [], tables: [], output: false });
    }
    await store.close();
    await server.end();
    // What is written on the way out as well.
    for (const trace of [...TRACES, ...IMPORTED_TRACES]) {
      expect(await filesWith(folder, trace), trace).toEqual([]);
      expect(server.output()).not.toContain(trace);
    }
  });
});

/** Goes through every form that somebody without an account has, and through its faults. */
async function sendEveryForm({ origin }: TestServer, store: Store): Promise<number[]> {
  const { slug, id: imported } = await store.read
    .selectFrom("essays")
    .innerJoin("comments", "comments.essay_id", "essays.id")
    .select(["essays.slug", "comments.id"])
    .where("comments.origin", "=", "imported")
    .where("comments.state", "=", "visible")
    .executeTakeFirstOrThrow();
  const statuses: number[] = [];
  const send = async (form: string, action: string, fields: Record<string, string>) => {
    const sent = await hiddenFields(origin, form, { headers: HEADERS });
    for (const [name, value] of Object.entries(fields)) sent.set(name, value);
    const answer = await sendForm(origin, action, sent, HEADERS);
    statuses.push(answer.status);
    return answer;
  };
  const reply = `/essays/${slug}/reply`;
  await send(reply, reply, { intent: "post", body: "" });
  await send(reply, reply, { intent: "preview", body: "Not yet." });
  const posted = await send(reply, reply, { intent: "post", body: `Words with ${TWIN}.` });
  const [id, key] = [acknowledgedId(posted) ?? "", shownKey(posted) ?? ""];
  expect([id, key]).not.toContain("");
  await send(reply, reply, { intent: "written_down", comment: id, key, keep: "1" });
  await send(reply, reply, { intent: "draft", body: "Later.", key });
  const answer = await send(reply, reply, { intent: "post", body: `Again, ${TWIN}.`, key });
  const second = acknowledgedId(answer) ?? "";
  await send(`/comments/${id}/edit`, `/comments/${id}/edit`, { intent: "open", key });
  const edited = { intent: "save", key, body: `Changed, ${TWIN}.` };
  await send(`/comments/${id}/edit`, `/comments/${id}/edit`, edited);
  const back = `/comments/${second}/take-back`;
  await send(back, back, { intent: "take-back", key });
  await send(back, back, { intent: "undo", key });
  for (const claim of [`/comments/${id}/lost-key`, `/comments/${imported}/my-words`]) {
    const page = await ask(origin, claim, { headers: HEADERS });
    const intent = /name="intent" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
    await send(claim, claim, { intent });
  }
  await send("/key", "/key", { intent: "use", key });
  await send("/key", "/key", { intent: "use", key: "not a key" });
  const who = { name: "Tall Sedge", passphrase: "kettle osprey ninety meadow lathe" };
  await send("/join", "/join", { intent: "join", ...who, passphrase: "password123" });
  await send("/join", "/join", { intent: "join", ...who });
  await send("/sign-in", "/sign-in", { intent: "sign-in", ...who, passphrase: "another" });
  await send("/sign-in", "/sign-in", { intent: "sign-in", ...who });
  await send("/key", "/sign-out", { intent: "sign-out" });
  return statuses;
}

async function askEverything({ origin }: TestServer, store: Store): Promise<number[]> {
  const { id } = await store.read.selectFrom("comments").select("id").executeTakeFirstOrThrow();
  const filled = { slug: "a-walk", id, name: "somebody", number: "5" };
  const statuses: number[] = [];
  const paths = await everyAddress(filled);
  const asked = async (path: string, asking: Parameters<typeof ask>[2] = {}) => {
    const headers = { ...HEADERS, ...asking.headers };
    statuses.push((await ask(origin, path, { ...asking, headers })).status);
  };
  const type = "application/x-www-form-urlencoded";
  for (const path of paths) {
    for (const address of [path, `${path}?after=x`, dataAddress(path)]) await asked(address);
    const headers = { Origin: origin, "Content-Type": type };
    await asked(path, { method: "POST", headers, body: "intent=nothing" });
    await asked(path, { method: "PUT", headers });
    await asked(path, { method: "POST", headers: { ...headers, Origin: "https://evil.example" } });
  }
  const own = { Origin: origin };
  await asked("/%00");
  await asked(`/${"a".repeat(8_192)}`);
  await asked("/key", { method: "POST", headers: { ...own, "Content-Length": `${2 ** 30}` } });
  const json = { ...own, "Content-Type": "application/json" };
  await asked("/key", { method: "POST", headers: json, body: "{}" });
  return statuses;
}
