import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "#tests/support/ask.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const ODD = [
  "/%00",
  "/essays/%00",
  "/essays/a%00b.json",
  "/%",
  "/%zz",
  "/%c3%28",
  "/%ff",
  "//",
  "//evil.example/",
  "/essays//reply",
  "/\\evil",
  "/%5cevil",
  "/essays/%0d%0aSet-Cookie:%20a=b",
  "/essays/..%2f..%2fetc%2fpasswd",
  "/../../etc/passwd",
  "/assets/../../package.json",
  "/assets/%2e%2e/%2e%2e/package.json",
  "/.sources",
  "/%E2%80%AE",
  "/essays/'%22%3E%3Cscript%3E",
  "/?after=%00",
  "/?_data=root",
  "/stories?page=%ff",
  "/essays/x?page=-1",
  "/essays/x?page=1e99",
  "/essays/x?perspective[]=a",
  "/stories?after=not-a-cursor",
  "/_root.data?_routes=nothing",
  "/.data",
  "/nothing.data",
  "/__manifest?p=/",
  `/${"%41".repeat(1000)}`,
  `/${"a/".repeat(1000)}`,
  `/${"a".repeat(8_100)}`,
  `/?q=${"a".repeat(8_100)}`,
];

describe("an odd address is never our fault", () => {
  it.each(ODD.map((path) => [path.slice(0, 60), path] as const))("%s", async (_title, path) => {
    for (const method of ["GET", "HEAD"]) {
      const { status } = await ask(server.origin, path, { method });
      expect(status, method).toBeLessThan(500);
    }
  });

  it("an address that tries to leave the files finds nothing", async () => {
    for (const path of ODD.filter((odd) => odd.includes("package.json"))) {
      const reply = await ask(server.origin, path);
      expect([400, 404]).toContain(reply.status);
      expect(reply.text).not.toContain("dependencies");
    }
  });

  it("the absolute form of another site is refused", async () => {
    const reply = await ask(server.origin, "http://evil.example/about");
    expect(reply.status).toBe(400);
  });

  it.each(["DELETE", "OPTIONS", "PATCH", "PUT", "TRACE"])(
    "%s is not understood",
    async (method) => {
      const headers = { Origin: server.origin };
      expect((await ask(server.origin, "/about", { method, headers })).status).toBe(405);
    },
  );
});
