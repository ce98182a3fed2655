import { readdirSync, readFileSync, statSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";

const root = new URL("../../../", import.meta.url);

function filesUnder(folder: string, ending: RegExp): { path: string; text: string }[] {
  return readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name))
    .map((name) => `${folder}${name}`)
    .map((path) => ({ path, text: readFileSync(new URL(path, root), "utf8") }));
}

const styles = filesUnder("app/styles/", /\.css$/);

/** Addresses in a style sheet that are neither our own files nor fonts from the packages. */
function foreign(css: string): string[] {
  const addresses = [...css.matchAll(/(?:url\(|@import\s+)\s*["']?([^"')\s;]+)/g)].map(
    ([, address = ""]) => address,
  );
  return addresses.filter(
    (address) => !/^(?:\.\/[a-z-]+\.css|@fontsource-variable\/)/.test(address),
  );
}

describe("style sheets", () => {
  test("name nothing of a third party", () => {
    expect(foreign('a { background: url("https://example.org/x.png") }')).toHaveLength(1);
    expect(foreign('@import "//example.org/x.css";')).toHaveLength(1);
    for (const { path, text } of styles) expect(foreign(text), path).toEqual([]);
  });

  test("stay small: 47 kB before they are minified, 8 kB compressed", () => {
    const all = styles.map(({ text }) =>
      text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\s+/g, " "),
    );
    const size = Buffer.from(all.join(""));
    expect(size.length).toBeGreaterThan(5_000);
    expect(size.length).toBeLessThan(47_000);
    expect(brotliCompressSync(size).length).toBeLessThan(8_000);
  });

  test("move nothing", () => {
    for (const { path, text } of styles) expect(text, path).not.toMatch(/transition|animation/);
  });
});

describe("components", () => {
  const components = filesUnder("app/", /\.tsx$/);

  test("carry no style attributes", () => {
    expect('<p style={{ color: "red" }}>').toMatch(/\sstyle=/);
    expect(components.length).toBeGreaterThan(20);
    for (const { path, text } of components) expect(text, path).not.toMatch(/\sstyle=/);
  });
});

test("each enhancement in public/ stays under 5 kB", () => {
  const scripts = readdirSync(new URL("public/", root), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => new URL(`public/${name}`, root));
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) expect(statSync(script).size).toBeLessThan(5_000);
});
