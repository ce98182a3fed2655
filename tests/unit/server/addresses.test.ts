import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ClientAddresses } from "#app/server/addresses.ts";

const MORNING = new Date("2026-03-01T08:00:00Z");
const addresses = new ClientAddresses();
let key = "";
const server = createServer((incoming: IncomingMessage, response) => {
  key = addresses.keyOf(incoming, MORNING);
  response.end();
});

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => server.close());

/** The key of a real request over loopback, as a proxy on this machine would send it. */
async function keyFor(headers: Record<string, string>): Promise<string> {
  const address = server.address() as AddressInfo;
  const sent = request({ host: "127.0.0.1", port: address.port, headers, agent: false });
  sent.end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  response.resume();
  return key;
}

describe("the key of a client", () => {
  it("is the same for the same address, and another for another", async () => {
    const one = await keyFor({ "X-Forwarded-For": "203.0.113.7" });
    expect(await keyFor({ "X-Forwarded-For": "203.0.113.7" })).toBe(one);
    expect(await keyFor({ "X-Forwarded-For": "203.0.113.8" })).not.toBe(one);
  });

  it("holds nothing of the address", async () => {
    expect(await keyFor({ "X-Forwarded-For": "203.0.113.7" })).toMatch(/^[\w-]{43}$/);
  });

  it("takes what the proxy wrote, not what the client wrote before it", async () => {
    const honest = await keyFor({ "X-Forwarded-For": "203.0.113.7" });
    expect(await keyFor({ "X-Forwarded-For": "198.51.100.1, 203.0.113.7" })).toBe(honest);
  });

  it("is one for a whole /64 of IPv6, however it is written", async () => {
    const one = await keyFor({ "X-Forwarded-For": "2001:db8:1:2::1" });
    expect(await keyFor({ "X-Forwarded-For": "2001:db8:1:2:aaaa:bbbb:cccc:dddd" })).toBe(one);
    expect(await keyFor({ "X-Forwarded-For": "2001:db8:1:3::1" })).not.toBe(one);
  });

  it("is one for everybody on an onion address", async () => {
    expect(await keyFor({ Host: "abcdef.onion", "X-Forwarded-For": "203.0.113.7" })).toBe("onion");
  });
});

it("is another on another day, and in another process", async () => {
  const incoming = { headers: {}, socket: { remoteAddress: "203.0.113.7" } };
  const asRequest = incoming as unknown as IncomingMessage;
  const today = addresses.keyOf(asRequest, MORNING);
  expect(addresses.keyOf(asRequest, new Date("2026-03-01T23:59:59Z"))).toBe(today);
  expect(addresses.keyOf(asRequest, new Date("2026-03-02T00:00:00Z"))).not.toBe(today);
  expect(new ClientAddresses().keyOf(asRequest, MORNING)).not.toBe(today);
});

it("an address in X-Forwarded-For counts only where the connection comes from this machine", () => {
  const from = (forwarded: string) =>
    ({
      headers: { "x-forwarded-for": forwarded },
      socket: { remoteAddress: "192.0.2.1" },
    }) as unknown as IncomingMessage;
  expect(addresses.keyOf(from("203.0.113.7"), MORNING)).toBe(
    addresses.keyOf(from("203.0.113.8"), MORNING),
  );
});
