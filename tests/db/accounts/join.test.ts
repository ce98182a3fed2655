import { expect, test } from "vitest";
import { codesLeft } from "#app/domain/accounts/codes.ts";
import { type JoinForm, join } from "#app/domain/accounts/join.ts";
import { ownNames } from "#app/domain/accounts/own-names.ts";
import {
  openWithPassphrase,
  readPassphrase,
  sealUnderPassphrase,
  storePassphrase,
} from "#app/domain/accounts/passphrase.ts";
import type { House } from "#app/domain/house.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import { openSession } from "#app/domain/identity/sessions.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { makeHouse, rotated } from "#tests/support/house.ts";
import { PASSPHRASE } from "#tests/support/member.ts";

const NAME = "Quiet Heron";

function joinForm(house: House, form: Partial<JoinForm> = {}): JoinForm {
  return {
    name: NAME,
    passphrase: PASSPHRASE,
    nonce: makeNonce(house),
    link: null,
    known: null,
    earlier: null,
    gate: () => Promise.resolve(0),
    ...form,
  };
}

async function joined(house: House, form: Partial<JoinForm> = {}) {
  const outcome = await join(house, joinForm(house, form));
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  const session = await openSession(house, outcome.session);
  if (session?.kind !== "account") throw new Error("not signed in");
  return { ...outcome, ...session };
}

eachDialect("joining", (open) => {
  async function ready() {
    const store = await open();
    const house = makeHouse(store);
    const count = async (table: "accounts" | "passphrases" | "pen_names" | "sessions") =>
      (await store.read.selectFrom(table).selectAll().execute()).length;
    const opens = (passphrase: string, name = NAME) =>
      openWithPassphrase(house, { name, passphrase });
    return { store, house, count, opens };
  }

  test("makes one account with one name, ten codes and a session", async () => {
    const { house, opens } = await ready();
    const { account, name } = await joined(house, { name: "  Quiet   Heron " });
    expect(name).toBe(NAME);
    expect(await ownNames(house.store.read, account)).toMatchObject([{ name: NAME }]);
    expect(await codesLeft(house, account)).toBe(10);
    expect((await opens(PASSPHRASE, "quiet HERON"))?.mark).toBe(account.mark);
    expect(await opens(`${PASSPHRASE}.`)).toBeNull();
    expect(await opens(PASSPHRASE, "Quiet Hero")).toBeNull();
  });

  test("keeps neither the passphrase nor a hash of it", async () => {
    const { store, house } = await ready();
    await joined(house);
    const rows = await store.read.selectFrom("passphrases").selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/argon|kettle|heron/i);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(PASSPHRASE).toString("base64url"));
  });

  test("the same form again is the same account; with other words it is none", async () => {
    const { store, house, count } = await ready();
    const form = joinForm(house);
    const first = await joined(house, form);
    const again = await joined(house, form);
    expect(again.account.key).toBe(first.account.key);
    expect(again.session).not.toBe(first.session);
    const other = await join(house, { ...form, passphrase: "another lantern beside reeds" });
    expect(other).toEqual({ ok: false, faults: [{ field: "name", fault: { reason: "taken" } }] });
    const second = await joined(house, { ...form, name: "Tidewater" });
    expect(second.account.mark).not.toBe(first.account.mark);
    expect([await count("accounts"), await count("pen_names")]).toEqual([2, 2]);
    const rows = await store.read.selectFrom("passphrases").selectAll().execute();
    expect(new Set(rows.map(({ salt }) => salt)).size).toBe(2);
  });

  test("the form of long ago opens nothing once the passphrase has been changed", async () => {
    const { house, opens } = await ready();
    const form = joinForm(house);
    const { account } = await joined(house, form);
    const passphrase = "another lantern beside reeds";
    const way = await sealUnderPassphrase(house, {
      name: NAME,
      passphrase,
      accountKey: account.key,
    });
    await house.store.write((trx) => storePassphrase(trx, { account, way }));
    expect(await join(house, form)).toMatchObject({ ok: false });
    expect(await opens(PASSPHRASE)).toBeNull();
    expect((await opens(passphrase))?.key).toBe(account.key);
  });

  test("one form sent 20 times at once makes one account, and every answer opens it", async () => {
    const { house, count } = await ready();
    const form = joinForm(house);
    const all = await Promise.all(Array.from({ length: 20 }, () => joined(house, form)));
    expect(new Set(all.map(({ account }) => account.key)).size).toBe(1);
    expect([await count("accounts"), await count("passphrases")]).toEqual([1, 1]);
  });

  test("of many who want one name at once, one has it", async () => {
    const { house, count } = await ready();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => join(house, joinForm(house))),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes.filter(({ ok }) => !ok)) {
      expect(outcome).toMatchObject({ faults: [{ field: "name", fault: { reason: "taken" } }] });
    }
    expect([await count("accounts"), await count("pen_names")]).toEqual([1, 1]);
  });

  test("the session that a browser brought ends, and is never the new one", async () => {
    const { house } = await ready();
    const first = await joined(house);
    const second = await joined(house, { name: "Tidewater", earlier: first.session });
    expect(await openSession(house, first.session)).toBeNull();
    expect(second.session).not.toBe(first.session);
  });

  test.each([
    ["an empty form", { name: " ", passphrase: "" }, ["name empty", "passphrase empty"]],
    ["a weak passphrase", { passphrase: "password123" }, ["passphrase common"]],
    ["the name as passphrase", { passphrase: "quiet heron" }, ["passphrase own_name"]],
    ["a passphrase of 1 MB", { passphrase: "a ".repeat(500_000) }, ["passphrase too_long"]],
    ["a reserved name", { name: "Moderator" }, ["name reserved"]],
    ["10,000 marks on a letter", { name: `a${"\u0301".repeat(10_000)}` }, ["name too_long"]],
    ["a form of elsewhere", { nonce: "a.b.c.d" }, ["nonce"]],
  ])("%s is refused with its reason", async (_title, form, expected) => {
    const { house, count } = await ready();
    const outcome = await join(house, joinForm(house, form));
    if (outcome.ok) throw new Error("joined");
    const said = outcome.faults.map((fault) => {
      if (fault.field === "name") return `name ${fault.fault.reason}`;
      return fault.field === "passphrase" ? `passphrase ${fault.reason}` : fault.field;
    });
    expect(said).toEqual(expected);
    expect(await count("accounts")).toBe(0);
  });

  test("spaces at the ends and how an accent was typed make no difference", async () => {
    const { house } = await ready();
    const { account } = await joined(house, {
      passphrase: " cafe\u0301 osprey\u00a0ninety meadow ",
    });
    const typed = readPassphrase("caf\u00e9 osprey ninety meadow\n") ?? "";
    expect((await openWithPassphrase(house, { name: NAME, passphrase: typed }))?.mark).toBe(
      account.mark,
    );
  });

  test("an old secret goes on opening, and is let go of at the next sign-in", async () => {
    const { house, opens, store } = await ready();
    const { account } = await joined(house);
    house.secrets = rotated(house.secrets);
    expect((await opens(PASSPHRASE))?.mark).toBe(account.mark);
    const [row] = await store.read.selectFrom("passphrases").selectAll().execute();
    expect(row?.secret_id).toBe(house.secrets.current.id);
    expect((await opens(PASSPHRASE))?.mark).toBe(account.mark);
  });
});
