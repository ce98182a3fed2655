import { describe, expect, test } from "vitest";
import { friendlyName } from "#app/domain/identity/friendly-name.ts";
import { isReserved, nameKey, nameRuleFault } from "#app/domain/identity/names.ts";
import { words } from "#app/words/words.ts";

const secret = { id: "one", bytes: Buffer.alloc(32, 7) };
const nobody = async () => false;

describe("friendly names", () => {
  test("the same nonce and essay give the same name, another essay another", async () => {
    const asked = { secret, nonce: "n", essayId: "essay", isTaken: nobody };
    const name = await friendlyName(asked);
    expect(name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
    expect(await friendlyName(asked)).toBe(name);
    expect(await friendlyName({ ...asked, essayId: "other" })).not.toBe(name);
  });

  test("where two words are taken, three are used", async () => {
    const asked = { secret, nonce: "n", essayId: "essay" };
    const isTaken = async (name: string) => name.split(" ").length === 2;
    expect(await friendlyName({ ...asked, isTaken })).toMatch(/^([A-Z][a-z]+ ){2}[A-Z][a-z]+$/);
  });

  test("a thousand in one thread are a thousand names", async () => {
    const taken = new Set<string>();
    for (let i = 0; i < 1_000; i += 1) {
      const isTaken = async (name: string) => taken.has(nameKey(name));
      taken.add(nameKey(await friendlyName({ secret, nonce: `${i}`, essayId: "e", isTaken })));
    }
    expect(taken.size).toBe(1_000);
  });

  test("the word lists are large, plain, and give names that anybody may have", () => {
    const { adjectives, nouns, reservedWords, reservedNames } = words().names;
    expect(adjectives.length).toBeGreaterThanOrEqual(200);
    expect(nouns.length).toBeGreaterThanOrEqual(300);
    for (const list of [adjectives, nouns]) {
      expect(new Set(list).size).toBe(list.length);
      for (const word of list) {
        expect(word).toMatch(/^[A-Z][a-z]+$/);
        expect(nameRuleFault(word)).toBeNull();
        expect(isReserved(word, { words: reservedWords, wholes: reservedNames })).toBe(false);
      }
    }
  });
});
