import { expect, test } from "vitest";
import {
  codesLeft,
  codesToShow,
  newCodes,
  openCode,
  spendCode,
  storeCodes,
  writeDown,
} from "#app/domain/accounts/codes.ts";
import type { Account } from "#app/domain/accounts/types.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { makeHouse, rotated, type TestHouse } from "#tests/support/house.ts";
import { memberOf } from "#tests/support/member.ts";

eachDialect("recovery codes", (open) => {
  async function ready() {
    const house = makeHouse(await open());
    const account = await memberOf(house, { name: "Quiet Heron" });
    await house.store.write((trx) => storeCodes(trx, house, account));
    return { house, account, ...(await shown(house, account)) };
  }

  async function shown(house: TestHouse, account: Account) {
    const codes = await codesToShow(house, account);
    if (!codes) throw new Error("not shown");
    return codes;
  }

  async function spent(house: TestHouse, code: string): Promise<boolean> {
    const opened = await openCode(house.store.read, house, code);
    return opened !== null && (await house.store.write((trx) => spendCode(trx, opened)));
  }

  test("ten are shown until they have been written down, and then never again", async () => {
    const { house, account, codes, set } = await ready();
    expect(codes).toHaveLength(10);
    expect(await codesToShow(house, account)).toEqual({ set, codes });
    await writeDown(house, account, { set: "other ten" });
    expect(await codesToShow(house, account)).toEqual({ set, codes });
    await writeDown(house, account, { set });
    expect(await codesToShow(house, account)).toBeNull();
    expect(await codesLeft(house, account)).toBe(10);
    for (const code of codes) {
      const opened = await openCode(house.store.read, house, code);
      expect(opened?.account.key).toBe(account.key);
    }
  });

  test("a used one opens nothing, and is not shown", async () => {
    const { house, account, codes } = await ready();
    const [first = "", ...others] = codes;
    expect(await spent(house, first)).toBe(true);
    expect(await openCode(house.store.read, house, first)).toBeNull();
    expect((await shown(house, account)).codes).toEqual(others);
    expect(await codesLeft(house, account)).toBe(9);
  });

  test("used by 50 at once, one has it", async () => {
    const { house, codes } = await ready();
    const opened = await openCode(house.store.read, house, codes[0] ?? "");
    if (!opened) throw new Error("no code");
    const tries = Array.from({ length: 50 }, () =>
      house.store.write((trx) => spendCode(trx, opened)),
    );
    expect((await Promise.all(tries)).filter((won) => won)).toHaveLength(1);
  });

  test("ten new ones end the old ones; pressing twice makes them once", async () => {
    const { house, account, codes, set } = await ready();
    await writeDown(house, account, { set });
    const nonce = makeNonce(house);
    await Promise.all([0, 1, 2].map(() => newCodes(house, account, { nonce })));
    const { codes: made } = await shown(house, account);
    expect(made).toHaveLength(10);
    expect(made.filter((code) => codes.includes(code))).toEqual([]);
    expect(await spent(house, codes[0] ?? "")).toBe(false);
    expect(await spent(house, made[0] ?? "")).toBe(true);
    expect(await newCodes(house, account, { nonce: "made up" })).toBe(false);
    // The same press once more brings the used one back to nobody.
    expect(await newCodes(house, account, { nonce })).toBe(true);
    expect(await codesLeft(house, account)).toBe(9);
  });

  test("two who ask for new ones at once end up with ten, and both see the same", async () => {
    const { house, account } = await ready();
    const nonces = [makeNonce(house), makeNonce(house)];
    await Promise.all(nonces.map((nonce) => newCodes(house, account, { nonce })));
    expect(await codesLeft(house, account)).toBe(10);
    const { codes } = await shown(house, account);
    expect(codes).toHaveLength(10);
    expect(await spent(house, codes[9] ?? "")).toBe(true);
  });

  test("codes of before go on after the secret has been rotated", async () => {
    const { house, account, codes } = await ready();
    const later = { ...house, secrets: rotated(house.secrets) } as TestHouse;
    expect((await shown(later, account)).codes).toEqual(codes);
    expect(await spent(later, codes[3] ?? "")).toBe(true);
    await newCodes(later, account, { nonce: makeNonce(house) });
    expect(await codesLeft(later, account)).toBe(10);
  });

  test("the store holds no code, and nothing that spells an account's key", async () => {
    const { house, account, codes } = await ready();
    const rows = await house.store.read.selectFrom("recovery_codes").selectAll().execute();
    const text = JSON.stringify([rows, codes[0]]);
    // The scan finds what is there.
    expect(text).toContain(account.mark);
    expect(text).toContain(codes[0]);
    const stored = JSON.stringify(rows);
    for (const secret of [account.key, ...codes, ...codes.map((one) => one.replaceAll("-", ""))]) {
      expect(stored).not.toContain(secret);
    }
  });

  test("nobody's account has codes of nobody", async () => {
    const { house } = await ready();
    const stranger: Account = { mark: "none", key: "none", vault: {} as Account["vault"] };
    expect(await codesToShow(house, stranger)).toBeNull();
    expect(await codesLeft(house, stranger)).toBe(0);
  });
});
