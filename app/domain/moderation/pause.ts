/**
 * Pauses: whoever has a name may not write for some days, under any name of theirs. A moderator
 * pauses a name; that it binds the others too happens in the moment of writing, when the writer's own
 * keys are at hand, and shows which they are to nobody (docs/decisions/0016).
 */
import type { Reader, Writer } from "#db/connect.ts";
import {
  pausedThreadNames,
  pausesOfPenNames,
  penNameByKey,
  setPenNamePaused,
  setThreadNamePaused,
  threadNameAt,
} from "#db/queries/pauses.ts";
import { dayOf, type House } from "../house.ts";
import { ownerMarks } from "../identity/marks.ts";
import { nameKey } from "../identity/names.ts";
import { appendLog, newestAbout } from "./log.ts";
import { requireMay } from "./permissions.ts";
import type { ReasonClass } from "./types.ts";

export const MOST_PAUSE_DAYS = 30;
const REASON_LIMIT = 500;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** Whose name: a pen name, or one that stands in the thread of an essay. */
export interface PausedName {
  name: string;
  /** The essay's slug; null: it is a pen name. */
  thread: string | null;
}

export type PauseOutcome =
  /** `until`: the last day of the pause; null: it has been ended. */
  | { ok: true; until: string | null }
  | { ok: false; reason: "unknown" | "imported" | "days" | "reason_missing" | "not_paused" }
  | { ok: false; reason: "reason_too_long"; limit: number };

/** A name found in the store. */
interface Found {
  /** What the public log keeps a salted hash of. */
  subject: string;
  pausedUntil: string | null;
  pause: (until: string | null) => Promise<unknown>;
}

/**
 * Pauses a name, and with it whoever has it, from now to the end of a day. A longer pause takes the
 * place of a shorter one, and a shorter of a longer. The log says that a name was paused, not which.
 *
 * @param days 1 to 30; 1 lasts to the end of tomorrow
 * @throws DomainError notAllowed
 */
export async function pauseName(
  house: House,
  asked: PausedName & {
    moderator: { id: string };
    days: number;
    reasonClass: ReasonClass;
    reasonText: string;
  },
): Promise<PauseOutcome> {
  return await house.store.write(async (trx): Promise<PauseOutcome> => {
    const actor = { kind: "moderator", id: asked.moderator.id } as const;
    const { name: by } = await requireMay(trx, house, { actor, act: "pause" });
    const { days } = asked;
    if (!Number.isInteger(days) || days < 1 || days > MOST_PAUSE_DAYS) {
      return { ok: false, reason: "days" };
    }
    const reason = readReason(asked.reasonText);
    if (!reason.ok) return reason;
    const found = await findName(trx, asked);
    if ("reason" in found) return { ok: false, reason: found.reason };
    const until = dayOf(new Date(house.clock().getTime() + days * DAY_MS));
    await found.pause(until);
    await appendLog(trx, house, {
      action: "paused",
      reason_class: asked.reasonClass,
      reason_text: reason.text,
      by,
      subject: found.subject,
    });
    return { ok: true, until };
  });
}

/**
 * Ends the pause of a name at once.
 *
 * @throws DomainError notAllowed
 */
export async function endPause(
  house: House,
  asked: PausedName & { moderator: { id: string }; reasonText: string },
): Promise<PauseOutcome> {
  return await house.store.write(async (trx): Promise<PauseOutcome> => {
    const actor = { kind: "moderator", id: asked.moderator.id } as const;
    const { name: by } = await requireMay(trx, house, { actor, act: "pause" });
    const reason = readReason(asked.reasonText);
    if (!reason.ok) return reason;
    const found = await findName(trx, asked);
    if ("reason" in found) return { ok: false, reason: found.reason };
    if (found.pausedUntil === null || found.pausedUntil < dayOf(house.clock())) {
      return { ok: false, reason: "not_paused" };
    }
    await found.pause(null);
    await appendLog(trx, house, {
      action: "pause_ended",
      reason_class: "other",
      reason_text: reason.text,
      by,
      subject: found.subject,
    });
    return { ok: true, until: null };
  });
}

function readReason(
  typed: string,
): { ok: true; text: string } | Extract<PauseOutcome, { ok: false }> {
  const text = typed.replace(/[\p{C}\s]+/gu, " ").trim();
  if (text === "") return { ok: false, reason: "reason_missing" };
  if (text.length > REASON_LIMIT) {
    return { ok: false, reason: "reason_too_long", limit: REASON_LIMIT };
  }
  return { ok: true, text };
}

const threadSubject = (essayId: string, key: string) => JSON.stringify([essayId, key]);

async function findName(
  trx: Writer,
  { name, thread }: PausedName,
): Promise<Found | { reason: "unknown" | "imported" }> {
  const key = nameKey(name);
  if (thread === null) {
    const row = await penNameByKey(trx, { nameKey: key }).executeTakeFirst();
    if (!row) return { reason: "unknown" };
    const { id, paused_until: pausedUntil } = row;
    const pause = (until: string | null) => setPenNamePaused(trx, { id, until }).execute();
    return { subject: id, pausedUntil, pause };
  }
  const row = await threadNameAt(trx, { slug: thread, nameKey: key }).executeTakeFirst();
  if (!row) return { reason: "unknown" };
  // A commenter of the old blog has no key here to be bound by.
  if (row.owner_mark === null) return { reason: "imported" };
  const essayId = row.essay_id;
  const pause = (until: string | null) =>
    setThreadNamePaused(trx, { essayId, nameKey: key, until }).execute();
  return { subject: threadSubject(essayId, key), pausedUntil: row.paused_until, pause };
}

/** Everything that somebody writes with. */
export interface WritesWith {
  keys: readonly string[];
  /** None: somebody without an account. */
  penNameIds: readonly string[];
}

interface Pause {
  until: string;
  subject: string;
}

async function pausesOf(db: Reader, house: House, whose: WritesWith): Promise<Pause[]> {
  const { keys, penNameIds: ids } = whose;
  const day = dayOf(house.clock());
  const pens = ids.length === 0 ? [] : await pausesOfPenNames(db, { ids, day }).execute();
  const threads = await pausedThreadNames(db, { day }).execute();
  const isMine = ({ essay_id: essayId, owner_mark: owner }: (typeof threads)[number]) =>
    keys.some((key) => ownerMarks(house.secrets, key, [essayId]).includes(owner ?? ""));
  return [
    ...pens.map((row) => ({ until: row.paused_until ?? "", subject: row.id })),
    ...threads.filter(isMine).map((row) => {
      return { until: row.paused_until ?? "", subject: threadSubject(row.essay_id, row.name_key) };
    }),
  ];
}

/**
 * Is any name of whoever holds these keys paused? Two statements at most.
 *
 * @returns the last day of the longest pause, or null
 */
export async function pausedUntil(
  db: Reader,
  house: House,
  whose: WritesWith,
): Promise<string | null> {
  const days = (await pausesOf(db, house, whose)).map(({ until }) => until);
  return days.sort().at(-1) ?? null;
}

/** What somebody who is paused is told: the day, and the reason as the public log has it. */
export async function ownPause(
  db: Reader,
  house: House,
  whose: WritesWith,
): Promise<{ until: string; reasonClass: string; reasonText: string } | null> {
  const pauses = await pausesOf(db, house, whose);
  const longest = pauses.sort((a, b) => (a.until < b.until ? 1 : -1)).at(0);
  if (!longest) return null;
  const { until, subject } = longest;
  const entry = await newestAbout(db, house.secrets, { action: "paused", subject });
  return {
    until,
    reasonClass: entry?.reason_class ?? "other",
    reasonText: entry?.reason_text ?? "",
  };
}
