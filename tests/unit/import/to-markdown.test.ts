import { describe, expect, it } from "vitest";
import { makeConverter } from "#app/domain/exchange/wordpress/to-markdown.ts";
import { guessLead } from "#app/domain/perspectives/guess-lead.ts";

const convert = makeConverter();
const essay = (content: string, footnotes = "") =>
  convert({ content, footnotes, baseUrl: "https://old.example", piece: "essay" });

const CASES: [string, string, string][] = [
  ["classic paragraphs", "one\ntwo\n\nthree", "one  \ntwo\n\nthree"],
  ["no double breaks", "one<br />\ntwo", "one  \ntwo"],
  ["emphasis over paragraphs", "<em>a\n\nb</em>", "*a*\n\n*b*"],
  ["signs of Markdown as text", "*a* _b_ # c `d` [e]", "\\*a\\* \\_b\\_ # c \\`d\\` \\[e\\]"],
  ["what looks like HTML", "&lt;b&gt; &amp;copy; a < b", "\\<b> \\&copy; a < b"],
  ["bare addresses", "see http://a.example/x_y_z.", "see <http://a.example/x_y_z>."],
  ["nested quotes", "<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n>\n> > b"],
  ["lists", "<ol start=3><li>a</li><li>b<ul><li>c</li></ul></li></ol>", "3. a\n4. b\n   - c"],
  ["pre", "<pre>a\n\n  b</pre>", "```\na\n\n  b\n```"],
  [
    "tables",
    "<table><tr><th>A</th><th>B</th></tr><tr><td>x|y<br>z</td><td></td></tr></table>",
    "| A | B |\n| --- | --- |\n| x\\|y / z |  |",
  ],
  ["tables for layout", "<table><tr><td><p>a</p><p>b</p></td></tr></table>", "a\n\nb"],
  [
    "images",
    '<img src="/a b.jpg" alt="a [gate]">',
    "[Image: a \\[gate\\]](<https://old.example/a%20b.jpg>)",
  ],
  [
    "linked images",
    '<a href="/l.jpg"><img src="/s.jpg" alt="x"></a>',
    "[Image: x](<https://old.example/l.jpg>)",
  ],
  [
    "captions",
    '[caption id="x"]<img src="/a.jpg"> words[/caption]',
    "[Image](<https://old.example/a.jpg>) words",
  ],
  ["players", '<iframe src="https://p.example/v"></iframe>', "<https://p.example/v>"],
  ["scripts", "a<script>alert(1)</script><style>b{}</style>", "a"],
  ["links that run", '<a href="javascript:alert(1)">a</a>', "a"],
  ["more", "a<!--more-->b", "a\n\nb"],
  ["brackets of one's own", "[sic] [gallery] [contact-form-7 id=1]", "\\[sic\\]"],
  ["notes called in place", "a[ref]b *c*[/ref].", "a[^1].\n\n[^1]: b \\*c\\*"],
  [
    "notes as Word writes them",
    '<p>a<sup><a href="#_ftn1" name="_ftnref1">[1]</a></sup></p><hr><p><a href="#_ftnref1" name="_ftn1">[1]</a> b</p>',
    "a[^1]\n\n[^1]: b",
  ],
  [
    "notes in a list",
    '<p>a<sup id="fnref1"><a href="#fn1">1</a></sup></p><h2>Notes</h2><ol><li id="fn1">b <a href="#fnref1">↩</a></li></ol>',
    "a[^1]\n\n[^1]: b",
  ],
  ["contents are no notes", '<a href="#s">1</a><h2 id="s">One</h2>', "1\n\n## One"],
  [
    "the block editor",
    "<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->\n\n<!-- wp:latest-posts /-->\n\nfree\ntext",
    "a\n\nfree  \ntext",
  ],
];

describe("a blog's HTML as Markdown", () => {
  it.each(CASES)("%s", (_, html, markdown) => expect(essay(html).markdown).toBe(markdown));

  it("takes the block editor's footnotes from beside the text", () => {
    const html =
      '<!-- wp:paragraph --><p>a<sup data-fn="x" class="fn"><a href="#x">1</a></sup></p><!-- /wp:paragraph -->';
    const kept = JSON.stringify([{ id: "x", content: "b <em>c</em>" }]);
    expect(essay(html, kept).markdown).toBe("a[^1]\n\n[^1]: b *c*");
    expect(essay(html, "not json").markdown).toContain("a");
  });

  it("leaves brackets in comments alone", () => {
    const told = convert({ content: "[gallery] [ref]x[/ref]", baseUrl: "", piece: "comment" });
    expect(told.markdown).toBe("\\[gallery\\] \\[ref\\]x\\[/ref\\]");
  });
});

describe("markup that would cost too much", () => {
  const words = "hello there";
  const hostile: [string, string, boolean][] = [
    ["nesting", `${"<div>".repeat(5_000)}${words}`, true],
    ["open formatting", `${"<b><i>".repeat(5_000)}${words}`, true],
    ["misnested formatting", `${"<b></i>".repeat(5_000)}${words}`, true],
    ["5 MB", `<p>${words}</p>`.repeat(300_000), true],
    [
      "attributes",
      `<p ${Array.from({ length: 20_000 }, (_, i) => `a${i}`).join(" ")}>${words}`,
      true,
    ],
    ["a wide table", `<table><tr>${`<td>${words}`.repeat(5_000)}</table>`, false],
    ["a long table", `<table>${`<tr><td>a<td>${words}`.repeat(3_000)}</table>`, false],
    ["spaces", `a${" ".repeat(500_000)}${words}`, false],
    ["hard spaces", `a${"&nbsp;".repeat(100_000)}${words}`, false],
    ["open brackets", `${"[ref]".repeat(50_000)}${words}`, false],
    ["stars", `${"*_`[".repeat(50_000)}${words}`, false],
    ["open comments", `${words}${"<!--".repeat(50_000)}`, false],
  ];
  it.each(hostile)("%s: the words are kept", (_, html, markupLost) => {
    const began = performance.now();
    const told = essay(html);
    expect(told.markdown).toContain(words);
    expect(told.markupLost).toBe(markupLost);
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});

describe("the guess whether it is a story", () => {
  const labels = (...names: string[]) => guessLead({ text: "", labels: names });
  it("follows what the labels say", () => {
    expect(labels("Personal Stories")).toEqual({ lead: "story", experience: true, debate: false });
    expect(labels("Policy", "x")).toEqual({ lead: "debate", experience: false, debate: true });
    expect(labels("Policy", "Story")).toMatchObject({ experience: true, debate: true });
  });
  it("else counts who speaks", () => {
    const text = "I was on that ward. My brother came to see me and I told him what I had seen.";
    expect(guessLead({ text, labels: [] }).lead).toBe("story");
    const other = "The board should open the doors on Sundays, as the act of 2007 allows.";
    expect(guessLead({ text: other, labels: [] }).lead).toBe("debate");
  });
});
