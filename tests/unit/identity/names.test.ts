import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cleanName,
  isReserved,
  lookKey,
  NAME_LIMIT,
  nameKey,
  nameRuleFault,
} from "#app/domain/identity/names.ts";
import { words } from "#app/words/words.ts";

describe("folding of names", () => {
  test("folding twice is folding once, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (typed) => {
        expect(nameKey(nameKey(typed))).toBe(nameKey(typed));
        expect(nameKey(cleanName(typed))).toBe(nameKey(typed));
      }),
      { numRuns: 500 },
    );
  });

  test("case, width and spaces make no difference", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii", minLength: 1 }), (typed) => {
        const wide = [...typed]
          .map((c) => (c > " " ? String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0) : c))
          .join("");
        expect(nameKey(typed.toUpperCase())).toBe(nameKey(typed.toLowerCase()));
        expect(nameKey(wide)).toBe(nameKey(typed));
        expect(nameKey(`  ${typed.replaceAll(" ", "   ")}\t`)).toBe(nameKey(typed));
      }),
    );
  });

  test.each([
    ["Straße", "STRASSE"],
    ["ΣΊΣΥΦΟΣ", "σίσυφος"],
    ["ﬁnch", "Finch"],
    ["Cafe\u0301", "CAFÉ"],
  ])("%s and %s are one name", (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  test.each([
    ["Tidewater", "Tidewаter"],
    ["Robin", "R0bln"],
    ["Lark", "Łark"],
    ["Mallow", "Ma11ow"],
    ["Fern", "Fem"],
    ["Willow", "VVillow"],
    ["Jose", "José"],
  ])("%s and %s look alike", (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
    expect(lookKey(one)).toBe(lookKey(other));
  });
});

describe("what may be a name", () => {
  test.each([
    "Anna",
    "Mary-Ann O’Neill",
    "Žofie",
    "Ольга",
    "小林",
    "علي",
    "नीला",
    "Anna 7",
    "🌻",
    "❤️ Rose",
    "x".repeat(NAME_LIMIT),
    "👩",
  ])("%j may", (name) => {
    expect(nameRuleFault(cleanName(name))).toBeNull();
  });

  test.each([
    ["x".repeat(NAME_LIMIT + 1), "too_long"],
    [`a${"\u0301".repeat(400)}`, "too_long"],
    ["12345", "only_digits"],
    ["٣٤", "only_digits"],
    ["...", "only_digits"],
    ["An\u0000na", "hidden_characters"],
    ["An\u200Bna", "hidden_characters"],
    ["\u202Eanna", "hidden_characters"],
    ["anna\u2066", "hidden_characters"],
    ["An\u00ADna", "hidden_characters"],
    ["\u3164", "hidden_characters"],
    ["A\u2800", "hidden_characters"],
    ["Anna\uD800", "hidden_characters"],
    ["Tidewаter", "mixed_letters"],
    ["Αnna", "mixed_letters"],
  ])("%j may not: %s", (name, reason) => {
    expect(nameRuleFault(cleanName(name))).toMatchObject({ reason });
  });

  const { reservedWords, reservedNames } = words().names;
  const reserved = { words: reservedWords, wholes: [...reservedNames, "The Reading Room"] };

  test.each([
    "moderator",
    "Moderator Anna",
    "M0derator",
    "mоdеrаtоr",
    "ADMIN",
    "Adm1n",
    "the-admin",
    "Firsthand",
    "First hand",
    "Staff",
    "The M0ds",
    "The Reading Room",
    "the readlng room",
  ])("%s is the house's own", (name) => {
    expect(isReserved(name, reserved)).toBe(true);
  });

  test.each(["Modest Heron", "Adminius", "Helper", "Reading Room Cat", "🌻"])(
    "%s is free",
    (name) => {
      expect(isReserved(name, reserved)).toBe(false);
    },
  );
});
