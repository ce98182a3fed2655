import { Agent, request } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ask } from "#tests/support/ask.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const MANY = 1_500;

/** More connections at once than a kernel lets wait at the door would only measure the kernel. */
const agent = new Agent({ keepAlive: true, maxSockets: MANY });

function statusOf(path: string): Promise<{ status: number; retryAfter: string | undefined }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port: server.port, path, agent }, (response) => {
      response.resume();
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          retryAfter: response.headers["retry-after"],
        }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}

it("beyond what it can do it answers some, tells the others when to come back, and stays well", async () => {
  await ask(server.origin, "/about");
  const crowd = Array.from({ length: MANY }, (_, number) => statusOf(`/key?n=${number}`));
  const signIn = ask(server.origin, "/sign-in");
  const health = ask(server.origin, "/healthz");
  const replies = await Promise.all(crowd);
  const letIn = replies.filter((reply) => reply.status === 200);
  const turnedAway = replies.filter((reply) => reply.status === 503);
  expect(letIn.length + turnedAway.length).toBe(MANY);
  expect(letIn.length, server.output()).toBeGreaterThan(0);
  expect(turnedAway.length).toBeGreaterThan(0);
  for (const { retryAfter } of turnedAway) expect(retryAfter).toMatch(/^\d+$/);
  expect((await signIn).status).toBe(200);
  expect((await health).status).toBe(200);
  expect((await ask(server.origin, "/key")).status).toBe(200);
  agent.destroy();
});
