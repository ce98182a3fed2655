import { createHash } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Store } from "#db/connect.ts";
import { everyAddress } from "#tests/support/address-map.ts";
import { ask } from "#tests/support/ask.ts";
import { seedFullHouse } from "#tests/support/full-house.ts";
import { postAsGuest } from "#tests/support/guest.ts";
import { joinedMember } from "#tests/support/member.ts";
import { signedInModerator } from "#tests/support/moderator.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { type Page, Visitor } from "#tests/support/visitor.ts";

/** A form as a browser would send it, with the cookies of whoever has it open. */
interface Sending {
  action: string;
  intent: string;
  body: string;
  cookie: string;
}

let server: TestServer;
let store: Store;
let forms: Sending[];

beforeAll(async () => {
  server = await startServer();
  store = await connect(server.databaseUrl);
  await seedFullHouse(store);
  const guest = new Visitor(server.origin);
  const posted = await postAsGuest(guest, "story", { body: "Words of a guest." });
  await guest.submit(posted.page, { intent: "written_down", fields: { keep: "1" } });
  const { visitor: member } = await joinedMember(server, { name: "Willow Ptarmigan" });
  const answered = await postAsGuest(member, "change", { body: "Words of a member." });
  const moderator = await signedInModerator(server, "Dora Quill");
  forms = [
    ...(await formsOf(guest, posted.id)),
    ...(await formsOf(member, answered.id)),
    ...(await formsOf(moderator, "waiting")),
  ];
}, 170_000);
afterAll(async () => {
  await store.close();
  await server.stop();
});

/** Every form with every button of it, on every page of the address map, once for each visitor. */
async function formsOf(visitor: Visitor, id: string): Promise<Sending[]> {
  const found = new Map<string, Sending>();
  const filled = { slug: "noted", id, name: "Ada Fenwick", number: "41" };
  for (const address of await everyAddress(filled)) {
    const page = await visitor.get(address);
    for (const sending of formsOn(page, visitor)) {
      found.set(`${sending.action} ${sending.intent}`, sending);
    }
  }
  return [...found.values()];
}

function formsOn(page: Page, visitor: Visitor): Sending[] {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  return [...page.document.querySelectorAll<HTMLFormElement>('form[method="post"]')].flatMap(
    (form) =>
      [...form.querySelectorAll<HTMLButtonElement>("button")].map((button) => {
        const body = new URLSearchParams();
        for (const field of form.querySelectorAll<HTMLInputElement>("input, textarea, select")) {
          const isBox = field.type === "checkbox" || field.type === "radio";
          const isTrap = field.name === "leave_empty";
          const value = isTrap ? "" : field.value || "something to read";
          if (field.name !== "" && (!isBox || field.checked)) body.append(field.name, value);
        }
        if (button.name !== "") body.set(button.name, button.value);
        const action =
          button.getAttribute("formaction") ?? form.getAttribute("action") ?? page.address;
        return { action, intent: button.value, body: body.toString(), cookie };
      }),
  );
}

const HOSTILE: Readonly<Record<string, (origin: string) => Record<string, string>>> = {
  "without an Origin": () => ({}),
  "Origin: null": () => ({ Origin: "null" }),
  "a foreign Origin": () => ({ Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" }),
  "a spoofed X-Forwarded-Host": () => ({
    Origin: "https://evil.example",
    "X-Forwarded-Host": "evil.example",
  }),
  "a spoofed Host": () => ({ Origin: "https://evil.example", Host: "evil.example" }),
  "a spoofed Host beside our Origin": (origin) => ({ Origin: origin, Host: "evil.example" }),
};

async function send({ action, body, cookie }: Sending, headers: Record<string, string>) {
  const type = { "Content-Type": "application/x-www-form-urlencoded", Cookie: cookie };
  return await ask(server.origin, action, {
    method: "POST",
    body,
    headers: { ...type, ...headers },
  });
}

/** A digest of every row of every table. */
async function everyRow(): Promise<string> {
  const hash = createHash("sha256");
  for (const { name } of await store.read.introspection.getTables()) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(store.read);
    hash.update(name).update(JSON.stringify(rows.map((row) => JSON.stringify(row)).sort()));
  }
  return hash.digest("hex");
}

describe("every form of a guest, a member and a moderator", () => {
  it("was found, on public and private pages", () => {
    const actions = [...new Set(forms.map(({ action }) => action.split("?")[0] ?? ""))];
    const expected = [
      "/join",
      "/sign-in",
      "/sign-out",
      "/recover",
      "/key",
      "/write",
      "/moderation",
    ];
    expect(actions).toEqual(expect.arrayContaining(expected));
    expect(actions.filter((action) => action.startsWith("/settings/")).length).toBeGreaterThan(5);
    expect(forms.length).toBeGreaterThan(40);
  });

  it.each(Object.keys(HOSTILE))("is refused, and changes nothing: %s", async (which) => {
    const before = await everyRow();
    const headers = HOSTILE[which]?.(server.origin) ?? {};
    const answers: string[] = [];
    for (const form of forms) {
      const { status } = await send(form, headers);
      if (status !== 403) answers.push(`${form.action} ${form.intent}: ${status}`);
    }
    expect(answers).toEqual([]);
    expect(await everyRow()).toBe(before);
  });

  it("changes something where it comes from our own page, so that the search would have seen it", async () => {
    const before = await everyRow();
    const making = forms.find(
      ({ action, intent }) => action.startsWith("/settings/names") && intent === "make",
    ) as Sending;
    const named = new URLSearchParams(making.body);
    named.set("name", "Distant Kestrel");
    const { status } = await send({ ...making, body: named.toString() }, { Origin: server.origin });
    expect(status).toBe(303);
    expect(await everyRow()).not.toBe(before);
  });
});
