import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Asking, ask, type Reply } from "#tests/support/ask.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
  "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({
    env: { RATE_LIMITS: "on", SITE_URL: "http://127.0.0.1:3999,https://firsthand.example" },
  });
});
afterAll(() => server.stop());

function expectSecurityHeaders(reply: Reply): void {
  expect(reply.headers["content-security-policy"]).toBe(CSP);
  expect(reply.headers["referrer-policy"]).toBe("same-origin");
  expect(reply.headers["x-content-type-options"]).toBe("nosniff");
  expect(reply.headers["permissions-policy"]).toContain("geolocation=()");
  expect(reply.headers["cross-origin-opener-policy"]).toBe("same-origin");
  expect(reply.headers["cross-origin-resource-policy"]).toBe("same-origin");
}

const ANSWERS: [title: string, status: number, path: string, asking: Asking][] = [
  ["a page", 200, "/about", {}],
  ["a HEAD", 200, "/about", { method: "HEAD" }],
  ["a page that does not exist", 404, "/nothing/here", {}],
  ["data of a page", 200, "/about.data", {}],
  ["an address that can't be read", 400, "/%00", {}],
  ["an address that is too long", 414, `/${"a".repeat(8192)}`, {}],
  ["a form from elsewhere", 403, "/key", { method: "POST", body: "a=b" }],
  ["a method that nobody knows", 405, "/key", { method: "PUT", headers: fromHere() }],
  ["a body that is too large", 413, "/key", { method: "POST", headers: large(), body: "a" }],
  ["health", 200, "/healthz", {}],
  ["a file of our own", 200, "/favicon.svg", {}],
];

function fromHere(): Record<string, string> {
  return { Host: "firsthand.example", Origin: "https://firsthand.example" };
}

function large(): Record<string, string> {
  return { ...fromHere(), "Content-Length": String(50 * 1024 * 1024) };
}

describe("the security headers stand on every answer", () => {
  it.each(ANSWERS)("%s: %i", async (_title, status, path, asking) => {
    const reply = await ask(server.origin, path, asking);
    expect(reply.status).toBe(status);
    expectSecurityHeaders(reply);
  });

  it("a 304", async () => {
    const first = await ask(server.origin, "/about");
    const etag = first.headers.etag ?? "";
    const again = await ask(server.origin, "/about", { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(304);
    expectSecurityHeaders(again);
  });

  it("headers that are too large for HTTP", async () => {
    const reply = await ask(server.origin, "/", { headers: { "X-Long": "a".repeat(20_000) } });
    expect(reply.status).toBe(431);
    expectSecurityHeaders(reply);
  });

  it("HSTS for the https origin, and for it alone", async () => {
    const secure = await ask(server.origin, "/about", { headers: { Host: "firsthand.example" } });
    expect(secure.headers["strict-transport-security"]).toMatch(/^max-age=\d{7,}$/);
    const plain = await ask(server.origin, "/about", { headers: { Host: "127.0.0.1:3999" } });
    expect(plain.headers["strict-transport-security"]).toBeUndefined();
  });
});

describe("a page for readers", () => {
  it("carries no cookie, no time and none of our inner headers", async () => {
    const reply = await ask(server.origin, "/about");
    expect(reply.headers["set-cookie"]).toBeUndefined();
    expect(reply.headers["last-modified"]).toBeUndefined();
    expect(Object.keys(reply.headers).filter((name) => name.startsWith("x-firsthand"))).toEqual([]);
    expect(reply.headers["cache-control"]).toBe("public, no-cache");
  });

  it("carries no framework script", async () => {
    const { text } = await ask(server.origin, "/about");
    expect(text).toContain("</html>");
    expect(text).not.toContain("__remix");
    expect(text).not.toContain("modulepreload");
  });

  it("HEAD has the headers of GET and no body", async () => {
    const get = await ask(server.origin, "/about");
    const head = await ask(server.origin, "/about", { method: "HEAD" });
    expect(head.bytes.length).toBe(0);
    expect(head.headers["content-length"]).toBe(String(get.bytes.length));
    expect(head.headers.etag).toBe(get.headers.etag);
  });
});
