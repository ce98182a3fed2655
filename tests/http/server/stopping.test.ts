import { once } from "node:events";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { connect as connectTo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import { ask } from "#tests/support/ask.ts";
import { runServer, startServer, type TestServer } from "#tests/support/server.ts";

let server: TestServer | null = null;
afterEach(async () => {
  await server?.stop();
  server = null;
});

const HALF = "intent=nothing&";
const REST = "more=words";

/** A form of which the server has the first half. */
async function beginForm(to: TestServer): Promise<ClientRequest> {
  const sent = request({
    port: to.port,
    host: "127.0.0.1",
    path: "/key",
    method: "POST",
    agent: false,
    headers: {
      Origin: to.origin,
      "Content-Type": "application/x-www-form-urlencoded",
      "Content-Length": HALF.length + REST.length,
    },
  });
  sent.on("error", () => {});
  await new Promise<void>((resolve) => sent.write(HALF, () => resolve()));
  return sent;
}

describe.each(["SIGTERM", "SIGINT"] as const)("%s", (signal) => {
  it("lets 100 forms that are under way finish, takes nothing new, and ends with 0", async () => {
    server = await startServer();
    const forms = await Promise.all(Array.from({ length: 100 }, () => beginForm(anyServer())));
    // What came before is known to have arrived once a later question is answered.
    await ask(server.origin, "/healthz");
    const ended = server.end(signal);
    await refusesConnections(server.port);
    const answers = forms.map((form) => once(form, "response"));
    for (const form of forms) form.end(REST);
    for (const answer of answers) {
      const [response] = (await answer) as [IncomingMessage];
      expect(response.statusCode).toBeLessThan(500);
      response.resume();
      await once(response, "end");
      expect(response.complete).toBe(true);
    }
    expect(await ended).toBe(0);
    const store = await connect(server.databaseUrl);
    await store.close();
  });
});

it("an idle connection doesn't keep it from ending", async () => {
  server = await startServer();
  const idle = connectTo(server.port, "127.0.0.1");
  idle.on("error", () => {});
  await once(idle, "connect");
  const began = Date.now();
  expect(await server.end()).toBe(0);
  expect(Date.now() - began).toBeLessThan(5_000);
});

describe("several processes", () => {
  it("answer, replace one that dies, and end together with 0", async () => {
    server = await startServer({ env: { WEB_CONCURRENCY: "2" } });
    const before = await workersOf(server);
    expect(before.length).toBe(2);
    process.kill(before[0] ?? 0, "SIGKILL");
    await until(async () => {
      const now = await workersOf(anyServer());
      return now.length === 2 && !now.includes(before[0] ?? 0);
    });
    expect((await ask(server.origin, "/about")).status).toBe(200);
    expect(await server.end()).toBe(0);
  });

  it("that can't start end with 1 and one sentence each", async () => {
    server = await startServer();
    const env = { WEB_CONCURRENCY: "2" };
    const { code, output } = await runServer({ port: server.port, env });
    expect(code).toBe(1);
    expect(output).toContain(`Port ${server.port} is already in use`);
  });
});

it("a port that is taken is named in one line, with a way out", async () => {
  server = await startServer();
  const { code, output } = await runServer({ port: server.port });
  expect(code).toBe(1);
  expect(output.trim().split("\n")).toEqual([
    `Port ${server.port} is already in use. Stop what uses it, or set PORT to another number.`,
  ]);
});

it("a fault in the environment ends it with 1", async () => {
  const { code, output } = await runServer({ env: { LOG_LEVEL: "loud" } });
  expect(code).toBe(1);
  expect(output).toContain("LOG_LEVEL");
});

function anyServer(): TestServer {
  if (server === null) throw new Error("No server has been started.");
  return server;
}

/** The processes below it, from the kernel. */
async function workersOf(of: TestServer): Promise<number[]> {
  const { readFile } = await import("node:fs/promises");
  const path = `/proc/${of.pid}/task/${of.pid}/children`;
  return (await readFile(path, "utf8")).trim().split(" ").filter(Boolean).map(Number);
}

async function refusesConnections(port: number): Promise<void> {
  await until(async () => {
    const socket = connectTo(port, "127.0.0.1");
    const refused = new Promise<boolean>((resolve) => {
      socket.once("error", () => resolve(true));
      socket.once("connect", () => resolve(false));
    });
    const result = await refused;
    socket.destroy();
    return result;
  });
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error("It did not come to pass.");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
