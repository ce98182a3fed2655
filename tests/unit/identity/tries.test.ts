import { expect, test } from "vitest";
import { waitAfter } from "#app/domain/accounts/tries.ts";

test("the first failures cost nothing, later ones more, none more than a minute", () => {
  const waits = Array.from({ length: 14 }, (_, failures) => waitAfter(failures) / 1_000);
  expect(waits).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  expect(waitAfter(1_000_000)).toBe(60_000);
});
