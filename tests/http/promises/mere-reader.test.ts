import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Store } from "#db/connect.ts";
import { everyAddress } from "#tests/support/address-map.ts";
import { ask, type Reply } from "#tests/support/ask.ts";
import { commentRow, seedComments, seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

type Node = DefaultTreeAdapterTypes.Node;

/** What a browser loads by itself, or sends to: everything but links. */
const LOADING: Readonly<Record<string, readonly string[]>> = {
  ...{ script: ["src"], img: ["src", "srcset"], source: ["src", "srcset"], iframe: ["src"] },
  ...{ form: ["action"], button: ["formaction"], input: ["formaction", "src"], link: ["href"] },
  ...{ video: ["src", "poster"], audio: ["src"], object: ["data"], embed: ["src"] },
  ...{ base: ["href"], use: ["href"], image: ["href"], track: ["src"], body: ["background"] },
};

let server: TestServer;
let store: Store;
let answers: Map<string, Reply>;

beforeAll(async () => {
  server = await startServer();
  store = await connect(server.databaseUrl);
  await seedEssay(store, { id: "first" });
  await seedEssay(store, { id: "second", lead: "debate", note: "rain" });
  await seedComments(store, "first", [
    commentRow("first", { id: "top" }),
    commentRow("first", { id: "note", note: "rain" }),
  ]);
  answers = await crawl();
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

/** Every address of the map, and every one of ours that any of them names. */
async function crawl(): Promise<Map<string, Reply>> {
  const found = new Map<string, Reply>();
  const filled = { slug: "first", id: "top", name: "somebody", number: "1" };
  const toRead = ["/healthz", "/favicon.svg", ...(await everyAddress(filled))];
  for (let path = toRead.pop(); path !== undefined; path = toRead.pop()) {
    if (found.has(path)) continue;
    const answer = await ask(server.origin, path);
    found.set(path, answer);
    const named = [
      ...linksOf(answer),
      ...loadedBy(answer),
      ...[answer.headers.location ?? []].flat(),
    ];
    for (const address of named) {
      const url = new URL(address, server.origin + path);
      if (url.origin === server.origin) toRead.push(url.pathname + url.search);
    }
  }
  return found;
}

function isHtml({ headers }: Reply): boolean {
  return String(headers["content-type"]).startsWith("text/html");
}

function attributesOf(reply: Reply, wanted: (tag: string, name: string) => boolean): string[] {
  if (!isHtml(reply)) return [];
  const found: string[] = [];
  const visit = (node: Node) => {
    if ("tagName" in node) {
      for (const { name, value } of node.attrs) {
        if (wanted(node.tagName, name)) found.push(value);
      }
    }
    if ("childNodes" in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(reply.text));
  return found;
}

function linksOf(reply: Reply): string[] {
  return attributesOf(reply, (tag, name) => tag === "a" && name === "href");
}

/** What a page, a style sheet or a script of ours makes the browser ask for. */
function loadedBy(reply: Reply): string[] {
  const type = String(reply.headers["content-type"]);
  if (type.startsWith("text/css")) {
    return [...reply.text.matchAll(/(?:url\(|@import)\s*["']?([^"')]+)/g)].map(
      ([, at]) => at ?? "",
    );
  }
  return attributesOf(reply, (tag, name) => LOADING[tag]?.includes(name) ?? false);
}

function strangersIn(path: string, reply: Reply): string[] {
  return loadedBy(reply).filter((address) => {
    if (address.startsWith("data:")) return false;
    return new URL(address, server.origin + path).origin !== server.origin;
  });
}

describe("somebody who merely reads, on every page that can be reached", () => {
  it("was everywhere", () => {
    expect([...answers.keys()]).toEqual(
      expect.arrayContaining(["/", "/essays/first", "/essays/second", "/moderation/log", "/help"]),
    );
    expect([...answers.keys()].some((path) => path.endsWith(".css"))).toBe(true);
    expect([...answers.keys()].some((path) => path.endsWith(".woff2"))).toBe(true);
    expect([...answers.values()].filter(({ status }) => status >= 500)).toEqual([]);
  });

  it("gets no cookie", async () => {
    const withCookie = [...answers].filter(([, { headers }]) => headers["set-cookie"]);
    expect(withCookie.map(([path]) => path)).toEqual([]);
    // Who asks this device to remember something gets one: the search would find it.
    const headers = { Origin: server.origin, "Content-Type": "application/x-www-form-urlencoded" };
    const form = await ask(server.origin, "/essays/first/reply");
    const nonce = /name="nonce" value="([^"]+)"/.exec(form.text)?.[1] ?? "";
    const body = new URLSearchParams({ body: "Words.", nonce, intent: "post" }).toString();
    const asking = { method: "POST", headers, body };
    const posted = await ask(server.origin, "/essays/first/reply", asking);
    expect(posted.headers["set-cookie"]).toBeDefined();
  });

  it("loads nothing from anybody else, and may not: the policy stands on every answer", () => {
    const page = answers.get("/") as Reply;
    const planted = {
      ...page,
      text: page.text.replace("<h1", '<img src="//tracker.example/"><h1'),
    };
    expect(strangersIn("/", planted)).toEqual(["//tracker.example/"]);
    for (const [path, reply] of answers) {
      expect(strangersIn(path, reply), path).toEqual([]);
      const policy = String(reply.headers["content-security-policy"]);
      expect(policy, path).toContain("default-src 'none'");
      expect(policy.match(/https?:|\*|unsafe|data:/g), path).toBeNull();
    }
  });
});
