import { expect, test } from "vitest";
import { CODES, codesFrom, readCode } from "#app/domain/accounts/recovery-code.ts";
import { randomKey, readSecret, takeBackCodeFor } from "#app/domain/identity/key.ts";

const secret = { id: "one", bytes: new Uint8Array(32).fill(7) };
const [code = ""] = codesFrom("a seed");

test("ten codes follow from a seed, all different, and other ones from another seed", () => {
  const codes = codesFrom("a seed");
  expect(codes).toHaveLength(CODES);
  expect(new Set([...codes, ...codesFrom("another")]).size).toBe(2 * CODES);
  expect(codesFrom("a seed")).toEqual(codes);
  for (const one of codes) {
    expect(one).toMatch(/^RC(?:-[0-9A-HJKMNP-TV-Z]{6}){3}$/);
    expect(readCode(one)).toEqual({ ok: true, code: one });
  }
});

test.each([
  ["in small letters", code.toLowerCase()],
  ["without dashes", code.replaceAll("-", "")],
  ["without the letters in front", code.slice(3)],
  ["with spaces and a full stop", ` ${code.replaceAll("-", " ")}. `],
  ["with a long dash", code.replaceAll("-", "\u2014")],
  ["with O for 0 and l for 1", code.replaceAll("0", "O").replaceAll("1", "l")],
])("a code is read %s", (_how, typed) => {
  expect(readCode(typed)).toEqual({ ok: true, code });
});

test("any one wrong character is noticed, and so are two swapped ones", () => {
  const plain = code.slice(3).replaceAll("-", "");
  for (let at = 0; at < plain.length; at += 1) {
    const other = plain[at] === "7" ? "8" : "7";
    expect(readCode(plain.slice(0, at) + other + plain.slice(at + 1)).ok).toBe(false);
    if (at > 0 && plain[at] !== plain[at - 1]) {
      const swapped = `${plain.slice(0, at - 1)}${plain[at]}${plain[at - 1]}${plain.slice(at + 1)}`;
      expect(readCode(swapped).ok).toBe(false);
    }
  }
});

test("keys, take-back codes and recovery codes are not taken for each other", () => {
  const key = randomKey();
  for (const other of [key, takeBackCodeFor(secret, key)]) {
    expect(readCode(other)).toEqual({ ok: false, reason: "typo" });
  }
  for (const one of [code, code.slice(3)]) expect(readSecret(one).ok).toBe(false);
});

test("nothing and very much are no codes", () => {
  expect(readCode(" - ")).toEqual({ ok: false, reason: "empty" });
  expect(readCode(`${code}${"7".repeat(1_000_000)}`)).toEqual({ ok: false, reason: "typo" });
});
