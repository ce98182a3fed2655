import type { ThreadQuery } from "#app/domain/threads/read-thread.ts";
import { choiceFrom, flagFrom, pageFrom, threadFilterFrom } from "./query.ts";

/** How a thread is wanted, as its address says; null: a page that cannot be. */
export function threadQueryFrom(query: URLSearchParams, essayId: string): ThreadQuery | null {
  const page = pageFrom(query);
  if (page === null) return null;
  return {
    essayId,
    page,
    order: choiceFrom(query, "order", ["oldest", "newest"]),
    flat: flagFrom(query, "flat"),
    filter: threadFilterFrom(query),
  };
}
