import { essayBySlug } from "#db/queries/essays.ts";
import type { PieceState } from "#db/schema.ts";
import type { House } from "../house.ts";
import { findEssay } from "./find-essay.ts";

/** An essay as the pages to change it show it to whoever opens them, in whatever state it is. */
export interface OwnPageEssay {
  id: string;
  slug: string;
  state: PieceState;
  /** Empty where it is not public, or not any more; so are name and note. */
  title: string;
  name: string | null;
  note: string | null;
  /** A key owns it. None does where it was brought in from elsewhere. */
  keyed: boolean;
  /** An invented example: nobody's words. */
  demo: boolean;
}

/**
 * The essay that such a page is about; also one that waits to be read, of which nothing is shown.
 *
 * @returns null where there is none
 */
export async function essayOfOwnPage(
  house: Pick<House, "store" | "secrets">,
  { slug }: { slug: string },
): Promise<OwnPageEssay | null> {
  const essay = await findEssay(house, { slug });
  if (essay) {
    const { id, state, keyed, demo } = essay;
    const isShown = state === "visible";
    return {
      ...{ id, slug: essay.slug, state, keyed, demo },
      title: isShown ? essay.title : "",
      name: isShown ? (essay.by?.name ?? null) : null,
      note: isShown ? essay.note : null,
    };
  }
  const row = await essayBySlug(house.store.read, { slug }).executeTakeFirst();
  if (!row) return null;
  const nothing = { title: "", name: null, note: null };
  return {
    id: row.id,
    slug: row.slug,
    state: row.state,
    ...nothing,
    keyed: row.owner_mark !== null,
    demo: row.demo === 1,
  };
}
