import { createServer, connect as dial, type Server, type Socket } from "node:net";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import { ask } from "#tests/support/ask.ts";
import { freshDatabaseUrl } from "#tests/support/databases.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

describe("health, on a store that is whole", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it("it is alive and can serve", async () => {
    expect((await ask(server.origin, "/healthz")).status).toBe(200);
    expect((await ask(server.origin, "/readyz")).status).toBe(200);
  });

  it("its figures are for this machine alone", async () => {
    const statusFor = async (headers: Record<string, string>) =>
      (await ask(server.origin, "/metrics", { headers })).status;
    const own = await ask(server.origin, "/metrics");
    expect(own.text).toContain("firsthand_answers_total");
    expect(await statusFor({ "X-Forwarded-For": "203.0.113.7" })).toBe(404);
    expect(await statusFor({ Forwarded: "for=203.0.113.7" })).toBe(404);
    expect(await statusFor({ Host: "firsthand.example" })).toBe(404);
    expect(await statusFor({ Host: "abcdef.onion" })).toBe(404);
  });

  it("it isn't ready while a migration is missing", async () => {
    const store = await connect(server.databaseUrl);
    await store.write((trx) => sql`delete from schema_migrations`.execute(trx));
    await store.close();
    expect((await ask(server.origin, "/readyz")).status).toBe(503);
    expect((await ask(server.origin, "/healthz")).status).toBe(200);
  });
});

describe("health, when the way to the database breaks", () => {
  let server: TestServer;
  let line: Line;
  beforeAll(async () => {
    const url = new URL(await freshDatabaseUrl("postgres"));
    line = await openLine(Number(url.port), url.hostname);
    url.host = `127.0.0.1:${line.port}`;
    server = await startServer({ databaseUrl: url.href });
  });
  afterAll(async () => {
    await server.stop();
    await line.close();
  });

  it("it is alive and not ready; kept pages go on; others say to try again; then all is well", async () => {
    expect((await ask(server.origin, "/about")).status).toBe(200);
    expect((await ask(server.origin, "/readyz")).status).toBe(200);
    line.cut();
    expect((await ask(server.origin, "/healthz")).status).toBe(200);
    expect((await ask(server.origin, "/readyz")).status).toBe(503);
    expect((await ask(server.origin, "/about")).status).toBe(200);
    const other = await ask(server.origin, "/essays/something");
    expect(other.status).toBe(503);
    expect(other.headers["retry-after"]).toMatch(/^\d+$/);
    expect(other.text).toContain("Too many people at this moment");
    line.mend();
    const deadline = Date.now() + 15_000;
    let status = 0;
    while (status !== 200 && Date.now() < deadline) {
      status = (await ask(server.origin, "/readyz")).status;
    }
    expect(status).toBe(200);
    expect((await ask(server.origin, "/essays/something")).status).toBe(404);
  });
});

/** A line to a port that can be cut and mended. */
interface Line {
  port: number;
  cut: () => void;
  mend: () => void;
  close: () => Promise<void>;
}

async function openLine(toPort: number, toHost: string): Promise<Line> {
  let whole = true;
  const open = new Set<Socket>();
  const server: Server = createServer((near) => {
    if (!whole) return void near.destroy();
    const far = dial(toPort, toHost);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => open.delete(one) && other.destroy());
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The line has no port.");
  const cut = () => {
    whole = false;
    for (const socket of open) socket.destroy();
  };
  return {
    port: address.port,
    cut,
    mend: () => {
      whole = true;
    },
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
