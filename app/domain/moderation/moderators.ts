/** Founding moderators: appointed and dismissed by the operator until the first election. */
import { randomBytes } from "node:crypto";
import { words } from "#app/words/words.ts";
import type { Writer } from "#db/connect.ts";
import { deleteLinksOf, insertLink } from "#db/queries/join-links.ts";
import { insertModerator, moderatorByName, setDismissed, setTerm } from "#db/queries/moderators.ts";
import { penNameByKey } from "#db/queries/pen-names.ts";
import { type FreeNameFault, nameIsFree } from "../accounts/free-name.ts";
import { dayOf, type House } from "../house.ts";
import { cleanName, nameKey } from "../identity/names.ts";
import { mark } from "../identity/secret-ring.ts";
import { isInOffice } from "../identity/terms.ts";
import { newId } from "../ids.ts";
import { LINK_PURPOSE } from "./join-link.ts";
import { appendLog } from "./log.ts";

const TERM_DAYS = 90;
const LINK_MS = 24 * 60 * 60 * 1_000;
const DAY_MS = 24 * 60 * 60 * 1_000;

export type AppointOutcome =
  | {
      ok: true;
      name: string;
      /**
       * For the one-time link `/join?token=…`, good for 24 hours; older ones are void. Null: there is
       * a pen name of that name, and who has it signs in as always.
       */
      token: string | null;
      /** The last day of the term. */
      until: string;
      /** Was in office already. */
      again: boolean;
    }
  | {
      ok: false;
      /** `retired`: whoever had that pen name has put it away, or is leaving. */
      reason: FreeNameFault["reason"] | "retired";
    };

/**
 * Appoints a founding moderator for 90 days. Whoever has the pen name of that name is in office at
 * once; where nobody has it, it is kept for whoever comes with the link.
 */
export async function appointModerator(
  house: House,
  { name: typed }: { name: string },
): Promise<AppointOutcome> {
  const name = cleanName(typed);
  const now = house.clock();
  const until = dayOf(new Date(now.getTime() + TERM_DAYS * DAY_MS));
  return await house.store.write(async (trx): Promise<AppointOutcome> => {
    const key = nameKey(name);
    const pen = await penNameByKey(trx, { nameKey: key }).executeTakeFirst();
    if (pen && (pen.retired === 1 || pen.erase_at !== null))
      return { ok: false, reason: "retired" };
    const fault = pen ? null : await nameIsFree(trx, house, { name, mine: name });
    if (fault) return { ok: false, reason: fault.reason };
    const there = await moderatorByName(trx, { nameKey: key }).executeTakeFirst();
    const again = there !== undefined && isInOffice(there, now);
    const shown = pen?.name ?? there?.name ?? name;
    const id = there?.id ?? newId();
    if (!again) {
      const from = dayOf(now);
      const row = { id, name: shown, name_key: key, kind: "founding", dismissed_on: null } as const;
      if (there) await setTerm(trx, { id, from, until }).execute();
      else await insertModerator(trx, { ...row, appointed_on: from, until }).execute();
      await logOperator(trx, house, { action: "appointed", id, name: shown });
    }
    const token = pen ? null : await freshLink(trx, house, id);
    return { ok: true, name: shown, token, until: again ? there.until : until, again };
  });
}

/** Ends the office of a moderator at once, also for who is signed in. */
export async function dismissModerator(
  house: House,
  { name: typed }: { name: string },
): Promise<{ ok: true; name: string } | { ok: false; reason: "unknown" }> {
  return await house.store.write(async (trx) => {
    const row = await moderatorByName(trx, { nameKey: nameKey(typed) }).executeTakeFirst();
    if (!row) return { ok: false, reason: "unknown" };
    await setDismissed(trx, { id: row.id, on: dayOf(house.clock()) }).execute();
    await deleteLinksOf(trx, { moderatorId: row.id }).execute();
    await logOperator(trx, house, { action: "dismissed", id: row.id, name: row.name });
    return { ok: true, name: row.name };
  });
}

async function freshLink(trx: Writer, house: House, moderatorId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await deleteLinksOf(trx, { moderatorId }).execute();
  await insertLink(trx, {
    token_mark: mark(house.secrets, LINK_PURPOSE, token),
    secret_id: house.secrets.current.id,
    moderator_id: moderatorId,
    expires_at: house.clock().getTime() + LINK_MS,
  }).execute();
  return token;
}

/** A moderator's name is public by office, so the log names who was appointed or dismissed. */
async function logOperator(
  trx: Writer,
  house: House,
  { action, id, name }: { action: "appointed" | "dismissed"; id: string; name: string },
): Promise<void> {
  await appendLog(trx, house, {
    action,
    reason_class: "operator",
    reason_text: name,
    by: words().names.operator,
    subject: id,
  });
}
