import { describe, expect, it } from "vitest";
import { findRevealing, findRevealingIn } from "#app/domain/revealing/find-revealing.ts";
import { ORDINARY_SENTENCES, TELLING, TELLING_ELSEWHERE } from "./sentences.ts";

describe("words that could tell who somebody is", () => {
  it.each(TELLING)("are found in: %s", async (sentence, ...expected) => {
    const finds = await findRevealing(sentence);
    const told = finds.map(({ kind, words }) => [kind, words]);
    for (const one of expected) expect(told).toContainEqual(one);
  });

  it.each(TELLING_ELSEWHERE)("are found by their shape in: %s", async (sentence, ...expected) => {
    const { english, finds } = await findRevealingIn([sentence]);
    expect(english).toBe(false);
    expect(finds[0]?.map(({ kind, words }) => [kind, words])).toEqual(expected);
  });

  it.each(ORDINARY_SENTENCES)("are not found in: %s", async (sentence) => {
    expect(await findRevealing(sentence)).toEqual([]);
  });

  it("says where in the text as typed each stands, none over another", async () => {
    const text = TELLING.map(([sentence]) => `> ${sentence}`).join("\n\n");
    const finds = await findRevealing(text);
    expect(finds.length).toBeGreaterThan(40);
    let end = 0;
    for (const find of finds) {
      expect(text.slice(find.start, find.end)).toBe(find.words);
      expect(find.start).toBeGreaterThanOrEqual(end);
      end = find.end;
    }
  });

  it("looks at each text of a form by itself", async () => {
    const { finds } = await findRevealingIn(["Nothing here.", "nurse on Ward 7", ""]);
    expect(finds.map((one) => one.map(({ words }) => words))).toEqual([[], ["Ward 7"], []]);
  });

  it.each([
    ["one word", "a".repeat(500_000)],
    ["capitals", "A ".repeat(250_000)],
    ["digits", "+1(".repeat(160_000)],
    ["names", "Aaaa Bbbb ".repeat(50_000)],
    ["cues", "my sister ".repeat(50_000)],
    ["marks", "](".repeat(250_000)],
    ["spaces", " ".repeat(500_000)],
  ])("comes to an end with 500,000 characters of %s", async (_, text) => {
    expect((await findRevealing(text)).length).toBeLessThanOrEqual(400);
  });
});
