import type { Reader } from "#db/connect.ts";
import { commentByOldNumber, threadOfComment } from "#db/queries/threads.ts";
import { ancestors, assemble, readingOrder } from "./assemble.ts";
import { type Place, pagesOfThread, placeOf, slices } from "./pages.ts";
import { readStubs, withWords } from "./read-comments.ts";
import type { Branch, CommentPlace, CommentStub, CommentView } from "./types.ts";

export interface BranchPage {
  essayId: string;
  slug: string;
  /** The comments of this page under each other; one whose parent is on another page stands at the top. */
  branches: Branch<CommentView>[];
  top: CommentPlace;
  /** Whom the branch answers, from the essay down to the nearest. */
  ancestors: CommentPlace[];
  page: number;
  pages: number;
  size: number;
}

function placeOfStub({ id, by, state }: CommentStub): CommentPlace {
  return { id, by, state };
}

interface FoundBranch {
  essayId: string;
  slug: string;
  /** The whole thread. */
  stubs: CommentStub[];
  top: CommentStub;
  /** The comment and all below it, in reading order. */
  branch: CommentStub[];
}

async function findBranch(db: Reader, id: string): Promise<FoundBranch | null> {
  const found = await threadOfComment(db, { id }).executeTakeFirst();
  if (!found || found.essay_state === "waiting") return null;
  const stubs = await readStubs(db, found.essay_id);
  const order = readingOrder(assemble(stubs));
  const from = order.findIndex((stub) => stub.id === id);
  const top = order[from];
  if (!top) return null;
  let to = from + 1;
  while (to < order.length && (order[to]?.depth ?? 0) > top.depth) to += 1;
  return { essayId: found.essay_id, slug: found.slug, stubs, top, branch: order.slice(from, to) };
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
  const found = await findBranch(db, id);
  if (!found) return null;
  const { essayId, slug, stubs, branch, top } = found;
  const pages = slices(branch);
  const shown = pages[page - 1];
  if (!shown) return null;
  const views = await withWords(db, { essayId, stubs, shown });
  return {
    essayId,
    slug,
    branches: assemble(views),
    top: placeOfStub(top),
    ancestors: ancestors(new Map(stubs.map((stub) => [stub.id, stub])), top)
      .reverse()
      .map(placeOfStub),
    page,
    pages: pages.length,
    size: branch.length,
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

/** The whole of a branch, its top first, in reading order; null where there is none. */
export async function readWholeBranch(
  db: Reader,
  { id }: { id: string },
): Promise<{ slug: string; top: CommentView; comments: CommentView[] } | null> {
  const found = await findBranch(db, id);
  if (!found) return null;
  const { essayId, slug, stubs, branch } = found;
  const comments = await withWords(db, { essayId, stubs, shown: branch });
  const [top] = comments;
  return top ? { slug, top, comments } : null;
}

/** The comment that had a number on the old blog; null where there is none. */
export async function findOldComment(
  db: Reader,
  { slug, number }: { slug: string; number: number },
): Promise<string | null> {
  const found = await commentByOldNumber(db, { slug, number }).executeTakeFirst();
  return found?.id ?? null;
}

/** One comment as it is shown; null where there is none. */
export async function readComment(db: Reader, { id }: { id: string }): Promise<CommentView | null> {
  const found = await threadOfComment(db, { id }).executeTakeFirst();
  if (!found || found.essay_state === "waiting") return null;
  const stubs = await readStubs(db, found.essay_id);
  const shown = stubs.filter((stub) => stub.id === id);
  const [comment] = await withWords(db, { essayId: found.essay_id, stubs, shown });
  return comment ?? null;
}
