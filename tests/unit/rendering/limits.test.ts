import { describe, expect, test } from "vitest";
import { checkLimits, LIMITS, measure } from "#app/domain/rendering/limits.ts";
import { words } from "#app/words/words.ts";

const reasonOf = (markdown: string) => {
  const verdict = checkLimits(markdown);
  return verdict.ok ? "ok" : verdict.reason;
};

describe("what is refused", () => {
  test.each([
    ["a text beyond the limit", "a".repeat(LIMITS.characters + 1), "too_long"],
    ["as long in another script", "ا".repeat(LIMITS.characters + 1), "too_long"],
    ["8,000 quotation marks", `${">".repeat(8000)} x`, "too_deep"],
    ["quotation marks with spaces", `${"> ".repeat(30)}x`, "too_deep"],
    ["a list in a list in a list on one line", `${"- ".repeat(30)}x`, "too_deep"],
    ["numbers in numbers", `${"1. ".repeat(30)}x`, "too_deep"],
    ["a staircase of lists", staircase(30), "too_deep"],
    ["quotations in lists in quotations", `${"> - ".repeat(15)}x`, "too_deep"],
    ["nested brackets", `${"[".repeat(3000)}x${"]".repeat(3000)}`, "too_deep"],
    ["nested emphasis", `${"*a _b ".repeat(15)}x${"_*".repeat(15)}`, "too_deep"],
    ["3,000 paragraphs", "a\n\n".repeat(3000), "too_many_blocks"],
    ["3,000 list entries", "- a\n".repeat(3000), "too_many_blocks"],
    ["3,000 rules", "---\n".repeat(3000), "too_many_blocks"],
    ["3,000 headings", "# a\n".repeat(3000), "too_many_blocks"],
    ["a table of 3,000 rows", `| a |\n|---|\n${"| b |\n".repeat(3000)}`, "too_many_blocks"],
    ["a table of 40,000 cells", `${`${"|a".repeat(200)}|\n`.repeat(200)}`, "too_many_blocks"],
    ["2,000 links", "[a](https://e.example) ".repeat(2000), "too_many_links"],
    ["2,000 bare links", "https://e.example ".repeat(2000), "too_many_links"],
    ["2,000 addresses", "a@e.example ".repeat(2000), "too_many_links"],
    ["2,000 references", `${"[a] ".repeat(2000)}\n\n[a]: https://e.example`, "too_many_links"],
    ["2,000 footnote marks", `${"a[^1] ".repeat(2000)}\n\n[^1]: b`, "too_many_links"],
  ])("%s", (_, markdown, reason) => {
    expect(reasonOf(markdown)).toBe(reason);
  });

  test("each reason has its sentence with the limit as a number", () => {
    const { refused } = words().text;
    expect(refused.too_long(LIMITS.characters)).toContain("200,000");
    expect(refused.too_many_blocks(LIMITS.blocks)).toContain("2,000");
    expect(refused.too_deep(LIMITS.depth)).toContain("20");
    expect(refused.too_many_links(LIMITS.links)).toContain("1,000");
  });
});

describe("what is let through", () => {
  const paragraph = "This is how it was, and *nobody* asked [me](https://e.example). ".repeat(12);
  test.each([
    ["a long essay", `${paragraph}\n\n`.repeat(80)],
    ["exactly at the limit", "a".repeat(LIMITS.characters)],
    ["quotations eighteen deep", `${">".repeat(18)} x`],
    ["a staircase of ten lists", staircase(10)],
    ["forty lines that begin with a star and no space", "*one\n".repeat(40)],
    ["stars that never close, over many lines", "*sigh and on it goes\n".repeat(200)],
    ["a row of stars between two parts", "* * * * * * * * * * * * * * * * * * * * * * * *"],
    ["a line of dashes", "-".repeat(500)],
    ["dashes with spaces", "- ".repeat(60)],
    ["a line of equal signs", "=".repeat(500)],
    ["a poem of 1,500 lines", "a line of it\n".repeat(1500)],
    ["a list after a list after a list", "- a\n  - b\n\ntext\n\n".repeat(100)],
    ["deeply indented code", `${" ".repeat(80)}- x\n`.repeat(40)],
    ["a laugh", "(((((((((((((((((((((((((((((( ha ))))))))))))))))))))))))))))))"],
    ["an essay with 200 footnotes", footnotes(200)],
    ["nothing", ""],
  ])("%s", (_, markdown) => {
    expect(reasonOf(markdown)).toBe("ok");
  });
});

test("what is measured is what stands there", () => {
  expect(measure("# a\n\nb\n\n- c\n- d\n  - e\n\n> f")).toEqual({ blocks: 6, depth: 2, links: 0 });
  expect(measure("[a](https://www.e.example) www.e.example x@e.example").links).toBe(3);
  expect(measure("*a **b** c*").depth).toBe(2);
});

function staircase(steps: number): string {
  return Array.from({ length: steps }, (_, step) => `${"  ".repeat(step)}- x`).join("\n");
}

function footnotes(count: number): string {
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  const marks = numbers.map((n) => `A sentence that rests on something.[^${n}]`).join("\n\n");
  return `${marks}\n\n${numbers.map((n) => `[^${n}]: https://e.example/${n}`).join("\n")}`;
}
