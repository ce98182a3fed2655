import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "#tests/support/ask.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const HOST = "firsthand.example";
const ORIGIN = `https://${HOST}`;
const ONION = "http://abcdefghij.onion";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { SITE_URL: `${ORIGIN},${ONION}`, RATE_LIMITS: "on" } });
});
afterAll(() => server.stop());

/** The form of a page that exists; what it answers to a sound request is its own business. */
async function statusOf(headers: Record<string, string>): Promise<number> {
  const type = { "Content-Type": "application/x-www-form-urlencoded" };
  const asking = { method: "POST", headers: { ...type, ...headers }, body: "intent=nothing" };
  return (await ask(server.origin, "/key", asking)).status;
}

const REFUSED: [title: string, headers: Record<string, string>][] = [
  ["neither Origin nor Sec-Fetch-Site", { Host: HOST }],
  ["Origin: null", { Host: HOST, Origin: "null" }],
  ["Origin: null, same-origin", { Host: HOST, Origin: "null", "Sec-Fetch-Site": "same-origin" }],
  ["an empty Origin", { Host: HOST, Origin: "" }],
  ["a foreign Origin", { Host: HOST, Origin: "https://evil.example" }],
  ["our host, another scheme", { Host: HOST, Origin: `http://${HOST}` }],
  ["our host, another port", { Host: HOST, Origin: `${ORIGIN}:8443` }],
  ["our host as a beginning", { Host: HOST, Origin: `${ORIGIN}.evil.example` }],
  ["our host as an end", { Host: HOST, Origin: `https://evil-${HOST}` }],
  ["our Origin with a path", { Host: HOST, Origin: `${ORIGIN}/` }],
  ["two Origins", { Host: HOST, Origin: `${ORIGIN}, https://evil.example` }],
  ["cross-site without Origin", { Host: HOST, "Sec-Fetch-Site": "cross-site" }],
  ["same-site without Origin", { Host: HOST, "Sec-Fetch-Site": "same-site" }],
  ["none without Origin", { Host: HOST, "Sec-Fetch-Site": "none" }],
  ["a foreign Host", { Host: "evil.example", Origin: ORIGIN }],
  ["a foreign Host and Origin", { Host: "evil.example", Origin: "https://evil.example" }],
  ["an address as Host", { Host: "127.0.0.1", Origin: ORIGIN }],
  [
    "a foreign Host and Origin, our X-Forwarded-Host",
    { Host: "evil.example", Origin: "https://evil.example", "X-Forwarded-Host": HOST },
  ],
  [
    "a spoofed X-Forwarded-Host that fits the Origin",
    { Host: HOST, Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" },
  ],
  [
    "a spoofed X-Forwarded-Host beside our Origin",
    { Host: HOST, Origin: ORIGIN, "X-Forwarded-Host": "evil.example" },
  ],
  [
    "one of two X-Forwarded-Hosts is spoofed",
    { Host: HOST, Origin: ORIGIN, "X-Forwarded-Host": `${HOST}, evil.example` },
  ],
];

const LET_IN: [title: string, headers: Record<string, string>][] = [
  ["our Origin", { Host: HOST, Origin: ORIGIN }],
  ["our Origin, the port spelt out in Host", { Host: `${HOST}:443`, Origin: ORIGIN }],
  ["our onion Origin", { Host: "abcdefghij.onion", Origin: ONION }],
  ["no Origin, same-origin", { Host: HOST, "Sec-Fetch-Site": "same-origin" }],
  ["a proxy that says our host", { Host: HOST, Origin: ORIGIN, "X-Forwarded-Host": HOST }],
];

describe("a form is taken in from our own pages alone", () => {
  it.each(REFUSED)("refused: %s", async (_title, headers) => {
    expect(await statusOf(headers)).toBe(403);
  });

  it.each(LET_IN)("let in: %s", async (_title, headers) => {
    const status = await statusOf(headers);
    expect(status).not.toBe(403);
    expect(status).toBeLessThan(500);
  });

  it("a refusal says in words that nothing was changed", async () => {
    const reply = await ask(server.origin, "/key", { method: "POST", headers: { Host: HOST } });
    expect(reply.text).toContain("did not come from our own page");
    expect(reply.headers["content-type"]).toBe("text/html; charset=utf-8");
  });

  it("reading is allowed under any Host, and the answer names only our own origins", async () => {
    const reply = await ask(server.origin, "/feed.xml", { headers: { Host: "evil.example" } });
    expect(reply.status).toBe(200);
    expect(reply.text).toContain(ORIGIN);
    expect(reply.text).not.toContain("evil.example");
  });
});
