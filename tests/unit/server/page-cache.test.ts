import { beforeEach, describe, expect, it } from "vitest";
import type { Encoding } from "#app/server/encodings.ts";
import { type KeptPage, type Made, PageCache } from "#app/server/page-cache.ts";

/** A store of changes that is under the test's control, and a clock that stands still. */
let now: number;
let changes: { seq: number; subjects: string[] }[];
let checks: number;
let failing: unknown;
let cache: PageCache;

beforeEach(() => {
  now = 1_000;
  changes = [];
  checks = 0;
  failing = null;
  cache = new PageCache({
    maxBytes: 1_000_000,
    seq: 0,
    now: () => now,
    checkFailed: () => {},
    changesSince: async (seq) => {
      checks += 1;
      if (failing !== null) throw failing;
      const newer = changes.filter((change) => change.seq > seq);
      return { seq: newer.at(-1)?.seq ?? seq, subjects: newer.flatMap((each) => each.subjects) };
    },
  });
});

let makings = 0;
function making(text: string, subjects: string[] | null = ["essay:a"]): () => Promise<Made> {
  return async () => {
    makings += 1;
    const headers = { "content-type": "text/html" };
    return { status: 200, headers, body: Buffer.from(text), subjects };
  };
}

async function textOf(page: KeptPage | Made): Promise<string> {
  return ("digest" in page ? await page.bytes("identity") : page.body).toString();
}

async function read(key: string, text: string, subjects?: string[] | null): Promise<string> {
  return textOf(await cache.page(key, making(text, subjects)));
}

/** A making that ends when the test says so. */
function slow(subjects: string[] | null) {
  let end: (text: string) => void = () => {};
  const text = new Promise<string>((resolve) => {
    end = resolve;
  });
  let begin: () => void = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const make = async () => {
    begin();
    return { status: 200, headers: {}, body: Buffer.from(await text), subjects };
  };
  return { make, begun, end: (said: string) => end(said) };
}

describe("a page is made once", () => {
  it("and kept until a subject of its own changes", async () => {
    expect(await read("/a", "one")).toBe("one");
    expect(await read("/a", "two")).toBe("one");
    cache.drop(["essay:b"]);
    expect(await read("/a", "two")).toBe("one");
    cache.drop(["essay:a"]);
    expect(await read("/a", "two")).toBe("two");
  });

  it("for all that ask at the same time", async () => {
    makings = 0;
    const pages = await Promise.all(Array.from({ length: 50 }, () => read("/a", "one")));
    expect(new Set(pages)).toEqual(new Set(["one"]));
    expect(makings).toBe(1);
  });

  it("but for each of them where it may not be kept", async () => {
    makings = 0;
    await Promise.all(Array.from({ length: 5 }, () => read("/a", "one", null)));
    expect(makings).toBe(5);
    expect(await read("/a", "two")).toBe("two");
  });

  it("and its bytes are the same in every encoding", async () => {
    const body = Buffer.from("x".repeat(2_000));
    const page = await cache.page("/a", making(body.toString()));
    if (!("bytes" in page)) throw new Error("It was not kept.");
    const { brotliDecompressSync, gunzipSync } = await import("node:zlib");
    expect(brotliDecompressSync(await page.bytes("br"))).toEqual(body);
    expect(gunzipSync(await page.bytes("gzip"))).toEqual(body);
    expect(await page.bytes("identity")).toEqual(body);
    expect(await page.bytes("br")).toBe(await page.bytes("br"));
    expect(await page.bytes("gzip")).toBe(await page.bytes("gzip"));
    const encodings: Encoding[] = ["br", "gzip", "identity"];
    expect(encodings.filter((one) => page.holds(one))).toEqual(["br", "gzip"]);
  });
});

describe("a change while a page is being made", () => {
  it("is never hidden by the page that was begun before it", async () => {
    const making = slow(["essay:a"]);
    const first = cache.page("/a", making.make);
    await making.begun;
    cache.drop(["essay:a"]);
    const later = read("/a", "new");
    making.end("old");
    expect(await textOf(await first)).toBe("old");
    expect(await later).toBe("new");
    expect(await read("/a", "newest")).toBe("new");
  });

  it("of another subject leaves it as it is", async () => {
    const making = slow(["essay:a"]);
    const first = cache.page("/a", making.make);
    await making.begun;
    cache.drop(["essay:b"]);
    making.end("old");
    await first;
    expect(await read("/a", "new")).toBe("old");
  });
});

describe("what other processes change", () => {
  it("is found by one check that all share, at most every 250 ms", async () => {
    await read("/a", "one");
    expect(checks).toBe(1);
    changes.push({ seq: 1, subjects: ["essay:a"] });
    expect(await read("/a", "two")).toBe("one");
    now += 251;
    const pages = await Promise.all(Array.from({ length: 20 }, () => read("/a", "two")));
    expect(new Set(pages)).toEqual(new Set(["two"]));
    expect(checks).toBe(2);
  });

  it("what this process has dropped itself isn't dropped a second time", async () => {
    await read("/a", "one");
    changes.push({ seq: 1, subjects: ["essay:a"] });
    cache.drop(["essay:a"]);
    expect(await read("/a", "two")).toBe("two");
    now += 10_000;
    expect(await read("/a", "three")).toBe("two");
  });

  it("can't be found while the database is away: readers are served, for a minute at most", async () => {
    await read("/a", "one");
    failing = new Error("away");
    now += 30_000;
    expect(await read("/a", "two")).toBe("one");
    now += 40_000;
    expect(await read("/a", "two")).toBe("two");
  });
});

it("the memory is bounded, whatever is asked for", async () => {
  const bounded = new PageCache({
    maxBytes: 100_000,
    seq: 0,
    now: () => now,
    checkFailed: () => {},
    changesSince: async (seq) => ({ seq, subjects: [] }),
  });
  for (let number = 0; number < 200; number += 1) {
    await bounded.page(`/${number}`, making("x".repeat(1_000), [`essay:${number}`]));
  }
  expect(bounded.bytes).toBeGreaterThan(50_000);
  expect(bounded.bytes).toBeLessThanOrEqual(100_000);
});
