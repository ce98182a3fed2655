import { essayAnswered } from "#db/queries/essays.ts";
import type { House } from "../house.ts";
import type { By } from "../threads/types.ts";
import { slugOfGone } from "./gone-addresses.ts";
import type { EssayView } from "./read-essay.ts";

/** What a form for an answer says of the essay, and no more of it. */
export type AnsweredEssay = Pick<
  EssayView,
  "id" | "slug" | "state" | "title" | "by" | "demo" | "replyMode"
>;

/**
 * The essay that somebody wants to answer, found as `findEssay` finds it, by one query.
 *
 * @returns null where there is none, or it is not (yet) public
 */
export async function findAnswered(
  { store, secrets }: Pick<House, "store" | "secrets">,
  { slug }: { slug: string },
): Promise<AnsweredEssay | null> {
  const here = await essayAnswered(store.read, { slug }).executeTakeFirst();
  const gone = here ? null : await slugOfGone(store.read, secrets, { slugs: [slug] });
  const row =
    gone === null ? here : await essayAnswered(store.read, { slug: gone }).executeTakeFirst();
  if (!row || row.state === "waiting") return null;
  const readable = row.state === "visible" || row.state === "folded";
  const by: By | null =
    readable && row.by_name !== null && row.by_kind !== null
      ? { name: row.by_name, kind: row.by_kind }
      : null;
  return {
    id: row.id,
    slug: row.slug,
    state: row.state,
    title: readable ? row.title : "",
    by,
    demo: row.demo === 1,
    replyMode: row.reply_mode,
  };
}
