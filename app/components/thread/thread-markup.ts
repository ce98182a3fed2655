import type { Branch } from "#app/domain/threads/types.ts";

/** Lists nested deeper than some 170 are broken by browsers; here deeper replies follow as siblings. */
export const NESTING_CAP = 12;

interface Options<T> {
  /** Lists stand in each other at most this deep; 1 makes a flat list in reading order. */
  cap?: number;
  /** HTML that follows a whole top branch, for example the way to the rest of a long one. */
  afterBranch?: (top: T) => string;
}

/**
 * Puts finished articles into the nested lists of a thread: strings only, because a thread of
 * thousands of comments must not go through React for one more. Iterative, because a chain may be
 * thousands deep.
 *
 * @param branches the comments of this page in reading order
 * @param articleHtml the finished `<article>` of a comment
 * @returns `<ol class="thread">…</ol>`, balanced, or "" where there is no comment. Links to a
 *   comment answered lead to it on this page where it is here, else to its permalink.
 */
export function threadMarkup<T extends { id: string }>(
  branches: readonly Branch<T>[],
  articleHtml: (comment: T) => string,
  { cap = NESTING_CAP, afterBranch }: Options<T> = {},
): string {
  if (branches.length === 0) return "";
  const here = idsOf(branches);
  const parts: string[] = [cap === 1 ? '<ol class="thread flat">' : '<ol class="thread">'];
  const work: (string | { node: Branch<T>; level: number })[] = ["</ol>"];
  const later = (nodes: readonly Branch<T>[], level: number) => {
    for (let i = nodes.length - 1; i >= 0; i -= 1) {
      const node = nodes[i];
      if (!node) continue;
      if (level === 1 && afterBranch) work.push(afterBranch(node.comment));
      work.push({ node, level });
    }
  };
  later(branches, 1);
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (typeof next === "string") {
      parts.push(next);
      continue;
    }
    const { node, level } = next;
    parts.push("<li>", linkedHere(articleHtml(node.comment), here));
    if (node.replies.length === 0) {
      parts.push("</li>");
    } else if (level >= cap) {
      parts.push("</li>");
      later(node.replies, level);
    } else {
      parts.push("<ol>");
      work.push("</ol></li>");
      later(node.replies, level + 1);
    }
  }
  return parts.join("");
}

/** The same for a list without nesting. */
export function flatMarkup<T extends { id: string }>(
  comments: readonly T[],
  articleHtml: (comment: T) => string,
): string {
  return threadMarkup(
    comments.map((comment) => ({ comment, replies: [] })),
    articleHtml,
    { cap: 1 },
  );
}

function idsOf<T extends { id: string }>(branches: readonly Branch<T>[]): ReadonlySet<string> {
  const ids = new Set<string>();
  const waiting = [...branches];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    ids.add(node.comment.id);
    for (const reply of node.replies) waiting.push(reply);
  }
  return ids;
}

/**
 * A finished article is kept for every page it may stand on, so it names whom it answers by
 * permalink (`class="up"`, see comment-article.tsx); on a page that has that comment the link
 * stays on the page. Only the head of the article is touched, never a person's words.
 */
function linkedHere(article: string, here: ReadonlySet<string>): string {
  const end = article.indexOf("</header>");
  if (end < 0) return article;
  const head = article
    .slice(0, end)
    .replace(/class="up" href="\/comments\/([a-z0-9]+)"/g, (whole, id: string) =>
      here.has(id) ? `class="up" href="#comment-${id}"` : whole,
    );
  return head + article.slice(end);
}
