import { expect, test } from "vitest";
import { codesLeft, codesToShow, newCodes, storeCodes } from "#app/domain/accounts/codes.ts";
import {
  openWithPassphrase,
  sealUnderPassphrase,
  storePassphrase,
} from "#app/domain/accounts/passphrase.ts";
import {
  askRecovery,
  completeRecovery,
  stopRecovery,
  waitingRecovery,
} from "#app/domain/accounts/recover.ts";
import { WRONG_CODES_LIMIT } from "#app/domain/accounts/recovery-tries.ts";
import { signIn } from "#app/domain/accounts/sign-in.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import { openSession, startSession } from "#app/domain/identity/sessions.ts";
import { runDueJobs } from "#app/domain/jobs/run-due-jobs.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { DAY, HOUR, makeHouse, rotated, type TestHouse } from "#tests/support/house.ts";
import { memberOf } from "#tests/support/member.ts";

const OLD = "kettle osprey ninety meadow lathe";
const NEW = "walnut ferry eleven copper drum";
const NAME = "Quiet Heron";
const LOST = { ok: false, field: "code", reason: "unknown" };

eachDialect("recovery by a code", (open) => {
  async function ready() {
    const house = makeHouse(await open());
    const account = await memberOf(house, { name: NAME });
    const old = { name: NAME, passphrase: OLD, accountKey: account.key };
    const way = await sealUnderPassphrase(house, old);
    const tokens = await house.store.write(async (trx) => {
      await storeCodes(trx, house, account);
      await storePassphrase(trx, { account, way });
      const signedIn = { kind: "account", key: account.key, mark: account.mark } as const;
      return [await startSession(trx, house, signedIn), await startSession(trx, house, signedIn)];
    });
    const codes = (await codesToShow(house, account))?.codes ?? [];
    return { house, account, tokens, codes, code: codes[0] ?? "" };
  }

  const ask = (house: TestHouse, over: { code: string; passphrase?: string; nonce?: string }) =>
    askRecovery(house, { passphrase: NEW, nonce: makeNonce(house), limited: true, ...over });

  const opens = async (house: TestHouse, passphrase: string) =>
    (await openWithPassphrase(house, { name: NAME, passphrase })) !== null;

  const signInWith = (house: TestHouse, passphrase: string) =>
    signIn(house, {
      ...{ name: NAME, passphrase, known: null, earlier: null, limited: true },
      gate: async () => 0,
    });

  async function signedIn(house: TestHouse, tokens: readonly string[]): Promise<number> {
    const sessions = await Promise.all(tokens.map((token) => openSession(house, token)));
    return sessions.filter((session) => session !== null).length;
  }

  test("waits for a day in which the old passphrase holds, and then takes its place", async () => {
    const { house, account, tokens, code } = await ready();
    expect(await waitingRecovery(house, account)).toBeNull();
    expect(await ask(house, { code })).toMatchObject({ ok: true, name: NAME });
    expect(await codesLeft(house, account)).toBe(9);
    const waiting = { askedOn: "2026-03-14", dueOn: "2026-03-15" };
    expect(await waitingRecovery(house, account)).toEqual(waiting);

    house.pass(DAY - 1);
    await runDueJobs(house);
    expect(await opens(house, OLD)).toBe(true);
    expect(await opens(house, NEW)).toBe(false);
    expect(await signedIn(house, tokens)).toBe(2);

    house.pass(1);
    await runDueJobs(house);
    expect(await opens(house, OLD)).toBe(false);
    expect(await opens(house, NEW)).toBe(true);
    expect(await signedIn(house, tokens)).toBe(0);
    expect(await waitingRecovery(house, account)).toBeNull();
    await runDueJobs(house);
    expect(await opens(house, NEW)).toBe(true);
  });

  test("due, it holds for whoever signs in or is signed in, before any job has run", async () => {
    const { house, code, tokens } = await ready();
    await ask(house, { code });
    house.pass(DAY);
    expect(await signInWith(house, OLD)).toMatchObject({ ok: false, reason: "no_match" });
    expect(await signedIn(house, tokens)).toBe(0);
    expect(await signInWith(house, NEW)).toMatchObject({ ok: true });

    const other = await ready();
    await ask(other.house, { code: other.code });
    other.house.pass(DAY);
    expect(await waitingRecovery(other.house, other.account)).toBeNull();
    expect(await signedIn(other.house, other.tokens)).toBe(0);
    expect(await opens(other.house, NEW)).toBe(true);
  });

  test("the same form sent many times at once gives the same answer, to whoever filled it in", async () => {
    const { house, account, code } = await ready();
    const nonce = makeNonce(house);
    const same = await Promise.all(Array.from({ length: 12 }, () => ask(house, { code, nonce })));
    for (const outcome of same) expect(outcome).toMatchObject({ ok: true, name: NAME });
    expect(await codesLeft(house, account)).toBe(9);
    // Another's form does not learn from the nonce whose code it was.
    expect(await ask(house, { code, nonce, passphrase: OLD })).toEqual(LOST);
  });

  test("a code sent by 50 at once is used once", async () => {
    const { house, code } = await ready();
    const asked = await Promise.all(Array.from({ length: 50 }, () => ask(house, { code })));
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
    expect(asked.filter(({ ok }) => !ok)).toEqual(Array(49).fill(LOST));
    const rows = await house.store.read.selectFrom("recoveries").selectAll().execute();
    expect(rows).toHaveLength(1);
  });

  test("stopped, it never comes into force, its code stays used, and another code works", async () => {
    const { house, account, tokens, codes } = await ready();
    const [first = "", second = ""] = codes;
    await ask(house, { code: first });
    expect(await stopRecovery(house, account)).toBe(true);
    expect(await stopRecovery(house, account)).toBe(false);
    house.pass(2 * DAY);
    await runDueJobs(house);
    expect(await opens(house, OLD)).toBe(true);
    expect(await signedIn(house, tokens)).toBe(2);
    expect(await ask(house, { code: first })).toMatchObject({ ok: false, reason: "unknown" });

    expect(await ask(house, { code: second })).toMatchObject({ ok: true });
    house.pass(DAY);
    // Too late: it is in force, whether a job has run or not.
    expect(await stopRecovery(house, account)).toBe(false);
    expect(await opens(house, NEW)).toBe(true);
  });

  test("of two that wait, the first comes into force and the other is dropped", async () => {
    const { house, account, codes } = await ready();
    const third = "lantern gravel sixty orchard tin";
    await ask(house, { code: codes[0] ?? "" });
    house.pass(HOUR);
    await ask(house, { code: codes[1] ?? "", passphrase: third });
    house.pass(2 * DAY);
    await runDueJobs(house);
    expect(await opens(house, NEW)).toBe(true);
    expect(await opens(house, third)).toBe(false);
    expect(await waitingRecovery(house, account)).toBeNull();
  });

  test("confirmed, it comes into force at once and once", async () => {
    const { house, account, tokens, code } = await ready();
    await ask(house, { code });
    const done = await Promise.all(
      [0, 1].map(() => house.store.write((trx) => completeRecovery(trx, { account }))),
    );
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await opens(house, NEW)).toBe(true);
    expect(await signedIn(house, tokens)).toBe(0);
  });

  test("what is weak, empty, mistyped or too long uses nothing up", async () => {
    const { house, account, code } = await ready();
    const cases: [{ code: string; passphrase?: string; nonce?: string }, object][] = [
      [
        { code, passphrase: "password123" },
        { field: "passphrase", reason: "common" },
      ],
      [{ code, passphrase: NAME }, { field: "passphrase" }],
      [
        { code, passphrase: " " },
        { field: "passphrase", reason: "empty" },
      ],
      [
        { code, passphrase: "x".repeat(1_000_000) },
        { field: "passphrase", reason: "too_long" },
      ],
      [{ code: "" }, { field: "code", reason: "empty" }],
      [{ code: code.slice(0, -1) }, { field: "code", reason: "typo" }],
      [{ code, nonce: "made up" }, { field: "nonce" }],
    ];
    for (const [typed, fault] of cases) {
      expect(await ask(house, typed)).toMatchObject({ ok: false, ...fault });
    }
    expect(await codesLeft(house, account)).toBe(10);
    expect(await waitingRecovery(house, account)).toBeNull();
  });

  test("very many wrong codes let nobody try for a minute, and no longer", async () => {
    const { house, account, code } = await ready();
    const stranger = await memberOf(house, { name: "Marsh Lantern" });
    await newCodes(house, stranger, { nonce: makeNonce(house) });
    const [wrong = ""] = (await codesToShow(house, stranger))?.codes ?? [];
    await newCodes(house, stranger, { nonce: makeNonce(house) });
    const tries = Array.from({ length: WRONG_CODES_LIMIT }, () => ask(house, { code: wrong }));
    for (const { ok } of await Promise.all(tries)) expect(ok).toBe(false);
    expect(await ask(house, { code })).toEqual({ ok: false, field: "too_many" });
    house.pass(60_000);
    expect(await ask(house, { code })).toMatchObject({ ok: true });
    expect(await codesLeft(house, account)).toBe(9);
  });

  test("the secret may be rotated at any moment", async () => {
    const { house, account, code } = await ready();
    const nonce = makeNonce(house);
    const second = { ...house, secrets: rotated(house.secrets) } as TestHouse;
    expect(await ask(second, { code, nonce })).toMatchObject({ ok: true });
    const third = { ...second, secrets: rotated(second.secrets) } as TestHouse;
    expect(await ask(third, { code, nonce })).toMatchObject({ ok: true });
    expect(await waitingRecovery(third, account)).not.toBeNull();
    house.pass(DAY);
    expect(await signInWith(third, OLD)).toMatchObject({ ok: false });
    expect(await signInWith(third, NEW)).toMatchObject({ ok: true });
  });
});
