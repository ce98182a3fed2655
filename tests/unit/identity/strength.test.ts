import { expect, test } from "vitest";
import { weaknessOf } from "#app/domain/accounts/strength.ts";

const known = ["Quiet Heron", "Firsthand"];

test.each([
  ["password123", "common"],
  ["P@ssw0rd!", "common"],
  ["quiet heron 1", "own_name"],
  ["zxcvbnm,./asdf", "keyboard"],
  ["aaaaaaaaaaaaaaaaaaaaaa", "repeated"],
  ["abcabcabcabcabc", "repeated"],
  ["horse horse horse", "sequence"],
  ["12.03.1985", "date"],
  ["hetherington", "name"],
  ["kj4", "short"],
])("%j is too easy to guess: %s", async (passphrase, weakness) => {
  expect(await weaknessOf(passphrase, { known })).toBe(weakness);
});

test.each([
  "kettle osprey meadow lathe",
  "the blue door on marchmont street sticks",
  "мама мыла раму вчера",
  "j7Qw!x2Lp0vz",
])("%j is strong enough", async (passphrase) => {
  expect(await weaknessOf(passphrase, { known })).toBeNull();
});

test("what comes after the first 40 characters makes nothing weaker or stronger", async () => {
  const strong = `kettle osprey meadow lathe nightfall ${"a".repeat(900)}`;
  expect(await weaknessOf(strong, { known })).toBeNull();
  const weak = `${"a".repeat(60)}kettle osprey meadow lathe`;
  expect(await weaknessOf(weak, { known })).toBe("repeated");
});
