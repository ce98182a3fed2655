import { expect, test } from "vitest";
import { knownFor } from "#app/domain/accounts/known-browser.ts";
import { readRegistration } from "#app/domain/accounts/passkey-response.ts";
import { signInByPasskey } from "#app/domain/accounts/passkey-sign-in.ts";
import {
  addPasskey,
  askForPasskey,
  namePasskey,
  ownPasskeys,
  removePasskey,
} from "#app/domain/accounts/passkeys.ts";
import type { Account } from "#app/domain/accounts/types.ts";
import { askPasskey } from "#app/domain/accounts/use-passkey.ts";
import { openSession, startSession } from "#app/domain/identity/sessions.ts";
import { Authenticator, withCertificates } from "#tests/support/authenticator.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { DAY, HOUR, makeHouse, rotated, type TestHouse } from "#tests/support/house.ts";
import { memberOf } from "#tests/support/member.ts";

const origin = "https://room.example";
const place = { rpId: "room.example", origins: [origin] };
const elsewhere = { rpId: "onion.example", origins: ["http://onion.example"] };
const SIGN_IN = { use: "sign_in" } as const;
/** A browser that has never signed in. */
const FRESH = { known: null, earlier: null };

async function added(house: TestHouse, account: Account, device: Authenticator, label = "Phone") {
  const options = await askForPasskey(house, { account, place });
  const response = device.make(options, { origin });
  return await addPasskey(house, { account, place, response, label });
}

async function heron(house: TestHouse, device = new Authenticator()) {
  const account = await memberOf(house, { name: "Quiet Heron" });
  expect(await added(house, account, device)).toEqual({ ok: true });
  return { account, device };
}

async function signedIn(
  house: TestHouse,
  device: Authenticator,
  said: Partial<Parameters<Authenticator["use"]>[1]> = {},
) {
  const options = await askPasskey(house, { place, asked: SIGN_IN });
  const response = device.use(options, { origin, ...said });
  return await signInByPasskey(house, { ...FRESH, place, response });
}

const UNKNOWN = { ok: false, reason: "unknown" };
const OLD = { ok: false, reason: "old" };

eachDialect("passkeys", (open) => {
  test("signs in without a word, as often as one likes", async () => {
    const house = makeHouse(await open());
    const { account, device } = await heron(house);
    for (const _ of [1, 2]) {
      const outcome = await signedIn(house, device);
      if (!outcome.ok) throw new Error(outcome.reason);
      const session = await openSession(house, outcome.session);
      expect(session).toMatchObject({ kind: "account", account: { mark: account.mark } });
    }
    expect(await ownPasskeys(house.store.read, house.secrets, account)).toMatchObject([
      { label: "Phone", rpId: "room.example", lastUsedOn: "2026-03-14" },
    ]);
  });

  test("ends the session that the browser brought", async () => {
    const house = makeHouse(await open());
    const { account, device } = await heron(house);
    const { key, mark } = account;
    const earlier = await house.store.write((trx) =>
      startSession(trx, house, { kind: "account", key, mark }),
    );
    const options = await askPasskey(house, { place, asked: SIGN_IN });
    const response = device.use(options, { origin });
    const outcome = await signInByPasskey(house, { place, response, known: null, earlier });
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(await openSession(house, earlier)).toBeNull();
    expect(await openSession(house, outcome.session)).not.toBeNull();
    expect(knownFor(house, outcome.known, "Quiet Heron")).not.toBeNull();
  });

  test("asks the authenticator for a passkey that needs no name, and tells it of those it has", async () => {
    const house = makeHouse(await open());
    const { account, device } = await heron(house);
    const options = await askForPasskey(house, { account, place });
    expect(options).toMatchObject({
      rp: { id: "room.example", name: "The Reading Room" },
      user: { id: account.vault.passkeyHandle, name: "Quiet Heron" },
      attestation: "none",
      authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
      excludeCredentials: [{ id: device.kept[0]?.id, transports: ["internal"] }],
    });
    const asked = await askPasskey(house, { place, asked: SIGN_IN });
    expect(asked).toMatchObject({ rpId: "room.example", allowCredentials: [] });
    expect(JSON.stringify(asked)).not.toContain(device.kept[0]?.id);
  });

  test("takes those that never count", async () => {
    const house = makeHouse(await open());
    const { device } = await heron(house, new Authenticator({ counts: false }));
    expect(await signedIn(house, device)).toMatchObject({ ok: true });
    expect(await signedIn(house, device)).toMatchObject({ ok: true });
  });

  test("leaves neither handle, nor credential, nor name, nor account's key in the store", async () => {
    const house = makeHouse(await open());
    const { account, device } = await heron(house);
    await signedIn(house, device);
    const rows = await house.store.read.selectFrom("passkeys").selectAll().execute();
    expect(rows).toHaveLength(1);
    const stored = JSON.stringify(rows);
    expect(stored).toContain(account.mark);
    const { passkeyHandle } = account.vault;
    for (const secret of [passkeyHandle, device.kept[0]?.id, "Phone", "Quiet", account.key]) {
      expect(stored).not.toContain(secret);
    }
  });

  test("refuses an answer from another page, or for another house", async () => {
    const house = makeHouse(await open());
    const { device } = await heron(house);
    expect(await signedIn(house, device, { origin: "https://room.example.evil.example" })).toEqual(
      UNKNOWN,
    );
    expect(await signedIn(house, device, { origin: "http://room.example" })).toEqual(UNKNOWN);
    expect(await signedIn(house, device, { rpId: "evil.example" })).toEqual(UNKNOWN);
    expect(await signedIn(house, device)).toMatchObject({ ok: true });
  });

  test("refuses at one of our addresses what was made at another", async () => {
    const house = makeHouse(await open());
    const { account, device } = await heron(house);
    const options = await askPasskey(house, { place: elsewhere, asked: SIGN_IN });
    const response = device.use(options, { origin, rpId: place.rpId });
    expect(await signInByPasskey(house, { ...FRESH, place: elsewhere, response })).toEqual(UNKNOWN);
    const there = await askForPasskey(house, { account, place: elsewhere });
    expect(there.excludeCredentials).toEqual([]);
  });

  test("refuses a new passkey made for another page or another house", async () => {
    const house = makeHouse(await open());
    const account = await memberOf(house, { name: "Quiet Heron" });
    for (const said of [{ origin: "https://evil.example" }, { origin, rpId: "evil.example" }]) {
      const options = await askForPasskey(house, { account, place });
      const response = new Authenticator().make(options, said);
      expect(await addPasskey(house, { account, place, response, label: "" })).toEqual(UNKNOWN);
    }
    expect(await ownPasskeys(house.store.read, house.secrets, account)).toEqual([]);
  });

  test("takes an answer once, also of many at the same time", async () => {
    const house = makeHouse(await open());
    const { device } = await heron(house, new Authenticator({ counts: false }));
    const options = await askPasskey(house, { place, asked: SIGN_IN });
    const response = device.use(options, { origin });
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => signInByPasskey(house, { ...FRESH, place, response })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === "old")).toHaveLength(19);
  });

  test("takes no answer to what it has not asked, to something else, or after a quarter of an hour", async () => {
    const house = makeHouse(await open());
    const { account, device } = await heron(house);
    const { challenge } = await askForPasskey(house, { account, place });
    const forAnother = makeHouse(house.store);
    const options = await askPasskey(house, { place, asked: SIGN_IN });
    const foreign = await askPasskey(forAnother, { place, asked: SIGN_IN });
    for (const asked of [foreign.challenge, challenge, "AAAA"]) {
      const response = device.use({ ...options, challenge: asked }, { origin });
      expect(await signInByPasskey(house, { ...FRESH, place, response })).toEqual(UNKNOWN);
    }
    house.pass(HOUR / 4);
    const response = device.use(options, { origin });
    expect(await signInByPasskey(house, { ...FRESH, place, response })).toEqual(OLD);
  });

  test("adds a passkey only to the account that asked, and once", async () => {
    const house = makeHouse(await open());
    const { account } = await heron(house);
    const other = await memberOf(house, { name: "Marsh Lantern" });
    const device = new Authenticator();
    const response = device.make(await askForPasskey(house, { account, place }), { origin });
    const form = { place, response, label: "" };
    expect(await addPasskey(house, { ...form, account: other })).toEqual(UNKNOWN);
    expect(await addPasskey(house, { ...form, account })).toEqual({ ok: true });
    expect(await addPasskey(house, { ...form, account })).toEqual(OLD);
  });

  test("notices that there are two of a passkey", async () => {
    const house = makeHouse(await open());
    const { device } = await heron(house);
    expect(await signedIn(house, device, { counter: 9 })).toMatchObject({ ok: true });
    const copied = { ok: false, reason: "copied" };
    expect(await signedIn(house, device, { counter: 9 })).toEqual(copied);
    expect(await signedIn(house, device, { counter: 0 })).toEqual(copied);
    expect(await signedIn(house, device, { counter: 10 })).toMatchObject({ ok: true });
  });

  test("opens nothing by a passkey of nobody, or with another's handle", async () => {
    const house = makeHouse(await open());
    const { device } = await heron(house);
    const other = await memberOf(house, { name: "Marsh Lantern" });
    const stranger = new Authenticator();
    stranger.make(await askForPasskey(house, { account: other, place }), { origin });
    expect(await signedIn(house, stranger)).toEqual(UNKNOWN);
    const userHandle = other.vault.passkeyHandle;
    expect(await signedIn(house, device, { userHandle })).toEqual(UNKNOWN);
    const [mine] = device.kept;
    const [theirs] = stranger.kept;
    if (!mine || !theirs) throw new Error("two passkeys are kept");
    const forged = { ...theirs, id: mine.id, userHandle: mine.userHandle };
    expect(await signedIn(house, stranger, { passkey: forged })).toEqual(UNKNOWN);
  });

  test("takes nothing that is no answer at all", async () => {
    const house = makeHouse(await open());
    const { account } = await heron(house);
    const answers = ["", "{", "null", "[]", "{}", '{"id":"a","rawId":"a","type":"public-key"}'];
    for (const response of [...answers, "x".repeat(1_000_000)]) {
      expect(await signInByPasskey(house, { ...FRESH, place, response })).toEqual(UNKNOWN);
      expect(await addPasskey(house, { account, place, response, label: "" })).toEqual(UNKNOWN);
    }
  });

  test("looks up nobody who is named in a certificate", async () => {
    const house = makeHouse(await open());
    const account = await memberOf(house, { name: "Quiet Heron" });
    const options = await askForPasskey(house, { account, place });
    const plain = new Authenticator().make(options, { origin });
    const response = withCertificates(plain, new Uint8Array(400));
    expect(readRegistration(plain)).not.toBeNull();
    expect(readRegistration(response)).toBeNull();
    expect(await addPasskey(house, { account, place, response, label: "" })).toEqual(UNKNOWN);
    const same = { account, place, response: plain, label: "" };
    expect(await addPasskey(house, same)).toEqual({ ok: true });
  });

  test("opens nothing when it is removed, and only its owner removes it", async () => {
    const house = makeHouse(await open());
    const { account, device } = await heron(house);
    const other = await memberOf(house, { name: "Marsh Lantern" });
    const [passkey] = await ownPasskeys(house.store.read, house.secrets, account);
    const id = passkey?.id ?? "";
    const notFound = { kind: "notFound" };
    await expect(removePasskey(house, { account: other, id })).rejects.toMatchObject(notFound);
    const named = { account: other, id, label: "Mine" };
    await expect(namePasskey(house, named)).rejects.toMatchObject(notFound);
    expect(await signedIn(house, device)).toMatchObject({ ok: true });
    await removePasskey(house, { account, id });
    expect(await ownPasskeys(house.store.read, house.secrets, account)).toEqual([]);
    expect(await signedIn(house, device)).toEqual(UNKNOWN);
    await expect(removePasskey(house, { account, id })).rejects.toMatchObject(notFound);
  });

  test("has a name of its owner's choice, of a line", async () => {
    const house = makeHouse(await open());
    const { account } = await heron(house);
    const [{ id } = { id: "" }] = await ownPasskeys(house.store.read, house.secrets, account);
    expect(await namePasskey(house, { account, id, label: "x".repeat(61) })).toBe(false);
    expect(await namePasskey(house, { account, id, label: " The\nblue  one " })).toBe(true);
    const [named] = await ownPasskeys(house.store.read, house.secrets, account);
    expect(named).toEqual({ id, label: "The blue one", rpId: "room.example", lastUsedOn: null });
  });

  test("stops at ten, also of many at the same time", async () => {
    const house = makeHouse(await open());
    const { account } = await heron(house);
    for (const count of [2, 3, 4, 5, 6, 7, 8, 9]) {
      expect(await added(house, account, new Authenticator(), `No. ${count}`)).toEqual({
        ok: true,
      });
    }
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => added(house, account, new Authenticator())),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, reason: "many" });
    const all = await ownPasskeys(house.store.read, house.secrets, account);
    expect(all).toHaveLength(10);
  });

  test("works on when the secret has changed, and goes over to the new one", async () => {
    const store = await open();
    const before = makeHouse(store);
    const { account, device } = await heron(before);
    const house = makeHouse(store, { secrets: rotated(before.secrets) });
    const rename = { account, id: "", label: "Old phone" };
    const [listed] = await ownPasskeys(store.read, house.secrets, account);
    await namePasskey(house, { ...rename, id: listed?.id ?? "" });
    const response = device.make(await askForPasskey(house, { account, place }), { origin });
    expect(JSON.parse(response)).not.toMatchObject({ id: device.kept[0]?.id });
    const again = { passkey: device.kept[0] } as const;
    if (!again.passkey) throw new Error("a passkey is kept");
    expect(await signedIn(house, device, { passkey: again.passkey })).toMatchObject({ ok: true });
    const rows = await store.read.selectFrom("passkeys").selectAll().execute();
    expect(rows).toMatchObject([{ secret_id: house.secrets.current.id }]);
    const onlyNew = { current: house.secrets.current, all: [house.secrets.current] };
    expect(await ownPasskeys(store.read, onlyNew, account)).toMatchObject([{ label: "Old phone" }]);
    house.pass(DAY);
    expect(await signedIn(house, device, { passkey: again.passkey })).toMatchObject({ ok: true });
  });
});
