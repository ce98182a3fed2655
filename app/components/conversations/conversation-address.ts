/** The address of a page of a conversation, scrolled to one of its essays where one is named. */
export function conversationAddress(
  slug: string,
  { page = 1, essayId }: { page?: number; essayId?: string } = {},
): string {
  const query = page > 1 ? `?page=${page}` : "";
  return `/conversations/${encodeURIComponent(slug)}${query}${essayId === undefined ? "" : `#essay-${essayId}`}`;
}
