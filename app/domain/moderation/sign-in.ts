import { linkAt, setLinkUsed } from "#db/queries/sign-in-links.ts";
import type { House } from "../house.ts";
import { marksOfRing } from "../identity/secret-ring.ts";
import { startSession } from "../identity/sessions.ts";
import { isInOffice } from "../identity/terms.ts";

export const LINK_PURPOSE = "sign-in link";

type Link = NonNullable<Awaited<ReturnType<ReturnType<typeof linkAt>["executeTakeFirst"]>>>;

function isGood(house: House, link: Link | undefined): link is Link {
  if (!link || link.used === 1) return false;
  const now = house.clock();
  return link.expires_at > now.getTime() && isInOffice(link, now);
}

/** Whom a sign-in link is for, without using it up; null: used, too old, or none of ours. */
export async function peekLink(
  house: House,
  { token }: { token: string },
): Promise<{ name: string } | null> {
  const marks = marksOfRing(house.secrets, LINK_PURPOSE, token);
  const link = await linkAt(house.store.read, { marks }).executeTakeFirst();
  return isGood(house, link) ? { name: link.name } : null;
}

/** Uses a sign-in link up: a token for the moderator's cookie, good for 14 days. */
export async function useLink(
  house: House,
  { token }: { token: string },
): Promise<{ ok: true; name: string; session: string } | { ok: false }> {
  const marks = marksOfRing(house.secrets, LINK_PURPOSE, token);
  return await house.store.write(async (trx) => {
    const link = await linkAt(trx, { marks }).executeTakeFirst();
    if (!isGood(house, link)) return { ok: false };
    await setLinkUsed(trx, { mark: link.token_mark }).execute();
    const session = await startSession(trx, house, { kind: "moderator", id: link.id });
    return { ok: true, name: link.name, session };
  });
}
