import { type DefaultTreeAdapterMap, parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { flatMarkup, NESTING_CAP, threadMarkup } from "#app/components/thread/thread-markup.ts";
import { readingOrder } from "#app/domain/threads/assemble.ts";
import type { Branch } from "#app/domain/threads/types.ts";

type Piece = { id: string };
type Node = DefaultTreeAdapterMap["node"];

const node = (id: string, replies: Branch<Piece>[] = []): Branch<Piece> => ({
  comment: { id },
  replies,
});

function chain(length: number): Branch<Piece> {
  let top = node(`c${length}`);
  for (let i = length - 1; i > 0; i -= 1) top = node(`c${i}`, [top]);
  return top;
}

/** A tree of many shapes, the same every time. */
function bush(size: number): Branch<Piece>[] {
  const tops: Branch<Piece>[] = [];
  const all: Branch<Piece>[] = [];
  for (let i = 0; i < size; i += 1) {
    const made = node(`b${i}`);
    const parent = i % 9 === 0 ? undefined : all[(i * 7919) % all.length];
    (parent?.replies ?? tops).push(made);
    all.push(made);
  }
  return tops;
}

const article = ({ id }: Piece) => `<article id="comment-${id}"></article>`;

interface Found {
  order: string[];
  deepest: number;
  strays: string[];
}

/** Walks what a browser would make of it, without recursion. */
function look(html: string): Found {
  const found: Found = { order: [], deepest: 0, strays: [] };
  const work: { at: Node; lists: number; parent: string }[] = parseFragment(html).childNodes.map(
    (at) => ({ at, lists: 0, parent: "" }),
  );
  work.reverse();
  for (let next = work.pop(); next; next = work.pop()) {
    const { at, lists, parent } = next;
    if (!("tagName" in at)) continue;
    const inside = lists + (at.tagName === "ol" ? 1 : 0);
    found.deepest = Math.max(found.deepest, inside);
    if (at.tagName === "li" && parent !== "ol") found.strays.push("li");
    if (at.tagName === "article") {
      if (parent !== "li") found.strays.push("article");
      found.order.push(at.attrs.find(({ name }) => name === "id")?.value ?? "");
    }
    for (const child of [...at.childNodes].reverse()) {
      work.push({ at: child, lists: inside, parent: at.tagName });
    }
  }
  return found;
}

function opened(html: string, tag: string): [number, number] {
  return [html.split(`<${tag}`).length - 1, html.split(`</${tag}>`).length - 1];
}

describe("threadMarkup", () => {
  const threads: [string, Branch<Piece>[]][] = [
    ["one comment", [node("a")]],
    ["siblings", [node("a", [node("b"), node("c", [node("d")])]), node("e")]],
    ["a chain to the cap", [chain(NESTING_CAP)]],
    ["a chain one past the cap", [chain(NESTING_CAP + 1)]],
    ["a chain of 200", [chain(200)]],
    ["a bush of 400", bush(400)],
  ];
  for (const [title, branches] of threads) {
    test(`${title}: balanced, each article once in reading order`, () => {
      const html = threadMarkup(branches, article);
      const expected = readingOrder(branches).map(({ id }) => `comment-${id}`);
      const { order, deepest, strays } = look(html);
      expect(order).toEqual(expected);
      expect(strays).toEqual([]);
      expect(deepest).toBeLessThanOrEqual(NESTING_CAP);
      for (const tag of ["ol", "li", "article"]) {
        const [begins, ends] = opened(html, tag);
        expect(begins, tag).toBe(ends);
      }
    });
  }

  test("nests to the cap exactly, and deeper replies stand beside each other", () => {
    expect(look(threadMarkup([chain(NESTING_CAP)], article)).deepest).toBe(NESTING_CAP);
    expect(look(threadMarkup([chain(40)], article)).deepest).toBe(NESTING_CAP);
  });

  test("a chain of 5,000 neither overflows nor loses anything", () => {
    const html = threadMarkup([chain(5_000)], article);
    expect(look(html).order).toHaveLength(5_000);
  });

  test("no comments, no list", () => {
    expect(threadMarkup([], article)).toBe("");
  });

  test("what follows a branch stands after all of it", () => {
    const html = threadMarkup([node("a", [node("b")]), node("c")], article, {
      afterBranch: ({ id }) => `<li>after ${id}</li>`,
    });
    expect(html.indexOf("after a")).toBeGreaterThan(html.indexOf("comment-b"));
    expect(html.indexOf("after a")).toBeLessThan(html.indexOf("comment-c"));
    expect(look(html).strays).toEqual([]);
  });

  test("a flat list has one level", () => {
    const html = flatMarkup([{ id: "a" }, { id: "b" }], article);
    expect(look(html)).toMatchObject({ order: ["comment-a", "comment-b"], deepest: 1 });
  });

  test("links to whom it answers stay on the page where that comment is here", () => {
    const up = (to: string) => `<a class="up" href="/comments/${to}">x</a>`;
    const words = `<p>&quot;${up("a")}</p>`;
    const html = threadMarkup([node("a"), node("b")], ({ id }) =>
      id === "b"
        ? `<article><header>${up("a")}${up("gone")}</header>${words}</article>`
        : "<article></article>",
    );
    expect(html).toContain('<header><a class="up" href="#comment-a">');
    expect(html).toContain('href="/comments/gone"');
    expect(html).toContain(words);
  });
});
