import { beforeEach, expect, test, vi } from "vitest";
import { join } from "#app/domain/accounts/join.ts";
import { knownFor, knownNow } from "#app/domain/accounts/known-browser.ts";
import { type SignInForm, signIn } from "#app/domain/accounts/sign-in.ts";
import type { House } from "#app/domain/house.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import { openSession } from "#app/domain/identity/sessions.ts";
import { runDueJobs } from "#app/domain/jobs/run-due-jobs.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { DAY, makeHouse, rotated } from "#tests/support/house.ts";
import { PASSPHRASE } from "#tests/support/member.ts";

/** How often a passphrase was stretched; the real thing does it, at less cost. */
const argon = vi.hoisted(() => ({ runs: 0 }));
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  const hashRaw: typeof real.hashRaw = (text, options) => {
    argon.runs += 1;
    return real.hashRaw(text, { ...options, memoryCost: 64, timeCost: 1 });
  };
  return { ...real, hashRaw };
});
beforeEach(() => {
  argon.runs = 0;
});

const NAME = "Quiet Heron";
const BROWSER = { known: null, earlier: null, gate: () => Promise.resolve(0) };
const NO_MATCH = { ok: false, reason: "no_match" };

async function member(house: House, name = NAME) {
  const form = { name, passphrase: PASSPHRASE, nonce: makeNonce(house), link: null };
  const outcome = await join(house, { ...form, ...BROWSER });
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome;
}

function signing(house: House, form: Partial<SignInForm> = {}) {
  return signIn(house, { name: NAME, passphrase: PASSPHRASE, limited: true, ...BROWSER, ...form });
}

const GUESS = { passphrase: "not this one" };

eachDialect("signing in", (open, dialect) => {
  async function ready() {
    const store = await open();
    const house = makeHouse(store);
    const joined = await member(house);
    argon.runs = 0;
    const tries = () => store.read.selectFrom("sign_in_tries").selectAll().execute();
    return { store, house, joined, tries };
  }

  test("opens a session of its own, and ends the one that the browser brought", async () => {
    const { house, joined } = await ready();
    const first = await signing(house, { name: " quiet  HERON" });
    if (!first.ok) throw new Error("not signed in");
    const second = await signing(house, { earlier: first.session });
    if (!second.ok) throw new Error("not signed in");
    expect(new Set([joined.session, first.session, second.session]).size).toBe(3);
    expect(await openSession(house, first.session)).toBeNull();
    expect(await openSession(house, second.session)).toMatchObject({ kind: "account" });
    const failed = await signing(house, { ...GUESS, earlier: second.session });
    expect(failed).toEqual(NO_MATCH);
    expect(await openSession(house, second.session)).not.toBeNull();
  });

  test("answers and works the same for a name that nobody has", async () => {
    const { house, tries } = await ready();
    for (const name of [NAME, "Nobody Here", "Moderator", "x"]) {
      const runs = argon.runs;
      const before = (await tries()).length;
      expect(await signing(house, { ...GUESS, name })).toEqual(NO_MATCH);
      expect(argon.runs - runs).toBe(1);
      expect((await tries()).length - before).toBe(name === NAME ? 2 : 1);
      for (let i = 0; i < 4; i += 1) await signing(house, { ...GUESS, name });
      const waits = await signing(house, { ...GUESS, name });
      expect(waits).toEqual({ ok: false, reason: "wait", seconds: 1 });
      house.pass(DAY);
    }
  });

  test.each([
    ["nothing typed", { name: " ", passphrase: "" }, "empty"],
    ["a passphrase of 1 MB", { passphrase: "x".repeat(1_000_000) }, "too_long"],
  ])("%s is refused before any work", async (_title, form, reason) => {
    const { house, tries } = await ready();
    expect(await signing(house, form)).toEqual({ ok: false, reason });
    expect([argon.runs, (await tries()).length]).toEqual([0, 0]);
  });

  const many = dialect === "sqlite" ? 10_000 : 1_000;
  test(`${many} guesses are bounded, and the owner gets in after the stated wait`, async () => {
    const { house } = await ready();
    const outcomes = [];
    while (outcomes.length < many) {
      const guesses = Array.from({ length: 100 }, () => signing(house, GUESS));
      outcomes.push(...(await Promise.all(guesses)));
      house.pass(20_000 / (many / 100));
    }
    expect(outcomes).toHaveLength(many);
    expect(argon.runs).toBeLessThan(15);
    expect(outcomes.filter(({ ok }) => ok)).toEqual([]);
    const refused = await signing(house);
    if (refused.ok || refused.reason !== "wait") throw new Error("not refused");
    expect(refused.seconds).toBeLessThanOrEqual(60);
    house.pass(refused.seconds * 1_000);
    expect(await signing(house)).toMatchObject({ ok: true });
    expect(await signing(house)).toMatchObject({ ok: true });
  });

  test("in the middle of it, a browser that knows the name lets the owner in at once", async () => {
    const { house, joined } = await ready();
    const asked: (string | undefined)[] = [];
    const shut = (of?: string) => {
      asked.push(of);
      return Promise.resolve(of === undefined ? 60 : 0);
    };
    for (let i = 0; i < 50; i += 1) await signing(house, GUESS);
    expect(await signing(house)).toMatchObject({ reason: "wait" });
    const known = await signing(house, { known: joined.known, gate: shut });
    expect(known).toMatchObject({ ok: true });
    // All that know the name are counted together, or signing in all the time would have no bound.
    const { known: next } = known.ok ? known : { known: null };
    expect(next).not.toBe(joined.known);
    await signing(house, { known: next, gate: shut });
    expect(asked).toEqual([asked[1], asked[0]]);
    expect(asked[0]).toEqual(expect.any(String));
    const full = () => Promise.resolve(7);
    expect(await signing(house, { known: next, gate: full })).toMatchObject({ seconds: 7 });
    // Its own guesses are bounded as well, and it speaks for no other name.
    const { runs } = argon;
    for (let i = 0; i < 50; i += 1) await signing(house, { ...GUESS, known: joined.known });
    expect(argon.runs - runs).toBe(5);
    const other = { known: joined.known, name: "Tidewater", gate: shut };
    expect(await signing(house, other)).toMatchObject({ reason: "wait", seconds: 60 });
  });

  test("one passphrase on every name: all together are bounded too, and known browsers are not", async () => {
    const { house, joined } = await ready();
    const guess = (name: string) => signing(house, { name, passphrase: "12345678" });
    for (let i = 0; i < 150; i += 1) await guess(`Name ${i}`);
    expect(argon.runs).toBe(120);
    expect(await guess("Another")).toMatchObject({ reason: "wait", seconds: 60 });
    expect(await signing(house, { known: joined.known })).toMatchObject({ ok: true });
    house.pass(60_000);
    expect(await guess("Another")).toEqual(NO_MATCH);
  });

  test("a turned-back clock shuts nobody out; old tries are dropped", async () => {
    const { house, tries } = await ready();
    for (let i = 0; i < 20; i += 1) await signing(house, GUESS);
    house.pass(-365 * DAY);
    expect(await signing(house, GUESS)).toEqual(NO_MATCH);
    house.pass(2 * 365 * DAY);
    await runDueJobs(house);
    expect(await tries()).toEqual([]);
  });

  test("what a known browser keeps tells neither the name nor that two keep the same", async () => {
    const { house } = await ready();
    const [one, two] = [knownNow(house, null, NAME), knownNow(house, null, NAME)];
    expect(one).not.toBe(two);
    for (const part of one.split(".")) expect(two).not.toContain(part);
    expect(knownFor(house, one, "quiet heron")).not.toBeNull();
    expect(knownFor(house, one, "Tidewater")).toBeNull();
    expect(knownFor(makeHouse(house.store), one, NAME)).toBeNull();
    const [token] = one.split(".");
    const mixed = `${token}.${two.split(".")[1]}`;
    expect(knownFor(house, mixed, NAME)).toBeNull();
    let both = knownNow(house, one, "Tidewater");
    expect([NAME, "Tidewater"].map((name) => knownFor(house, both, name) !== null)).toEqual([
      true,
      true,
    ]);
    for (let i = 0; i < 5; i += 1) both = knownNow(house, both, `Name ${i}`);
    expect(both.split("~")).toHaveLength(3);
    house.secrets = rotated(house.secrets);
    expect(knownFor(house, one, NAME)).not.toBeNull();
  });
});
