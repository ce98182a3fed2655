import { expect, test } from "vitest";
import { codesToShow, storeCodes } from "#app/domain/accounts/codes.ts";
import {
  canBeConfirmed,
  confirmRecovery,
  signInByPasskey,
} from "#app/domain/accounts/passkey-sign-in.ts";
import { addPasskey, askForPasskey } from "#app/domain/accounts/passkeys.ts";
import {
  openWithPassphrase,
  sealUnderPassphrase,
  storePassphrase,
} from "#app/domain/accounts/passphrase.ts";
import { askRecovery, stopRecovery, waitingRecovery } from "#app/domain/accounts/recover.ts";
import type { Account } from "#app/domain/accounts/types.ts";
import { askPasskey } from "#app/domain/accounts/use-passkey.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import { openSession, startSession } from "#app/domain/identity/sessions.ts";
import { Authenticator } from "#tests/support/authenticator.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { DAY, makeHouse, type TestHouse } from "#tests/support/house.ts";
import { memberOf } from "#tests/support/member.ts";

const OLD = "kettle osprey ninety meadow lathe";
const NEW = "walnut ferry eleven copper drum";
const THEIRS = "pewter saddle orchard gallop thirty";
const NAME = "Quiet Heron";

const origin = "https://room.example";
const place = { rpId: "room.example", origins: [origin] };
const FRESH = { place, known: null, earlier: null };

async function passkeyOf(house: TestHouse, account: Account): Promise<Authenticator> {
  const device = new Authenticator();
  const response = device.make(await askForPasskey(house, { account, place }), { origin });
  await addPasskey(house, { account, place, response, label: "" });
  return device;
}

eachDialect("a recovery and a passkey", (open) => {
  async function ready() {
    const house = makeHouse(await open());
    const account = await memberOf(house, { name: NAME });
    const old = { name: NAME, passphrase: OLD, accountKey: account.key };
    const way = await sealUnderPassphrase(house, old);
    const session = await house.store.write(async (trx) => {
      await storeCodes(trx, house, account);
      await storePassphrase(trx, { account, way });
      return startSession(trx, house, { kind: "account", key: account.key, mark: account.mark });
    });
    const codes = (await codesToShow(house, account))?.codes ?? [];
    const ask = async (code = "", passphrase = NEW) => {
      const typed = { code, passphrase, nonce: makeNonce(house), limited: false };
      const outcome = await askRecovery(house, typed);
      if (!outcome.ok) throw new Error(outcome.field);
      return outcome.recovery;
    };
    const device = await passkeyOf(house, account);
    return { house, account, session, codes, ask, device };
  }

  async function confirmed(house: TestHouse, device: Authenticator, recovery: string) {
    const options = await askPasskey(house, { place, asked: { use: "recover", of: recovery } });
    const response = device.use(options, { origin });
    return await confirmRecovery(house, { ...FRESH, response, recovery });
  }

  const opens = async (house: TestHouse, passphrase: string) =>
    (await openWithPassphrase(house, { name: NAME, passphrase })) !== null;

  test("is confirmed at once, ends all sessions, and starts one", async () => {
    const { house, account, session, codes, ask, device } = await ready();
    const recovery = await ask(codes[0]);
    expect(await canBeConfirmed(house.store.read, { recovery })).toBe(true);
    expect(await opens(house, OLD)).toBe(true);
    const outcome = await confirmed(house, device, recovery);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect([await opens(house, OLD), await opens(house, NEW)]).toEqual([false, true]);
    expect(await openSession(house, session)).toBeNull();
    expect(await openSession(house, outcome.session)).not.toBeNull();
    expect(await waitingRecovery(house, account)).toBeNull();
    expect(await confirmed(house, device, recovery)).toEqual({ ok: false, reason: "none" });
  });

  test("lets nobody confirm another recovery than the one that was asked here", async () => {
    const { house, codes, ask, device } = await ready();
    const thief = await ask(codes[0], THEIRS);
    const owner = await ask(codes[1]);
    const options = await askPasskey(house, { place, asked: { use: "recover", of: owner } });
    const response = device.use(options, { origin });
    const unknown = { ok: false, reason: "unknown" };
    const swapped = { ...FRESH, response, recovery: thief };
    expect(await confirmRecovery(house, swapped)).toEqual(unknown);
    expect(await confirmed(house, device, owner)).toMatchObject({ ok: true });
    expect([await opens(house, THEIRS), await opens(house, NEW)]).toEqual([false, true]);
    house.pass(DAY);
    expect(await confirmed(house, device, thief)).toEqual({ ok: false, reason: "none" });
    expect(await opens(house, NEW)).toBe(true);
  });

  test("is not confirmed by somebody else's passkey, nor by a sign-in", async () => {
    const { house, codes, ask, device } = await ready();
    const recovery = await ask(codes[0]);
    const other = await memberOf(house, { name: "Marsh Lantern" });
    const unknown = { ok: false, reason: "unknown" };
    const stranger = await passkeyOf(house, other);
    expect(await confirmed(house, stranger, recovery)).toEqual(unknown);
    const options = await askPasskey(house, { place, asked: { use: "sign_in" } });
    const response = device.use(options, { origin });
    expect(await confirmRecovery(house, { ...FRESH, response, recovery })).toEqual(unknown);
    expect(await opens(house, OLD)).toBe(true);
  });

  test("stays stopped where it was stopped", async () => {
    const { house, account, codes, ask, device } = await ready();
    const recovery = await ask(codes[0]);
    await stopRecovery(house, account);
    expect(await canBeConfirmed(house.store.read, { recovery })).toBe(false);
    expect(await confirmed(house, device, recovery)).toEqual({ ok: false, reason: "none" });
    expect([await opens(house, OLD), await opens(house, NEW)]).toEqual([true, false]);
  });

  test("that is due comes into force before a passkey signs in, and does not end that session", async () => {
    const { house, account, session, codes, ask, device } = await ready();
    await ask(codes[0]);
    house.pass(DAY);
    const options = await askPasskey(house, { place, asked: { use: "sign_in" } });
    const response = device.use(options, { origin });
    const outcome = await signInByPasskey(house, { ...FRESH, response });
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(await opens(house, NEW)).toBe(true);
    expect(await openSession(house, session)).toBeNull();
    expect(await waitingRecovery(house, account)).toBeNull();
    expect(await openSession(house, outcome.session)).not.toBeNull();
  });
});
