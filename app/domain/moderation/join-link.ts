/** The link with which a founding moderator makes the account of the name they were appointed under. */
import type { Reader, Writer } from "#db/connect.ts";
import { linkAt, setLinkUsed } from "#db/queries/join-links.ts";
import type { House } from "../house.ts";
import { nameKey } from "../identity/names.ts";
import { marksOfRing } from "../identity/secret-ring.ts";
import { isInOffice } from "../identity/terms.ts";

export const LINK_PURPOSE = "join link";

async function goodLink(db: Reader, house: House, token: string) {
  const marks = marksOfRing(house.secrets, LINK_PURPOSE, token);
  const link = await linkAt(db, { marks }).executeTakeFirst();
  if (!link || link.used === 1) return null;
  const now = house.clock();
  return link.expires_at > now.getTime() && isInOffice(link, now) ? link : null;
}

/** The name that a link gives, without using it up; null: used, too old, or none of ours. */
export async function peekJoinLink(
  house: House,
  { token }: { token: string },
): Promise<{ name: string } | null> {
  const link = await goodLink(house.store.read, house, token);
  return link && { name: link.name };
}

/**
 * Uses a link up, in the transaction that makes the account of its name.
 *
 * @param name cleaned: the one that the account is about to have
 * @returns the moderator's name; null: the link is good no more, or is for another name
 */
export async function spendJoinLink(
  trx: Writer,
  house: House,
  { token, name }: { token: string; name: string },
): Promise<{ name: string } | null> {
  const link = await goodLink(trx, house, token);
  if (!link || nameKey(link.name) !== nameKey(name)) return null;
  const spent = await setLinkUsed(trx, { mark: link.token_mark }).executeTakeFirst();
  return spent ? { name: link.name } : null;
}
