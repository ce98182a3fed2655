import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Store } from "#db/connect.ts";
import { firsthand } from "#tests/support/command.ts";
import { hiddenFields, postAsGuest, sendForm } from "#tests/support/guest.ts";
import { commentRow, seedComments, seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { Visitor } from "#tests/support/visitor.ts";

const PATH = "/essays/names/reply";

let server: TestServer;
let store: Store;
beforeAll(async () => {
  server = await startServer();
  store = await connect(server.databaseUrl);
  await seedEssay(store, { id: "names", by_name: "Marsh Lantern" });
  const old = commentRow("names", { id: "old", by_name: "Old Blogger", by_kind: "imported" });
  await seedComments(store, "names", [{ ...old, origin: "imported" }]);
  await store.write((trx) =>
    trx
      .insertInto("thread_names")
      .values({
        ...{ essay_id: "names", name_key: "old blogger", name: "Old Blogger" },
        ...{ owner_mark: null, secret_id: null },
      })
      .execute(),
  );
  await firsthand(server, "moderator", "appoint", "Amber Finch");
  await postAsGuest(new Visitor(server.origin), "names", { body: "Me.", name: "Paolo Escape" });
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

async function statusFor(name: string): Promise<{ status: number; text: string }> {
  const form = await hiddenFields(server.origin, PATH);
  for (const [field, value] of Object.entries({ body: `Under ${name}.`, intent: "post", name })) {
    form.set(field, value);
  }
  return sendForm(server.origin, PATH, form);
}

/** Single letters put in place of others, with what they stand for. */
const ALIKE: [letter: string, other: string][] = [
  ["a", "\u0430"],
  ["o", "\u043e"],
  ["o", "\u03bf"],
  ["o", "0"],
  ["e", "\u0435"],
  ["p", "\u0440"],
  ["c", "\u0441"],
  ["P", "\u0420"],
  ["E", "\u0395"],
  ["l", "I"],
  ["l", "1"],
  ["a", "\u00e1"],
  ["a", "\uff41"],
  ["o", "\u{1d428}"],
  ["p", "p\u200b"],
  ["p", "p\u00ad"],
  [" ", "  "],
  [" ", ""],
  [" ", "\u00a0"],
  ["P", "p"],
];

describe("a name that looks like one that is taken", () => {
  it.each(ALIKE)("is refused, and everything typed is given back: %j as %j", async (from, to) => {
    const name = "Paolo Escape".replace(from, to);
    expect(name).not.toBe("Paolo Escape");
    const { status, text } = await statusFor(name);
    expect(status).toBe(422);
    expect(text).toContain("Under ");
  });

  it.each(["Marsh Lantern", "m\u0430rsh lantern", "Old Blogger", "0ld Blogger", "OLD  BLOGGER"])(
    "is refused where it is the essayist's, or an old commenter's: %s",
    async (name) => {
      expect((await statusFor(name)).status).toBe(422);
    },
  );

  it.each([
    ...["Amber Finch", "\u0410mber Finch", "Arnber Finch", "AMBER F1NCH", "Amber-Finch"],
    ...["Moderator", "M\u043ederator", "Wren the moderator", "moderat0r", "Operator", "Firsthand"],
  ])("is refused where it would pass for who looks after this place: %s", async (name) => {
    expect((await statusFor(name)).status).toBe(422);
  });

  it("is taken where it looks like no other", async () => {
    for (const name of ["Paola Escapade", "Лесной Ветер", "Åsa", "Moderato Cantabile"]) {
      expect((await statusFor(name)).status, name).toBe(200);
    }
  });
});
