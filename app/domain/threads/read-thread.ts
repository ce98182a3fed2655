import type { Reader } from "#db/connect.ts";
import { assemble, type BranchOrder, readingOrder } from "./assemble.ts";
import { filterThread, type ThreadFilter } from "./filter.ts";
import { type PagedBranch, pagesOfThread, slices } from "./pages.ts";
import { readStubs, withWords } from "./read-comments.ts";
import type { Branch, CommentStub, CommentView } from "./types.ts";

export interface ThreadQuery {
  essayId: string;
  /** Counted from 1. */
  page: number;
  order: BranchOrder;
  flat: boolean;
  filter: ThreadFilter | null;
}

/** A branch of which only the beginning stands on a thread page. */
export interface CutBranch {
  rootId: string;
  size: number;
  shown: number;
}

export interface BranchLine {
  id: string;
  name: string | null;
  size: number;
  page: number;
}

export interface ThreadPage {
  /** For a nested view: the branches of this page. */
  branches: Branch<CommentView>[];
  /** For a flat view: the comments of this page, oldest first. */
  flat: CommentView[] | null;
  /** Ancestors of what a filter found: shown as one folded line each. */
  context: ReadonlySet<string>;
  hiddenBranches: number;
  cut: CutBranch[];
  /** All branches of the thread that are shown on some page, for the outline. */
  outline: BranchLine[];
  page: number;
  pages: number;
  /** Comments that carry each perspective, whatever the filter. */
  carrying: { experience: number; debate: number };
}

function cutTo<T>(entry: PagedBranch<T & CommentStub>): (T & CommentStub)[] {
  return readingOrder([entry.branch]).slice(0, entry.shown);
}

/**
 * Reads one page of a thread.
 *
 * @returns null where that page does not exist (the first one always does)
 */
export async function readThreadPage(db: Reader, query: ThreadQuery): Promise<ThreadPage | null> {
  const { essayId, page, order, filter } = query;
  const stubs = await readStubs(db, essayId);
  const filtered = filter
    ? filterThread(assemble(stubs, order), filter)
    : { branches: assemble(stubs, order), context: new Set<string>(), hiddenBranches: 0 };
  const carrying = {
    experience: stubs.filter((stub) => stub.perspectives.includes("experience")).length,
    debate: stubs.filter((stub) => stub.perspectives.includes("debate")).length,
  };
  const shared = {
    context: filtered.context,
    hiddenBranches: filtered.hiddenBranches,
    page,
    carrying,
  };
  if (query.flat) {
    const kept = new Set(readingOrder(filtered.branches).map(({ id }) => id));
    const pages = slices(stubs.filter(({ id }) => kept.has(id)));
    const shown = pages[page - 1];
    if (!shown) return null;
    const flat = await withWords(db, { essayId, stubs, shown });
    return { ...shared, branches: [], flat, cut: [], outline: [], pages: pages.length };
  }
  const pages = pagesOfThread(filtered.branches);
  const entries = pages[page - 1];
  if (!entries) return null;
  const views = await withWords(db, { essayId, stubs, shown: entries.flatMap(cutTo) });
  return {
    ...shared,
    branches: assemble(views),
    flat: null,
    cut: entries
      .filter(({ size, shown }) => shown < size)
      .map(({ branch, size, shown }) => ({ rootId: branch.comment.id, size, shown })),
    outline: outlineOf(pages),
    pages: pages.length,
  };
}

function outlineOf(pages: readonly PagedBranch<CommentStub>[][]): BranchLine[] {
  return pages.flatMap((entries, index) =>
    entries.map(({ branch, size }) => ({
      id: branch.comment.id,
      name: branch.comment.by?.name ?? null,
      size,
      page: index + 1,
    })),
  );
}

/** Every comment of a thread with its words, in reading order: for JSON, feeds and exports. */
export async function readWholeThread(db: Reader, essayId: string): Promise<CommentView[]> {
  const stubs = await readStubs(db, essayId);
  return withWords(db, { essayId, stubs, shown: readingOrder(assemble(stubs)) });
}
