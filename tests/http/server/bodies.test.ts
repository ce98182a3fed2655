import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "#tests/support/ask.ts";
import { publishByScript } from "#tests/support/publishing.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const MEGABYTE = 1024 * 1024;

function send(body: string | Buffer, headers: Record<string, string> = {}) {
  const type = "application/x-www-form-urlencoded";
  return ask(server.origin, "/key", {
    method: "POST",
    headers: { Origin: server.origin, "Content-Type": type, ...headers },
    body,
  });
}

describe("what is sent", () => {
  it("may have two megabytes", async () => {
    const reply = await send(`intent=nothing&body=${"a".repeat(2 * MEGABYTE - 100)}`);
    expect(reply.status).not.toBe(413);
    expect(reply.status).toBeLessThan(500);
  });

  it("may be the longest essay, whatever it is written in, and a longer one comes back", async () => {
    const longest = `${"字".repeat(999)}\n`.repeat(150);
    const typed = { title: "长", lead: "story", body: longest };
    expect((await publishByScript(server.origin, typed)).status).toBe(200);
    const longer = await publishByScript(server.origin, { ...typed, body: `${longest}字` });
    expect(longer.status).toBe(422);
    expect(longer.text).toContain(longest.trimEnd());
  });

  it("and no more, whether it says so", async () => {
    const reply = await send(Buffer.alloc(3 * MEGABYTE, "a"));
    expect(reply.status).toBe(413);
    expect(reply.text).toContain("Nothing of it was kept");
  });

  it("or not", async () => {
    const reply = await send(Buffer.alloc(3 * MEGABYTE, "a"), { "Transfer-Encoding": "chunked" });
    expect(reply.status).toBe(413);
  });

  it.each([
    "application/json",
    "text/plain",
    "multipart/form-data",
    "multipart/form-data; boundary=x",
    "application/x-www-form-urlencoded; charset=utf-16",
    "multipart/form-data; boundary=",
    "nonsense",
  ])("as %s is never our fault", async (type) => {
    for (const body of ["", "{", "--x\r\n", "\u0000\u00ff", "%zz=%c3%28"]) {
      expect((await send(body, { "Content-Type": type })).status).toBeLessThan(500);
    }
  });
});

/** What a server says to bytes that are no sound request. */
function say(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, "127.0.0.1");
    let said = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk) => {
      said += String(chunk);
    });
    socket.on("end", () => resolve(said));
    socket.on("close", () => resolve(said));
    socket.on("error", reject);
    socket.write(bytes);
  });
}

describe("what is not HTTP", () => {
  it.each([
    ["nonsense", "nonsense\r\n\r\n"],
    [
      "two lengths",
      "POST /key HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
    ],
    [
      "length and chunks",
      "POST /key HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
    ["a space before the colon", "GET / HTTP/1.1\r\nHost : x\r\n\r\n"],
    ["no Host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"],
  ])("%s is refused, and the line ends", async (_title, bytes) => {
    expect(await say(bytes)).toMatch(/^HTTP\/1\.1 400 /);
  });
});
