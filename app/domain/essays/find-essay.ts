import type { House } from "../house.ts";
import { slugOfGone } from "./gone-addresses.ts";
import { type EssayView, readEssay } from "./read-essay.ts";

/**
 * The essay at an address as it was asked for; also the empty place of one whose words, and whose
 * slug with them, have left. One query more, only where no essay has that slug.
 *
 * @returns null where there is none, or it is not (yet) public
 */
export async function findEssay(
  { store, secrets }: Pick<House, "store" | "secrets">,
  { slug }: { slug: string },
): Promise<EssayView | null> {
  const essay = await readEssay(store.read, { slug });
  if (essay) return essay;
  const gone = await slugOfGone(store.read, secrets, { slugs: [slug] });
  return gone === null ? null : await readEssay(store.read, { slug: gone });
}
