import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("../../../app/styles/tokens.css", import.meta.url), "utf8");

function tokens(text: string): Record<string, string> {
  const found = text.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g);
  return Object.fromEntries([...found].map(([, name, value]) => [name, value]));
}

const darkFrom = css.indexOf("prefers-color-scheme: dark");
const light = tokens(css.slice(0, darkFrom));
const dark = { ...light, ...tokens(css.slice(darkFrom)) };

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

const TEXTS = ["ink", "soft", "experience", "debate", "link"];
const GROUNDS = ["paper", "wash", "warm-wash", "field"];

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

  for (const [scheme, colours] of Object.entries({ light, dark })) {
    for (const text of TEXTS) {
      for (const ground of GROUNDS) {
        test(`${scheme}: ${text} on ${ground}`, () => {
          const ratio = contrast(colour(colours, text), colour(colours, ground));
          expect(ratio).toBeGreaterThanOrEqual(4.5);
        });
      }
    }

    test(`${scheme}: paper on ink, as on buttons`, () => {
      expect(contrast(colour(colours, "paper"), colour(colours, "ink"))).toBeGreaterThanOrEqual(
        4.5,
      );
    });

    test(`${scheme}: the edges of fields stand out from paper and field`, () => {
      for (const ground of ["paper", "field"]) {
        const ratio = contrast(colour(colours, "strong-line"), colour(colours, ground));
        expect(ratio).toBeGreaterThanOrEqual(3);
      }
    });
  }
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
