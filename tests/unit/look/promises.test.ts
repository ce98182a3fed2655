import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { keptPromises } from "#app/routes/house/kept-promises.ts";
import { words } from "#app/words/words.ts";

const exists = (file: string) => existsSync(new URL(`../../../${file}`, import.meta.url));

test("every printed promise has its words, and tests that are there", () => {
  expect(exists("tests/unit/look/promises.test.ts")).toBe(true);
  expect(exists("tests/unit/look/planted.test.ts")).toBe(false);
  for (const { number, heldBy } of keptPromises) {
    expect(words().house.promises.list[number].promise).not.toBe("");
    expect(heldBy.length, `promise ${number}`).toBeGreaterThan(0);
    expect(heldBy.filter((file) => !exists(file))).toEqual([]);
  }
});
