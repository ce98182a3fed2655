/** Who may do what. What is not named here is refused. */
import type { Reader } from "#db/connect.ts";
import { moderatorById } from "#db/queries/moderators.ts";
import { DomainError } from "../errors.ts";
import type { House } from "../house.ts";
import { isInOffice } from "../identity/terms.ts";
import type { SignedInModerator } from "../identity/types.ts";

export type ModerationAct = "see_waiting" | "decide" | "pause";

export type Actor = { kind: "moderator"; id: string } | { kind: "reader" };

const ALLOWED: Readonly<Record<Actor["kind"], readonly ModerationAct[]>> = {
  moderator: ["see_waiting", "decide", "pause"],
  reader: [],
};

/**
 * The first line of every moderation action: reads from the store whether the moderator is in office
 * at this moment, so that a dismissal counts at once, also for who is signed in.
 *
 * @throws DomainError notAllowed
 */
export async function requireMay(
  db: Reader,
  house: House,
  { actor, act }: { actor: Actor; act: ModerationAct },
): Promise<SignedInModerator> {
  const refusal = new DomainError("notAllowed", `not allowed: ${act}`);
  if (!ALLOWED[actor.kind].includes(act) || actor.kind !== "moderator") throw refusal;
  const row = await moderatorById(db, { id: actor.id }).executeTakeFirst();
  if (!row || !isInOffice(row, house.clock())) throw refusal;
  return { id: row.id, name: row.name, until: row.until };
}
