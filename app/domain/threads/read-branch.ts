import type { Reader } from "#db/connect.ts";
import { threadOfComment } from "#db/queries/threads.ts";
import { ancestors, assemble, readingOrder } from "./assemble.ts";
import { type Place, pagesOfThread, placeOf, slices } from "./pages.ts";
import { readStubs, withWords } from "./read-comments.ts";
import type { Branch, CommentStub, CommentView } from "./types.ts";

export interface BranchPage {
  essayId: string;
  slug: string;
  /** The comments of this page under each other; one whose parent is on another page stands at the top. */
  branches: Branch<CommentView>[];
  top: CommentView;
  /** Whom the branch answers, from the essay down to the nearest. */
  ancestors: CommentStub[];
  page: number;
  pages: number;
  size: number;
}

/**
 * Reads a comment with all below it.
 *
 * @returns null where the comment, its essay's page or that page of it does not exist
 */
export async function readBranch(
  db: Reader,
  { id, page }: { id: string; page: number },
): Promise<BranchPage | null> {
  const found = await threadOfComment(db, { id }).executeTakeFirst();
  if (!found || found.essay_state === "waiting") return null;
  const essayId = found.essay_id;
  const stubs = await readStubs(db, essayId);
  const byId = new Map(stubs.map((stub) => [stub.id, stub]));
  const top = byId.get(id);
  if (!top) return null;
  const order = readingOrder(assemble(stubs));
  const from = order.findIndex((stub) => stub.id === id);
  let to = from + 1;
  while (to < order.length && (order[to]?.depth ?? 0) > top.depth) to += 1;
  const pages = slices(order.slice(from, to));
  const shown = pages[page - 1];
  if (!shown) return null;
  const views = await withWords(db, { essayId, stubs, shown: page === 1 ? shown : [top, ...shown] });
  const [topView] = views;
  if (!topView) return null;
  return {
    essayId,
    slug: found.slug,
    branches: assemble(page === 1 ? views : views.slice(1)),
    top: topView,
    ancestors: ancestors(byId, top).reverse(),
    page,
    pages: pages.length,
    size: to - from,
  };
}

export interface Permalink {
  slug: string;
  essayId: string;
  place: Place;
}

/** Finds where a comment is to be read; null where there is no such comment. */
export async function findComment(db: Reader, { id }: { id: string }): Promise<Permalink | null> {
  const found = await threadOfComment(db, { id }).executeTakeFirst();
  if (!found || found.essay_state === "waiting") return null;
  const stubs = await readStubs(db, found.essay_id);
  const comment = stubs.find((stub) => stub.id === id);
  if (!comment) return null;
  const place = placeOf(pagesOfThread(assemble(stubs)), comment);
  return place && { slug: found.slug, essayId: found.essay_id, place };
}
