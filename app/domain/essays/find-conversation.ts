import type { House } from "../house.ts";
import { slugOfGone } from "./gone-addresses.ts";
import { type FoundConversation, readConversation } from "./read-conversation.ts";

/**
 * A page of a conversation at an address as it was asked for; also where the essay of that slug, and
 * the slug with it, have left.
 *
 * @returns null where there is none, or not that page of it
 */
export async function findConversation(
  { store, secrets }: Pick<House, "store" | "secrets">,
  { slug, page }: { slug: string; page: number },
): Promise<FoundConversation | null> {
  const found = await readConversation(store.read, { slug, page });
  if (found) return found;
  const gone = await slugOfGone(store.read, secrets, { slugs: [slug] });
  return gone === null ? null : await readConversation(store.read, { slug: gone, page });
}
