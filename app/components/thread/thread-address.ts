import type { Standing } from "#db/schema.ts";

/** How a thread is being read: what its address says. */
export interface ThreadView {
  perspective: "experience" | "debate" | null;
  only: boolean;
  standing: Standing | null;
  newestFirst: boolean;
  flat: boolean;
  /** Counted from 1. */
  page: number;
}

/** The usual way: everything, nested, oldest first. */
export const wholeThread: ThreadView = {
  perspective: null,
  only: false,
  standing: null,
  newestFirst: false,
  flat: false,
  page: 1,
};

/** The address of a thread read in that way, as contract.md has it; what is usual is left out. */
export function threadAddress(slug: string, view: ThreadView): string {
  const query = new URLSearchParams();
  if (view.perspective !== null) query.set("perspective", view.perspective);
  if (view.perspective !== null && view.only) query.set("only", "1");
  if (view.perspective !== null && view.standing !== null) query.set("standing", view.standing);
  if (view.flat) query.set("flat", "1");
  else if (view.newestFirst) query.set("order", "newest");
  if (view.page > 1) query.set("page", String(view.page));
  const text = query.toString();
  return `/essays/${slug}${text === "" ? "" : `?${text}`}#comments`;
}
