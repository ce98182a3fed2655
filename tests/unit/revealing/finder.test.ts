import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import { createFinder } from "#app/domain/revealing/finder.ts";
import type { Finder } from "#app/domain/revealing/types.ts";
import { revealingIn } from "#app/web/revealing.ts";
import { ORDINARY_SENTENCES, TELLING } from "./sentences.ts";

let finder: Finder | null = null;
afterEach(() => finder?.close());

/** The part of a request's context that the check uses. */
function contextWith(one: Finder) {
  return { house: { finder: one } } as unknown as Parameters<typeof revealingIn>[0];
}

it("looks in a thread of its own, and shows a calm part of what it finds", async () => {
  finder = createFinder({ withinMs: 120_000 });
  const body = [...TELLING.map(([sentence]) => sentence), ...ORDINARY_SENTENCES].join("\n\n");
  const told = await revealingIn(contextWith(finder), [body, ""], ["Oriel"]);
  if (!told.looked) throw new Error("it did not look");
  const lines = told.groups.flatMap((group) => group.lines);
  expect(lines).toHaveLength(20);
  expect(told.total).toBeGreaterThan(40);
  expect(told.groups.every((group) => group.lines.length <= 5)).toBe(true);
  expect(lines.map(({ words }) => words)).toContain("My psychiatrist, Anna Berg");
  expect(lines.map(({ words }) => words)).not.toContain("Oriel");
});

it("leaves out a name that everybody sees, and one that stands there with whose it is", async () => {
  finder = createFinder({ withinMs: 120_000 });
  const body = "My sister Mira came. Then Mira left, and Quiet Heron said so. I met Oriel.";
  const told = await revealingIn(contextWith(finder), [body], ["Quiet Heron"]);
  if (!told.looked) throw new Error("it did not look");
  const found = told.groups.map(({ kind, lines }) => [kind, lines.map(({ words }) => words)]);
  expect(found).toEqual([
    ["relative", ["My sister Mira"]],
    ["person", ["Oriel"]],
  ]);
});

it("says that it didn't look where there is no time, and looks at the next text", async () => {
  const workerFile = fileURLToPath(new URL("./workers/hangs.mjs", import.meta.url));
  finder = createFinder({ workerFile, withinMs: 300 });
  expect(await finder.find(["one"])).toBeNull();
  expect(await finder.find(["two"])).toBeNull();
  await finder.close();
  expect(await finder.find(["three"])).toBeNull();
});
