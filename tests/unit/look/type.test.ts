import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = new URL("../../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");

interface Face {
  family: string;
  style: string;
  file: string;
  ranges: [from: number, to: number][];
  text: string;
}

function facesOf(css: string): Face[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, text = ""]) => {
    const value = (name: string) =>
      new RegExp(`[\\s;]${name}:\\s*([^;]*);`).exec(text)?.[1]?.trim() ?? "";
    return {
      family: value("font-family").replaceAll('"', ""),
      style: value("font-style") || "normal",
      file: /url\("([^"]+)"\)/.exec(text)?.[1] ?? "",
      ranges: rangesOf(value("unicode-range")),
      text,
    };
  });
}

function rangesOf(list: string): [number, number][] {
  return [...list.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(([, from = "", to = from]) => [
    Number.parseInt(from, 16),
    Number.parseInt(to, 16),
  ]);
}

function overlap(one: Face, other: Face): boolean {
  if (one.family !== other.family || one.style !== other.style) return false;
  return one.ranges.some(([from, to]) => other.ranges.some(([a, b]) => from <= b && a <= to));
}

const ours = facesOf(read("app/styles/fonts.css"));
const fallbacks = facesOf(read("app/styles/fallback-fonts.css"));
const sizeOf = (face: Face) => statSync(new URL(`node_modules/${face.file}`, root)).size;

describe("our own letters", () => {
  test("come in parts that are there, are small, and never hide the text", () => {
    expect(ours.length).toBeGreaterThanOrEqual(7);
    for (const face of ours) {
      expect(sizeOf(face), face.file).toBeGreaterThan(1_000);
      expect(sizeOf(face), face.file).toBeLessThan(60_000);
      expect(face.text).toContain("font-display: swap");
      expect(face.ranges.length, face.file).toBeGreaterThan(3);
    }
  });

  test("no letter is in two parts, so none is fetched twice", () => {
    const latin = ours[0];
    expect(latin && overlap(latin, latin)).toBe(true);
    const twice = ours.flatMap((one, index) =>
      ours.slice(index + 1).filter((other) => overlap(one, other)),
    );
    expect(twice.map(({ file }) => file)).toEqual([]);
  });

  test.each([
    ["Latin", "é’—"],
    ["Latin of more countries", "łőž"],
    ["Cyrillic", "жёї"],
    ["Greek", "ώθς"],
  ])("what people wrote is set in them: %s", (_name, letters) => {
    for (const letter of letters) {
      const code = letter.codePointAt(0) ?? 0;
      const has = ours.some(
        (face) =>
          face.family === "Literata" &&
          face.ranges.some(([from, to]) => from <= code && code <= to),
      );
      expect(has, letter).toBe(true);
    }
  });

  test("two are asked for at once: the first of each kind, under 90 kB together", () => {
    const asked = [...read("app/root.tsx").matchAll(/from "([^"]+\.woff2)\?url"/g)].map(
      ([, file = ""]) => file,
    );
    const firsts = ["Literata", "Atkinson Hyperlegible Next"].map((family) =>
      ours.find((face) => face.family === family),
    );
    expect(asked.toSorted()).toEqual(firsts.map((face) => face?.file).toSorted());
    const together = firsts.reduce((sum, face) => sum + (face ? sizeOf(face) : 0), 0);
    expect(together).toBeLessThan(90_000);
  });
});

describe("the letters that stand in for them", () => {
  test("are stretched to the measures in our fonts' own files", () => {
    const script = fileURLToPath(new URL("scripts/font-metrics.mjs", root));
    const made = execFileSync(process.execPath, [script], { encoding: "utf8" });
    expect(read("app/styles/fallback-fonts.css")).toBe(made);
  });

  test("are named in the tokens, after ours, each with all four measures", () => {
    const tokens = read("app/styles/tokens.css");
    expect(fallbacks.length).toBeGreaterThanOrEqual(4);
    for (const { family, text } of fallbacks) {
      expect(tokens).toContain(`"${family}"`);
      for (const measure of ["size-adjust", "ascent-override", "descent-override"]) {
        expect(text).toMatch(new RegExp(`${measure}: \\d+(?:\\.\\d+)?%`));
      }
      expect(text).toContain("line-gap-override: 0%");
      expect(text).toContain("local(");
    }
    const named = new Set([...ours, ...fallbacks].map(({ family }) => family));
    const quoted = [...tokens.matchAll(/--(?:serif|sans):([^;]*);/g)].flatMap(([, list = ""]) =>
      [...list.matchAll(/"([^"]+)"/g)].map(([, family = ""]) => family),
    );
    expect(quoted.filter((family) => !named.has(family))).toEqual([]);
  });
});
