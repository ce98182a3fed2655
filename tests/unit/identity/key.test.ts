import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  keyFromNonce,
  nextKey,
  randomKey,
  readKey,
  readSecret,
  takeBackCodeFor,
} from "#app/domain/identity/key.ts";

const secret = { id: "one", bytes: Buffer.alloc(32, 7) };
const keys = fc.string({ minLength: 1 }).map((nonce) => keyFromNonce(secret, nonce));
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A key as a tired person may type it. */
const sloppily = (key: string, choices: readonly number[]) =>
  [...key]
    .map((character, place) => {
      const choice = (choices[place % choices.length] ?? 0) % 4;
      if (character === "-") return ["-", " ", "", " – "][choice];
      if (character === "0") return ["0", "O", "o", "0"][choice];
      if (character === "1") return ["1", "I", "l", "i"][choice];
      return choice % 2 ? character.toLowerCase() : character;
    })
    .join("");

describe("keys", () => {
  test("look like five groups of five, and the same nonce gives the same key", () => {
    const key = keyFromNonce(secret, "a nonce");
    expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(keyFromNonce(secret, "a nonce")).toBe(key);
    expect(keyFromNonce(secret, "b nonce")).not.toBe(key);
    expect(keyFromNonce({ ...secret, bytes: Buffer.alloc(32, 8) }, "a nonce")).not.toBe(key);
    expect(nextKey(secret, { nonce: "a nonce", key })).not.toBe(key);
  });

  test("are read back however sloppily they are typed", () => {
    fc.assert(
      fc.property(keys, fc.array(fc.nat(), { minLength: 1 }), (key, choices) => {
        expect(readKey(`  ${sloppily(key, choices)} `)).toEqual({ ok: true, key });
      }),
    );
  });

  test("any one wrong character is told", () => {
    fc.assert(
      fc.property(keys, fc.nat(24), fc.integer({ min: 1, max: 31 }), (key, place, by) => {
        const plain = [...key.replaceAll("-", "")];
        const was = ALPHABET.indexOf(plain[place] ?? "");
        plain[place] = ALPHABET.charAt((was + by) % 32);
        expect(readSecret(plain.join(""))).toEqual({ ok: false, reason: "typo" });
      }),
    );
  });

  test("any two swapped characters are told", () => {
    fc.assert(
      fc.property(keys, fc.nat(24), fc.nat(24), (key, one, other) => {
        const plain = [...key.replaceAll("-", "")];
        const [a = "", b = ""] = [plain[one], plain[other]];
        fc.pre(a !== b);
        plain[one] = b;
        plain[other] = a;
        expect(readSecret(plain.join("")).ok).toBe(false);
      }),
    );
  });

  test.each([
    ["", "empty"],
    [" - ", "empty"],
    ["ABCDE", "length"],
    ["U".repeat(25), "typo"],
    ["É".repeat(25), "typo"],
    ["A".repeat(100_000), "length"],
  ])("%j is no key: %s", (typed, reason) => {
    expect(readSecret(typed)).toEqual({ ok: false, reason });
  });

  test("one made at random is whole", () => {
    const key = randomKey();
    expect(readKey(key)).toEqual({ ok: true, key });
    expect(randomKey()).not.toBe(key);
  });
});

describe("take-back codes", () => {
  test("have another shape, are read back, and are not taken for keys", () => {
    fc.assert(
      fc.property(keys, fc.array(fc.nat(), { minLength: 1 }), (key, choices) => {
        const code = takeBackCodeFor(secret, key);
        expect(code).toMatch(/^TB(-[0-9A-HJKMNP-TV-Z]{5}){4}$/);
        const read = { ok: true, kind: "take_back_code", key: code };
        expect(readSecret(sloppily(code, choices))).toEqual(read);
        expect(readSecret(sloppily(code.slice(3), choices))).toEqual(read);
        expect(readKey(code)).toEqual({ ok: false });
      }),
    );
  });
});
