import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Authenticator } from "#tests/support/authenticator.ts";
import { joinedMember } from "#tests/support/member.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { Visitor } from "#tests/support/visitor.ts";

let server: TestServer;
/** An address of digits has no passkeys. */
let origin: string;

beforeAll(async () => {
  server = await startServer();
  origin = `http://localhost:${server.port}`;
});
afterAll(() => server.stop());

interface Told {
  status: number;
  options?: PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON;
  to?: string;
  sentence?: string;
}

/** Sends the form of a page as its script does. */
async function send(visitor: Visitor, page: string, fields: Record<string, string>): Promise<Told> {
  const { document } = await visitor.get(page);
  const form = document.querySelector<HTMLFormElement>("form[data-passkey]");
  if (!form) throw new Error(`no form for passkeys on ${page}`);
  const body = new URLSearchParams();
  for (const input of form.querySelectorAll("input")) body.set(input.name, input.value);
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const answer = await visitor.post(form.getAttribute("action") ?? "", body.toString());
  expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
  return { ...(JSON.parse(answer.html) as Told), status: answer.status };
}

async function signIn(visitor: Visitor, device: Authenticator, page = "/sign-in"): Promise<Told> {
  const { options } = await send(visitor, page, { intent: "options" });
  if (!options) throw new Error("nothing was asked");
  return await send(visitor, page, {
    intent: "passkey",
    response: device.use(options, { origin }),
  });
}

async function withPasskey(name: string) {
  const { visitor } = await joinedMember({ origin }, { name });
  const device = new Authenticator();
  const at = "/settings/passkeys";
  const { options } = await send(visitor, at, { intent: "options" });
  if (!options) throw new Error("nothing was asked");
  const response = device.make(options, { origin });
  const added = await send(visitor, at, { intent: "passkey", response, label: "Blue phone" });
  expect(added).toEqual({ status: 200, to: "/settings/passkeys?done=added" });
  return { visitor, device };
}

describe("passkeys over HTTP", () => {
  it("sign in to the page that was asked for, with a new session each time", async () => {
    const { visitor, device } = await withPasskey("Quiet Heron");
    const session = () => visitor.cookies.get("firsthand-session");
    const before = session();
    const to = "/sign-in?to=%2Fsettings%2Fpasskeys";
    expect(await signIn(visitor, device, to)).toEqual({ status: 200, to: "/settings/passkeys" });
    expect(session()).not.toBe(before);
    const other = new Visitor(origin);
    expect(await signIn(other, device, "/sign-in?to=%2F%2Fevil.example")).toEqual({
      status: 200,
      to: "/inbox",
    });
    expect((await other.get("/settings/passkeys")).text).toContain("Blue phone");
  });

  it("say the same of what is unknown, removed, or signed for another page", async () => {
    const { visitor, device } = await withPasskey("Marsh Lantern");
    const stranger = new Visitor(origin);
    const { options } = await send(stranger, "/sign-in", { intent: "options" });
    if (!options) throw new Error("nothing was asked");
    const foreign = device.use(options, { origin: "http://evil.example" });
    const answers = [await send(stranger, "/sign-in", { intent: "passkey", response: foreign })];
    const page = await visitor.get("/settings/passkeys");
    await visitor.submit(page, { intent: "remove" });
    answers.push(await signIn(stranger, device));
    const [kept] = device.kept;
    if (!kept) throw new Error("a passkey is kept");
    const nobodys = { ...kept, id: Buffer.alloc(32, 7).toString("base64url") };
    const unknown = device.use(options, { origin, passkey: nobodys });
    answers.push(await send(stranger, "/sign-in", { intent: "passkey", response: unknown }));
    answers.push(await send(stranger, "/sign-in", { intent: "passkey", response: "{" }));
    for (const answer of answers) {
      expect(answer.status).toBe(422);
      expect(answer).toEqual(answers[0]);
    }
    expect(stranger.cookies.has("firsthand-session")).toBe(false);
    const again = await visitor.submit(page, { intent: "remove" });
    expect(again.status).toBe(422);
    expect(again.text).toContain("This passkey was removed already.");
  });

  it("are neither added, named nor removed by another member or by nobody", async () => {
    const { visitor } = await withPasskey("Late Wren");
    const { visitor: other } = await joinedMember({ origin }, { name: "Slow River" });
    const mine = visitor.fill(await visitor.get("/settings/passkeys"), { intent: "remove" });
    expect((await other.post(mine.action, mine.body)).status).toBe(422);
    const named = mine.body.replace("intent=remove", "intent=name&label=Theirs");
    expect((await other.post(mine.action, named)).status).toBe(422);
    const nobody = await new Visitor(origin).post(mine.action, mine.body);
    expect(nobody.address).toBe("/sign-in?to=%2Fsettings%2Fpasskeys");
    expect((await visitor.get("/settings/passkeys")).text).toContain("Blue phone");
  });

  const memberName = (address: string) => `Tern of ${address.split("/")[1]}`;

  it.each(["/sign-in/passkey", "/settings/passkeys/add", "/recover/passkey"])(
    "%s can only be sent from our own pages, and read by nobody",
    async (address) => {
      const { visitor } = await joinedMember({ origin }, { name: memberName(address) });
      expect((await visitor.get(address)).address).toBe(address.replace(/\/(?:passkey|add)$/, ""));
      const { options } = await send(visitor, "/settings/passkeys", { intent: "options" });
      expect(options?.challenge).toMatch(/^[\w.-]{22,}$/);
      const cookie = [...visitor.cookies].map((pair) => pair.join("=")).join("; ");
      for (const foreign of [{}, { Origin: "null" }, { Origin: "http://evil.example" }]) {
        const answer = await fetch(`${origin}${address}`, {
          method: "POST",
          headers: { ...foreign, Cookie: cookie },
          body: new URLSearchParams({ intent: "options" }),
        });
        expect(answer.status).toBe(403);
      }
      const unsigned = await visitor.post(address, "intent=options&nonce=made-up");
      expect(unsigned.status).toBe(422);
      expect(unsigned.html).not.toContain("challenge");
    },
  );

  it("are tried at a door that lets so many through and no more", async () => {
    const limited = await startServer({ env: { RATE_LIMITS: "on" } });
    try {
      const visitor = new Visitor(limited.origin.replace("127.0.0.1", "localhost"));
      const { document } = await visitor.get("/sign-in");
      const nonce = document.querySelector<HTMLInputElement>("input[name=nonce]")?.value ?? "";
      const body = new URLSearchParams({ nonce, intent: "passkey", response: "{}" }).toString();
      const statuses: number[] = [];
      while (statuses.length < 100 && !statuses.includes(429)) {
        statuses.push((await visitor.post("/sign-in/passkey", body)).status);
      }
      expect([...new Set(statuses)]).toEqual([422, 429]);
    } finally {
      await limited.stop();
    }
  });
});
