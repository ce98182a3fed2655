import { describe, expect, it, test } from "vitest";
import { citedWorks, workParts, worksFromText } from "#app/domain/essays/works.ts";

describe("works, one a line", () => {
  it("come without blank lines and without numbers of one's own", () => {
    const text =
      "1. Rose, A house of cards.\n\n [2] Heath, Two rivers\n[^3]: Third\n1984. A novel\n4) Last ";
    const works = [
      "Rose, A house of cards.",
      "Heath, Two rivers",
      "Third",
      "1984. A novel",
      "Last",
    ];
    expect(worksFromText(text)).toEqual(works);
  });
});

const linksOf = (line: string) =>
  workParts(line).flatMap(({ text, href }) => (href === null ? [] : [[text, href]]));

describe("links in a work", () => {
  test.each([
    ["no link", "Mill, On what we owe, 1861.", []],
    [
      "a bare one, without the full stop",
      "See https://e.example/a-b?c=1#d.",
      [["https://e.example/a-b?c=1#d", "https://e.example/a-b?c=1#d"]],
    ],
    [
      "a bare one with spaces, ending like a file",
      "Minutes, https://e.example/files/board minutes 12 May.pdf, page 4",
      [
        [
          "https://e.example/files/board minutes 12 May.pdf",
          "https://e.example/files/board%20minutes%2012%20May.pdf",
        ],
      ],
    ],
    [
      "words after one that ends like a file",
      "https://e.example/a.pdf and b.pdf",
      [["https://e.example/a.pdf", "https://e.example/a.pdf"]],
    ],
    [
      "words after a sentence's end",
      "https://e.example/page. My notes on it.txt",
      [["https://e.example/page", "https://e.example/page"]],
    ],
    [
      "one between angles, with spaces",
      "<https://e.example/my page>, read in May",
      [["https://e.example/my page", "https://e.example/my%20page"]],
    ],
    [
      "one as in Markdown, with spaces and brackets",
      "[The report](https://e.example/the report (final)), 2020",
      [["The report", "https://e.example/the%20report%20(final)"]],
    ],
    [
      "brackets that belong to the address, and those that don't",
      "(https://e.example/Ward_(novel)) and (https://f.example/x)",
      [
        ["https://e.example/Ward_(novel)", "https://e.example/Ward_(novel)"],
        ["https://f.example/x", "https://f.example/x"],
      ],
    ],
    [
      "two, the second like a file",
      "https://e.example/one two https://f.example/three.pdf",
      [
        ["https://e.example/one", "https://e.example/one"],
        ["https://f.example/three.pdf", "https://f.example/three.pdf"],
      ],
    ],
    ["nothing but http and https", "[x](javascript:alert(1)) ftp://e.example/a file:///etc", []],
    ["no host", "https:// e.example and http://", []],
  ])("%s", (_name, line, links) => {
    expect(linksOf(line)).toEqual(links);
    expect(
      workParts(line)
        .map(({ text }) => text)
        .join(""),
    ).toHaveLength(line.replace(/\[([^\]]+)\]\(https.*?\)(?=,|$)|<(https[^>]*)>/, "$1$2").length);
  });

  it("takes no time over a line made to take time", () => {
    const line = `${"https://e.example/a ".repeat(20)}${"[".repeat(400)}${"<https://".repeat(60)}`;
    const began = performance.now();
    for (let n = 0; n < 50; n += 1) workParts(line);
    expect((performance.now() - began) / 50).toBeLessThan(50);
  });
});

describe("cited works", () => {
  it("know their place and the way back to their first mark", () => {
    const html = '<p>a<sup><a id="user-content-e1-cite-2">[2]</a></sup></p>';
    expect(citedWorks("e1", ["One", "Two"], html)).toEqual([
      { id: "user-content-e1-work-1", markId: null, parts: [{ text: "One", href: null }] },
      {
        id: "user-content-e1-work-2",
        markId: "user-content-e1-cite-2",
        parts: [{ text: "Two", href: null }],
      },
    ]);
  });
});
