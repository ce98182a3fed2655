import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { friendlyName } from "#app/domain/identity/friendly-name.ts";
import { cleanName, lookKey, nameKey, penNameRuleFault } from "#app/domain/identity/names.ts";
import { skeleton } from "#app/domain/identity/skeleton.ts";
import { variantsOf } from "#tests/support/look-alikes.ts";
import { TWENTY_NAMES } from "#tests/support/twenty-names.ts";
import { confusables } from "../../../scripts/make-confusables.mjs";

/** Would this name be refused where the other one is taken? */
const isRefused = (variant: string, original: string) => {
  const name = cleanName(variant);
  const isAlike = nameKey(name) === nameKey(original) || lookKey(name) === lookKey(original);
  return isAlike || penNameRuleFault(name) !== null;
};

test("the table is what the script makes of the pinned data", () => {
  const made = execFileSync(process.execPath, ["scripts/make-confusables.mjs"], {
    encoding: "utf8",
    maxBuffer: 1_000_000,
  });
  expect(readFileSync("app/domain/identity/confusables.ts", "utf8")).toBe(made);
});

describe("skeletons", () => {
  test.each([
    ["paypal", "pаypаl"],
    ["scope", "ѕсоре"],
    ["Il1|", "llll"],
    ["O0", "OO"],
    ["m", "rn"],
    ["Å", "A\u030a"],
    ["\u16ac", "\u16ac\u200b"],
    // Of Unicode 14 to 17, which the package does not know.
    ["\u{1e6ee}", "\u1ac8"],
    ["\u{11b66}", "\u0306"],
    ["\u{2aec5}", "\u{24814}"],
  ])("%j and %j have one", (one, other) => {
    expect(skeleton(one)).toBe(skeleton(other));
  });
});

describe("names that look like one that is taken", () => {
  test("twenty names of several scripts may be had, and look like none of each other", () => {
    for (const name of TWENTY_NAMES) expect(penNameRuleFault(cleanName(name)), name).toBeNull();
    expect(new Set(TWENTY_NAMES.map(lookKey)).size).toBe(TWENTY_NAMES.length);
  });

  test("a planted miss is found", () => {
    const isBlind = (variant: string, original: string) =>
      nameKey(variant) === nameKey(original) || !/^[\p{L} ]+$/u.test(variant);
    const missed = variantsOf("Tidewater").filter((variant) => !isBlind(variant, "Tidewater"));
    expect(missed).toContain("Tidewаter");
    expect(missed).toContain("Tldewater");
  });

  test.each(TWENTY_NAMES)("every single-character look-alike of %s is refused", (name) => {
    const variants = variantsOf(name);
    expect(variants.length).toBeGreaterThan(0);
    expect(variants.filter((variant) => !isRefused(variant, name))).toEqual([]);
  });
});

test("whatever the table calls alike is alike in a name, or in none, row by row", () => {
  const alike = new Map<string, string[]>();
  for (const [from, to] of confusables()) alike.set(to, [...(alike.get(to) ?? [to]), from]);
  const around = [
    ...[
      ["", ""],
      ["Anna", "bel"],
      ["Ольга", ""],
      ["Σοφία", ""],
      ["小林", ""],
      ["علي", ""],
    ],
    ...[
      ["नीला", ""],
      ["தமி", ""],
      ["สม", ""],
      ["Աննա", ""],
      ["שלום", ""],
    ],
  ] as const;
  const apart: string[][] = [];
  let looked = 0;
  for (const signs of alike.values()) {
    for (const [before, after] of around) {
      const names = signs.map((sign) => cleanName(before + sign + after));
      const had = names.filter((name) => penNameRuleFault(name) === null);
      looked += had.length;
      const areOne = [nameKey, lookKey].some((key) => new Set(had.map(key)).size <= 1);
      if (!areOne) apart.push(had);
    }
  }
  expect(looked).toBeGreaterThan(5_000);
  expect(apart).toEqual([]);
});

test("two thousand friendly names: those that look alike are equal", async () => {
  const secret = { id: "one", bytes: Buffer.alloc(32, 7) };
  const names = new Set<string>();
  for (let i = 0; i < 2_000; i += 1) {
    const asked = { secret, nonce: `${i}`, essayId: "essay", isTaken: async () => false };
    names.add(await friendlyName(asked));
  }
  const looks = new Map<string, string[]>();
  for (const name of names) looks.set(lookKey(name), [...(looks.get(lookKey(name)) ?? []), name]);
  expect(names.size).toBeGreaterThan(1_900);
  expect([...looks.values()].filter((alike) => alike.length > 1)).toEqual([]);
});

test("ten thousand marks on a letter are refused, and soon", () => {
  const name = `A${"\u0300\u0323\u0488".repeat(3_334)}`;
  // A bound on work, not on time: nothing after the first 2,000 characters is looked at.
  expect(cleanName(name).length).toBeLessThanOrEqual(2_001);
  expect(penNameRuleFault(cleanName(name))).toMatchObject({ reason: "too_long" });
});

test.each([
  ["a\u0300\u0323\u0307\u0308", "odd_characters"],
  ["\u0301Anna", "odd_characters"],
  ["Anna \u0301", "odd_characters"],
  ["Ann\u0338a", "odd_characters"],
  ["ſern", "odd_characters"],
  ["Ann⍺", "odd_characters"],
  ["🅰nna", "odd_characters"],
  ["🇦nna", "odd_characters"],
  ["Anna ❌", "odd_characters"],
  ["Anna|", "odd_characters"],
  ["Anna $", "odd_characters"],
  ["Anna/Bert", "odd_characters"],
  ["Anna 🌻", "odd_characters"],
  ["Annǀ", "odd_characters"],
  ["𐌀nna", "odd_characters"],
  ["ᎪᏁᏁᎪ", "odd_characters"],
  ["ᴀɴɴᴀ", "odd_characters"],
  ["ꓮꓠꓠꓮ", "odd_characters"],
  ["Annа", "mixed_letters"],
  ["Ann\u0430", "mixed_letters"],
  ["小Anna", "mixed_letters"],
  ["עAnna", "mixed_letters"],
  ["Anna ٣", "mixed_letters"],
  ["علي ٣3", "mixed_letters"],
  ["علي ٣۳", "mixed_letters"],
  ["カ한", "mixed_letters"],
  ["🌻", "only_digits"],
  ["\u{10ffff}Anna", "hidden_characters"],
  ["\ue000Anna", "hidden_characters"],
  ["\u0378Anna", "hidden_characters"],
])("%j can't be a pen name: %s", (name, reason) => {
  expect(penNameRuleFault(cleanName(name))).toMatchObject({ reason });
});

test.each([
  "Žofie Nováková",
  "Nguyễn Thị Ánh",
  "Ẹ̀kọ́",
  "Σοφία 12",
  "Ольга О’Нил",
  "さくら 山田 カナ",
  "コーヒー",
  "김小林",
  "ㄅ小林",
  "علي ٣",
  "नीला ७",
  "மலர்",
  "สมชาย",
  "မြို့",
  "ខ្មែរ",
  "Mary-Ann & Co.",
  "fiddler_maybe",
  "O'Neill, jr.",
])("%s can", (name) => {
  expect(penNameRuleFault(cleanName(name))).toBeNull();
});
