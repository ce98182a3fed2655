import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { markdownToHtml } from "#app/domain/rendering/markdown.ts";
import { renderPiece } from "#app/domain/rendering/render-piece.ts";
import { createSanitizer } from "#app/domain/rendering/sanitize.ts";
import { faultsOf, isStable } from "#tests/support/allow-list.ts";
import { normalise } from "./normalise.ts";

interface Example {
  number: number;
  section: string;
  markdown: string;
  html: string;
}

const spec = createRequire(import.meta.url)("commonmark-spec") as { tests: Example[] };
const differences: { number: number; why: string }[] = JSON.parse(
  readFileSync(new URL("../../corpus/commonmark-differences.json", import.meta.url), "utf8"),
);
const differs = new Map(differences.map(({ number, why }) => [number, why]));

// These sections are about raw HTML and images alone, which are shown as text and as links here.
const LEFT_OUT = ["HTML blocks", "Raw HTML", "Images"];
const examples = spec.tests
  .filter(({ section }) => !LEFT_OUT.includes(section))
  .map((example) => ({
    ...example,
    markdown: example.markdown.replaceAll("→", "\t"),
    html: example.html.replaceAll("→", "\t"),
  }));
const labels = { footnotes: "Footnotes", backToMark: "Back to {mark}" };
const sanitizer = createSanitizer();

describe("CommonMark", () => {
  test("has its 652 examples, of which those without raw HTML and images are read", () => {
    expect(spec.tests).toHaveLength(652);
    expect(examples).toHaveLength(566);
    expect(differences.every(({ number }) => examples.some((e) => e.number === number))).toBe(true);
  });

  test("the comparison finds a difference", () => {
    expect(normalise("<p>a <em>b</em></p>")).not.toBe(normalise("<p>a <strong>b</strong></p>"));
    expect(normalise("<pre><code>a\n</code></pre>")).not.toBe(
      normalise("<pre><code>a</code></pre>"),
    );
  });

  test.each(examples)("example $number ($section)", ({ number, markdown, html }) => {
    const ours = normalise(markdownToHtml(markdown, { scope: "spec", labels }));
    const theirs = normalise(html);
    // A listed difference that has gone must leave the list and the decision note.
    if (differs.has(number)) expect(ours).not.toBe(theirs);
    else expect(ours).toBe(theirs);
  });

  test.each(examples)("example $number stays within the allow-list", ({ markdown }) => {
    const { html } = renderPiece(sanitizer, { markdown, scope: "spec", labels });
    expect(faultsOf(html, "spec")).toEqual([]);
    expect(isStable(html)).toBe(true);
  });
});
