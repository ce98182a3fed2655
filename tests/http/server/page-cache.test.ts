import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Store } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import { ask } from "#tests/support/ask.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

let server: TestServer;
/** Another process, as the server sees it: this one. */
let store: Store;
beforeAll(async () => {
  server = await startServer({ env: { WEB_CONCURRENCY: "2" } });
  store = await connect(server.databaseUrl);
  await seedEssay(store, { id: "first" });
  await changed(["essay:first", "fronts"]);
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

/** All headers in one order, the time of the answer apart. */
function undated(raw: readonly string[]): string[] {
  const lines = raw.flatMap((name, at) =>
    at % 2 === 0 ? [`${name.toLowerCase()}: ${raw[at + 1]}`] : [],
  );
  return lines.filter((line) => !line.startsWith("date:")).sort();
}

function changed(subjects: string[]): Promise<void> {
  return store.write((trx) => recordChanges(trx, subjects));
}

async function rename(title: string): Promise<void> {
  await store.write(async (trx) => {
    await trx.updateTable("essays").set({ title }).where("id", "=", "first").execute();
    await recordChanges(trx, ["essay:first", "fronts"]);
  });
}

describe("a page that is kept", () => {
  it("has the same words in br, gzip and plain, each under a strong tag of its own", async () => {
    const replies = await Promise.all(
      ["br", "gzip", "identity", "br;q=0.1, gzip;q=0, identity;q=0", ""].map((accepted) =>
        ask(server.origin, "/essays/first", { headers: { "Accept-Encoding": accepted } }),
      ),
    );
    const encodings = replies.map((reply) => reply.headers["content-encoding"]);
    expect(encodings).toEqual(["br", "gzip", undefined, "br", undefined]);
    expect(new Set(replies.map((reply) => reply.text)).size).toBe(1);
    const tags = replies.map((reply) => reply.headers.etag);
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/);
    for (const reply of replies) expect(reply.headers.vary).toContain("Accept-Encoding");
    expect(gunzipSync(replies[1]?.bytes ?? "").toString()).toContain("Title of first");
  });

  it("answers 304 for its own tag, and 200 for any other", async () => {
    const gzip = { "Accept-Encoding": "gzip" };
    const { headers } = await ask(server.origin, "/essays/first", { headers: gzip });
    const statusFor = async (tag: string, accepted: string) => {
      const asked = { "If-None-Match": tag, "Accept-Encoding": accepted };
      const reply = await ask(server.origin, "/essays/first", { headers: asked });
      if (reply.status === 304) expect(reply.bytes.length).toBe(0);
      return reply.status;
    };
    const tag = headers.etag ?? "";
    expect(await statusFor(tag, "gzip")).toBe(304);
    expect(await statusFor(`"other", W/${tag}`, "gzip")).toBe(304);
    expect(await statusFor("*", "gzip")).toBe(304);
    expect(await statusFor(tag, "br")).toBe(200);
    expect(await statusFor('"other"', "gzip")).toBe(200);
  });

  it("stays byte for byte the same while nothing changes", async () => {
    const [one, two] = [await read("/essays/first"), await read("/essays/first")];
    expect(one.bytes.equals(two.bytes)).toBe(true);
    expect(one.headers.etag).toBe(two.headers.etag);
    const { date: _then, ...before } = one.headers;
    const { date: _now, ...after } = two.headers;
    expect(after).toEqual(before);
  });

  it("is answered the short way only where that gives the same", async () => {
    const asked = { headers: { "Accept-Encoding": "br" } };
    const long = await ask(server.origin, "/essays/first", asked);
    const short = await ask(server.origin, "/essays/first", asked);
    expect(undated(short.rawHeaders)).toEqual(undated(long.rawHeaders));
    expect(short.bytes.equals(long.bytes)).toBe(true);
    const head = await ask(server.origin, "/essays/first", { ...asked, method: "HEAD" });
    expect(head.bytes.length).toBe(0);
    expect(head.headers.etag).toBe(short.headers.etag);
    const own = { headers: { ...asked.headers, Cookie: "firsthand-fresh=1" } };
    const theirs = await ask(server.origin, "/essays/first", own);
    expect(theirs.headers["cache-control"]).toBe("private, no-store");
  });

  it("shows within a second what another process has changed, in the page and its data", async () => {
    await read("/essays/first");
    await read("/essays/first.data");
    await rename("A second title");
    const deadline = Date.now() + 1_000;
    const shows = async (path: string) => (await read(path)).text.includes("A second title");
    await untilOr(deadline, () => shows("/essays/first"));
    await untilOr(deadline, () => shows("/essays/first.data"));
    expect(await shows("/essays/first")).toBe(true);
    expect(await shows("/essays/first.data")).toBe(true);
    expect((await read("/stories")).text).toContain("A second title");
  });
});

describe("whoever has one of our cookies", () => {
  const own = { Cookie: "a=b; firsthand-fresh=1" };

  it("gets an answer of their own, fresh at once", async () => {
    await read("/essays/first");
    await rename("A third title");
    const reply = await ask(server.origin, "/essays/first", { headers: own });
    expect(reply.text).toContain("A third title");
    expect(reply.headers["cache-control"]).toBe("private, no-store");
    expect(reply.headers.etag).toBeUndefined();
  });

  it("and a cookie of a neighbour on the same host doesn't matter", async () => {
    const neighbour = { Cookie: "session=123; theme=dark" };
    const reply = await ask(server.origin, "/essays/first", { headers: neighbour });
    expect(reply.headers["cache-control"]).toBe("public, no-cache");
  });
});

it("an unknown parameter is answered, and not kept", async () => {
  const reply = await ask(server.origin, "/?p=123456");
  expect(reply.headers["cache-control"]).toBe("private, no-store");
});

it("a page that is missing is not kept under its address", async () => {
  expect((await read("/essays/second")).status).toBe(404);
  await seedEssay(store, { id: "second" });
  await changed(["essay:second", "fronts"]);
  expect((await read("/essays/second")).status).toBe(200);
});

describe("files", () => {
  it("of hashed names may be kept for ever, and come compressed", async () => {
    const { text } = await read("/about");
    const path = /href="(\/assets\/[^"]+\.css)"/.exec(text)?.[1] ?? "";
    const reply = await ask(server.origin, path, { headers: { "Accept-Encoding": "br" } });
    expect(reply.status).toBe(200);
    expect(reply.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(reply.headers["content-encoding"]).toBe("br");
    expect(reply.headers["content-type"]).toBe("text/css; charset=utf-8");
    const plain = await read(path);
    expect(plain.text).toBe(reply.text);
    const asked = { "If-None-Match": plain.headers.etag ?? "" };
    expect((await ask(server.origin, path, { headers: asked })).status).toBe(304);
  });

  it("of our own carry a tag, and are asked for again", async () => {
    const reply = await read("/favicon.svg");
    expect(reply.headers.etag).toMatch(/^"[\w-]+"$/);
    expect(reply.headers["cache-control"]).not.toContain("immutable");
  });

  it("that the build left beside them can't be asked for", async () => {
    const { text } = await read("/about");
    const path = /href="(\/assets\/[^"]+\.css)"/.exec(text)?.[1] ?? "";
    expect((await read(`${path}.br`)).status).toBe(404);
    expect((await read("/.sources")).status).toBe(404);
  });
});

function read(path: string) {
  return ask(server.origin, path);
}

async function untilOr(deadline: number, holds: () => Promise<boolean>): Promise<void> {
  while (Date.now() < deadline && !(await holds())) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
