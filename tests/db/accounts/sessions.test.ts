import { expect, test } from "vitest";
import { endSession, endSessions, ownSessions } from "#app/domain/accounts/account-sessions.ts";
import { changePassphrase, changeSignInName } from "#app/domain/accounts/change-passphrase.ts";
import { codesToShow, storeCodes } from "#app/domain/accounts/codes.ts";
import { makePenName } from "#app/domain/accounts/make-account.ts";
import {
  openWithPassphrase,
  sealUnderPassphrase,
  storePassphrase,
} from "#app/domain/accounts/passphrase.ts";
import { askRecovery, waitingRecovery } from "#app/domain/accounts/recover.ts";
import type { Account } from "#app/domain/accounts/types.ts";
import { changeVault } from "#app/domain/accounts/vault.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import { keepOnDevice, openSession, startSession } from "#app/domain/identity/sessions.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { DAY, makeHouse, type TestHouse } from "#tests/support/house.ts";
import { memberOf } from "#tests/support/member.ts";

const OLD = "kettle osprey ninety meadow lathe";
const NEW = "walnut ferry eleven copper drum";
const OTHER = "lantern gravel sixty orchard tin";
const NAME = "Quiet Heron";

/** A session as its browser brings it with a request. */
interface Here {
  token: string;
  account: Account;
  tokenMark: string;
  limited: boolean;
}

eachDialect("sessions and passphrases", (open) => {
  async function ready() {
    const house = makeHouse(await open());
    const account = await memberOf(house, { name: NAME });
    const old = { name: NAME, passphrase: OLD, accountKey: account.key };
    const way = await sealUnderPassphrase(house, old);
    await house.store.write((trx) => storePassphrase(trx, { account, way }));
    return { house, account };
  }

  async function signIn(house: TestHouse, account: Account): Promise<Here> {
    const signedIn = { kind: "account", key: account.key, mark: account.mark } as const;
    const token = await house.store.write((trx) => startSession(trx, house, signedIn));
    return request(house, token);
  }

  async function request(house: TestHouse, token: string): Promise<Here> {
    const session = await openSession(house, token);
    if (session?.kind !== "account") throw new Error("signed out");
    return { token, account: session.account, tokenMark: session.tokenMark, limited: true };
  }

  const opens = async (house: TestHouse, passphrase: string, name = NAME) =>
    (await openWithPassphrase(house, { name, passphrase })) !== null;

  test("are listed with this one first and the day of last use, and nothing else", async () => {
    const { house, account } = await ready();
    const first = await signIn(house, account);
    house.pass(3 * DAY);
    const second = await signIn(house, account);
    house.pass(DAY);
    await signIn(house, account);
    const list = await ownSessions(house, second);
    expect(list.map(({ here, lastUsedOn }) => [here, lastUsedOn])).toEqual([
      [true, "2026-03-17"],
      [false, "2026-03-18"],
      [false, "2026-03-14"],
    ]);
    expect(Object.keys(list[0] ?? {})).toEqual(["mark", "here", "lastUsedOn"]);
    expect(list[2]?.mark).toBe(first.tokenMark);
    house.pass(57 * DAY);
    // The oldest has run out by itself.
    expect(await ownSessions(house, second)).toHaveLength(2);
  });

  test("end one by one, all others, or all; those of others and kept keys stay", async () => {
    const { house, account } = await ready();
    const stranger = await signIn(house, await memberOf(house, { name: "Marsh Lantern" }));
    const { key = "" } = account.vault.names[0] ?? {};
    const device = await keepOnDevice(house, { key });
    const [a, b, c] = [
      await signIn(house, account),
      await signIn(house, account),
      await signIn(house, account),
    ];
    await endSession(house, { account, mark: stranger.tokenMark });
    await endSession(house, { account, mark: b.tokenMark });
    await endSession(house, { account, mark: b.tokenMark });
    const left = async () => {
      const all = await Promise.all([a, b, c].map(({ token }) => openSession(house, token)));
      return all.map((session) => session !== null);
    };
    expect(await left()).toEqual([true, false, true]);
    await Promise.all(
      [a, c].map(({ tokenMark }) => endSession(house, { account, mark: tokenMark })),
    );
    expect(await left()).toEqual([false, false, false]);
    const d = await signIn(house, account);
    const e = await signIn(house, account);
    await endSessions(house, { account, but: d.tokenMark });
    expect(await openSession(house, d.token)).not.toBeNull();
    expect(await openSession(house, e.token)).toBeNull();
    await endSessions(house, { account });
    expect(await openSession(house, d.token)).toBeNull();
    expect(await openSession(house, stranger.token)).not.toBeNull();
    expect(await openSession(house, device)).not.toBeNull();
  });

  test("a changed passphrase ends the old one, all other sessions, and what waits", async () => {
    const { house, account } = await ready();
    await house.store.write((trx) => storeCodes(trx, house, account));
    const [code = ""] = (await codesToShow(house, account))?.codes ?? [];
    await askRecovery(house, { code, passphrase: OTHER, nonce: makeNonce(house), limited: true });
    const here = await signIn(house, account);
    const there = await signIn(house, account);
    const typed = { old: ` ${OLD} `, passphrase: NEW };
    expect(await changePassphrase(house, here, typed)).toEqual({ ok: true });
    expect(await opens(house, OLD)).toBe(false);
    expect(await opens(house, NEW)).toBe(true);
    expect(await openSession(house, here.token)).not.toBeNull();
    expect(await openSession(house, there.token)).toBeNull();
    expect(await waitingRecovery(house, account)).toBeNull();
    // The answer was lost, and the form is sent again.
    expect(await changePassphrase(house, here, typed)).toEqual({ ok: true });
    expect(await opens(house, NEW)).toBe(true);
    // Whoever has been signed out in the meantime changes nothing.
    await expect(
      changePassphrase(house, there, { old: NEW, passphrase: OTHER }),
    ).rejects.toMatchObject({ kind: "notAllowed" });
  });

  test("two who change it at once: one of them does, and stays signed in", async () => {
    const { house, account } = await ready();
    const [a, b] = [await signIn(house, account), await signIn(house, account)];
    const outcomes = await Promise.allSettled([
      changePassphrase(house, a, { old: OLD, passphrase: NEW }),
      changePassphrase(house, b, { old: OLD, passphrase: OTHER }),
    ]);
    const done = outcomes.map((one) => one.status === "fulfilled" && one.value.ok);
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await opens(house, done[0] ? NEW : OTHER)).toBe(true);
    expect(await opens(house, done[0] ? OTHER : NEW)).toBe(false);
    const open = await Promise.all([a, b].map(({ token }) => openSession(house, token)));
    expect(open.map((session) => session !== null)).toEqual(done);
  });

  test("a wrong, weak or missing passphrase changes nothing, and guessing is slowed", async () => {
    const { house, account } = await ready();
    const here = await signIn(house, account);
    const change = (old: string, passphrase: string) =>
      changePassphrase(house, here, { old, passphrase });
    expect(await change("", NEW)).toMatchObject({ field: "old", reason: "empty" });
    expect(await change(OLD, "")).toMatchObject({ field: "passphrase", reason: "empty" });
    expect(await change(OLD, "qwertyuiop")).toMatchObject({ field: "passphrase" });
    expect(await change(OLD, NAME)).toMatchObject({ field: "passphrase" });
    const far = { field: "passphrase", reason: "too_long" };
    expect(await change(OLD, "x".repeat(1_000_000))).toMatchObject(far);
    for (let time = 0; time < 5; time += 1) {
      expect(await change(OTHER, NEW)).toMatchObject({ field: "old", reason: "no_match" });
    }
    expect(await change(OLD, NEW)).toMatchObject({ field: "wait" });
    expect(await opens(house, OLD)).toBe(true);
    house.pass(60_000);
    expect(await change(OLD, NEW)).toEqual({ ok: true });
  });

  test("another pen name signs in instead, and nobody else's or a retired one", async () => {
    const { house, account } = await ready();
    const stranger = await memberOf(house, { name: "Marsh Lantern" });
    const [heron, tern, wren] = await house.store.write(async (trx) => {
      const names = [
        await makePenName(trx, house, "Grey Tern"),
        await makePenName(trx, house, "Late Wren"),
      ];
      await changeVault(trx, house.secrets, account, (vault) => {
        return { ...vault, names: [...vault.names, ...names] };
      });
      return [account.vault.names[0]?.id ?? "", ...names.map(({ id }) => id)] as const;
    });
    await house.store.write((trx) =>
      trx
        .updateTable("pen_names")
        .set({ retired: 1 })
        .where("id", "=", wren ?? "")
        .execute(),
    );
    const here = await signIn(house, account);
    const choose = (penNameId: string | undefined, passphrase: string, who = here) =>
      changeSignInName(house, who, { penNameId: penNameId ?? "", passphrase });
    for (const id of [wren, stranger.vault.names[0]?.id, ""]) {
      await expect(choose(id, OLD)).rejects.toMatchObject({ kind: "notFound" });
    }
    expect(await choose(tern, NEW)).toMatchObject({ field: "old", reason: "no_match" });
    expect(await choose(tern, OLD)).toEqual({ ok: true });
    expect(await opens(house, OLD)).toBe(false);
    expect(await opens(house, OLD, "Grey Tern")).toBe(true);
    const later = await request(house, here.token);
    expect(later.account.vault.signInName).toBe("Grey Tern");
    expect(await choose(tern, OLD, later)).toEqual({ ok: true });
    expect(await choose(heron, OLD, later)).toEqual({ ok: true });
    expect(await opens(house, OLD)).toBe(true);
    expect(await opens(house, OLD, "Grey Tern")).toBe(false);
    const rows = await house.store.read.selectFrom("passphrases").selectAll().execute();
    expect(rows).toHaveLength(1);
  });
});
