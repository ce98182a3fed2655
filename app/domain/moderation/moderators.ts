/** Founding moderators: appointed and dismissed by the operator until the first election. */
import { randomBytes } from "node:crypto";
import { words } from "#app/words/words.ts";
import type { Writer } from "#db/connect.ts";
import { deleteLinksOf, insertLink } from "#db/queries/join-links.ts";
import {
  insertModerator,
  moderatorByName,
  moderatorNames,
  setDismissed,
  setTerm,
} from "#db/queries/moderators.ts";
import { dayOf, type House } from "../house.ts";
import { cleanName, isReserved, lookKey, nameKey, nameRuleFault } from "../identity/names.ts";
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
      /** For the one-time link `/join?token=…`; good for 24 hours. */
      token: string;
      /** The last day of the term. */
      until: string;
      /** Was in office already: only the link is new, and older links are void. */
      again: boolean;
    }
  | {
      ok: false;
      reason:
        | "empty"
        | "too_long"
        | "only_digits"
        | "hidden_characters"
        | "mixed_letters"
        | "odd_characters"
        | "reserved"
        | "looks_like_another";
    };

/** Appoints a founding moderator for 90 days; for one in office, makes a fresh sign-in link. */
export async function appointModerator(
  house: House,
  { name: typed }: { name: string },
): Promise<AppointOutcome> {
  const name = cleanName(typed);
  if (name === "") return { ok: false, reason: "empty" };
  const fault = nameRuleFault(name);
  if (fault) return { ok: false, reason: fault.reason };
  const { reservedWords, reservedNames } = words().names;
  const reserved = { words: reservedWords, wholes: [...reservedNames, house.settings.name] };
  if (isReserved(name, reserved)) return { ok: false, reason: "reserved" };
  const now = house.clock();
  const until = dayOf(new Date(now.getTime() + TERM_DAYS * DAY_MS));
  const on = dayOf(now);
  return await house.store.write(async (trx): Promise<AppointOutcome> => {
    const key = nameKey(name);
    const there = await moderatorByName(trx, { nameKey: key }).executeTakeFirst();
    if (there && isInOffice(there, now)) {
      const token = await freshLink(trx, house, there.id);
      return { ok: true, name: there.name, token, until: there.until, again: true };
    }
    const others = await moderatorNames(trx).execute();
    const alike = others.some((one) => one.name_key !== key && lookKey(one.name) === lookKey(name));
    if (alike) return { ok: false, reason: "looks_like_another" };
    const id = there?.id ?? newId();
    if (there) {
      await setTerm(trx, { id, from: on, until }).execute();
    } else {
      const row = { id, name, name_key: key, kind: "founding", dismissed_on: null } as const;
      await insertModerator(trx, { ...row, appointed_on: on, until }).execute();
    }
    await logOperator(trx, house, { action: "appointed", id, name: there?.name ?? name });
    const token = await freshLink(trx, house, id);
    return { ok: true, name: there?.name ?? name, token, until, again: false };
  });
}

/** Ends the office of a moderator at once; the one signed in is signed out by it. */
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
