import { describe, expect, test } from "vitest";
import { firstLines } from "#app/domain/rendering/first-lines.ts";
import { headingsOf } from "#app/domain/rendering/headings.ts";
import { renderPiece } from "#app/domain/rendering/render-piece.ts";
import { createSanitizer } from "#app/domain/rendering/sanitize.ts";

const sanitizer = createSanitizer();
const labels = { footnotes: "Footnotes", backToMark: "Back to mark {mark}" };
const render = (markdown: string, scope = "s") =>
  renderPiece(sanitizer, { markdown, scope, labels });
const REL = 'rel="noopener noreferrer nofollow ugc"';

describe("marks of cited works", () => {
  const withWorks = (markdown: string) =>
    renderPiece(sanitizer, { markdown, scope: "s", labels, works: 2 });
  const mark = (work: number, id = `cite-${work}`) =>
    `<sup class="work-mark"><a href="#user-content-s-work-${work}" id="user-content-s-${id}">[${work}]</a></sup>`;

  test("lead to the work of that number, each with an id of its own", () => {
    const { html } = withWorks("a[^2] b[^1] c[^2]");
    expect(html).toBe(`<p dir="auto">a${mark(2)} b${mark(1)} c${mark(2, "cite-2-2")}</p>`);
  });

  test("are text where there is no such work", () => {
    expect(withWorks("a[^3] b[^0] c[^x]").html).toBe('<p dir="auto">a[^3] b[^0] c[^x]</p>');
    expect(render("a[^1]").html).toBe('<p dir="auto">a[^1]</p>');
  });

  test("give way to a note of the same name", () => {
    const { html } = withWorks("a[^1] b[^2]\n\n[^1]: A note.");
    expect(html).toContain('href="#user-content-s-note-1"');
    expect(html).toContain(mark(2));
  });

  test("don't stand in the first lines", () => {
    expect(withWorks("a[^1] b").firstLines).toBe("a b");
  });
});

describe("a piece", () => {
  test.each([
    ["raw HTML as text", "a <b>b</b>", '<p dir="auto">a &lt;b&gt;b&lt;/b&gt;</p>'],
    ["quotes and dashes as typed", `"a" -- 'b' ...`, `<p dir="auto">"a" -- 'b' ...</p>`],
    ["two tildes", "~~a~~ ~b~", '<p dir="auto"><del>a</del> ~b~</p>'],
    [
      "a bare link",
      "https://e.example/?a=1&b=2.",
      `<p dir="auto"><a href="https://e.example/?a=1&amp;b=2" ${REL}>https://e.example/?a=1&amp;b=2</a>.</p>`,
    ],
    [
      "an image",
      "![a *b*](https://e.example/c.png)",
      `<p dir="auto"><a href="https://e.example/c.png" ${REL}>a b</a></p>`,
    ],
    [
      "an image without words",
      "![](https://e.example/c.png)",
      `<p dir="auto"><a href="https://e.example/c.png" ${REL}>https://e.example/c.png</a></p>`,
    ],
    ["a link that leads nowhere allowed", "[a](/b) [c](javascript:d)", '<p dir="auto">a c</p>'],
    [
      "a quotation from the right",
      "> مرحبا",
      '<blockquote dir="rtl">\n<p dir="auto">مرحبا</p>\n</blockquote>',
    ],
    [
      "a table",
      "|a|\n|:-:|\n|b|",
      '<table dir="auto">\n<thead>\n<tr>\n<th align="center" dir="auto">a</th>\n</tr>\n</thead>\n<tbody><tr>\n<td align="center" dir="auto">b</td>\n</tr>\n</tbody></table>',
    ],
    ["a task", "- [x] a", '<ul dir="auto">\n<li dir="auto">[x] a</li>\n</ul>'],
    [
      "a list that begins elsewhere",
      "3. a",
      '<ol start="3" dir="auto">\n<li dir="auto">a</li>\n</ol>',
    ],
    ["code", "```js\n<a>\n```", '<pre dir="auto"><code>&lt;a&gt;\n</code></pre>'],
    ["nothing", "  \n", ""],
  ])("%s", (_, markdown, html) => {
    expect(render(markdown).html).toBe(html);
  });

  test("numbers its footnotes by the text, links both ways and keeps those nobody names", () => {
    const { html } = render("a[^x] b[^y] c[^x]\n\n[^y]: Y\n[^x]: X[^z]\n\n[^z]: Z\n[^w]: W", "c1");
    expect(html).toContain(
      'a<sup class="footnote-mark"><a href="#user-content-c1-note-1" id="user-content-c1-mark-1">1</a></sup>',
    );
    expect(html).toContain(
      'c<sup class="footnote-mark"><a href="#user-content-c1-note-1" id="user-content-c1-mark-1-2">1</a></sup>',
    );
    expect(html).toContain('aria-label="Back to mark 1-2">↩︎<sup>2</sup></a>');
    const notes = Array.from(html.matchAll(/<li id="([^"]*)">\n<p dir="auto">(.)/g), (m) => [
      m[1],
      m[2],
    ]);
    expect(notes).toEqual([
      ["user-content-c1-note-1", "X"],
      ["user-content-c1-note-2", "Y"],
      ["user-content-c1-note-3", "Z"],
      ["user-content-c1-note-4", "W"],
    ]);
  });

  test("begins its headings at h2 and skips no level", () => {
    const piece = render("### A\n\n##### B\n\n# C\n\n## A\n\n[up](#a) [on](#a-2) [off](#x)");
    expect(piece.headings).toEqual([
      { level: 2, id: "user-content-s-h-a", text: "A" },
      { level: 3, id: "user-content-s-h-b", text: "B" },
      { level: 2, id: "user-content-s-h-c", text: "C" },
      { level: 3, id: "user-content-s-h-a-2", text: "A" },
    ]);
    expect(piece.html).toContain('<a href="#user-content-s-h-a">up</a>');
    expect(piece.html).toContain('<a href="#user-content-s-h-a-2">on</a>');
    expect(piece.html).toContain('<a href="#x">off</a>');
  });

  test.each(['# A & *b* <c> `d`[^1] "e"\n\n[^1]: x', "# [a](https://e.example)\n\n## b", "a"])(
    "has the headings that its HTML has: %s",
    (markdown) => {
      const { html, headings } = render(markdown);
      expect(headingsOf(html)).toEqual(headings);
    },
  );

  test("tells its plain text, words, links and first lines", () => {
    const piece = render("# T\n\n> quoted\n\nOwn [words](https://e.example).[^1]\n\n[^1]: Note.");
    expect(piece.text).toBe("T\n\nquoted\n\nOwn words.\n\nNote.");
    expect(piece.firstLines).toBe("Own words.");
    expect(piece.words).toBe(5);
    expect(piece.links).toBe(1);
    expect(render("> only quoted").firstLines).toBe("only quoted");
  });

  test("is the same again for the same text and scope, and differs in ids alone for another", () => {
    const markdown = "# A\n\nb[^1]\n\n[^1]: c";
    expect(render(markdown, "one")).toEqual(render(markdown, "one"));
    expect(render(markdown, "two").html.replaceAll("-two-", "-one-")).toBe(
      render(markdown, "one").html,
    );
  });
});

describe("first lines", () => {
  test("stay whole up to 280 characters", () => {
    expect(firstLines("a".repeat(280))).toBe("a".repeat(280));
    expect(firstLines(" a \n b ")).toBe("a b");
  });

  test("are cut at a word", () => {
    const line = firstLines("seven. ".repeat(100));
    expect(line.length).toBeLessThanOrEqual(280);
    expect(line).toMatch(/seven\.…$/);
  });

  test("never cut a character that people see as one", () => {
    const family = "👩\u200D👩\u200D👧";
    const line = firstLines(family.repeat(100));
    expect(line.length).toBeLessThanOrEqual(280);
    expect(line.slice(0, -1).replaceAll(family, "")).toBe("");
  });

  test("turn nothing around", () => {
    expect(firstLines("a\u202eb\u2066c")).toBe("abc");
  });
});
