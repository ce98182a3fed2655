import { branchSize, readingOrder } from "./assemble.ts";
import type { Branch, CommentStub } from "./types.ts";

/** A thread page holds about this many comments; a branch is never torn by it. */
export const PAGE_SIZE = 300;
/** Of a branch longer than a page this many comments stand in the thread; the rest has its own page. */
const LONG_BRANCH_SHOWN = 60;

export interface PagedBranch<T> {
  branch: Branch<T>;
  /** Number of comments in the branch, its top included. */
  size: number;
  /** How many of them (from its top, in reading order) this page shows. */
  shown: number;
}

/**
 * Divides a thread into pages of whole branches.
 *
 * @returns at least one page, which may be empty
 */
export function pagesOfThread<T extends CommentStub>(
  branches: readonly Branch<T>[],
): PagedBranch<T>[][] {
  const pages: PagedBranch<T>[][] = [[]];
  let filled = 0;
  for (const branch of branches) {
    const size = branchSize(branch);
    const shown = size > PAGE_SIZE ? LONG_BRANCH_SHOWN : size;
    if (filled > 0 && filled + shown > PAGE_SIZE) {
      pages.push([]);
      filled = 0;
    }
    pages.at(-1)?.push({ branch, size, shown });
    filled += shown;
  }
  return pages;
}

/** Where a comment is to be read. Pages are counted from 1. */
export type Place = { on: "thread"; page: number } | { on: "branch"; rootId: string; page: number };

/** Finds the page that shows a comment, as it stands in the thread's usual order; null: not there. */
export function placeOf<T extends CommentStub>(
  pages: readonly PagedBranch<T>[][],
  comment: CommentStub,
): Place | null {
  for (const [index, page] of pages.entries()) {
    const entry = page.find((paged) => paged.branch.comment.id === comment.rootId);
    if (!entry) continue;
    const position = readingOrder([entry.branch]).findIndex((one) => one.id === comment.id);
    if (position < 0) return null;
    if (position < entry.shown) return { on: "thread", page: index + 1 };
    return { on: "branch", rootId: comment.rootId, page: Math.floor(position / PAGE_SIZE) + 1 };
  }
  return null;
}

/** Slices a long list into pages of PAGE_SIZE; at least one, which may be empty. */
export function slices<T>(list: readonly T[]): T[][] {
  const pages: T[][] = [];
  for (let from = 0; from < list.length || from === 0; from += PAGE_SIZE) {
    pages.push(list.slice(from, from + PAGE_SIZE));
  }
  return pages;
}
