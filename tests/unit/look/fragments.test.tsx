import { expect, test } from "vitest";
import { nestedThread } from "#app/components/thread/thread-html.tsx";
import type { CommentView } from "#app/domain/threads/types.ts";
import { aComment } from "#tests/support/pieces.ts";

/** What is made is counted: an article is put here only after it has been rendered. */
class Counted extends Map<string, string> {
  made = 0;
  override set(key: string, html: string): this {
    this.made += 1;
    return super.set(key, html);
  }
}

const around = {
  essaySlug: "x",
  essayWriter: null,
  repliesOpen: true,
  context: new Set<string>(),
  grown: new Map(),
};

function comments(count: number): CommentView[] {
  return Array.from({ length: count }, (_, index) =>
    aComment({ id: `c${index}`, rootId: `c${index}`, oldNumber: index }),
  );
}

function page(fragments: Counted, list: readonly CommentView[]): string {
  const branches = list.map((comment) => ({ comment, replies: [] }));
  return nestedThread(branches, [], around, fragments);
}

test("of a thread in which one comment is new and one was changed, two are rendered", () => {
  const fragments = new Counted();
  const before = comments(74);
  const first = page(fragments, before);
  expect(fragments.made).toBe(74);
  expect(page(fragments, before)).toBe(first);
  expect(fragments.made).toBe(74);
  const changed = before.map((comment, index) =>
    index === 5 ? { ...comment, revision: 2, html: "<p>«other words»</p>" } : comment,
  );
  const after = page(fragments, [...changed, ...comments(75).slice(74)]);
  expect(fragments.made).toBe(76);
  expect(after).toContain("«other words»");
});
