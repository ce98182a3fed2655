import type { Permalink } from "#app/domain/threads/read-branch.ts";

/** Where a comment is to be read: the right page, scrolled to it; also for a header. */
export function placeAddress({ slug, place }: Permalink, id: string): string {
  const page = place.page > 1 ? `?page=${place.page}` : "";
  const path = place.on === "thread" ? essayAddress(slug) : `/comments/${place.rootId}/branch`;
  return `${path}${page}#comment-${id}`;
}

/** A comment's own address, which leads to the right page whatever becomes of the thread. */
export function permalink(id: string): string {
  return `/comments/${id}`;
}

/** An essay's own address, also for a header, where slugs in other scripts must be spelt out. */
export function essayAddress(slug: string): string {
  return `/essays/${encodeURIComponent(slug)}`;
}

/** The list of drafts of one of a member's names; null: a guest's. */
export function draftsAddress(name: string | null): string {
  return name === null ? "/drafts" : `/drafts?${new URLSearchParams({ name })}`;
}
