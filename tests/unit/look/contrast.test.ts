import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const folder = new URL("../../../app/styles/", import.meta.url);
const css = readFileSync(new URL("tokens.css", folder), "utf8");
const sheets = readdirSync(folder)
  .filter((name) => name.endsWith(".css") && name !== "tokens.css")
  .map((name) => readFileSync(new URL(name, folder), "utf8"));

function tokens(text: string): Record<string, string> {
  const found = text.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{3,6});/g);
  return Object.fromEntries([...found].map(([, name, value]) => [name, inFull(value)]));
}

function inFull(hex = ""): string {
  return hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join("")}` : hex;
}

const darkFrom = css.indexOf("prefers-color-scheme: dark");
const light = tokens(css.slice(0, darkFrom));
const dark = { ...light, ...tokens(css.slice(darkFrom)) };
const onPaper = {
  ...light,
  ...tokens(readFileSync(new URL("print.css", folder), "utf8")),
};

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio, WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** What is read. The round and the square mark have the colour of their word. */
const TEXTS = ["ink", "soft", "experience", "debate", "link"];
const GROUNDS = ["paper", "wash", "warm-wash", "field"];
/** Edges that tell something: of fields and buttons, the ring of the keyboard, what is chosen. */
const EDGES = ["ink", "link", "experience", "strong-line"];

function colour(scheme: Record<string, string>, name: string): string {
  const value = scheme[name];
  if (value === undefined) throw new Error(`no token --${name}`);
  return value;
}

describe("text can be read on every ground", () => {
  test("black on white is 21 to 1, and a pair that is too weak is found", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
    expect(contrast("#a89f92", "#fbf8f2")).toBeLessThan(4.5);
  });

  for (const [scheme, colours] of Object.entries({ light, dark, onPaper })) {
    for (const ground of GROUNDS) {
      for (const text of TEXTS) {
        test(`${scheme}: ${text} on ${ground}`, () => {
          const ratio = contrast(colour(colours, text), colour(colours, ground));
          expect(ratio).toBeGreaterThanOrEqual(4.5);
        });
      }

      for (const edge of EDGES) {
        test(`${scheme}: an edge of ${edge} stands out from ${ground}`, () => {
          const ratio = contrast(colour(colours, edge), colour(colours, ground));
          expect(ratio).toBeGreaterThanOrEqual(3);
        });
      }
    }

    test(`${scheme}: paper on ink, as on buttons`, () => {
      expect(contrast(colour(colours, "paper"), colour(colours, "ink"))).toBeGreaterThanOrEqual(
        4.5,
      );
    });
  }
});

describe("no pair is left out", () => {
  const used = (property: RegExp) =>
    new Set(
      sheets.flatMap((text) =>
        [...text.matchAll(new RegExp(`[\\s;{]${property.source}:\\s*([^;]+);`, "g"))].map(
          ([, value = ""]) => value,
        ),
      ),
    );

  test("every colour of text is one of those above", () => {
    const known = [...TEXTS, "paper"].map((name) => `var(--${name})`);
    const others = [...used(/color/)].filter((value) => !known.includes(value));
    expect(used(/color/).size).toBeGreaterThan(4);
    expect(others.filter((value) => !["inherit", "currentColor"].includes(value))).toEqual([]);
  });

  test("every ground is one of those above, or ink under paper", () => {
    const known = [...GROUNDS, "ink"].map((name) => `var(--${name})`);
    const others = [...used(/background(?:-color)?/)].filter((value) => !known.includes(value));
    expect(others.filter((value) => value !== "none")).toEqual([]);
  });

  test("ink is a ground for paper alone", () => {
    const onInk = sheets.flatMap((text) => text.match(/\{[^{}]*background: var\(--ink\)[^{}]*\}/g));
    const rules = onInk.filter((rule) => rule !== null);
    expect(rules.length).toBeGreaterThan(2);
    expect(rules.filter((rule) => !rule?.includes("color: var(--paper)"))).toEqual([]);
  });

  test("what is only seen, and tells nothing, may be fainter: hairlines", () => {
    for (const scheme of [light, dark]) {
      expect(contrast(colour(scheme, "line"), colour(scheme, "paper"))).toBeGreaterThan(1.2);
    }
  });
});

test("the colours are those of the look", () => {
  expect(light).toMatchObject({
    paper: "#fbf8f2",
    ink: "#221e19",
    soft: "#655d52",
    line: "#ddd5c7",
    experience: "#94431f",
    debate: "#14556b",
    link: "#234a86",
  });
  expect(dark).toMatchObject({
    paper: "#191714",
    ink: "#e9e3d8",
    soft: "#a89f92",
    line: "#3a352e",
    experience: "#e9a07c",
    debate: "#86c5d8",
    link: "#a9c4f5",
  });
});
