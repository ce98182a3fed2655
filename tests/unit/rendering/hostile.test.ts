import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRenderer } from "#app/domain/rendering/renderer.ts";
import { createSanitizer } from "#app/domain/rendering/sanitize.ts";
import { RENDERER_VERSION } from "#app/domain/rendering/types.ts";
import { faultsOf, isStable } from "#tests/support/allow-list.ts";

interface Hostile {
  id: string;
  why: string;
  input: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
const FORBIDDEN_IN_XML = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u;

const folder = new URL("../../corpus/hostile/", import.meta.url);
const corpus = readdirSync(folder)
  .sort()
  .flatMap((file): Hostile[] => JSON.parse(readFileSync(new URL(file, folder), "utf8")));

const renderer = createRenderer({ threads: 1, waitMs: 60_000, renderMs: 20_000 });
beforeAll(async () => {
  await renderer.render({ markdown: "the worker has started", scope: "scope" });
}, 60_000);
afterAll(() => renderer.close());
const sanitizer = createSanitizer();

describe("the checker finds what is planted", () => {
  test.each([
    ["<script>alert(1)</script>", "<script>"],
    ['<img src="x" onerror="alert(1)">', "<img>"],
    ['<p onclick="alert(1)">x</p>', "onclick on <p>"],
    ['<p style="color:red">x</p>', "style on <p>"],
    ["<svg><a></a></svg>", "<svg>"],
    ["<math></math>", "<math>"],
    ["<template><p>x</p></template>", "<template>"],
    ["<!-- x -->", "a #comment"],
    ['<p id="x">x</p>', "id on <p>"],
    ['<h2 id="user-content-other-h-x" dir="auto">x</h2>', "an id without scope"],
    ['<p class="button">x</p>', "a foreign class"],
    ['<a rel="noopener noreferrer nofollow ugc" href="javascript:alert(1)">x</a>', "not allowed"],
    ['<a rel="noopener noreferrer nofollow ugc" href="java\tscript:alert(1)">x</a>', "not allowed"],
    ['<a rel="noopener noreferrer nofollow ugc" href=" &#1;javascript:x">x</a>', "not allowed"],
    ['<a rel="noopener noreferrer nofollow ugc" href="//evil.example">x</a>', "not allowed"],
    ['<a href="https://example.org">x</a>', "rel=undefined"],
    ["<a>x</a>", "leads nowhere"],
    ['<a href="#user-content-scope-note-1">1</a>', "no id"],
    ['<a href="#" target="_top">1</a>', "target on <a>"],
  ])("%s", (html, fault) => {
    expect(faultsOf(html, "scope").join("\n")).toContain(fault);
  });

  test("and what means something else when parsed again", () => {
    expect(isStable("<p>a<p>b")).toBe(false);
    expect(isStable("<table><p>x</p></table>")).toBe(false);
  });

  test("and characters that XML forbids", () => {
    expect("a\u0001b").toMatch(FORBIDDEN_IN_XML);
    expect("a\ud800b").toMatch(FORBIDDEN_IN_XML);
    expect("a\t\n😀").not.toMatch(FORBIDDEN_IN_XML);
  });

  test("and leaves alone what is allowed", () => {
    expect(faultsOf('<p dir="auto">a <em>b</em></p>', "scope")).toEqual([]);
  });
});

test("the corpus has at least 300 inputs, no id and no input twice", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(300);
  expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length);
  expect(new Set(corpus.map(({ input }) => input)).size).toBe(corpus.length);
});

describe("as somebody's Markdown", () => {
  test.each(corpus)("$id: $why", async ({ input }) => {
    const result = await renderer.render({ markdown: input, scope: "scope" });
    if (!result.ok) throw new Error(`refused: ${result.reason}`);
    const { html, version, firstLines, text } = result.rendered;
    expect(version).toBe(RENDERER_VERSION);
    expect(faultsOf(html, "scope")).toEqual([]);
    expect(isStable(html)).toBe(true);
    // Nothing that XML forbids, for feeds, and nothing that turns the line beside it around.
    expect(html + text + firstLines).not.toMatch(FORBIDDEN_IN_XML);
    expect(firstLines).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(firstLines.length).toBeLessThanOrEqual(280);
  });
});

// The Markdown stage leaves the sanitiser nothing to do; here it meets the same inputs as HTML.
describe("as HTML before the sanitiser", () => {
  test.each(corpus)("$id: $why", ({ input }) => {
    const html = sanitizer.serialize(sanitizer.clean(input, "scope"));
    expect(faultsOf(html, "scope")).toEqual([]);
    // HTML drops a line end behind <pre>, so a first reading may change; from then on nothing does.
    const again = sanitizer.serialize(sanitizer.clean(html, "scope"));
    expect(faultsOf(again, "scope")).toEqual([]);
    expect(again.replace("<pre>", "<pre>\n")).toBe(html.replace(/<pre>\n?/, "<pre>\n"));
    expect(isStable(again)).toBe(true);
  });
});
