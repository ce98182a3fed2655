import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import routes from "#app/routes.ts";
import { connect, type Store } from "#db/connect.ts";
import { ask } from "#tests/support/ask.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const AGENT = "CanaryBrowser/77.31";
const FORWARDED = "203.0.113.177";
const SOCKET = "127.77.31.9";
const QUERY = "canary-query-7731";
const COOKIE = "canary-cookie-7731";
const BODY = "canary-body-7731";
/** Stands where a canary would: proves that each place is searched. */
const TWIN = "planted-twin-7731";

let server: TestServer;
let store: Store;
beforeAll(async () => {
  server = await startServer({ env: { LOG_LEVEL: "trace" } });
  store = await connect(server.databaseUrl);
  await seedEssay(store, { id: "first", title: TWIN });
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

/** Every address of the map, with something in place of what varies. */
function pathsOf(entries: readonly RouteConfigEntry[]): string[] {
  return entries.flatMap((entry) => [
    `/${(entry.path ?? "").replace(/:slug|:id|:name/g, "first").replace(/:number/, "1")}`,
    ...pathsOf(entry.children ?? []),
  ]);
}

const headers = {
  "User-Agent": AGENT,
  "X-Forwarded-For": FORWARDED,
  Forwarded: `for=${FORWARDED}`,
  Via: `1.1 ${FORWARDED}`,
  "Accept-Language": "x-canary-7731",
};

async function askEverything(): Promise<number[]> {
  const statuses: number[] = [];
  const { from } = { from: SOCKET };
  const paths = pathsOf(await routes).map((path) => path.replace("*", "nothing"));
  for (const path of [...paths, "/%00", "/healthz", "/favicon.svg"]) {
    for (const asked of [path, `${path}?q=${QUERY}`, `${path.replace(/\/$/, "/_root")}.data`]) {
      statuses.push((await ask(server.origin, asked, { headers, from })).status);
    }
    const own = { ...headers, Cookie: `firsthand-device=${COOKIE}` };
    statuses.push((await ask(server.origin, path, { headers: own, from })).status);
    for (const origin of [server.origin, "https://evil.example"]) {
      const type = "application/x-www-form-urlencoded";
      const sent = { ...own, Origin: origin, "Content-Type": type };
      const body = `intent=nothing&words=${BODY}`;
      const reply = await ask(server.origin, path, { method: "POST", headers: sent, body, from });
      statuses.push(reply.status);
    }
  }
  return statuses;
}

/** The files that hold a text: database, write-ahead log, settings, whatever is there. */
async function filesWith(text: string): Promise<string[]> {
  const entries = await readdir(server.folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const bytes = await readFile(join(entry.parentPath, entry.name));
    if (bytes.includes(text)) found.push(entry.name);
  }
  return found;
}

describe("address, browser, query, cookie and words of a visitor", () => {
  it("are in no file and no line of the log, after every route and after faults", async () => {
    const whole = await askEverything();
    expect(whole).toContain(200);
    expect(whole).toContain(403);
    expect(whole).toContain(404);
    await store.write((trx) => sql`alter table essays rename to essays_away`.execute(trx));
    const broken = await askEverything();
    expect(broken.some((status) => status >= 500)).toBe(true);
    await store.write((trx) => sql`alter table essays_away rename to essays`.execute(trx));

    // Each place is searched: the twin is in the store's files, a fault is in the log.
    expect((await filesWith(TWIN)).length).toBeGreaterThan(0);
    expect(server.output()).toMatch(/"reference":"[0-9a-f]{10}"/);
    for (const canary of [AGENT, "CanaryBrowser", FORWARDED, SOCKET, QUERY, COOKIE, BODY]) {
      expect(await filesWith(canary), canary).toEqual([]);
      expect(server.output(), canary).not.toContain(canary);
    }
    expect(server.output()).not.toContain("x-canary-7731");
  });
});
