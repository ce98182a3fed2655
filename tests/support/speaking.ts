import { type Speaking, speakersIn } from "#app/domain/accounts/speaking.ts";
import type { Account } from "#app/domain/accounts/types.ts";
import { postComment } from "#app/domain/comments/post.ts";
import { publishEssay } from "#app/domain/essays/publish.ts";
import type { House } from "#app/domain/house.ts";
import { essayForm, published } from "./essays.ts";
import { commentForm, posted } from "./house.ts";

/** The speaker of an account with that name, or its thread name; with the key that a form carries. */
export async function speakerOf(
  house: House,
  account: Account,
  { as, essayId }: { as: string; essayId: string | null },
): Promise<{ speaker: Speaking; key: string }> {
  const { all } = await speakersIn(house.store.read, house, account, { essayId });
  const speaker = all.find((one) => one.name === as || one.as === as);
  if (!speaker) throw new Error(`nobody speaks as ${as}`);
  return { speaker, key: speaker.key };
}

/**
 * A comment by a member.
 *
 * @param as a pen name, or `thread` for a thread name
 */
export async function commentAs(
  house: House,
  account: Account,
  { as, ...form }: { as: string } & Parameters<typeof commentForm>[1],
) {
  const who = await speakerOf(house, account, { as, essayId: form.essayId });
  return posted(await postComment(house, commentForm(house, { ...form, ...who })));
}

/** An essay by a member. */
export async function publishAs(
  house: House,
  account: Account,
  { as, ...form }: { as: string } & Parameters<typeof essayForm>[1],
) {
  const who = await speakerOf(house, account, { as, essayId: null });
  return published(await publishEssay(house, essayForm(house, { ...form, ...who })));
}
